"""Facts of the corridors that hold more or fewer people than history and geography explain."""

import numpy as np
import pandas as pd

from roundtable.briefing.country import OPPOSITE, Country, End
from roundtable.briefing.tie_facts import SIDES
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import expected
from roundtable.sources import GRAVITY, TIES

LARGE = 10_000
"""People who live in a corridor, or are expected in it; of smaller ones a ratio says little."""

FAR = 2.0
"""Times by which a corridor must differ from what is expected of it."""

SHOWN = 4
"""Corridors shown on each side of what is expected, of each direction."""

FIRM = ("measured", "revised")
"""Kinds of figures that are set against the model: no ratio rests on a disputed one or on one
that was carried forward. Corridors of which a tenth or more are refugees are left out too: war
is no part of the model, and explains them without it."""


def compared(c: Country) -> pd.DataFrame:
    """Set the country's firm corridors against the model.

    Parameters
    ----------
    c
        The country.

    Returns
    -------
    DataFrame
        ``people`` (``immigrants`` or ``emigrants``), ``side`` (``more``, ``fewer``),
        ``partner, both, expected, ratio``, the farthest from what is expected first; empty where
        the briefing is about another year or edition than the model.
    """
    gravity = expected.read()
    columns = ["people", "side", "partner", "both", "expected", "ratio"]
    if (c.edition, c.year) != (gravity.edition, gravity.year):
        return pd.DataFrame(columns=columns)
    pieces = [_farthest(c, people, end, gravity=gravity)[columns] for people, end in SIDES.items()]
    return pd.concat(pieces, ignore_index=True)


def _farthest(c: Country, people: str, end: End, *, gravity: expected.Gravity) -> pd.DataFrame:
    rows = c.at(end)
    firm = rows["kind"].isin(FIRM).to_numpy() & ~rows["refugees_inside"].to_numpy()
    found = expected.against(rows[firm], pairs=c.tables.pairs, gravity=gravity)
    both, modelled, ratio = (
        found[name].to_numpy(dtype=float) for name in ("both", "expected", "ratio")
    )
    # The corridor that is largest among those is told first: many small ones are far off.
    gap = np.abs(both - modelled)
    sides = {
        "more": (ratio >= FAR) & (both >= LARGE),
        "fewer": (ratio <= 1 / FAR) & (modelled >= LARGE),
    }
    order = np.argsort(-gap, kind="stable")
    at = {side: order[far[order]][:SHOWN] for side, far in sides.items()}
    return found.iloc[np.concatenate(list(at.values()))].assign(
        people=people,
        side=[side for side, shown in at.items() for _ in shown],
        partner=lambda shown: shown[OPPOSITE[end]],
    )


def gravity_facts(c: Country, found: pd.DataFrame) -> list[Fact]:
    """Make the facts of the model and of the corridor that exceeds it most, each way.

    Parameters
    ----------
    c
        The country.
    found
        As from `compared`.
    """
    gravity = expected.read()
    about = {
        "edition": gravity.edition,
        "sources": (*c.sources(gravity.edition), SourceRef(GRAVITY), SourceRef(TIES)),
        "kind": "modelled",
    }
    facts = [
        c.fact(
            "gravity-corridors",
            gravity.corridors,
            forms.people,
            unit="corridors",
            indicator="gravity",
            definition="Listed corridors on which the model was estimated",
            arguments={"year": gravity.year},
            **about,
        ),
        c.fact(
            "gravity-distance",
            -gravity.coefficients["log_distance"],
            forms.decimal_two,
            unit="elasticity",
            indicator="gravity",
            definition="Percent by which a corridor is smaller for each percent of distance more",
            arguments={"year": gravity.year},
            **about,
        ),
    ]
    for people, end in SIDES.items():
        mine = found[(found["people"] == people) & (found["side"] == "more")]
        row = mine.iloc[0] if len(mine) else None
        partner = None if row is None else str(row["partner"])
        ends = {end: c.country, OPPOSITE[end]: partner}
        for name, value, form, unit in (
            ("stock", None if row is None else int(row["both"]), forms.people, "persons"),
            ("expected", None if row is None else float(row["expected"]), forms.people, "persons"),
            ("times", None if row is None else float(row["ratio"]), forms.times, "ratio"),
        ):
            facts.append(
                c.fact(
                    f"{people}-more-{name}",
                    value,
                    form,
                    unit=unit,
                    indicator="gravity",
                    definition="The largest excess over what distance, border, language and "
                    "history let one expect: the corridor's stock, the model's, and their ratio",
                    arguments={**ends, "year": gravity.year},
                    **{**about, "kind": "no-estimate" if value is None else "modelled"},
                )
            )
    return facts
