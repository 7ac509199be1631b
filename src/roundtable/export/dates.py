"""Dates of a page: written as ISO has them, and never broken at a hyphen."""

import re

_TEXT = re.compile(r">[^<>]+(?=<)")
_DATE = re.compile(r"(?<![\w/-])\d{4}-\d{2}(?:-\d{2})?(?![\w/-])")


def unbroken_dates(html: str) -> str:
    """Keep each date of a piece of HTML on one line.

    A hyphen that does not break would do so too, but whoever copies the date would copy it.

    Parameters
    ----------
    html
        HTML whose text is escaped. Only what stands between two tags is looked at.

    Returns
    -------
    str
        The same HTML, with ``span`` elements of the class ``date`` around months and days.

    Examples
    --------
    >>> unbroken_dates("<td>in force (2015-03-05)</td>")
    '<td>in force (<span class="date">2015-03-05</span>)</td>'
    >>> unbroken_dates('<a href="#2015-03-05">Act 12/2015-03</a>')
    '<a href="#2015-03-05">Act 12/2015-03</a>'
    """
    return _TEXT.sub(
        lambda text: _DATE.sub(lambda date: f'<span class="date">{date[0]}</span>', text[0]), html
    )
