"""The bilateral briefing: one corridor, its two ends, and how certain its figures are."""

from functools import partial
from typing import Any

import pandas as pd
from markupsafe import Markup

from roundtable import charts, places
from roundtable.briefing import base, corridor_facts
from roundtable.facts import Name, Series, SourceRef, forms, year_name
from roundtable.indicators import shares
from roundtable.sources import EDITIONS
from roundtable.tables import Table

SHOWN = 12
"""Partners in a ranked chart: as many as can be read at a glance."""

ON_MAP = 10
MATTERS = 0.25
"""An unlisted corridor is named in a key message from a quarter of the corridor's stock on."""

NOTABLE = 0.01
"""The indication of a share is printed when it differs by a point or more."""


class Bilateral(base.Briefing):
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

    def __init__(
        self, *, origin: str, destination: str, year: int, edition: str, language: str = "en"
    ) -> None:
        super().__init__(year=year, edition=edition, language=language)
        self.origin, self.destination = origin, destination
        self._check()
        self.open_text()
        self.corridor = corridor_facts.open_corridor(
            self.tables,
            origin=origin,
            destination=destination,
            year=year,
            edition=edition,
            other=self.other,
            language=language,
        )
        for fact in corridor_facts.corridor_facts(self.corridor):
            self.book.add(fact)
        self.context |= self._names() | self._conditions()

    @property
    def parameters(self) -> dict[str, Any]:
        """The parameters as given."""
        names = ("origin", "destination", "year", "edition", "language")
        return {name: getattr(self, name) for name in names}

    def stock_over_time(self) -> Any:
        """Show the corridor's stock in both editions; nothing where neither lists it."""
        rows = self.corridor.flagged
        rows = rows[(rows["origin"] == self.origin) & (rows["destination"] == self.destination)]
        if rows.empty:
            return None
        frame = pd.DataFrame(
            {
                "edition": rows["edition"].astype(str),
                "label": [self.edition_name(str(edition)) for edition in rows["edition"]],
                "year": rows["year"].astype(int),
                "persons": rows["both"].astype(int),
                "printed": [forms.exact(n, self.language) for n in rows["both"]],
                "kind": rows["kind"],
                "subject": rows["edition"].astype(str) == self.edition,
            }
        ).sort_values(["edition", "year"], ignore_index=True)
        self._note(
            "stock-over-time",
            frame[["edition", "year", "persons", "kind"]],
            indicator="corridor_stock",
            definition="Migrant stock of the corridor in both editions",
            arguments={"origin": self.origin, "destination": self.destination},
        )
        return charts.stock_over_time(
            frame, words=self.words("stock-over-time"), id="stock-over-time"
        )

    def destinations(self) -> Any:
        """Show the largest destinations of the origin's emigrants, unlisted ones marked."""
        table = self._partners("destination", origin=self.origin, subject=self.destination)
        return charts.ranked_bars(table, words=self.words("destinations"), id="destinations")

    def origins(self) -> Any:
        """Show the largest origins of the destination's immigrants."""
        table = self._partners("origin", destination=self.destination, subject=self.origin)
        return charts.ranked_bars(table, words=self.words("origins"), id="origins")

    def map(self) -> Any:
        """Show where the largest communities from the origin live, on a map."""
        table = self._partners("destination", origin=self.origin, subject=self.destination)
        table = table.head(ON_MAP) if table["subject"].head(ON_MAP).any() else table
        hub = places.place(self.origin)
        spots = [places.place(code) for code in table["code"]]
        frame = table.assign(
            short=[spot.short for spot in spots],
            latitude=[spot.latitude for spot in spots],
            longitude=[spot.longitude for spot in spots],
            direction="out",
        )
        return charts.flow_map(
            frame,
            hub={
                "code": hub.code,
                "name": hub.name,
                "latitude": hub.latitude,
                "longitude": hub.longitude,
            },
            words=self.words("map"),
            id="map",
        )

    def both_ways(self) -> Table:
        """Show the stock of the corridor and of its reverse, by year and sex."""
        rows = []
        ends = (self.origin, self.destination)
        flagged = self.corridor.flagged
        mine = flagged[flagged["edition"] == self.edition]
        for start, end in (ends, ends[::-1]):
            part = mine[(mine["origin"] == start) & (mine["destination"] == end)]
            by_year = {int(row.year): row for row in part.itertuples()}
            for year in sorted(set(mine["year"].astype(int))):
                row = by_year.get(year)
                both, female = (int(row.both), int(row.female)) if row else (None, None)
                rows.append(
                    {
                        "corridor": f"{start}-{end}",
                        "year": year,
                        "persons": both,
                        "share_of_women": female / both if both else None,
                        "kind": row.kind if row else "not-listed",
                    }
                )
        frame = pd.DataFrame(rows)
        self._note(
            "both-ways",
            frame,
            indicator="corridor_stock",
            definition="Migrant stock both ways, with the share of women",
            arguments={"origin": self.origin, "destination": self.destination},
        )
        names = {f"{a}-{b}": f"{places.place(a).short} → {places.place(b).short}" for a, b in
                 (ends, ends[::-1])}  # fmt: skip
        wide = frame.pivot(index="year", columns="corridor", values=["persons", "share_of_women"])
        order = [f"{a}-{b}" for a, b in (ends, ends[::-1])]
        head = [self.labels["table"]["year"]]
        head += [f"{names[key]}: {self.labels['table']['persons'].lower()}" for key in order]
        head += [f"{names[key]}: {self.labels['table']['of_women'].lower()}" for key in order]
        printed = [
            (
                year_name(int(year)),
                *(forms.exact(_number(row["persons"][key]), self.language) for key in order),
                *(_percent(_number(row["share_of_women"][key]), self.language) for key in order),
            )
            for year, row in wide.iterrows()
        ]
        return Table(
            id="both-ways",
            caption=self.line("both-ways-caption"),
            head=tuple(head),
            rows=tuple(printed),
            note=self.line("both-ways-note"),
        )

    def dependency(self) -> Table:
        """Show the two ends side by side."""
        fact = self.book
        rows = [
            ("row-share-emigrants", fact["share-of-emigrants"], None),
            ("row-share-immigrants", None, fact["share-of-immigrants"]),
            ("row-per-thousand", fact["per-thousand-of-origin"], fact["per-thousand-of-destination"]),
            ("row-effective", fact["effective-destinations"], None),
            ("row-population", fact["population-of-origin"], fact["population-of-destination"]),
            ("row-gdp", fact["gdp-of-origin"], fact["gdp-of-destination"]),
        ]  # fmt: skip
        frame = pd.DataFrame(
            {
                "measure": [(a or b).indicator for _, a, b in rows],
                "origin": [a.value if a else None for _, a, _ in rows],
                "destination": [b.value if b else None for _, _, b in rows],
            }
        )
        self._note(
            "dependency",
            frame,
            indicator="structural_dependency",
            definition="The two ends of the corridor side by side",
            arguments=self.parameters,
        )
        return Table(
            id="dependency",
            caption=self.line("dependency-caption"),
            head=(
                self.labels["table"]["measure"],
                places.place(self.origin).name,
                places.place(self.destination).name,
            ),
            rows=tuple(
                (self.line(section), *(self._cell(end) for end in (a, b))) for section, a, b in rows
            ),
            note=self.line("dependency-note"),
        )

    def _cell(self, fact: Any) -> str:
        """Print a fact in a table; a blank where the measure does not apply to this end."""
        if fact is None:
            return ""
        self.book.show(fact)
        digits = {"persons": 0, "international dollars of 2021": 0, "share": None}.get(fact.unit, 1)
        if digits is None:
            return _percent(fact.value, self.language)
        return forms.exact(fact.value, self.language, digits=digits)

    def _partners(self, by: str, *, subject: str, **end: str) -> pd.DataFrame:
        """Return the largest partners, the subject always among them, with printed values."""
        table = shares.partners(
            self.corridor.flagged,
            by=by,
            year=self.year,
            edition=self.edition,
            other=self.other,
            **end,
        )
        self._note(
            f"{by}s",
            table,
            indicator="corridor_stock",
            definition=f"Migrant stock by {by}, with what the edition does not list",
            arguments={**end, "year": self.year},
        )
        if by == "destination":
            table = table[table["status"] != "others"]
        top = table.head(SHOWN)
        if subject not in set(top["code"]):
            top = pd.concat([top.head(SHOWN - 1), table[table["code"] == subject]])
        label = self.labels["chart"]
        missing = label["not_listed"].format(self.edition_name(self.edition))
        return top.assign(
            name=[
                label["others"] if status == "others" else places.place(code).name
                for code, status in zip(top["code"], top["status"], strict=True)
            ],
            printed=[
                forms.exact(n, self.language) + (f" ({missing})" if status == "not_listed" else "")
                for n, status in zip(top["persons"], top["status"], strict=True)
            ],
            subject=top["code"] == subject,
        ).reset_index(drop=True)

    def _note(self, id: str, frame: pd.DataFrame, **about: Any) -> None:
        """Enter a table or chart into the book as one series."""
        units = {"persons": "persons", "share_of_women": "share", "year": "year"}
        self.book.show_series(
            Series(
                id=id,
                frame=frame,
                units={column: units.get(column, "") for column in frame.columns},
                edition=self.edition,
                sources=tuple(SourceRef(EDITIONS[e]) for e in (self.edition, self.other)),
                **about,
            )
        )

    def _check(self) -> None:
        """Refuse what cannot be built, all problems in one error."""
        years = {
            str(edition): set(part["year"].astype(int))
            for edition, part in self.tables.totals.groupby("edition", observed=True)
        }
        ends = {"origin": self.origin, "destination": self.destination}
        complete, data = self.tables.complete, self.tables.name
        problems = [
            base.problem_with_country(name, code, complete=complete, data=data)
            for name, code in ends.items()
        ]
        if self.origin == self.destination:
            problems.append("`origin` and `destination` are the same: a corridor has two ends.")
        problems += base.problems_of(
            year=self.year, edition=self.edition, language=self.language, years=years
        )
        base.refuse(self.theme, problems)

    def _names(self) -> dict[str, Any]:
        """Return the names that the templates print."""
        c, fact = self.corridor, self.book
        period = c.growth_period or (c.year, c.year)
        largest = fact["unlisted-largest"].arguments["destination"]
        sentence = self.labels["people_of"]["citizens" if self._citizens() else "born"]
        effective = fact["effective-destinations"]
        return {
            "origin": Spoken(places.place(self.origin)),
            "destination": Spoken(places.place(self.destination)),
            "year": year_name(self.year),
            "common": year_name(c.common),
            "first_year": year_name(int(c.flagged["year"].min())),
            "growth_start": year_name(period[0]),
            "growth_end": year_name(period[1]),
            "gdp_year": year_name(fact["gdp-ratio"].arguments["year"] or c.year),
            "dollar_year": year_name(2021),
            "thousand": Name(forms.number(1000, self.language)),
            "edition_name": self.edition_name(self.edition),
            "other_name": self.edition_name(self.other),
            "unlisted_place": Spoken(places.place(largest)) if largest else None,
            "people_of_capital": Name(_capital(sentence.format(places.place(self.origin).phrase))),
            "share_of_immigrants_capital": Name(
                _capital(fact["share-of-immigrants"].printed[self.language])
            ),
            "effective_low": Name(_decimal(effective.low, self.language)),
            "effective_high": Name(_decimal(effective.high, self.language)),
        }

    def _conditions(self) -> dict[str, Any]:
        """Return what the templates decide by."""
        c, fact = self.corridor, self.book
        row = c.row(edition=self.edition, year=self.year)
        rows = c.rows(edition=self.edition)
        stock, share = fact["stock"], fact["share-of-emigrants"]
        unlisted = fact["unlisted-largest"].value
        growth, other = (fact[name].printed[self.language] for name in ("growth", "growth-other"))
        ranks = fact["rank-of-destination"].value, fact["rank-of-destination-in-other"].value
        return {
            "citizens": self._citizens(),
            "reverse_citizens": self._citizens(reverse=True),
            "frozen_now": row is not None and bool(row["frozen"]),
            "linear_now": row is not None and bool(row["linear"]) and not bool(row["frozen"]),
            "frozen": bool(rows["frozen"].any()),
            "linear": bool(rows["linear"].any()),
            "ever_disputed": bool(rows["disputed"].any()),
            "other_lists": len(c.rows(edition=self.other)) > 0,
            "growth_agrees": growth == other,
            "unlisted_matters": bool(stock.value and unlisted and unlisted > MATTERS * stock.value),
            "indication_matters": bool(
                share.value and share.indication and share.value - share.indication >= NOTABLE
            ),
            "rank_differs": None not in ranks and ranks[0] != ranks[1],
            "effective_bounded": fact["effective-destinations"].high is not None,
            "reasons": lambda: Markup(self.prose.render("reasons", **self.context)),  # noqa: S704
        }

    def _citizens(self, *, reverse: bool = False) -> bool:
        """Tell whether the destination counts foreign citizens and not the foreign-born."""
        place = self.origin if reverse else self.destination
        marks = self.tables.destinations
        row = marks[(marks["edition"] == self.edition) & (marks["destination"] == place)]
        return bool(len(row) and row["citizens"].iloc[0] and not row["born"].iloc[0])


class Spoken:
    """A place with the forms that a sentence needs."""

    def __init__(self, place: places.Place) -> None:
        self.name = Name(place.name)
        self.phrase = Name(place.phrase)
        self.phrase_capital = Name(_capital(place.phrase))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _number(value: Any) -> Any:
    return None if pd.isna(value) else value


def _percent(value: float | None, language: str) -> str:
    return "–" if value is None else forms.percent(value, language)


_decimal = partial(forms.exact, digits=1)
