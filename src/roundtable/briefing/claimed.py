"""What documents said and what the data say: a briefing's claims as a table and in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from roundtable import claims
from roundtable.claims import Result, claim_facts, printed
from roundtable.facts import Fact, Name, SourceRef, year_name
from roundtable.store import Tables
from roundtable.tables import Table

YEAR = 2010
"""Year of the session's paper: that of every claim which names no other."""

Labels = Mapping[str, Any]


@dataclass(frozen=True)
class Claimed:
    """The claims of a briefing, recomputed.

    Attributes
    ----------
    results
        In the order of the file.
    facts
        Of each claim, by its id: what was published, then each recomputed figure.
    own
        Whether they concern the briefing itself; otherwise they frame its theme.
    """

    results: tuple[Result, ...]
    facts: Mapping[str, list[Fact]]
    own: bool


def claimed(
    tables: Tables,
    theme: str,
    parameters: Mapping[str, Any],
    *,
    year: int,
    edition: str,
    language: str,
) -> Claimed:
    """Recompute the claims that concern a briefing.

    Parameters
    ----------
    tables
        The tables of the briefing.
    theme, parameters
        They choose the claims.
    year, edition
        What is shown beside the claims' own year.
    language
        Language of the printed figures.
    """
    figures = claims.figures_of(tables)
    chosen = claims.of_briefing(claims.every(), theme, parameters)
    results = tuple(claims.evaluate(claim, figures, now=(edition, year)) for claim in chosen)
    facts = {
        result.claim.id: claim_facts.facts_of(result, figures, language=language)
        for result in results
    }
    return Claimed(results, facts, own=has_own(theme, parameters))


def has_own(theme: str, parameters: Mapping[str, Any]) -> bool:
    """Tell whether a claim concerns the briefing itself, without recomputing any."""
    chosen = claims.of_briefing(claims.every(), theme, parameters)
    return any(claims.concerns(claim, parameters) for claim in chosen)


def names(found: Claimed, labels: Labels) -> dict[str, Any]:
    """Return what the words of the section print: one entry a claim."""
    words = labels["claims"]
    return {
        "claims_own": found.own,
        "claims_year": year_name(YEAR),
        "claims": [
            {
                "about": Name(result.claim.about),
                "verdict": Name(words["verdicts"][result.claim.verdict]),
                "reason": Name(result.claim.reason),
                "where": Name(result.claim.where),
            }
            for result in found.results
        ],
    }


def table(
    found: Claimed, labels: Labels, *, year: int, caption: str, note: str
) -> tuple[pd.DataFrame, Table] | None:
    """Return the rows of the section's table and the table; None without a claim.

    Parameters
    ----------
    found
        The claims.
    labels
        Labels of the language.
    year
        Year of the briefing.
    caption, note
        Words above and below.
    """
    if not found.results:
        return None
    words = labels["claims"]
    dated = any(result.now is not None for result in found.results)
    head = [words["claim"], words["published"], words["recomputed"]]
    head += [words["now"].format(year_name(year))] if dated else []
    rows, cells = [], []
    for result in found.results:
        said, *recomputed = found.facts[result.claim.id]
        now = [fact for fact in recomputed if fact.id.endswith("-now")]
        then = [fact for fact in recomputed if fact not in now]
        row = [
            result.claim.about,
            _published(result, said, words),
            _listed(result, then, words),
            *([_printed(now)] if dated else []),
            words["verdicts"][result.claim.verdict],
        ]
        rows.append(tuple(row))
        values = {fact.id.removeprefix(f"claim-{result.claim.id}-"): fact.value for fact in now}
        cells.append(
            {"claim": result.claim.id, "published": said.value}
            | {_column(fact): fact.value for fact in then}
            | values
            | {"verdict": result.claim.verdict}
        )
    return pd.DataFrame(cells), Table(
        id="claims",
        caption=caption,
        head=(*head, words["verdict"]),
        rows=tuple(rows),
        note=note,
    )


def _column(fact: Fact) -> str:
    return str(fact.arguments["series"]).replace("-", "_")


def _published(result: Result, said: Fact, words: Labels) -> str:
    """Print the number; or the words, with the number that they are read as."""
    claim, language = result.claim, next(iter(said.printed))
    text = said.printed[language]
    if not claim.published.words:
        return text
    quoted = words["quoted"].format(text)
    if not claim.published.reading:
        return quoted
    read = words["readings"][claim.published.reading]
    return f"{quoted}, {read.format(printed.bound(claim.published, language))}"


def _listed(result: Result, then: list[Fact], words: Labels) -> str:
    """Print the recomputed figures with their series, or why there are none."""
    parts = [words["series"][fact.arguments["series"]].format(_printed([fact])) for fact in then]
    parts += [
        words["series"][value.series].format(words["in_store"])
        for value in result.then
        if value.in_store
    ]
    return "; ".join(parts) or words["nothing"]


def _printed(facts: list[Fact]) -> str:
    return next(iter(facts[0].printed.values())) if facts else ""


def sources(found: Claimed) -> tuple[SourceRef, ...]:
    """Return what the table rests on: the documents, then the series."""
    cited = (ref for facts in found.facts.values() for fact in facts for ref in fact.sources)
    return tuple(dict.fromkeys(cited))
