"""What entries about places are made of: a code that is known, a date as exact as it is known."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, WithJsonSchema

from roundtable.places.names import problem_with


def _known(code: str) -> str:
    if problem := problem_with(code):
        raise ValueError(problem)
    return code


PlaceCode = Annotated[str, AfterValidator(_known)]
"""A code checked by itself, so that each wrong one in a list is told with its line."""

MID_YEAR = (7, 1)
"""Month and day that a year stands for: the stocks of migrants are those of 1 July."""


@dataclass(frozen=True)
class Moment:
    """A date as it is written: a day, a month or a year.

    Attributes
    ----------
    first, last
        The first and the last day that it can mean.
    """

    first: date
    last: date

    def __str__(self) -> str:
        """Return it as it was written.

        Examples
        --------
        >>> str(moment("2006-06")), str(moment(1977))
        ('2006-06', '1977')
        """
        if self.first == self.last:
            return self.first.isoformat()
        whole_year = self.first.month != self.last.month
        return self.first.isoformat()[: 4 if whole_year else 7]


def moment(value: object) -> Moment:
    """Read a date that is written as ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Raises
    ------
    ValueError
        If it is written in another way, or there is no such day.

    Examples
    --------
    >>> moment("2006-06").last
    datetime.date(2006, 6, 30)
    """
    if isinstance(value, Moment):
        return value
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", str(value))
    try:
        if not found or isinstance(value, bool):
            raise ValueError
        year, month, day = (int(part) if part else None for part in found.groups())
        first = date(year, month or 1, day or 1)
        if day:
            return Moment(first, first)
        last_month = month or 12
        return Moment(first, date(year, last_month, calendar.monthrange(year, last_month)[1]))
    except ValueError:
        raise ValueError(
            f"{value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD, as in 1975-05-28."
        ) from None


def _moment(value: Any) -> Moment:
    return moment(value)


MomentField = Annotated[
    Moment,
    BeforeValidator(_moment),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}),
]
"""A date in a file."""


def day_of(on: date | int) -> date:
    """Return a day as it is, and the middle of a year for a year.

    Examples
    --------
    >>> day_of(2024)
    datetime.date(2024, 7, 1)
    """
    return on if isinstance(on, date) else date(on, *MID_YEAR)
