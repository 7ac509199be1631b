"""The setting of a page's text: dates that are not broken, and apostrophes of one kind."""

import re

_TEXT = re.compile(r">[^<>]+(?=<)")
_DATE = re.compile(r"(?<![\w/-])\d{4}-\d{2}(?:-\d{2})?(?![\w/-])")
# Between two letters, or behind the s of a plural, as written and as escaped. Quotations stand in
# double marks.
_APOSTROPHE = re.compile(
    r"(?<=[^\W\d_])(?:'|&#x27;|&#39;)(?=[^\W\d_])|(?<=[a-z]s)(?:'|&#x27;|&#39;)(?=\s[a-z])"
)


def typeset(html: str) -> str:
    r"""Keep each date of a piece of HTML on one line, and set apostrophes as the texts do.

    A hyphen that does not break would keep a date too, but whoever copies the date would copy it.
    Names and titles come from files that people type, with the apostrophe of a keyboard.

    Parameters
    ----------
    html
        HTML whose text is escaped. Only what stands between two tags is looked at.

    Returns
    -------
    str
        The same HTML, with ``span`` elements of the class ``date`` around months and days, and
        with curled apostrophes.

    Examples
    --------
    >>> typeset("<td>in force (2015-03-05)</td>")
    '<td>in force (<span class="date">2015-03-05</span>)</td>'
    >>> typeset('<a href="#2015-03-05">Act 12/2015-03</a>')
    '<a href="#2015-03-05">Act 12/2015-03</a>'
    >>> typeset("<td>Mexico's card of '14</td>") == "<td>Mexico\u2019s card of '14</td>"
    True
    >>> typeset("<p>migrants' rights</p>") == "<p>migrants\u2019 rights</p>"
    True
    """

    def dressed(text: re.Match[str]) -> str:
        curled = _APOSTROPHE.sub("\u2019", text[0])
        return _DATE.sub(lambda date: f'<span class="date">{date[0]}</span>', curled)

    return _TEXT.sub(dressed, html)
