"""Figures that the paper of 2010 printed, and what comes of them today."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import pandas as pd

from roundtable.briefing.paper.practice import PAPER
from roundtable.claims import VERDICTS, Claim, Figures, Value, evaluate, every, printed
from roundtable.claims.claim_facts import facts_of
from roundtable.claims.figures import STOCKS
from roundtable.facts import Fact, SourceRef, forms
from roundtable.tables import Table

INDICATOR = "claims_by_verdict"
"""Name of the indicator: claims are counted by their verdict."""


def set_against_data(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims of the paper that are set against stocks, in the order of the file.

    Parameters
    ----------
    claims
        Claims, in the order of the file.

    Returns
    -------
    list of Claim
        Those that are recomputed on at least one series of stocks.
    """
    return [
        claim
        for claim in claims
        if claim.document == PAPER and claim.recomputed and set(claim.every_series) & set(STOCKS)
    ]


def verdict_facts(claims: Iterable[Claim], *, language: str) -> list[Fact]:
    """Count the claims that are set against stocks, and those of each verdict.

    Parameters
    ----------
    claims
        Claims, in the order of the file.
    language
        Of the words.

    Returns
    -------
    list of Fact
        ``claims`` and, for each verdict, ``claims-<verdict>``.
    """
    mine = set_against_data(claims)
    counts = {"": len(mine)} | {
        verdict: sum(claim.verdict == verdict for claim in mine) for verdict in VERDICTS
    }
    return [
        Fact(
            id=f"claims-{verdict}".replace(" ", "-").rstrip("-"),
            value=count,
            unit="figures",
            printed={language: forms.count(count, language)},
            indicator=INDICATOR,
            definition="Figures of the paper that are set against data"
            + (f", with the verdict '{verdict}'" if verdict else ""),
            arguments={"document": PAPER, "verdict": verdict},
            sources=(SourceRef(PAPER),),
        )
        for verdict, count in counts.items()
    ]


TOLD = (
    *("mali-in-ecowas", "mali-in-central-africa", "mali-in-europe", "mali-abroad"),
    *("uk-ten-origins", "uk-six-of-the-eu", "uk-four-former-colonies", "china-africa"),
    "israelis-in-industry",
)
"""Claims that the text tells; the table has all that are set against data."""


def told(figures: Figures, *, edition: str, other: str, language: str) -> dict[str, Any]:
    """Return the facts of the claims that the text tells, as templates take them.

    Parameters
    ----------
    figures
        What claims are recomputed from.
    edition, other
        The edition of the paper, and the one to compare with.
    language
        Of the words.

    Returns
    -------
    dict
        For each claim, by its id with underscores, ``published``, ``here`` and ``there`` (the
        claim's year in both editions) and ``alone`` (where one series serves); None where a
        series has no value.
    """
    known = every()
    found = {}
    for id in TOLD:
        if id not in known:
            continue
        facts = facts_of(evaluate(known[id], figures), figures, language=language)
        facts = [_in_words(fact, language) for fact in facts]
        series = {fact.arguments.get("series", "published"): fact for fact in facts}
        found[id.replace("-", "_")] = {
            "published": series.pop("published"),
            "here": series.get(edition),
            "there": series.get(other),
            "alone": next(iter(series.values()), None),
        }
    return found


def _in_words(fact: Fact, language: str) -> Fact:
    """Print a count as running text does: small numbers are words."""
    if fact.unit != "count" or fact.value is None:
        return fact
    return replace(fact, printed={language: forms.count(int(fact.value), language)})


def rows_of(arguments: Mapping[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the claims that a count rests on.

    Parameters
    ----------
    arguments
        Arguments of its fact: ``document`` and ``verdict`` (may be empty).

    Returns
    -------
    tuple of str and DataFrame
        Where the claims stand, and rows ``claim, where, about, verdict``.
    """
    mine = set_against_data(every().values())
    rows = [
        {"claim": claim.id, "where": claim.where, "about": claim.about, "verdict": claim.verdict}
        for claim in mine
        if arguments["verdict"] in ("", claim.verdict)
    ]
    return "data/claims.yml", pd.DataFrame(rows)


def table(
    claims: Iterable[Claim],
    figures: Figures,
    *,
    now: tuple[str, int],
    labels: Mapping[str, Any],
    caption: str,
    note: str,
    language: str,
) -> tuple[pd.DataFrame, Table]:
    """Return each claim with what was printed, what is recomputed, and the verdict.

    Parameters
    ----------
    claims
        Claims, in the order of the file.
    figures
        What they are recomputed from.
    now
        Edition and year of the paper, for the latest value.
    labels
        Labels of the language.
    caption, note
        Of the table.
    language
        Of the words.

    Returns
    -------
    tuple of DataFrame and Table
        Rows ``claim, where, published, recomputed, latest, verdict``, figures as they are printed.
    """
    rows, cells = [], []
    for claim in set_against_data(claims):
        result = evaluate(claim, figures, now=now)
        latest = (result.now,) if result.now else ()
        then, today = (_printed(claim, values, language) for values in (result.then, latest))
        said = printed.published(claim.published, language)
        # Words of the paper that stand for a figure are shown as such.
        quoted = f"\N{LEFT DOUBLE QUOTATION MARK}{said}\N{RIGHT DOUBLE QUOTATION MARK}"
        shown_as = quoted if claim.published.words else said
        cells.append((f"{claim.about}: {shown_as}", then, today, claim.verdict))
        rows.append((claim.id, claim.where, said, then, today, claim.verdict))
    columns = ["claim", "where", "published", "recomputed", "latest", "verdict"]
    head = tuple(word.format(now[1]) for word in labels["paper"]["claims"])
    shown = Table(id="rechecked", caption=caption, head=head, rows=tuple(cells), note=note)
    return pd.DataFrame(rows, columns=columns), shown


def _printed(claim: Claim, values: Iterable[Value], language: str) -> str:
    """Print what the series give, each once; a dash where none gives a value."""
    found = [
        printed.recomputed(claim, value.value, language)
        for value in values
        if value.value is not None
    ]
    return "; ".join(dict.fromkeys(found)) or forms.DASH
