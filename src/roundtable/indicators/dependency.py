"""Structural dependency: how unequal a corridor's two ends are.

One element of the power asymmetry that A/68/283, paragraph 79, points to; not power
itself. The two shares of a corridor are shown side by side and never divided by each
other: the corridor would cancel out and leave immigrants over emigrants.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class EffectiveNumber:
    """How many equal partners a country's partners amount to.

    Attributes
    ----------
    listed
        Over the partners that the edition lists.
    low, high
        Hard bounds, each unlisted partner having between no people and its maximum.
    indication
        With the other edition's figures for unlisted partners.
    """

    listed: float | None
    low: float | None
    high: float | None
    indication: float | None


def inverse_simpson(persons: Iterable[float]) -> float | None:
    """Return the effective number of partners: the squared sum over the sum of squares.

    Parameters
    ----------
    persons
        People by partner.

    Returns
    -------
    float or None
        From 1 (one partner only) to the number of partners (all equal); None where there
        are no people. The inverse of the Herfindahl-Simpson index of concentration
        (Laakso and Taagepera 1979).

    Examples
    --------
    >>> inverse_simpson([10, 10])
    2.0
    >>> inverse_simpson([10, 0])
    1.0
    """
    values = [float(n) for n in persons]
    squares = sum(n * n for n in values)
    return sum(values) ** 2 / squares if squares else None


def effective_number(
    listed: Iterable[float],
    *,
    maxima: Iterable[float] = (),
    indications: Iterable[float] = (),
) -> EffectiveNumber:
    """Return the effective number of partners with bounds for the unlisted ones.

    Parameters
    ----------
    listed
        People by listed partner.
    maxima
        For each unlisted partner, the most people it can have ("Others" at its
        destination).
    indications
        The other edition's people for unlisted partners.

    Returns
    -------
    EffectiveNumber

    Notes
    -----
    In one unlisted partner's people the number first rises, then falls; so its minimum
    has each of them at 0 or at its maximum, the largest maxima first, and its maximum
    has each at the same level or, where that is less, at its own maximum.
    """
    known = [float(n) for n in listed]
    tops = sorted((float(n) for n in maxima), reverse=True)
    value = inverse_simpson(known)
    if value is None:
        return EffectiveNumber(None, None, None, None)
    total, squares = sum(known), sum(n * n for n in known)
    low, s, q = value, total, squares
    for top in tops:
        s, q = s + top, q + top * top
        low = min(low, s * s / q)
    level = _level(total, squares, tops)
    high = inverse_simpson([*known, *(min(top, level) for top in tops)])
    added = list(indications)
    return EffectiveNumber(
        listed=value,
        low=low,
        high=high,
        indication=inverse_simpson([*known, *added]),
    )


def effective_number_of_origins(listed: Iterable[float], *, others: float) -> EffectiveNumber:
    """Return the effective number of a destination's origins, bounded by "Others".

    Parameters
    ----------
    listed
        Immigrants by listed origin.
    others
        Immigrants whose origin is not given.

    Returns
    -------
    EffectiveNumber
        ``listed`` leaves "Others" out. They are known to be there, of whatever origins: at the
        most each is of an origin of their own, at the least all are of the largest listed one.
        Without "Others" the bounds are the number itself.

    Examples
    --------
    >>> found = effective_number_of_origins([10, 10], others=20)
    >>> found.listed, found.low, found.high
    (2.0, 1.6, 8.0)
    """
    known = sorted((float(n) for n in listed), reverse=True)
    value = inverse_simpson(known)
    if value is None:
        return EffectiveNumber(None, None, None, None)
    total, squares = sum(known) + others, sum(n * n for n in known)
    block = inverse_simpson([known[0] + others, *known[1:]])
    return EffectiveNumber(value, min(value, block), total * total / squares, None)


def _level(total: float, squares: float, tops: list[float]) -> float:
    """Find the level at which adding people stops raising the number: squares over sum."""
    low, high = 0.0, squares / total
    for _ in range(60):
        level = (low + high) / 2
        filled = [min(top, level) for top in tops]
        if level * (total + sum(filled)) < squares + sum(n * n for n in filled):
            low = level
        else:
            high = level
    return high


def ratio(numerator: float | None, denominator: float | None) -> float | None:
    """Return one end's figure over the other's (GDP per capita in PPP, population).

    Parameters
    ----------
    numerator, denominator
        In one unit; None where there is no figure.

    Examples
    --------
    >>> ratio(50_000, 25_000)
    2.0
    >>> ratio(50_000, None) is None
    True
    """
    return None if numerator is None or not denominator else numerator / denominator
