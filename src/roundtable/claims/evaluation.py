"""Recompute what a document says, and see whether the stated verdict follows."""

from dataclasses import dataclass, field

from roundtable.claims.figures import Figures, Missing, OnlyInStore
from roundtable.claims.model import Claim
from roundtable.claims.verdicts import DECLARED, possible


@dataclass(frozen=True)
class Value:
    """A figure recomputed on a series.

    Attributes
    ----------
    series, year
        What it rests on.
    value
        None: no estimate.
    why_not
        Why there is none; empty where the data simply have no such corridor.
    in_store
        Whether the full store has what the tables at hand do not.
    """

    series: str
    year: int
    value: float | None
    why_not: str = ""
    in_store: bool = False


@dataclass(frozen=True)
class Result:
    """A claim with its recomputed values.

    Attributes
    ----------
    claim
        The entry.
    then
        For its year, one for each series.
    now
        For the briefing's year and edition, where it can be.
    problem
        What does not fit between values and stated verdict; usually empty.
    """

    claim: Claim
    then: tuple[Value, ...] = ()
    now: Value | None = None
    problem: str = field(default="", compare=False)


def evaluate(claim: Claim, figures: Figures, *, now: tuple[str, int] | None = None) -> Result:
    """Recompute a claim.

    Parameters
    ----------
    claim
        The entry.
    figures
        The tables at hand.
    now
        Edition and year to recompute it for beside its own year; None: not at all.
    """
    if claim.recomputed is None:
        return Result(claim)
    then = tuple(_value(claim, figures, series, claim.year) for series in claim.every_series)
    latest = None
    if now and claim.recomputed.dated and now[0] in claim.every_series and now[1] != claim.year:
        latest = _value(claim, figures, *now)
    return Result(claim, then, latest, _problem(claim, then))


def _value(claim: Claim, figures: Figures, series: str, year: int) -> Value:
    try:
        return Value(series, year, claim.recomputed.value(figures, series, year))
    except OnlyInStore as reason:
        return Value(series, year, None, str(reason), in_store=True)
    except Missing as reason:
        return Value(series, year, None, str(reason))


def inside(claim: Claim, value: float) -> bool:
    """Tell whether a recomputed value lies where the claim allows."""
    said, tolerance = claim.published, claim.tolerance
    if said.reading:
        return value >= said.value if said.reading == "at least" else value <= said.value
    allowed = tolerance.absolute if tolerance.relative is None else tolerance.relative * said.value
    # The ends of the interval belong to it; a share is no exact binary number.
    return abs(value - said.value) <= allowed + 1e-9


def _problem(claim: Claim, then: tuple[Value, ...]) -> str:
    """Say what does not fit between the values and the stated verdict."""
    wrong = [f"{value.series}: {value.why_not}" for value in then if _wrong(value)]
    if wrong:
        return f"claim '{claim.id}' cannot be recomputed: {'; '.join(wrong)}."
    if claim.verdict in DECLARED:
        return ""
    known = [value for value in then if value.value is not None]
    missing = sum(value.in_store for value in then)
    if not known and not missing:
        return f"claim '{claim.id}': no series gives a value, so '{claim.verdict}' has no ground."
    allowed = possible(
        (inside(claim, value.value) for value in known), missing=missing, caveat=claim.caveat
    )
    if claim.verdict in allowed:
        return ""
    found = ", ".join(f"{value.series} {value.value:.6g}" for value in known)
    return (
        f"claim '{claim.id}' is stated as '{claim.verdict}', but {found} against the published "
        f"{claim.published.value:g} give '{' or '.join(sorted(allowed))}'. Correct `verdict`, or "
        "give `tolerance` another argument."
    )


def _wrong(value: Value) -> bool:
    return bool(value.why_not) and not value.in_store


def problems(claims: dict[str, Claim], figures: Figures) -> list[str]:
    """Say which claims state a verdict that does not follow; empty when all do."""
    found = (evaluate(claim, figures).problem for claim in claims.values())
    return [problem for problem in found if problem]
