"""Measures on the corridors of a country or a group: shares, ranks, sums."""

from typing import Literal

import numpy as np

from roundtable.claims.block import Block, at
from roundtable.claims.figures import Figures
from roundtable.claims.measure import Codes, Groups, Measure, over
from roundtable.places.entries import PlaceCode
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
        every = self.block(figures, series, year)
        return over(every.of(origins=at(self.origins, year=year)).people, every.people)

    def block(self, figures: Figures, series: str, year: int) -> Block:
        """Return the corridors that the figure rests on."""
        return figures.block(series, year, destinations=(self.destination,))


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
        every = self.block(figures, series, year)
        return over(every.of(destinations=at(self.destinations, year=year)).people, every.people)

    def block(self, figures: Figures, series: str, year: int) -> Block:
        """Return the corridors that the figure rests on."""
        return figures.block(series, year, origins=self.origins)


class Persons(Measure):
    """People from some origins in some destinations."""

    measure: Literal["persons"]
    origins: Groups
    destinations: Groups | None = None
    unit = "persons"
    definition = "People from the origins in the destinations, as far as the series lists them"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        every = self.block(figures, series, year)
        return every.people if every.known else None

    def block(self, figures: Figures, series: str, year: int) -> Block:
        """Return the corridors that the figure rests on."""
        return figures.block(series, year, origins=self.origins, destinations=self.destinations)


class EmigrantsOfPopulation(Measure):
    """Emigrants of a place over its population."""

    measure: Literal["emigrants_of_population"]
    origin: PlaceCode
    series = tuple(EDITIONS)
    definition = "Emigrants whom the edition lists, over the population of their country of origin"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        inhabitants = figures.total(series, year, self.origin)["population"]
        return over(self.block(figures, series, year).people, int(inhabitants))

    def block(self, figures: Figures, series: str, year: int) -> Block:
        """Return the corridors that the figure rests on."""
        return figures.block(series, year, origins=(self.origin,))


class RankOfEmigrants(Measure):
    """Rank of a place among those of a group, by emigrants."""

    measure: Literal["rank_of_emigrants"]
    origin: PlaceCode
    among: Groups
    unit = "rank"
    definition = "Rank among the places of the group by emigrants whom the series lists"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        every = self.block(figures, series, year)
        return _rank(every.part.sum(axis=1), every.origins == at((self.origin,), year=year))

    def block(self, figures: Figures, series: str, year: int) -> Block:
        """Return the corridors that the figure rests on."""
        return figures.block(series, year, origins=self.among)


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
        every = self.block(figures, series, year)
        mine = every.destinations == at((self.destination,), year=year)
        return _rank(every.part.sum(axis=0), mine)

    def block(self, figures: Figures, series: str, year: int) -> Block:
        """Return the corridors that the figure rests on."""
        every = figures.block(series, year, origins=self.origins)
        return every.of(destinations=np.setdiff1d(every.destinations, every.origins))


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
        every = self.block(figures, series, year)
        first, second = (
            every.of(origins=at(group, year=year)).people for group in (self.origins, self.against)
        )
        return over(first, second)

    def block(self, figures: Figures, series: str, year: int) -> Block:
        """Return the corridors that the figure rests on."""
        both = (*self.origins, *self.against)
        return figures.block(series, year, origins=both, destinations=self.destinations)


class AmongLargestOrigins(Measure):
    """How many of the origins named are among as many largest origins of a place."""

    measure: Literal["among_largest_origins"]
    destination: PlaceCode
    origins: Codes
    unit = "count"
    definition = "How many of the origins named are among as many largest ones by the stock"

    def value(self, figures: Figures, series: str, year: int) -> float | None:
        """Compute the figure on a series, in a year."""
        every = self.block(figures, series, year)
        # Equal numbers stand in the order of their codes, as the places do.
        order = np.argsort(-every.part.sum(axis=1), kind="stable")[: len(self.origins)]
        named = at(self.origins, year=year)
        return len(np.intersect1d(every.origins[order], named)) if every.known else None

    def block(self, figures: Figures, series: str, year: int) -> Block:
        """Return the corridors that the figure rests on."""
        return figures.block(series, year, destinations=(self.destination,), known=True)


def _rank(sums: np.ndarray, mine: np.ndarray) -> int | None:
    """Rank a place by its people, 1 for the most; None where the series gives it nobody."""
    people = sums[mine].sum()
    return int((sums > people).sum()) + 1 if people else None
