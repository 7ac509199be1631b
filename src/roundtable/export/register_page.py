"""The page of the register: an overview with the life of each entry, all entries, coverage."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import Markup

from roundtable import register
from roundtable.export import environments
from roundtable.export.assets import asset
from roundtable.export.labels import complete
from roundtable.export.page import Page
from roundtable.register import AREAS, KINDS, Document, Partnership, Register
from roundtable.register.parts import Dated
from roundtable.register.results import printed

FIRST_YEAR = 1955
"""The overview begins before the oldest entry, the free movement of the Treaty of Rome."""

WIDTH, HEIGHT = 180, 12
"""Size of the drawing of a life, in units that the page scales."""


@dataclass(frozen=True)
class Life:
    """The years of an entry as a line from left to right.

    Attributes
    ----------
    start, known
        Where the line begins, and up to where the entry was seen: its end, or the date of its
        status. From 0 to `WIDTH`; both None where no date is known.
    goes_on
        Whether it was in force or under way then, and may be still.
    ended
        Whether it is known to have ended.
    words
        The same in words.
    """

    start: float | None = None
    known: float | None = None
    goes_on: bool = False
    ended: bool = False
    words: str = ""


@dataclass(frozen=True)
class Cited:
    """A document with the places in it that an entry cites."""

    document: Document
    where: str


def render(
    everything: Register,
    page: Page,
    *,
    on: date,
    labels: Mapping[str, Any] | None = None,
    assets: str | None = "assets",
) -> str:
    """Make the page of the register.

    Parameters
    ----------
    everything
        The register.
    page
        What stands around it: forum and session.
    on
        Day of the page: entries that are not cleared, or under an embargo on it, are left out.
    labels
        Words that replace the English ones.
    assets
        Address of the folder of styles, seen from the page; None puts them inside.

    Returns
    -------
    str
        One HTML document; every text of the entries is escaped.
    """
    shown = register.may_be_shown(everything, on=on)
    by_kind = {kind: [entry for entry in shown.values() if entry.kind == kind] for kind in KINDS}
    lives = {name: life(entry, until=on.year) for name, entry in shown.items()}
    rows = register.coverage(everything._replace(entries=shown))
    return (
        environments.of_pages()
        .get_template("register/index.html.j2")
        .render(
            page=page,
            labels=complete(labels),
            kinds={kind: entries for kind, entries in by_kind.items() if entries},
            entries=shown,
            lives=lives,
            decades=decades(on.year),
            width=WIDTH,
            height=HEIGHT,
            areas=AREAS,
            coverage=rows,
            documents=everything.documents,
            dates=_dates,
            cited=lambda entry: cited(entry, everything),
            figure=lambda result: printed(result, "en"),
            assets=assets,
            asset=lambda name: Markup(asset(name)),
        )
    )


def life(entry: Partnership, *, until: int) -> Life:
    """Return the years of an entry, from its signature or entry into force to its end.

    Parameters
    ----------
    entry
        The partnership.
    until
        Last year of the overview.
    """
    if entry.began is None:
        return Life()
    start = _place(entry.began.first, until)
    last = entry.ended.date if entry.ended else entry.status_as_of
    known = max(_place(last.last, until), start + SHORTEST)
    over = entry.ended is not None or entry.status in _OVER
    words = f"{entry.began} to {last}" if over else f"since {entry.began}, as of {last}"
    return Life(start, known, entry.status in _GOES_ON, over, words)


SHORTEST = 2
"""Length of the shortest line that can be seen."""

_GOES_ON = ("in force", "under way")
_OVER = ("ended", "lapsed", "replaced")


def _place(day: date, until: int) -> float:
    """Return where a day lies between the first of January of `FIRST_YEAR` and the last day."""
    years = day.year + (day.month - 1) / 12 - FIRST_YEAR
    share = min(max(years / (until + 1 - FIRST_YEAR), 0.0), 1.0)
    return round(share * WIDTH, 1)


def decades(until: int) -> list[tuple[float, int]]:
    """Return the years that the overview marks, each with its place."""
    years = range(1960, until + 1, 20)
    return [(_place(date(year, 1, 1), until), year) for year in years]


def cited(entry: Partnership, everything: Register) -> list[Cited]:
    """Return the documents of an entry, each once with all places that it cites."""
    places: dict[str, list[str]] = {}
    for source in entry.cited:
        ref = source.ref(everything.passages)
        places.setdefault(ref.id, []).append(ref.where)
    return [
        Cited(everything.documents[name], "; ".join(dict.fromkeys(where)))
        for name, where in places.items()
    ]


def _dates(entry: Partnership) -> Iterable[tuple[str, Dated]]:
    """Return the dates that are known, each with the name of its label."""
    named = {"signed": entry.signed, "in_force": entry.in_force, "ended": entry.ended}
    return [(name, dated) for name, dated in named.items() if dated]
