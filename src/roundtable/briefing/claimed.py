"""What documents said and what the data say: a briefing's claims as a table and in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd

from roundtable import claims, kept
from roundtable.claims import Result, claim_facts, printed
from roundtable.claims.figures import STOCKS, WORLD_BANK
from roundtable.facts import Fact, Name, SourceRef, forms, year_name
from roundtable.sources import EDITIONS
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
    about = f"{tables.digest} {edition} {year} {language}"

    def recomputed(claim: claims.Claim) -> tuple[Result, list[Fact]]:
        result = claims.evaluate(claim, figures, now=(edition, year))
        return result, claim_facts.facts_of(result, figures, language=language)

    # Claims that frame a theme stand in all its briefings, and the paper has every claim.
    found = [
        kept.made("claim", partial(recomputed, claim), of=f"{claim.id} {about}") for claim in chosen
    ]
    facts = {result.claim.id: own for result, own in found}
    results = tuple(result for result, _ in found)
    return Claimed(results, facts, own=has_own(theme, parameters))


def has_own(theme: str, parameters: Mapping[str, Any]) -> bool:
    """Tell whether a claim concerns the briefing itself, without recomputing any.

    Parameters
    ----------
    theme
        Of the briefing.
    parameters
        Of the briefing.
    """
    chosen = claims.of_briefing(claims.every(), theme, parameters)
    return any(claims.concerns(claim, parameters) for claim in chosen)


def names(found: Claimed, labels: Labels, language: str) -> dict[str, Any]:
    """Return what the words of the section print: one entry a claim.

    Parameters
    ----------
    found
        The claims recomputed, as from `claimed`.
    labels
        Labels of the language.
    language
        Of the words.

    Returns
    -------
    dict
        ``claims_own``, ``claims_year``, ``claims_shown`` (which columns the table has), and
        ``claims``, each of these with ``about``, ``verdict``, ``reason``, ``where`` and ``read``.
    """
    words = labels["claims"]
    return {
        "claims_own": found.own,
        "claims_year": year_name(YEAR),
        # The note below the table names the sources of its columns, and no others.
        "claims_shown": {
            "then": any(_any(found, edition) for edition in EDITIONS),
            "bank": _any(found, WORLD_BANK),
            "other": _any(found, "other"),
            "now": _any(found, "now"),
        },
        "claims": [
            {
                "about": Name(result.claim.about),
                "verdict": Name(words["verdicts"][result.claim.verdict]),
                "reason": Name(result.claim.reason),
                "where": Name(result.claim.where),
                "read": Name(_read(result, words, language)),
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

    Returns
    -------
    tuple of DataFrame and Table, or None
        Rows ``claim, published``, a column for each of `COLUMNS` on which a claim is recomputed,
        ``verdict``; values in the units of the claims.
    """
    if not found.results:
        return None
    words = labels["claims"]
    columns = [name for name in COLUMNS if _any(found, name)]
    heads = {**words["series"], "now": words["now"].format(year_name(year))}
    rows, cells = [], []
    for result in found.results:
        said, *recomputed = found.facts[result.claim.id]
        by_column = {_column(fact): fact for fact in recomputed}
        text = _printed(said)
        rows.append(
            (
                result.claim.about,
                words["quoted"].format(text) if result.claim.published.words else text,
                *(_printed(by_column.get(name)) for name in columns),
            )
        )
        cells.append(
            {"claim": result.claim.id, "published": said.value}
            | {name: getattr(by_column.get(name), "value", None) for name in columns}
            | {"verdict": result.claim.verdict}
        )
    return pd.DataFrame(cells), Table(
        id="claims",
        caption=caption,
        head=(words["claim"], words["published"], *(heads[name] for name in columns)),
        rows=tuple(rows),
        note=note,
        signs={forms.DASH: labels["table"]["signs"]["not_computed"]},
    )


COLUMNS = (*EDITIONS, WORLD_BANK, "other", "now")
"""Columns of recomputed figures; what rests on no stock stands under ``other``."""


def _any(found: Claimed, column: str) -> bool:
    """Tell whether a recomputed figure stands in a column."""
    return any(_column(fact) == column for facts in found.facts.values() for fact in facts[1:])


def _column(fact: Fact) -> str:
    if fact.id.endswith("-now"):
        return "now"
    series = str(fact.arguments["series"])
    return series if series in STOCKS else "other"


def _read(result: Result, words: Labels, language: str) -> str:
    """Return how words are read, for the list of verdicts; empty where they are not."""
    said = result.claim.published
    if not said.reading:
        return ""
    return words["readings"][said.reading].format(printed.bound(said, language))


def _printed(fact: Fact | None) -> str:
    return next(iter(fact.printed.values())) if fact else forms.DASH


def sources(found: Claimed) -> tuple[SourceRef, ...]:
    """Return what the table rests on: the documents, then the series.

    Parameters
    ----------
    found
        The claims recomputed, as from `claimed`.

    Returns
    -------
    tuple of SourceRef
        Each once, in the order of the claims' facts.
    """
    cited = (ref for facts in found.facts.values() for fact in facts for ref in fact.sources)
    return tuple(dict.fromkeys(cited))
