"""Facts, words and table of the corridors that are like a briefing's and have an agreement."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from roundtable import places
from roundtable.briefing.agreement_words import as_of
from roundtable.briefing.alike import Peers
from roundtable.briefing.bilateral_tables import Labels, Line
from roundtable.briefing.corridor import Corridor, kind_of
from roundtable.facts import Book, Fact, Name, SourceRef, forms
from roundtable.indicators import peers
from roundtable.register.entry import Partnership
from roundtable.register.trace import COMPARED, ELSEWHERE
from roundtable.sources import REGISTER, TIES, WORLD_BANK
from roundtable.tables import Table

DISTANCES = "cepii-geodist"


def peer_facts(c: Corridor, found: Peers) -> list[Fact]:
    """Make the facts of what was compared and of each corridor that is shown.

    Parameters
    ----------
    c
        The corridor.
    found
        As from `alike.peers_of`.

    Returns
    -------
    list of Fact
        ``peers-elsewhere, peers-compared, peers-shown``; ``income-ratio`` of the corridor; and
        ``peer-<n>-stock, -distance, -income-ratio``, the nearest first.
    """
    ends = {"origin": c.origin, "destination": c.destination}
    facts = [
        _count(c, "peers-elsewhere", found.elsewhere, ELSEWHERE, ends,
               "Other corridors for which the register has an agreement", edition=""),
        # Which corridors can be compared hangs on which of them the edition lists.
        _count(c, "peers-compared", found.compared, COMPARED, c.about,
               "Corridors among them of which stock, distance, incomes and ties are known",
               sources=sources_of_peers(c)),
        _count(c, "peers-shown", len(found.shown), COMPARED, c.about,
               "Corridors among them that are alike enough and shown",
               sources=sources_of_peers(c)),
        _income(c, "income-ratio", found.own, ends),
    ]  # fmt: skip
    for number, peer in enumerate(found.shown, 1):
        persons = int(peer.measured.persons)
        kind, flags = kind_of(peer.flagged, persons, listed_elsewhere=True)
        facts += [
            c.fact(
                f"peer-{number}-stock",
                persons,
                forms.exact,
                unit="persons",
                indicator="corridor_stock",
                definition="Migrant stock of a similar corridor",
                arguments={**peer.ends, "year": c.year},
                kind=kind,
                flags=flags,
            ),
            c.fact(
                f"peer-{number}-distance",
                int(peer.measured.distance),
                forms.exact,
                unit="kilometres",
                indicator="distance",
                definition="Shortest way over the Earth between the capitals",
                arguments=peer.ends,
                edition="",
                sources=(SourceRef(DISTANCES),),
                kind="measured",
                flags=(),
            ),
            _income(c, f"peer-{number}-income-ratio", peer.measured, peer.ends),
        ]
    return facts


def _count(
    c: Corridor, id: str, value: int, indicator: str, about: dict, definition: str, **more: Any
) -> Fact:
    more.setdefault("sources", (SourceRef(REGISTER),))
    return c.fact(
        id,
        value,
        forms.count,
        unit="corridors",
        indicator=indicator,
        definition=definition,
        arguments=dict(about),
        kind="measured",
        flags=(),
        **more,
    )


def _income(c: Corridor, id: str, row: Any, ends: Mapping[str, str]) -> Fact:
    return c.fact(
        id,
        None if row is None else float(row.income_ratio),
        forms.decimal,
        unit="ratio",
        indicator="gdp_per_capita",
        definition="GDP per capita (PPP) of the destination over that of the origin",
        arguments={
            "numerator": ends["destination"],
            "denominator": ends["origin"],
            "year": None if row is None else int(row.income_year),
        },
        edition="",
        sources=(SourceRef(WORLD_BANK),),
        kind="no-estimate" if row is None else "measured",
        flags=(),
    )


def peer_names(found: Peers, language: str) -> dict[str, Any]:
    """Return what the words on peers print and decide by besides facts.

    Parameters
    ----------
    found
        As from `peers_of`.
    language
        Of the words.

    Returns
    -------
    dict
        ``peer_limit_<measure>`` for each of `peers.LIMITS`, and ``peers_measured``.
    """
    limits = {
        f"peer_limit_{measure}": Name(forms.count(int(limit), language))
        for measure, limit in peers.LIMITS.items()
    }
    return {**limits, "peers_measured": found.own is not None}


def peer_table(
    c: Corridor, found: Peers, book: Book, labels: Labels, line: Line
) -> tuple[pd.DataFrame, Table] | None:
    """Return the corridor and its peers as rows and as a table; None where there is no peer.

    Parameters
    ----------
    c
        The corridor.
    found
        As from `alike.peers_of`.
    book
        Its facts; those in the table are noted as shown.
    labels
        Labels of the language, with the group ``peers``.
    line
        Renders a section as plain text: ``peers-caption`` and ``peers-note``.

    Returns
    -------
    tuple of DataFrame and Table, or None
        One row a corridor, the briefing's own first.
    """
    if not found.shown:
        return None
    words, agreed = labels["peers"], labels["agreed"]
    own = {"origin": c.origin, "destination": c.destination}
    lines = [(own, found.own, ("stock", "distance", "income-ratio"), None)]
    for number, peer in enumerate(found.shown, 1):
        ids = tuple(f"peer-{number}-{name}" for name in ("stock", "distance", "income-ratio"))
        lines.append((peer.ends, peer.measured, ids, peer.entry))
    rows, printed, kinds = [], [], []
    for ends, measured, ids, entry in lines:
        facts = [book.show(book[id]) for id in ids]
        name = f"{places.place(ends['origin']).short} → {places.place(ends['destination']).short}"
        ties = _ties(measured, words)
        status = as_of(entry, agreed) if entry else ""
        short = _agreement(entry, words) if entry else words["own"]
        kinds.append(facts[0].kind)
        rows.append((name, *(fact.value for fact in facts), ties, short, status))
        persons, kilometres, ratio = (fact.value for fact in facts)
        printed.append(
            (
                name,
                forms.exact(persons, c.language),
                forms.exact(kilometres, c.language),
                forms.decimal(ratio, c.language),
                ties,
                short,
                status,
            )
        )
    columns = ["corridor", "persons", "distance", "income_ratio", "ties", "agreement", "status"]
    frame = pd.DataFrame(rows, columns=columns)
    return frame, Table(
        id="peers",
        caption=line("peers-caption"),
        head=tuple(words["columns"][column] for column in columns),
        rows=tuple(printed),
        note=line("peers-note"),
        marks=tuple(kinds),
        kinds=labels["kinds"],
    )


def _agreement(entry: Partnership, words: Labels) -> str:
    """Name an agreement with the year in which it was signed, unless its name has it."""
    year = str(entry.signed.date.first.year) if entry.signed else ""
    return entry.short if year in entry.short else words["signed"].format(entry.short, year)


def _ties(row: Any, words: Labels) -> str:
    """Name what joins the two ends of a corridor, among the ties that are compared."""
    held = [tie for tie in ("neighbour", "language") if getattr(row, tie)] + row.past.split()
    return "; ".join(words["ties"][tie] for tie in held) or words["ties"]["none"]


def sources_of_peers(c: Corridor) -> tuple[SourceRef, ...]:
    """Return the sources of the table.

    Parameters
    ----------
    c
        The corridor.

    Returns
    -------
    tuple of SourceRef
        The edition, then the register and what the measures rest on.
    """
    named = (REGISTER, WORLD_BANK, DISTANCES, TIES)
    return (*c.sources(c.edition), *(SourceRef(name) for name in named))
