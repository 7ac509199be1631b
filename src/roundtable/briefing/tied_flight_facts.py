"""Facts of the people on tied corridors who fled: a tie joined the two ends, and war moved them."""

import numpy as np
import pandas as pd

from roundtable.briefing.country import OPPOSITE, Country, End, flags_of_sum, kind_of_sum
from roundtable.briefing.study import found_once
from roundtable.briefing.tie_facts import SIDES
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import tie_classes
from roundtable.places import OTHERS
from roundtable.reliability.emerging import DRIVEN
from roundtable.reliability.refugees import persons_under_unhcr
from roundtable.sources import REFUGEES, TIES


@found_once
def tied_flight(c: Country, end: End) -> pd.DataFrame:
    """Return the tied corridors of one side that consist mostly of people who fled.

    Parameters
    ----------
    c
        The country.
    end
        Where it stands.

    Returns
    -------
    DataFrame
        Those rows of the year of which refugees and asylum seekers under UNHCR are at least half
        (`emerging.DRIVEN`, by which new trends tell a corridor that is driven by refugees), with
        ``under_unhcr`` (persons), no more than the stock has; the largest number first.
    """
    rows = c.at(end)
    rows = rows[tie_classes.having(rows, "tied") & (rows["origin"] != OTHERS)]
    stock = rows["both"].to_numpy(dtype=float)
    counted = persons_under_unhcr(rows, c.tables.refugees)
    found = rows.assign(under_unhcr=np.minimum(counted, stock).astype(int))
    found = found[counted >= DRIVEN * stock]
    return found.sort_values(["under_unhcr", OPPOSITE[end]], ascending=[False, True])


def tied_flight_facts(c: Country) -> list[Fact]:
    """Count the people on tied corridors who fled, for both sides.

    Parameters
    ----------
    c
        The country, as from `open_country`.

    Returns
    -------
    list of Fact
        ``immigrants-tied-fled`` and ``emigrants-tied-fled`` (persons), and ``-share``, their part
        of the people with a tie; None where no tied corridor consists mostly of refugees, and the
        part where most of the people on these corridors stand in figures carried forward.
    """
    facts = []
    for people, end in SIDES.items():
        rows = tied_flight(c, end)
        every = c.at(end)
        tied = float(every.loc[tie_classes.having(every, "tied"), "both"].sum())
        fled = int(rows["under_unhcr"].sum()) if len(rows) else None
        about = {
            "indicator": "tied_and_fled",
            "arguments": {end: c.country, "year": c.year, "tie": "tied"},
            "sources": (SourceRef(REFUGEES), *c.sources(), SourceRef(TIES)),
            # Which corridors consist mostly of refugees rests on their stocks.
            "kind": kind_of_sum(rows),
            "flags": flags_of_sum(rows),
        }
        # As everywhere, no part is told of a stock that was carried forward.
        part = None if not tied or about["kind"] == "carried-forward" else tied
        facts.append(
            c.fact(
                f"{people}-tied-fled",
                fled,
                forms.people,
                unit="persons",
                definition="Refugees and asylum seekers under UNHCR on corridors with a tie of "
                "which they are at least half, no more of each corridor than its stock",
                **about,
            )
        )
        facts.append(
            c.fact(
                f"{people}-tied-fled-share",
                fled / part if fled is not None and part else None,
                forms.percent,
                unit="share",
                definition="The same, against all people on corridors with a tie; part of them "
                "may be in no stock yet",
                **{**about, "kind": about["kind"] if fled is not None and part else "no-estimate"},
            )
        )
    return facts


def fled_by_class(c: Country, end: End) -> pd.Series:
    """Return the people who fled on such corridors by class of tie (persons).

    Parameters
    ----------
    c
        The country.
    end
        Where it stands.

    Returns
    -------
    Series
        By class; one without such a corridor is not there.
    """
    return tied_flight(c, end).groupby("class", observed=True)["under_unhcr"].sum()
