"""The briefing on new trends, for the fourteen governments and for odd years."""

import json
import re

import pytest
from tests.unit.briefing.test_bilateral_words import BADGE, FAULTS

from roundtable import roundtables, store
from roundtable.briefing import NewTrends
from roundtable.briefing.concentration_facts import changed, comparable
from roundtable.briefing.trends_study import movement
from roundtable.briefing.trends_tables import looks_new, shown_rises
from roundtable.claims import trace
from roundtable.errors import ParameterError
from roundtable.prose import plain
from roundtable.reliability import KINDS, span_tells

SESSION = roundtables.load(roundtables.find("gfmd-2010-rt-1-1"))
SHIPPED = [(item.country, 2024, "undesa-2024") for item in SESSION.briefings.new_trends]
ODD = [("BRA", 2010, "undesa-2020"), ("MUS", 1990, "undesa-2024"), ("LBY", 2020, "undesa-2024")]
ALL = pytest.mark.parametrize("given", SHIPPED + ODD, ids=lambda given: "-".join(map(str, given)))
TABLES = ("destinations", "origins", "students")


@pytest.fixture(scope="module")
def opened():
    """Open each briefing once, on the pack."""
    known = {}

    def open_once(country="BRA", year=2024, edition="undesa-2024"):
        given = (country, year, edition)
        if given not in known:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("ROUNDTABLE_DATA", "pack")
                known[given] = NewTrends(country=country, year=year, edition=edition)
        return known[given]

    return open_once


def sections(briefing):
    """Render every section that this briefing shows."""
    left_out = set()
    if briefing.new_corridors() is None:
        left_out = {name for name in briefing.prose.texts if name.startswith("new-corridors-")}
    return {name: briefing.text(name).markdown for name in briefing.prose.texts.keys() - left_out}


def messages(briefing):
    return [line for line in briefing.key_messages().markdown.split("\n") if line.strip()]


@ALL
def test_every_section_reads_like_a_text(opened, given):
    for section, markdown in sections(opened(*given)).items():
        text = plain(BADGE.sub("", markdown))
        found = {name for name, fault in FAULTS.items() if re.search(fault, text)}
        assert not found, f"{section}: {found} in {text!r}"
        assert not re.search(r"\.-|\b(All|Of the) one\b", text), f"{section}: {text!r}"


@ALL
def test_there_are_three_to_five_key_messages_each_with_its_kind(opened, given):
    items = messages(opened(*given))
    least = 3 if given in SHIPPED else 1
    assert least <= len(items) <= 5, items
    for item in items:
        assert item.startswith("- **")
        badge = BADGE.search(item)
        assert badge, item
        assert item.endswith(badge[0])
        assert badge[1] in KINDS


@ALL
def test_every_mark_leads_to_a_fact_of_the_record_and_every_fact_to_rows(opened, given):
    briefing = opened(*given)
    shown = "".join(sections(briefing).values())
    recorded = {entry["id"]: entry for entry in briefing.record()["facts"]}
    marks = re.findall(r'data-fact="([^"]+)">([^<]*)</span>', shown)
    assert marks
    for id, printed in marks:
        assert plain(printed) == recorded[id]["printed"]["en"]
    for entry in recorded.values():
        _, rows = trace.rows_of(entry, briefing.tables)
        assert len(rows) or entry["value"] in (None, 0), entry["id"]


@ALL
def test_tables_and_charts_are_made_or_left_out_but_never_fail(opened, given):
    briefing = opened(*given)
    for name in TABLES:
        table = getattr(briefing, name)()
        if table is not None:
            assert table.rows
            assert all(len(row) == len(table.head) for row in table.rows)
            assert not {"None", "nan", "<NA>", ""} & {cell for row in table.rows for cell in row}
    for chart in (briefing.new_corridors(), briefing.money()):
        if chart is not None:
            assert chart.layout.meta["title"]
            assert not re.search(r"\bNone\b|\bnan\b|no estimate", chart.layout.meta["alt"])
    json.dumps(briefing.record(), allow_nan=False)


@ALL
def test_no_new_corridor_rests_on_figures_that_forbid_it(opened, given):
    briefing = opened(*given)
    for way, rows in briefing.study.risen.items():
        for row in rows[rows["status"] != "refused"].itertuples():
            end = "destination" if way == "out" else "origin"
            mine = briefing.study.corridors(way)
            mine = mine[(mine[end] == row.partner) & mine["year"].between(row.start + 1, row.end)]
            assert not mine[["frozen", "linear", "copied", "rebased"]].any(axis=None)


def test_brazil_does_not_take_communities_that_were_counted_anew_for_arrivals(opened):
    briefing = opened("BRA")
    fact = briefing.book["rebased-count"]
    seven = {"PRT", "ITA", "JPN", "ESP", "DEU", "AUT", "LBN"}
    assert set(fact.arguments["origins"]) == seven
    assert fact.flags == ("rebased",)
    # 162,000 in 2020 and 308,000 in 2024.
    assert round(briefing.book["rebased-before"].value, -3) == 162_000
    assert round(briefing.book["rebased-after"].value, -3) == 308_000
    (message,) = [item for item in messages(briefing) if "seven" in item]
    assert "cannot take the new figures" in plain(message)
    assert "as arrivals" in briefing.line("caution")
    told = briefing.study.risen["in"]
    assert not set(told.loc[told["status"] != "refused", "partner"]) & seven


def test_brazilians_in_australia_are_new_beyond_ties_and_neighbours(opened):
    briefing = opened("BRA")
    row = briefing.study.risen["out"].set_index("partner").loc["AUS"]
    assert (row["status"], row["bonds"]) == ("emerged", ())
    assert (row["start"], row["before"], row["after"]) == (2010, 16_476, 70_220)
    assert "Australia" in messages(briefing)[0]


def test_venezuelans_in_brazil_look_new_and_may_not_be_told(opened):
    row = opened("BRA").study.risen["in"].set_index("partner").loc["VEN"]
    assert (row["after"], row["status"], row["reasons"]) == (571_919, "refused", "copied")
    table = opened("BRA").origins()
    (printed,) = [cells for cells in table.rows if cells[0] == "Venezuela"]
    assert printed[-1] == "not told: carried forward"


def test_afghans_in_france_are_told_as_refugees_and_no_share_above_the_whole(opened):
    briefing = opened("FRA")
    row = briefing.study.risen["in"].set_index("partner").loc["AFG"]
    assert row["driven"]
    assert row["refugees"] > row["after"]
    assert "refugees and asylum seekers make up at least half" in briefing.line("key-messages")
    assert "UNHCR counts more refugees" in briefing.line("new-in")


def test_israel_alone_has_the_papers_figures_on_talent(opened):
    assert "Israelis who work in advanced industries" in opened("ISR").claims_read().markdown
    assert "Israelis" not in opened("BRA").claims_read().markdown


def test_the_papers_million_in_africa_cannot_be_checked_and_the_text_says_why(opened):
    briefing = opened("NGA")
    briefing.claims()
    silent, every = (briefing.book[f"china-africa-{name}"] for name in ("silent", "destinations"))
    assert (silent.value, every.value) == (36, 58)
    assert briefing.book["claim-china-africa-now"].value == 97_417
    assert "36 do not detail people from China" in briefing.line("foresaw")


def test_a_jump_in_a_series_forbids_a_change_of_remittances(opened):
    # In Mauritius what is paid rises from 0.1% to 5% of GDP within two years.
    assert opened("MUS").book["paid-of-gdp-before"].value is None
    assert "No change is told" in opened("MUS").line("key-messages")


def test_a_country_outside_the_pack_is_refused_with_its_remedy(monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    assert "CHN" not in store.load().complete
    with pytest.raises(ParameterError, match=r"`country` is 'CHN' .*roundtable data pull"):
        NewTrends(country="CHN", year=2024, edition="undesa-2024")


def test_communities_counted_anew_are_not_called_measured(opened):
    brazil = opened("BRA")
    assert brazil.book["rebased-before"].kind == "disputed"
    assert "disputed" in next(item for item in messages(brazil) if "for arrivals" in item)


def test_what_looks_new_and_may_not_be_told_stands_in_the_table(opened):
    for country in ("BGD", "AUS", "USA"):
        briefing = opened(country)
        for way, table in (("out", briefing.destinations()), ("in", briefing.origins())):
            untold = looks_new(briefing.study.risen[way]).sum()
            verdicts = [row[-1] for row in table.rows]
            assert sum(verdict.startswith("not told") for verdict in verdicts) >= min(untold, 3)


def test_returned_emigrants_children_are_told_where_the_other_direction_is_far_larger(opened):
    message = messages(opened("GBR"))[0]
    # 713,578 people from Romania in the United Kingdom, 48,738 the other way round.
    assert "The other way round there are about 714,000 people" in plain(message)
    assert "other way round" not in plain(messages(opened("BRA"))[0])


def test_flight_is_told_by_its_own_count_where_the_stock_may_not_be(opened):
    germany = opened("DEU")
    text = plain(germany.text("new-in").markdown)
    assert "more from Ukraine than from any other place (about 1.14 million)" in text
    assert "The rise of people from the Syrian Arab Republic consists mostly of refugees" in text
    assert "Flight, by its own count" not in plain(germany.text("new-out").markdown)


def test_concentration_over_time_is_told_by_ranges_that_do_not_touch(opened):
    portugal = opened("PRT")
    assert changed(portugal.study) == "more"
    assert "more varied" in portugal.text("concentration").markdown
    assert changed(opened("GBR").study) == ""
    assert "no change is told" in opened("GBR").text("concentration").markdown


def test_no_period_of_concentration_crosses_a_new_count(opened):
    # Brazil was counted anew in 2024, and the editions differ on 2015 and 2020.
    assert comparable(opened("BRA").study) == (1990, 2010)


def test_money_is_drawn_in_percent_and_broken_where_the_count_jumps(opened):
    chart = opened("BRA").money()
    assert chart.layout.yaxis.ticksuffix == "%"
    paid = next(trace for trace in chart.data if trace.name == "paid" and trace.mode == "lines")
    assert paid.x[: paid.x.index(1993)][-1] is None


def test_china_in_africa_is_answered_in_every_briefing(opened):
    for country in ("BRA", "AUS"):
        assert "do not detail people from China" in opened(country).text("foresaw").markdown


def test_no_rise_between_members_of_a_bloc_runs_beyond_every_link(opened):
    risen = opened("BEL").study.risen["in"].set_index("partner")
    assert risen.loc["ROU", "bonds"] == ("movement",)
    assert risen.loc["IND", "bonds"] == ()
    # India is told first: people from Romania move by the rules of the union.
    text = plain(opened("BEL").text("new-in").markdown)
    assert text.index("People born in India") < text.index("People born in Romania")
    assert "Both belong to the European Union, whose rules on moving are in force." in text


def test_a_bloc_that_one_end_has_left_is_told_with_its_year(opened):
    text = plain(opened("PRT").text("new-out").markdown)
    assert "Both belonged to the European Union until 2020" in text
    assert movement("PRT", "GBR", start=2020, end=2024) is None


def test_editions_are_at_different_levels_only_where_they_differ_by_a_twentieth(opened):
    # Mexico to Spain in 2020: 60,276 and 60,854.
    assert "different levels" not in messages(opened("MEX"))[0]
    assert "different levels" in messages(opened("BRA"))[0]


def test_that_nothing_rose_is_as_firm_as_the_figures_it_rests_on(opened):
    # No corridor to Morocco trebled, and its division by origin was carried forward.
    assert opened("MAR").study.risen["in"].empty
    assert opened("MAR").book["in-refused"].kind == "carried-forward"


def test_the_number_of_origins_is_as_firm_as_the_division_it_rests_on(opened):
    for country, carried in (("BGD", True), ("AUS", False)):
        briefing = opened(country)
        kind = briefing.book["effective-origins"].kind
        assert (kind == "carried-forward") == carried
        text = plain(briefing.text("concentration").markdown)
        assert ("division by origin was carried forward" in text) == carried


def test_what_looks_new_is_not_told_as_the_whole_list_where_the_table_lacks_some(opened):
    for country, lacks in (("CAN", True), ("BGD", False)):
        briefing = opened(country)
        shown = looks_new(shown_rises(briefing.study, "in")).sum()
        assert (looks_new(briefing.study.risen["in"]).sum() > shown) == lacks
        (line,) = [item for item in messages(briefing) if "No new large origin" in item]
        assert ("among others" in line) == lacks


def test_those_who_fled_from_one_place_are_not_told_twice(opened):
    text = plain(opened("BGD").text("new-in").markdown)
    assert (
        "985,000 refugees and asylum seekers in Bangladesh, nearly all of them from Myanmar."
        in text
    )
    assert "UNRWA" not in text


def test_the_list_of_students_is_told_as_a_list(opened):
    tables = opened("BRA").study.tables
    lists = tables.students[tables.students["listing"] == "by-origin"]
    assert "CHN" not in set(lists["destination"].astype(str))
    (message,) = [plain(item) for item in messages(opened("USA")) if "students" in item]
    assert "more in the United Kingdom than in any other country that it names" in message
    assert "China among them" in message


def test_a_gap_in_egypts_data_of_2015_makes_no_rise(opened):
    # 0 people from Germany there in 2015, 8,555 five years before and 11,919 five years after.
    for country in ("DEU", "ISR", "AUS"):
        assert "EGY" not in set(opened(country).study.risen["out"]["partner"])


def test_bounds_too_wide_to_inform_are_not_printed_as_a_span(opened):
    # From 1.1 to 125.7 destinations, and from 4.3 to 5.0 origins.
    mauritius = plain(opened("MUS").text("concentration").markdown)
    assert "the data do not tell the number for all emigrants" in mauritius
    assert "anything from" not in mauritius
    assert "the number for all lies between 4.3 and 5.0" in mauritius
    # From 8.1 to 21.7 origins, and over time wider still.
    germany = plain(opened("DEU").text("concentration").markdown)
    assert "the data do not tell the number for all of them" in germany
    assert "Over time no change is told" in germany


@ALL
def test_every_printed_span_is_narrow_enough_to_inform_or_shows_a_change(opened, given):
    briefing = opened(*given)
    text = plain(briefing.text("concentration").markdown)
    for found in re.finditer(r"(?:between|from) (\d+\.\d) (?:and|to) (\d+\.\d)", text):
        low, high = map(float, found.groups())
        assert span_tells(low, high) or "wherever" in text
