"""Facts of who the people inside a space may be: fled, born before a border, counted anew.

A share inside reads like movement under the space's rules. These facts say how much of it is not.
"""

from typing import Any

import numpy as np
import pandas as pd

from roundtable import reliability
from roundtable.briefing.space import Space
from roundtable.facts import Fact, SourceRef, forms
from roundtable.indicators import world
from roundtable.places import ties
from roundtable.reliability import refugees
from roundtable.sources import REFUGEES, TIES

LIVING = 1940
"""People born under a rule that ended before this year are no longer many."""


def people_facts(s: Space) -> list[Fact]:
    """Compute how many of the people inside fled, stand on new borders, or on new counts.

    Parameters
    ----------
    s
        The space, as from `open_space`.

    Returns
    -------
    list of Fact
        ``displaced`` (persons), its share and ``displaced-beyond`` (corridors);
        ``moved-border-share``, ``after-rule-share`` and ``rebased-share``, each of all people
        inside; None where nobody is there.
    """
    rows = s.inside_at(edition=s.edition, year=s.year)
    inside = int(rows["both"].sum())
    counted = refugees.persons_under_unhcr(rows, s.tables.refugees)
    stock = rows["both"].to_numpy(dtype=float)
    fled = int(counted.sum())
    # Of a corridor no more can be refugees than it has people, whatever UNHCR counts beside it.
    within = int(np.minimum(counted, stock).sum())
    beyond = int((counted > stock).sum())
    shares = {
        "moved-border-share": (
            _on(rows, ties.moved_borders()),
            "People inside the space on corridors between parts of a state that broke up in or "
            "after 1947",
            SourceRef(TIES),
        ),
        "after-rule-share": (
            _on(rows, after_rule(s.year)) & ~rows["citizens"].to_numpy(dtype=bool),
            "People inside the space who were born in a place that their country of residence "
            f"ruled until {LIVING} or later",
            SourceRef(TIES),
        ),
        "rebased-share": (
            rows["rebased"].to_numpy(dtype=bool),
            "People inside the space on corridors that left their course together with most "
            "origins of the destination",
            None,
        ),
    }
    unhcr = {"indicator": "refugees_in_space", "flags": ()}
    # A count over stocks that were carried forward is no firmer than they are.
    kind = _kind_of(rows)
    return [
        _fact(
            s, "displaced", fled if inside else None, forms.people, unit="persons",
            definition="Refugees and asylum seekers under UNHCR on the corridors inside the space",
            sources=(SourceRef(REFUGEES),), **unhcr, kind="measured" if inside else "no-estimate",
        ),
        _fact(
            s, "displaced-share", within / inside if inside else None, forms.percent, unit="share",
            definition="The same, no more of each corridor than its stock, against the people "
            "inside the space; part of them may be in no stock yet",
            sources=(SourceRef(REFUGEES), *s.sources()), **unhcr,
            kind=kind if inside else "no-estimate",
        ),
        _fact(
            s, "displaced-beyond", beyond if inside else None, forms.count, unit="corridors",
            definition="Corridors inside the space on which UNHCR counts more refugees and asylum "
            "seekers than the edition has people", sources=(SourceRef(REFUGEES), *s.sources()),
            **unhcr, kind=kind if inside else "no-estimate",
        ),
        *(
            _fact(
                s, id, int(rows["both"].to_numpy()[marked].sum()) / inside if inside else None,
                forms.percent, unit="share", indicator="intra_stock", definition=definition,
                sources=(*s.sources(), *([more] if more else [])),
                kind=_kind_of(rows[marked] if marked.any() else rows) if inside else "no-estimate",
            )
            for id, (marked, definition, more) in shares.items()
        ),
    ]  # fmt: skip


def _kind_of(rows: pd.DataFrame) -> str:
    return reliability.kind_of_sum(rows, mine=None, theirs=None)[0]


def after_rule(year: int) -> pd.DataFrame:
    """Return the corridors from places to those who ruled them until `LIVING` or later.

    A count of people born abroad holds those born there to settlers and officials, who came when
    the rule ended.

    Parameters
    ----------
    year
        Ties are those of that year.

    Returns
    -------
    DataFrame
        Rows as from `ties.corridors`; ``end`` is the year in which the rule ended.
    """
    found = ties.corridors(on=year, kinds=ties.COLONIAL)
    return found[(found["direction"] == "to holder") & (found["end"] >= LIVING)]


def _on(rows: pd.DataFrame, corridors: pd.DataFrame) -> np.ndarray:
    return np.asarray(world.linked(rows, corridors[["origin", "destination"]]), dtype=bool)


def _fact(s: Space, id: str, value: Any, form: Any, **about: Any) -> Fact:
    return s.fact(id, value, form, arguments=s.about, **about)
