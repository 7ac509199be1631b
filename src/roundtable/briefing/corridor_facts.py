"""Facts of a corridor: its size both ways, its growth, and what it is set against."""

import pandas as pd

from roundtable import reliability
from roundtable.briefing.corridor import Corridor, kind_of, weaker
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import context, corridor
from roundtable.sources import DECADES


def corridor_facts(c: Corridor) -> list[Fact]:
    """Compute size, growth and intensity of a corridor.

    Parameters
    ----------
    c
        The corridor, as from `open_corridor`.

    Returns
    -------
    list of Fact
        Ids as the templates use them; a fact without estimate has the value None.
    """
    return [
        *_stocks(c),
        *_stocks(c, reverse=True),
        *_growth(c),
        *_extremes(c),
        *_before(c),
        *_intensity(c),
    ]


def _stocks(c: Corridor, *, reverse: bool = False) -> list[Fact]:
    """Return stocks in this edition and the other, and the share of women."""
    ends = (c.origin, c.destination)
    origin, destination = ends[::-1] if reverse else ends
    prefix = "reverse-" if reverse else ""
    figures = {
        "stock": (c.edition, c.year),
        "stock-common": (c.edition, c.common),
        "stock-other": (c.other, c.common),
    }
    found = {
        name: c.row(edition=edition, year=year, reverse=reverse)
        for name, (edition, year) in figures.items()
    }
    listed = any(row is not None for row in found.values())
    facts = []
    for name, (edition, year) in figures.items():
        row = found[name]
        value = None if row is None else int(row["both"])
        kind, flags = kind_of(row, value, listed_elsewhere=listed)
        about = {
            "edition": edition,
            "arguments": {"origin": origin, "destination": destination, "year": year},
            "kind": kind,
            "flags": flags,
        }
        facts.append(
            c.fact(
                prefix + name,
                value,
                forms.people,
                unit="persons",
                indicator="corridor_stock",
                definition="People of one origin who live in one destination, at mid-year",
                **about,
            )
        )
        if name == "stock":
            female = None if row is None else int(row["female"])
            drawn = reliability.women_on_a_line(c.rows(edition=edition, reverse=reverse))
            if year in drawn:
                about["kind"] = weaker(kind, "carried-forward")
            facts.append(
                c.fact(
                    f"{prefix}share-of-women",
                    corridor.share_of_women(female, value),
                    forms.percent,
                    unit="share",
                    indicator="share_of_women",
                    definition="Women among the people of the corridor",
                    **about,
                )
            )
    return facts


def _growth(c: Corridor) -> list[Fact]:
    """Return growth in both editions over the period that both carry."""
    period = c.growth_period
    facts = []
    found = {}
    if period:
        start, end = period
        ends = {"origin": c.origin, "destination": c.destination}
        found = {
            edition: corridor.growth(c.flagged, **ends, edition=edition, start=start, end=end)
            for edition in (c.edition, c.other)
        }
    form = forms.alike(*(item.ratio for item in found.values()), c.language) if found else None
    for name, edition in (("growth", c.edition), ("growth-other", c.other)):
        about = {
            "edition": edition,
            "indicator": "growth",
            "arguments": {"origin": c.origin, "destination": c.destination},
            "kind": "no-estimate",
            "flags": (),
        }
        ratio = rate = None
        if period:
            ratio, rate = found[edition].ratio, found[edition].per_year
            rows = [c.row(edition=edition, year=year) for year in period]
            kinds = [str(row["kind"]) for row in rows]
            about["arguments"] = {**ends, "start": start, "end": end}
            about["kind"] = max(kinds, key=reliability.KINDS.index)
            about["flags"] = tuple(
                dict.fromkeys(flag for row in rows for flag in reliability.flags_of(row))
            )
        facts += [
            c.fact(
                name,
                ratio,
                form or forms.change,
                unit="ratio",
                definition="Stock at the end of the period over stock at its start",
                **about,
            ),
            c.fact(
                f"{name}-rate",
                rate,
                forms.percent,
                unit="per year",
                definition="Exponential rate of change a year: ln(end / start) / years",
                **about,
            ),
        ]
    return facts


def _extremes(c: Corridor) -> list[Fact]:
    """Return the highest and the lowest figure within the period of growth, in both editions.

    A change between two ends says nothing of a rise and fall between them, or of the reverse.
    """
    facts = []
    for end, edition in (("", c.edition), ("-other", c.other)):
        rows = c.rows(edition=edition)
        rows = rows[rows["year"].between(*c.growth_period)] if c.growth_period else rows.iloc[:0]
        found = {
            ("peak", "Highest"): rows["both"].idxmax() if len(rows) else None,
            ("trough", "Lowest"): rows["both"].idxmin() if len(rows) else None,
        }
        for (name, word), at in found.items():
            definition = f"{word} stock of the corridor in the years over which growth is told"
            row = None if at is None else rows.loc[at]
            facts.append(_of_row(c, f"{name}{end}", row, definition, edition=edition))
    return facts


def _before(c: Corridor) -> list[Fact]:
    """Return figures of the source before the edition, and what both have for one year.

    The first and last before the edition; the older source's figure for the edition's first
    year and the edition's own, which show how wide the seam is.
    """
    rows = c.before
    facts = []
    for name, row in (
        ("before-first", rows.iloc[0] if len(rows) else None),
        ("before-last", rows.iloc[-1] if len(rows) else None),
        ("before-at-seam", c.at_seam),
    ):
        facts.append(
            c.fact(
                name,
                None if row is None else int(row["persons"]),
                forms.people,
                unit="persons",
                indicator="stock_before",
                definition="People of the origin in the destination, in a source older than the "
                "UN's estimates and not to be compared with them",
                arguments={
                    "origin": c.origin,
                    "destination": c.destination,
                    "year": None if row is None else int(row["year"]),
                },
                edition="",
                sources=(SourceRef(DECADES if row is None else str(row["source"])),),
                kind="no-estimate" if row is None else "measured",
                flags=() if row is None else ("seam",),
            )
        )
    own = c.rows(edition=c.edition)
    first = own.iloc[0] if len(own) else None
    definition = "Stock of the corridor in the first year in which the edition has it"
    return [*facts, _of_row(c, "first-stock", first, definition, edition=c.edition)]


def _of_row(c: Corridor, id: str, row: pd.Series | None, definition: str, *, edition: str) -> Fact:
    """Return the stock of one of the corridor's rows as a fact; without the row, no estimate."""
    kind, flags = ("no-estimate", ()) if row is None else kind_of(row, 1, listed_elsewhere=True)
    return c.fact(
        id,
        None if row is None else int(row["both"]),
        forms.people,
        unit="persons",
        indicator="corridor_stock",
        definition=definition,
        edition=edition,
        arguments={
            "origin": c.origin,
            "destination": c.destination,
            "year": None if row is None else int(row["year"]),
        },
        kind=kind,
        flags=flags,
    )


def _intensity(c: Corridor) -> list[Fact]:
    """Return the stock against the inhabitants of either end."""
    row = c.row(edition=c.edition, year=c.year)
    persons = None if row is None else int(row["both"])
    facts = []
    for end, place in (("origin", c.origin), ("destination", c.destination)):
        inhabitants = context.population(
            c.tables.totals, place=place, year=c.year, edition=c.edition
        )
        facts.append(
            c.fact(
                f"per-thousand-of-{end}",
                corridor.per_thousand(persons, inhabitants),
                forms.per_thousand,
                unit="per 1,000 inhabitants",
                indicator="per_thousand",
                definition=f"People of the corridor for every 1,000 inhabitants of the {end}",
            )
        )
    return facts
