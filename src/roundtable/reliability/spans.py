"""Whether a span between two bounds says anything."""

WIDEST = 2.5
"""How many times the lower bound the upper one may be.

In the 2024 edition the effective numbers of origins of 228 destinations have their quartiles at 2.2
and 6.2, those of destinations of 222 origins at 2.3 and 5.8. A span whose ends lie further apart
than by 2.5 times leaves open whether a country is among the quarter with the fewest partners or the
quarter with the most. Of the spans of origins 1 in 10 is that wide."""


def span_tells(low: float | None, high: float | None) -> bool:
    """Tell whether a number is worth printing as a span.

    Parameters
    ----------
    low, high
        Bounds that hold, of a number of at least 0; None where there is none.

    Returns
    -------
    bool
        False where there are no bounds, or where the upper one is more than `WIDEST` times the
        lower one: they are true then and say nothing, and the words say that the data do not tell.

    Examples
    --------
    >>> span_tells(11.0, 19.4), span_tells(1.1, 125.7), span_tells(0.0, 0.0), span_tells(None, None)
    (True, False, True, False)
    """
    return low is not None and high is not None and high <= WIDEST * low
