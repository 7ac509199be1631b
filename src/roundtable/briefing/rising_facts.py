"""Facts of the corridors that emerged, and of rises that are no arrivals."""

from typing import Any

import pandas as pd

from roundtable import reliability
from roundtable.briefing.country import kind_of_sum
from roundtable.briefing.study import found_once
from roundtable.briefing.trends_study import WAYS, Trends
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators.rising import SMALL
from roundtable.reliability import refugees
from roundtable.sources import REFUGEES

FLIGHT = 0.05
"""From a twentieth of refugees on, a corridor is told after those without: it is half of the
share from which they are named, and UNHCR no longer counts those who were resettled."""

TOLD = 3
"""New corridors each way that the words tell; the tables have more."""


@found_once
def emerged(study: Trends, way: str) -> Any:
    """Return the new corridors that are told, those beyond ties and without refugees first.

    Parameters
    ----------
    study
        The country.
    way
        ``in`` for its immigrants, ``out`` for its emigrants.

    Returns
    -------
    DataFrame
        Rows of `Trends.risen`, `TOLD` at most.
    """
    return _ordered(study.risen[way], "emerged").head(TOLD)


@found_once
def grown(study: Trends, way: str) -> Any:
    """Return the largest told rise of a corridor that was large before, or is still small.

    Those that refugees and asylum seekers drive are told apart (`driven`).

    Parameters
    ----------
    study
        The country.
    way
        ``in`` for its immigrants, ``out`` for its emigrants.

    Returns
    -------
    DataFrame
        One row of `Trends.risen`, or none.
    """
    rows = study.risen[way]
    return rows[rows["status"].isin(["large", "small"]) & ~rows["driven"].astype(bool)].head(1)


def driven(study: Trends, way: str) -> list[str]:
    """Return the partners of told rises that consist mostly of refugees and asylum seekers.

    Parameters
    ----------
    study
        The country.
    way
        ``in`` for its immigrants, ``out`` for its emigrants.

    Returns
    -------
    list of str
        Codes in the order of `Trends.risen`, `TOLD` at most.
    """
    rows = study.risen[way]
    held = rows["driven"].astype(bool) & (rows["status"] != "refused")
    return rows.loc[held, "partner"].astype(str).head(TOLD).tolist()


def _ordered(rows: pd.DataFrame, status: str) -> pd.DataFrame:
    found = rows[rows["status"] == status]
    beyond = pd.Series([bonds == () for bonds in found["bonds"]], index=found.index, dtype=bool)
    found = found.assign(beyond=beyond, flight=found["refugees"] >= FLIGHT * found["after"])
    return found.sort_values(
        ["driven", "flight", "beyond"], ascending=[True, True, False], kind="stable"
    )


def rising_facts(study: Trends) -> list[Fact]:
    """Compute the figures of new corridors and of communities that were counted anew.

    Parameters
    ----------
    study
        The country, as from `open_trends`.

    Returns
    -------
    list of Fact
        For each new corridor ``<way>-<number>-before``, ``-after``, ``-here``, ``-there``,
        ``-reverse`` (people in the other direction) and ``-refugees``, and the same for the
        largest other rise that is told (``<way>-grown``); for each way how many corridors rose
        most and how many of them are refused; for the communities that broke together
        ``rebased-before`` and ``-after``.
    """
    facts = []
    for way in WAYS:
        for number, row in enumerate(emerged(study, way).itertuples(), 1):
            facts += _corridor(study, f"{way}-{number}", way, row)
        for row in grown(study, way).itertuples():
            facts += _corridor(study, f"{way}-grown", way, row)
        facts += _counts(study, way)
    return [*facts, *_fastest(study), *_rebased(study)]


def _fastest(study: Trends) -> list[Fact]:
    """Return what the world's fastest corridors beyond every link hold, where it is known."""
    rows = study.tables.world
    found = rows[
        (rows["measure"] == "fastest corridors without a link")
        & (rows["edition"] == study.edition)
        & (rows["year"] == study.year)
    ]
    about = {
        "unit": "corridors",
        "indicator": "fastest",
        "arguments": {"measure": "fastest corridors without a link", "year": study.year},
        "sources": (SourceRef(REFUGEES), *study.sources()),
    }
    part, whole = found[["part", "whole"]].iloc[0] if len(found) else (None, None)
    of = "corridors without border, tie or official language that rose fastest in nine years"
    return [
        study.fact(
            id, None if value is None else int(value), forms.count, definition=definition, **about
        )
        for id, value, definition in (
            ("fastest", whole, f"The world's {of}, with at least 25,000 people at the end"),
            ("fastest-fled", part, f"Of the world's {of}, those mostly of refugees"),
        )
    ]


def _corridor(study: Trends, id: str, way: str, row: Any) -> list[Fact]:
    stock = {"before": row.start, "after": row.end, "here": study.common}
    facts = [
        study.stock(f"{id}-{name}", way, row.partner, year=year, form=forms.people)
        for name, year in stock.items()
    ]
    facts.append(
        study.stock(
            f"{id}-there", way, row.partner, year=study.common, form=forms.people,
            edition=study.other,
        )
    )  # fmt: skip
    facts.append(
        study.stock(
            f"{id}-reverse", "in" if way == "out" else "out", row.partner,
            year=study.year, form=forms.people,
        )
    )  # fmt: skip
    # Where UNHCR counts more than the stock has, how many are in the stock is not known.
    share = row.refugees / row.after if row.refugees <= row.after else 0.0
    facts.append(
        study.fact(
            f"{id}-refugees",
            share if share >= refugees.SHARE else None,
            forms.percent,
            unit="share",
            indicator="refugees_inside",
            definition="Refugees and asylum seekers against the migrant stock, at least",
            arguments={**study.ends(way, row.partner), "year": row.end},
            sources=(SourceRef(REFUGEES), *study.sources()),
        )
    )
    return facts


def _counts(study: Trends, way: str) -> list[Fact]:
    rows = study.risen[way]
    refused = rows[rows["status"] == "refused"]
    about = {
        "unit": "corridors",
        "indicator": "rising",
        "arguments": {WAYS[way][0]: study.country, "year": study.year},
        "sources": study.sources(study.edition, study.other),
        # Where nothing was refused, that nothing rose rests on all figures of the side.
        "kind": _kind(refused) if len(refused) else kind_of_sum(study.listed(way)),
    }
    return [
        study.fact(
            f"{way}-risen",
            len(rows),
            forms.count,
            definition="Corridors with the largest rises among those that at least trebled",
            **about,
        ),
        study.fact(
            f"{way}-refused",
            len(refused),
            forms.count,
            definition="Those of them whose rise the figures do not carry",
            **about,
        ),
        study.fact(
            f"{way}-emerged",
            int((rows["status"] == "emerged").sum()),
            forms.count,
            definition="Corridors that passed from small to large, as both editions carry",
            **{**about, "kind": "measured"},
        ),
    ]


def _kind(refused: pd.DataFrame) -> str:
    """Return the kind of the figures that a refusal rests on."""
    codes = {code for reasons in refused["reasons"] for code in reasons.split(";")}
    if "disputed" in codes:
        return "disputed"
    return "carried-forward" if codes & set(reliability.REPEATED) else "measured"


def _rebased(study: Trends) -> list[Fact]:
    """Return what the last common break of the country's origins did to their numbers."""
    rows = study.corridors("in")
    mine = rows[(rows["edition"] == study.edition) & (rows["year"] <= study.year)]
    broken = mine[mine["rebased"].to_numpy(dtype=bool)]
    end = int(broken["year"].max()) if len(broken) else None
    codes: list[str] = []
    before = after = start = None
    kinds: dict[int | None, str] = {}
    if end is not None:
        last = broken[broken["year"] == end]
        start = int(mine.loc[mine["year"] < end, "year"].max())
        figures = mine.pivot(index="origin", columns="year", values="both").loc[last["origin"]]
        # One new count sets falling courses up and rising ones down: only the former look like
        # arrivals.
        figures = figures[(figures[end] > figures[start]) & (figures[end] >= SMALL)]
        figures = figures.sort_values(end, ascending=False)
        codes = [str(code) for code in figures.index]
        if codes:
            before, after = int(figures[start].sum()), int(figures[end].sum())
            theirs = mine[mine["origin"].isin(codes)]
            kinds = {year: kind_of_sum(theirs[theirs["year"] == year]) for year in (start, end)}
    about = {"destination": study.country, "origins": codes}
    flags = {"flags": ("rebased",) if codes else ()}
    return [
        study.fact(
            "rebased-count",
            len(codes) or None,
            forms.count,
            unit="communities",
            indicator="common_breaks",
            definition="Origins that fell for years and rose together in one interval",
            arguments={**about, "year": end},
            **flags,
        ),
        *(
            study.fact(
                f"rebased-{name}",
                value,
                forms.people,
                unit="persons",
                indicator="common_breaks",
                definition="People of the origins that rose together",
                arguments={**about, "year": year},
                **({"kind": kinds[year]} if codes else {}),
                **flags,
            )
            for name, value, year in (("before", before, start), ("after", after, end))
        ),
    ]
