"""Measures on the corridors of a country or a group: shares, ranks, sums."""

from typing import Literal

import pandas as pd

from roundtable.claims.figures import STOCKS, Figures, known, persons
from roundtable.claims.measure import Codes, Groups, Measure, at_ends, over
from roundtable.places.entries import PlaceCode
from roundtable.places.groups import codes_of
from roundtable.sources import EDITIONS


class ShareOfOrigins(Measure):
    """Part of the immigrants of a place who come from some origins."""

    measure: Literal["share_of_origins"]
    destination: PlaceCode
    origins: Groups
    definition = (
        "Part of the place's immigrants, those of unknown origin included, who come from the "
        "origins named"
    )

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        rows = self.rows(figures, series, year)
        return over(persons(at_ends(rows, year=year, origins=self.origins)), persons(rows))

    def rows(self, figures: Figures, series: str, year: int) -> pd.DataFrame:
        """Return the rows that the figure rests on."""
        every = figures.corridors(series, year)
        return at_ends(every, year=year, destinations=(self.destination,))


class ShareOfDestinations(Measure):
    """Part of the emigrants of some origins who live in some destinations."""

    measure: Literal["share_of_destinations"]
    origins: Groups
    destinations: Groups
    definition = (
        "Part of the emigrants of the origins, among all whom the series lists, who live in the "
        "destinations named"
    )

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        rows = self.rows(figures, series, year)
        there = at_ends(rows, year=year, destinations=self.destinations)
        return over(persons(there), persons(rows))

    def rows(self, figures: Figures, series: str, year: int) -> pd.DataFrame:
        """Return the rows that the figure rests on."""
        return at_ends(known(figures.corridors(series, year)), year=year, origins=self.origins)


class Persons(Measure):
    """People from some origins in some destinations."""

    measure: Literal["persons"]
    origins: Groups
    destinations: Groups | None = None
    unit = "persons"
    definition = "People from the origins in the destinations, as far as the series lists them"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        rows = self.rows(figures, series, year)
        return persons(rows) if len(rows) else None

    def rows(self, figures: Figures, series: str, year: int) -> pd.DataFrame:
        """Return the rows that the figure rests on."""
        return at_ends(
            figures.corridors(series, year),
            year=year,
            origins=self.origins,
            destinations=self.destinations,
        )


class EmigrantsOfPopulation(Measure):
    """Emigrants of a place over its population."""

    measure: Literal["emigrants_of_population"]
    origin: PlaceCode
    series = tuple(EDITIONS)
    definition = "Emigrants whom the edition lists, over the population of their country of origin"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        people = figures.total(series, year, self.origin)["population"]
        return over(persons(self.rows(figures, series, year)), int(people))

    def rows(self, figures: Figures, series: str, year: int) -> pd.DataFrame:
        """Return the rows that the figure rests on."""
        return at_ends(figures.corridors(series, year), year=year, origins=(self.origin,))


class RankOfEmigrants(Measure):
    """Rank of a place among those of a group, by emigrants."""

    measure: Literal["rank_of_emigrants"]
    origin: PlaceCode
    among: Groups
    unit = "rank"
    definition = "Rank among the places of the group by emigrants whom the series lists"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        return _rank(self.rows(figures, series, year), by="origin", of=self.origin)

    def rows(self, figures: Figures, series: str, year: int) -> pd.DataFrame:
        """Return the rows that the figure rests on."""
        return at_ends(figures.corridors(series, year), year=year, origins=self.among)


class RankOfDestination(Measure):
    """Rank of a destination among those of some origins, taken together."""

    measure: Literal["rank_of_destination"]
    origins: Groups
    destination: PlaceCode
    unit = "rank"
    definition = (
        "Rank of the destination among those of the origins' emigrants, migration among the "
        "origins left out"
    )

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        return _rank(self.rows(figures, series, year), by="destination", of=self.destination)

    def rows(self, figures: Figures, series: str, year: int) -> pd.DataFrame:
        """Return the rows that the figure rests on."""
        rows = at_ends(figures.corridors(series, year), year=year, origins=self.origins)
        return rows[~rows["destination"].isin(codes_of(self.origins, on=year))]


class RatioOfOrigins(Measure):
    """People from some origins over those from others, in the same destinations."""

    measure: Literal["ratio_of_origins"]
    destinations: Groups
    origins: Groups
    against: Groups
    unit = "ratio"
    definition = (
        "People from the first origins in the destinations, over those from the origins that "
        "they are set against"
    )

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        rows = self.rows(figures, series, year)
        first, second = (
            persons(at_ends(rows, year=year, origins=group))
            for group in (self.origins, self.against)
        )
        return over(first, second)

    def rows(self, figures: Figures, series: str, year: int) -> pd.DataFrame:
        """Return the rows that the figure rests on."""
        both = (*self.origins, *self.against)
        every = figures.corridors(series, year)
        return at_ends(every, year=year, origins=both, destinations=self.destinations)


class AmongLargestOrigins(Measure):
    """How many of the origins named are among as many largest origins of a place."""

    measure: Literal["among_largest_origins"]
    destination: PlaceCode
    origins: Codes
    unit = "count"
    series = STOCKS
    definition = "How many of the origins named are among as many largest ones by the stock"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        rows = self.rows(figures, series, year)
        top = rows.sort_values(["both", "origin"], ascending=[False, True]).head(len(self.origins))
        return len(set(top["origin"]) & set(self.origins)) if len(rows) else None

    def rows(self, figures: Figures, series: str, year: int) -> pd.DataFrame:
        """Return the rows that the figure rests on."""
        every = known(figures.corridors(series, year))
        return at_ends(every, year=year, destinations=(self.destination,))


def _rank(rows: pd.DataFrame, *, by: str, of: str) -> int | None:
    """Rank a place by its people, 1 for the most; None where the series lists it with nobody."""
    sums = rows.groupby(by, observed=True)["both"].sum()
    mine = sums.get(of, 0)
    return int((sums > mine).sum()) + 1 if mine else None
