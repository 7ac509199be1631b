"""The bilateral briefing: one corridor, its two ends, and how certain its figures are."""

from functools import partial
from typing import Any

import pandas as pd
from markupsafe import Markup

from roundtable import charts, places
from roundtable.briefing import agreements, base, bilateral_words, coded_agreements, rights_words
from roundtable.briefing.bilateral_tables import (
    both_ways,
    dependency,
    partners,
    rules,
    stock_series,
)
from roundtable.briefing.corridor import open_corridor
from roundtable.briefing.corridor_facts import corridor_facts
from roundtable.briefing.dependency_facts import dependency_facts
from roundtable.briefing.display import Message
from roundtable.briefing.link_facts import link_facts
from roundtable.briefing.link_words import link_names
from roundtable.briefing.money_facts import money_facts
from roundtable.briefing.refugee_facts import refugee_facts
from roundtable.briefing.share_facts import share_facts
from roundtable.briefing.shows_peers import ShowsPeers
from roundtable.facts import Name
from roundtable.sources import EDITIONS
from roundtable.tables import Table

ON_MAP = 10
"""Destinations on the map; more lines hide each other."""


class Bilateral(ShowsPeers, base.Briefing):
    """A corridor between two countries.

    Parameters
    ----------
    origin, destination
        ISO 3166-1 alpha-3 codes.
    year
        A year that the edition gives.
    edition
        ``undesa-2024`` or ``undesa-2020``.
    language
        A language that has words, such as ``en``.

    Raises
    ------
    ParameterError
        With everything that is wrong with the parameters, and what would be right.
    """

    theme = "bilateral"
    origin: str
    destination: str

    def __init__(
        self, *, origin: str, destination: str, year: int, edition: str, language: str = "en"
    ) -> None:
        ends = {"origin": origin, "destination": destination}
        super().__init__(**ends, year=year, edition=edition, language=language)
        self.corridor = open_corridor(self.tables, other=self.other, **self.parameters)
        for facts in (corridor_facts, share_facts, dependency_facts, money_facts, refugee_facts):
            for fact in facts(self.corridor):
                self.book.add(fact)
        for fact in link_facts(self.corridor, self.labels):
            self.book.add(fact)
        self.context |= bilateral_words.names(self.corridor, self.book, self.labels)
        self.context |= bilateral_words.conditions(self.corridor, self.book)
        self.context |= link_names(self.corridor, self.book)
        self._open_rights()
        self._open_register(
            self.corridor,
            agreements.of_pair(self.origin, self.destination, year=self.year),
            about=self.origin,
        )
        self._open_peers()
        self.context["outlined"] = False
        # Texts of their own that several sections take in.
        for name in ("reasons", "visitors", "in-between", "in-between-lower"):
            self.context[name.replace("-", "_")] = partial(self._taken_in, name)

    def _taken_in(self, section: str) -> Markup:
        return Markup(self.prose.render(section, **self.context))

    def stock_over_time(self) -> Any:
        """Show the corridor's stock in both editions; nothing where neither lists it."""
        words = self.labels["chart"]
        frame = stock_series(self.corridor, self.edition_name, words["world_bank"])
        if frame.empty:
            return None
        before = len(self.corridor.before) > 0
        first = int(frame.loc[frame["edition"].isin(EDITIONS), "year"].min())
        breaks = [charts.Break(first, words["other_source"])] if before else []
        self._show(
            "stock-over-time",
            frame[["edition", "year", "persons", "kind"]],
            indicator="corridor_stock",
            definition="Migrant stock of the corridor in both editions",
            arguments={"origin": self.origin, "destination": self.destination},
        )
        return charts.stock_over_time(
            frame, words=self.words("stock-over-time"), id="stock-over-time", breaks=breaks
        )

    def destinations(self) -> Any:
        """Show the largest destinations of the origin's emigrants; nothing where none is known."""
        frame = self._partners("destination", subject=self.destination, origin=self.origin)
        if frame.empty:
            return None
        return charts.ranked_bars(frame, words=self.words("destinations"), id="destinations")

    def origins(self) -> Any:
        """Show the largest origins of the destination's immigrants; nothing where none is known."""
        frame = self._partners("origin", subject=self.origin, destination=self.destination)
        if frame.empty:
            return None
        return charts.ranked_bars(frame, words=self.words("origins"), id="origins")

    def map(self) -> Any:
        """Show where the largest communities from the origin live, on a map, if any is known."""
        frame = self._partners("destination", subject=self.destination, origin=self.origin)
        if frame.empty:
            return None
        top = frame.head(ON_MAP)
        if not top["subject"].any():
            top = pd.concat([frame.head(ON_MAP - 1), frame[frame["subject"]]])
        self._show(
            "map",
            top[["code", "persons", "status", "year"]],
            indicator="corridor_stock",
            definition="Migrant stock by destination, of the places on the map",
            arguments={"origin": self.origin, "year": self.year},
        )
        spots = [places.place(code) for code in top["code"]]
        ends = top.assign(
            short=[spot.short for spot in spots],
            latitude=[spot.latitude for spot in spots],
            longitude=[spot.longitude for spot in spots],
            direction="out",
        ).reset_index(drop=True)
        home = places.place(self.origin)
        hub = {name: getattr(home, name) for name in ("code", "name", "latitude", "longitude")}
        missing = self.labels["chart"]["not_listed"].format(self.edition_name(self.edition))
        words = self.words("map", not_listed=missing)
        return charts.flow_map(ends, hub=hub, words=words, id="map")

    def both_ways(self) -> Table:
        """Show the stock of the corridor and of its reverse, by year, with women."""
        frame, table = both_ways(self.corridor, self.labels, self.line)
        self._show(
            "both-ways",
            frame,
            indicator="corridor_stock",
            definition="Migrant stock both ways, with the share of women",
            arguments={"origin": self.origin, "destination": self.destination},
        )
        return table

    def rules(self) -> Table:
        """Show what each end asks of the other's visitors, and its word on migrant workers."""
        return rules(self.corridor, self.book, self.labels, self.line)

    def rights(self) -> list[Message | Table]:
        """Show what the corridor's agreements say to the criteria, and what to ask of a new one."""
        shown: list[Message | Table] = [self.text("rights")]
        for item in self.reviewed:
            words = rights_words.words_of(item, self.labels, language=self.language)
            self.context["item"] = words
            shown.append(self.text("rights-entry"))
            if rows := rights_words.rows_of(item, self.labels):
                names = self.labels["rights"]
                shown.append(
                    Table(
                        id=f"rights-{item.entry.id}",
                        caption=self.line("rights-caption"),
                        head=(names["criterion"], names["answer"], names["basis"]),
                        rows=rows,
                        note=self.line("rights-note"),
                    )
                )
            shown.append(self.text("rights-rest"))
        if self.reviewed:
            shown.append(self.text("rights-questions"))
        return shown

    def dependency(self) -> Table:
        """Show the two ends side by side."""
        frame, table = dependency(self.corridor, self.book, self.labels, self.line)
        self._show(
            "dependency",
            frame,
            indicator="structural_dependency",
            definition="The two ends of the corridor side by side",
            arguments=self.corridor.about,
        )
        return table

    def _partners(self, by: str, *, subject: str, **end: str) -> pd.DataFrame:
        every, shown = partners(self.corridor, self.labels, by=by, subject=subject, **end)
        self._show(
            f"{by}s",
            every,
            indicator="corridor_stock",
            definition=f"Migrant stock by {by}, with what the edition does not list",
            arguments={**end, "year": self.year},
        )
        self.context["outlined"] = bool((shown["status"] == "not_listed").any())
        return shown

    def _open_rights(self) -> None:
        """Take in the reviews of the corridor's agreements, and what data have coded of others."""
        self.reviewed, others = rights_words.of_pair(self.origin, self.destination, year=self.year)
        self.context["rights_any"] = bool(self.reviewed)
        self.context["reviewed_one"] = len(self.reviewed) == 1
        self.context["rights_others"] = Name("; ".join(others))
        self.context["questions"] = rights_words.questions(self.reviewed, self.labels)
        self.context["coded"] = coded_agreements.coded(
            self.tables,
            self.origin,
            self.destination,
            labels=self.labels["rights"]["coded"],
            language=self.language,
        )

    def _problems(self) -> list[str]:
        found = [self._problem_with_country(name) for name in ("origin", "destination")]
        if self.origin == self.destination:
            found.append("`origin` and `destination` are the same: a corridor has two ends.")
        return found
