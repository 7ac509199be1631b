"""The figures of a claim as facts: what was published, and what comes of it."""

from roundtable import reliability
from roundtable.claims import printed
from roundtable.claims.evaluation import Result, Value
from roundtable.claims.figures import DOCUMENT, Figures
from roundtable.claims.measure import Measure
from roundtable.facts import Fact, SourceRef
from roundtable.sources import EDITIONS

PUBLISHED = "claim_published"
RECOMPUTED = "claim_recomputed"
"""Names of the two indicators."""


def facts_of(result: Result, figures: Figures, *, language: str) -> list[Fact]:
    """Return the facts of a claim: published, and recomputed on each series that gives a value.

    Parameters
    ----------
    result
        The claim with its values.
    figures
        The tables that they rest on.
    language
        Language in which they are printed.

    Returns
    -------
    list of Fact
        Ids ``claim-<id>-published``, ``claim-<id>-<series>`` and ``claim-<id>-now``.
    """
    values = [(value.series, value) for value in result.then]
    if result.now is not None:
        values.append(("now", result.now))
    return [
        _published(result, language),
        *(
            _recomputed(result, name, value, figures, language)
            for name, value in values
            if not value.why_not
        ),
    ]


def _published(result: Result, language: str) -> Fact:
    claim = result.claim
    return Fact(
        id=f"claim-{claim.id}-published",
        value=claim.published.value,
        unit=claim.recomputed.value_unit if claim.recomputed else claim.published.form,
        printed={language: printed.published(claim.published, language)},
        indicator=PUBLISHED,
        definition=f"{claim.about}, as published",
        arguments={"claim": claim.id},
        sources=(SourceRef(claim.document, where=claim.where),),
        kind="published",
    )


def _recomputed(result: Result, name: str, value: Value, figures: Figures, language: str) -> Fact:
    claim, measure = result.claim, result.claim.recomputed
    named = {"claim": claim.id, "measure": measure.measure, "series": value.series}
    dated = {"year": value.year} if measure.dated else {}
    kind, flags = kind_of(result, value, figures)
    return Fact(
        id=f"claim-{claim.id}-{name}",
        value=value.value,
        unit=measure.value_unit,
        printed={language: printed.recomputed(claim, value.value, language)},
        indicator=RECOMPUTED,
        definition=measure.definition,
        arguments={**named, **dated, **measure.arguments},
        edition=value.series if value.series in EDITIONS else "",
        sources=_sources(claim.document, claim.where, measure, value.series),
        kind=kind,
        flags=flags,
    )


def _sources(document: str, where: str, measure: Measure, series: str) -> tuple[SourceRef, ...]:
    if series == DOCUMENT:
        return (SourceRef(document, where=where),)
    return measure.sources(series)


def kind_of(result: Result, value: Value, figures: Figures) -> tuple[str, tuple[str, ...]]:
    """Return kind and flags of a recomputed figure.

    A sum over corridors is carried forward where more than half of its people live at
    destinations whose composition is; it is disputed or revised by what the two editions give
    for the claim's own year. Flags of single corridors would cost more time than all claims of
    a briefing together, and few of them describe a sum.
    """
    if value.value is None:
        return "no-estimate", ()
    if value.series == DOCUMENT:
        return "published", ()
    if value.series not in EDITIONS:
        return "measured", ()
    mine, theirs = (
        next((item.value for item in result.then if item.series == series), None)
        for series in sorted(EDITIONS, key=lambda name: name != value.series)
    )
    block = result.claim.recomputed.block(figures, value.series, value.year)
    if block is None:
        return "measured", ()
    carried = block.of(destinations=figures.frozen(value.series, value.year)).people
    part = carried / block.people if block.people else 0.0
    return reliability.kind_of_parts({"frozen": part}, repeated=part, mine=mine, theirs=theirs)
