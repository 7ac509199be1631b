"""What is found out of a country, on a small store of invented rows."""

import pandas as pd
import pytest
from tests.unit.reliability.rows import MARKS, NEW, OLD, SHIFTS, corridor, stocks

from roundtable.reliability.breaks import common_breaks
from roundtable.reliability.copies import copied_columns
from roundtable.reliability.report import country_report
from roundtable.reliability.report.ends import LARGE
from roundtable.store import Tables, schemas

YEARS = (1990, 2000, 2010, 2020)
STEADY = dict(zip(YEARS, (1000, 1200, 1500, 1900), strict=True))


def tables(*parts, shifts=(), marks=(), refugees=(), history=(), copies=None):
    """Build a store from the rows of corridors."""
    frames = {name: schemas.empty(name) for name in schemas.SCHEMAS}
    frames["stocks"] = stocks(*parts).assign(source=lambda rows: rows["edition"])
    frames["compositions"] = pd.DataFrame(shifts, columns=SHIFTS).assign(
        source=lambda rows: rows["edition"]
    )
    frames["destinations"] = pd.DataFrame(marks, columns=MARKS).assign(
        refugees_added=False, imputed=False
    )
    columns = ["destination", "origin", "year", "refugees", "asylum_seekers", "others"]
    frames["refugees"] = pd.DataFrame(refugees, columns=columns)
    columns = ["destination", "origin", "year", "persons", "source"]
    frames["history"] = pd.DataFrame(history, columns=columns)
    frames["breaks"] = common_breaks(frames["stocks"])
    if copies is not None:
        frames["copies"] = copies
    return Tables(name="store", frames=frames, complete=frozenset(), manifest={})


def both(figures, **ends):
    """Build the rows of a corridor, the same in both editions to 2020."""
    older = {year: count for year, count in figures.items() if year <= 2020}
    return [*corridor(NEW, figures, **ends), *corridor(OLD, older, **ends)]


def report(found, country="FRA", *, year=2024):
    return country_report(found, country=country, edition=NEW, other=OLD, year=year)


BORN = [(edition, "FRA", True, False) for edition in (OLD, NEW)]


def test_a_country_is_looked_at_from_both_ends():
    found = report(
        tables(
            both({**STEADY, 2024: 2000}),
            both({**STEADY, 2024: 900}, destination="CAN", origin="FRA"),
            both({2020: 50, 2024: 60}, origin="OOO"),
            marks=BORN,
        )
    )
    assert (found.common, found.year) == (2020, 2024)
    assert found.destination.persons[NEW][2024] == 2060
    assert found.destination.listed == {NEW: 1, OLD: 1}
    assert found.unknown == {NEW: 60 / 2060, OLD: 50 / 1950}
    assert found.origin.persons[NEW][2024] == 900
    assert [line.place for line in found.origin.lines] == ["CAN"]


def test_a_country_that_is_no_destination_has_an_origin_only():
    found = report(tables(both({2020: 5, 2024: 9}, destination="CAN", origin="TUV")), "TUV")
    assert found.destination is None
    assert found.origin.persons[NEW] == {2020: 5, 2024: 9}


def test_what_an_edition_does_not_list_is_told_with_the_others_figures():
    found = report(
        tables(
            both({2020: 600, 2024: 700}),
            corridor(OLD, {2020: 300}, origin="SEN"),
            corridor(OLD, {2020: 100}, origin="MLI"),
            corridor(OLD, {2020: 10}, origin="OOO"),
            corridor(NEW, {2020: 110, 2024: 120}, origin="OOO"),
        )
    )
    gap = found.destination.gap
    assert list(gap.people.items()) == [("SEN", 300), ("MLI", 100)]
    assert (gap.persons, gap.whole, gap.share, gap.others) == (400, 1000, 0.4, (10, 110))


def test_the_editions_are_compared_on_large_corridors():
    found = report(
        tables(
            corridor(NEW, {2020: LARGE, 2024: 1}),
            corridor(OLD, {2020: 2 * LARGE + 1}),
            corridor(NEW, {2020: LARGE, 2024: 1}, origin="SEN"),
            corridor(OLD, {2020: LARGE}, origin="SEN"),
            corridor(NEW, {2020: 9, 2024: 1}, origin="MLI"),
            corridor(OLD, {2020: 99}, origin="MLI"),
        )
    )
    agreement = found.destination.agreement
    assert (agreement.corridors, agreement.disputed, agreement.doubled, agreement.same) == (
        2,
        1,
        1,
        1,
    )


@pytest.mark.parametrize(
    ("third", "ranks"), [(300, ("MUS", "SEN", "MLI")), (400, ("MUS",)), (900, ())]
)
def test_ranks_are_told_as_far_as_both_editions_have_the_same(third, ranks):
    found = report(
        tables(
            both({2020: 800, 2024: 1}),
            both({2020: 350, 2024: 1}, origin="SEN"),
            corridor(NEW, {2020: 300, 2024: 1}, origin="MLI"),
            corridor(OLD, {2020: third}, origin="MLI"),
        )
    )
    assert found.destination.ranks == ranks


def test_growth_is_told_where_both_editions_carry_it():
    found = report(tables(both({**STEADY, 2024: 2000})))
    (line,) = found.destination.lines
    assert line.period == (1990, 2020)
    assert [verdict.value for verdict in line.growth] == [1.9, 1.9]
    assert line.both.told
    assert line.latest.value == 2000 / 1900


def test_what_stands_against_growth_is_named():
    frozen = [(OLD, "FRA", start, start + 10, 0.0) for start in YEARS[:3]]
    (line,) = report(tables(both({**STEADY, 2024: 2000}), shifts=frozen)).destination.lines
    assert (line.period, line.both, line.against) == (None, None, ("frozen",))
    alone = tables(both({2020: 9, 2024: 9}), corridor(NEW, {2020: 500, 2024: 600}, origin="SEN"))
    assert report(alone).destination.lines[0].against == ("not_listed",)


def test_refugees_are_set_beside_a_corridor():
    found = report(
        tables(both({2020: 900, 2024: 1000}), refugees=[("FRA", "MUS", 2024, 200, 50, 7)])
    )
    (line,) = found.destination.lines
    assert (line.refugees.at_least, line.flags) == (250, ("territory", "refugees_inside"))


def test_intervals_say_what_was_carried_forward_and_what_broke():
    falling = {2010: 2000, 2015: 1500, 2020: 1000, 2024: 2000}
    shifts = [(NEW, "FRA", 2010, 2015, 0.0), (NEW, "FRA", 2020, 2024, 0.1)]
    found = report(
        tables(
            *[corridor(NEW, falling, origin=code) for code in ("PRT", "ITA", "ESP")],
            corridor(OLD, {2020: 1000}, origin="PRT"),
            shifts=shifts,
        )
    )
    states = [(interval.end, interval.state, interval.broken) for interval in found.intervals]
    assert states == [(2015, "frozen", ()), (2024, "anew", ("PRT", "ITA", "ESP"))]
    assert all(line.unsettled for line in found.destination.lines)


def test_a_scaled_interval_names_the_origins_with_a_figure_of_their_own():
    scaled = {"ALB": 100, "BEL": 230, "CHE": 370, "DEU": 540, "ESP": 810}
    parts = [both({2020: count, 2024: 2 * count}, origin=code) for code, count in scaled.items()]
    parts.append(both({2020: 300, 2024: 9000}, origin="UKR"))
    plain = tables(*parts)
    copies = copied_columns(plain.stocks, persons="both", series="edition")
    found = report(tables(*parts, copies=copies, shifts=[(NEW, "FRA", 2020, 2024, 0.4)]))
    (interval,) = found.intervals
    assert (interval.state, interval.own) == ("copied", ("UKR",))


def test_columns_of_an_older_source_say_whether_they_may_be_used():
    history = [
        ("FRA", f"A{at}A", year, count, "wb")
        for year in (1960, 2000)
        for at, count in zip("ABCDE", (100, 230, 370, 540, 810), strict=True)
    ]
    columns = ["destination", "origin", "year", "persons", "source"]
    rows = pd.DataFrame(history, columns=columns)
    copies = copied_columns(rows, persons="persons", series="source")
    found = report(tables(both({2020: 5, 2024: 9}), history=history, copies=copies))
    assert [(column.year, column.copied_from, column.persons) for column in found.history] == [
        (1960, None, 2050),
        (2000, 1960, 2050),
    ]


def test_a_turn_is_told_where_both_editions_have_it_in_the_same_years():
    there = {1990: 5000, 2000: 4000, 2010: 9000, 2020: 9500, 2024: 9600}
    back = {1990: 2000, 2000: 2500, 2010: 15000, 2020: 16000, 2024: 17000}
    found = report(
        tables(
            both(there, destination="FRA", origin="BRA"),
            both(back, destination="BRA", origin="FRA"),
        )
    )
    ((partner, turn),) = found.turns
    assert (partner, turn.start, turn.end, turn.before, turn.after) == (
        "BRA",
        2000,
        2010,
        -1500,
        6000,
    )
    other = report(
        tables(
            both(there, destination="FRA", origin="BRA"),
            corridor(NEW, back, destination="BRA", origin="FRA"),
            corridor(OLD, {year: 100 for year in YEARS}, destination="BRA", origin="FRA"),
        )
    )
    assert other.turns == ()
