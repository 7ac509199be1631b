"""Facts of the people who fled, by UNHCR's own count: no stock is needed to tell of them."""

import pandas as pd

from roundtable.briefing.study import found_once
from roundtable.briefing.trends_study import WAYS, Trends
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators.rising import SMALL
from roundtable.places import OTHERS
from roundtable.sources import REFUGEES

PARTNERS = 2
"""Origins or destinations that the words name."""


@found_once
def under_unhcr(study: Trends, way: str) -> pd.DataFrame:
    """Return refugees and asylum seekers from or in the country in its year, by the other end.

    Parameters
    ----------
    study
        The country.
    way
        ``in`` (those in it) or ``out`` (those from it).

    Returns
    -------
    DataFrame
        ``partner, persons``, the largest first; empty where UNHCR's table has no row.
    """
    mine, theirs = WAYS[way]
    rows = study.tables.refugees
    rows = rows[(rows[mine] == study.country) & (rows["year"] == study.year)]
    persons = rows["refugees"] + rows["asylum_seekers"].fillna(0)
    found = pd.DataFrame({"partner": rows[theirs].astype(str), "persons": persons.astype(int)})
    return found.sort_values(["persons", "partner"], ascending=[False, True], ignore_index=True)


@found_once
def named(study: Trends, way: str) -> list[str]:
    """Return the partners that the words name: those with most, none of a few people only.

    Parameters
    ----------
    study
        The country.
    way
        ``in`` for its immigrants, ``out`` for its emigrants.

    Returns
    -------
    list of str
        Codes, those with most people under UNHCR first, `PARTNERS` at most.
    """
    found = under_unhcr(study, way)
    kept = found[(found["partner"] != OTHERS) & (found["persons"] >= SMALL)]
    return kept["partner"].head(PARTNERS).tolist()


def flight_facts(study: Trends) -> list[Fact]:
    """Count refugees and asylum seekers in the country and from it.

    Parameters
    ----------
    study
        The country, as from `open_trends`.

    Returns
    -------
    list of Fact
        For each way ``<way>-fled`` and, of the partners with most, ``<way>-fled-1`` and so on.
    """
    facts = []
    for way, (mine, theirs) in WAYS.items():
        found = under_unhcr(study, way)
        about = {mine: study.country, "year": study.year}
        total = int(found["persons"].sum()) if len(found) else None
        facts.append(_fact(study, f"{way}-fled", total, about))
        counts = found.set_index("partner")["persons"]
        for number, code in enumerate(named(study, way), 1):
            own = {**about, theirs: code}
            facts.append(_fact(study, f"{way}-fled-{number}", int(counts[code]), own))
    return facts


def _fact(study: Trends, id: str, value: int | None, arguments: dict) -> Fact:
    return study.fact(
        id,
        value,
        forms.people,
        unit="persons",
        indicator="under_unhcr",
        definition="Refugees and asylum seekers under UNHCR's mandate",
        arguments=arguments,
        edition="",
        sources=(SourceRef(REFUGEES),),
    )
