"""Does a published figure hold? The rule, from the recomputed values and the tolerance."""

from collections.abc import Iterable
from itertools import product
from typing import Literal, get_args

Verdict = Literal["holds", "holds with a caveat", "differs", "not comparable", "cannot be checked"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)

DECLARED: tuple[Verdict, ...] = ("not comparable", "cannot be checked")
"""Verdicts that follow from what a figure counts, not from its size; a person states them."""


def from_values(inside: Iterable[bool], *, caveat: bool) -> Verdict:
    """Return the verdict on a figure that was recomputed on one or more series.

    Parameters
    ----------
    inside
        For each series, whether its value lies within the tolerance.
    caveat
        Whether the figure needs a caveat even where all of them do.

    Returns
    -------
    str
        *holds* where every value is inside, *holds with a caveat* where some are, or all and
        a caveat is needed, *differs* where none is.

    Examples
    --------
    >>> from_values([True, True], caveat=False), from_values([True, False], caveat=False)
    ('holds', 'holds with a caveat')
    >>> from_values([False, False], caveat=True)
    'differs'
    """
    found = list(inside)
    if not any(found):
        return "differs"
    return "holds" if all(found) and not caveat else "holds with a caveat"


def possible(inside: Iterable[bool], *, missing: int, caveat: bool) -> set[Verdict]:
    """Return the verdicts that are open while some series cannot be computed.

    Parameters
    ----------
    inside, caveat
        As in `from_values`, for the series that can.
    missing
        How many series the tables at hand do not hold.

    Examples
    --------
    >>> sorted(possible([True], missing=1, caveat=False))
    ['holds', 'holds with a caveat']
    >>> possible([True, False], missing=1, caveat=False)
    {'holds with a caveat'}
    """
    found = list(inside)
    return {
        from_values([*found, *others], caveat=caveat)
        for others in product((True, False), repeat=missing)
    }
