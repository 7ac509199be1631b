"""Regional briefings: all that the shipped roundtable wants, on the embedded figures."""

import json
import re

import pytest

from roundtable import roundtables, store
from roundtable.briefing import Regional
from roundtable.briefing.space_matrix import SIDE, matrix
from roundtable.claims import trace
from roundtable.errors import ParameterError
from roundtable.facts.forms import DASH
from roundtable.prose import plain

SESSION = roundtables.load(roundtables.find("gfmd-2010-rt-1-1"))
SPACES = [item.bloc for item in SESSION.briefings.regional]
SECTIONS = ("key-messages", "share", "among", "elsewhere", "missing", "rules", "caution")
CHARTS = ("emigrants_over_time", "immigrants_over_time", "matrix", "elsewhere", "compared")
TABLES = ("corridors", "places")


@pytest.fixture(scope="module")
def opened():
    """Open each space once, with all that its notebook shows."""
    found = {}

    def open_space(bloc, **more):
        key = (bloc, *more.items())
        if key not in found:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("ROUNDTABLE_DATA", "pack")
                briefing = Regional(bloc=bloc, **{"year": 2024, "edition": "undesa-2024", **more})
            briefing.texts = {name: briefing.text(name).markdown for name in SECTIONS}
            briefing.tables_shown = {name: getattr(briefing, name)() for name in TABLES}
            briefing.texts["claims"] = briefing.claims_read().markdown
            briefing.charts = {name: getattr(briefing, name)() for name in CHARTS}
            found[key] = briefing
        return found[key]

    return open_space


def refused(**parameters) -> str:
    given = {"bloc": "ecowas", "year": 2024, "edition": "undesa-2024"}
    with pytest.raises(ParameterError) as caught:
        Regional(**{**given, **parameters})
    return str(caught.value)


def test_the_roundtable_wants_blocs_and_all_circuits():
    assert len(SPACES) == 18
    assert {"gulf", "east-asia", "southern-europe", "southern-cone", "maghreb"} <= set(SPACES)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"bloc": "ecowa"}, "`bloc` is 'ecowa', which is neither a bloc nor a circuit"),
        ({"bloc": "ecowa"}, "Did you mean 'ecowas'"),
        ({"bloc": 7}, "`bloc` is 7, which is neither"),
        ({"bloc": "ca-4", "year": 1990}, "'ca-4' had no members yet. Choose 2006 or a later year"),
        ({"year": 2023}, "`year` is 2023, which edition 'undesa-2024' does not give"),
        ({"language": "xx"}, "`language` is 'xx'"),
    ],
)
def test_a_wrong_parameter_is_named_with_its_remedy(parameters, message, monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    assert message in refused(**parameters)


@pytest.mark.parametrize("bloc", SPACES)
def test_every_space_has_three_to_five_messages_each_with_its_kind(opened, bloc):
    lines = [line for line in opened(bloc).texts["key-messages"].splitlines() if line.strip()]
    assert 3 <= len(lines) <= 5
    assert [line for line in lines if not line.startswith("- **")] == []
    assert [line for line in lines if line.count('class="kind kind-') != 1] == []


@pytest.mark.parametrize("bloc", SPACES)
def test_every_mark_in_the_words_leads_to_a_fact_that_is_known(opened, bloc):
    briefing = opened(bloc)
    shown = {fact.id: fact for fact in briefing.book.shown}
    marks = {
        mark
        for text in briefing.texts.values()
        for mark in re.findall(r'data-fact="([^"]+)"', text)
    }
    assert marks
    assert [mark for mark in sorted(marks) if not shown[mark].known] == []
    assert "no estimate" not in " ".join(briefing.texts.values())


@pytest.mark.parametrize("bloc", SPACES)
def test_shares_are_part_over_whole_and_stand_in_the_table_of_the_world_too(opened, bloc):
    briefing = opened(bloc)
    s = briefing.space
    variant = "members of the year" if s.is_bloc else "as the paper describes it"
    for side, measure in (
        ("emigrants", "emigrants inside"),
        ("immigrants", "immigrants from inside"),
    ):
        share = briefing.book[f"share-of-{side}"].value
        whole = briefing.book[side].value
        assert share == pytest.approx(briefing.book["inside"].value / whole)
        table = s.over_time(measure, variant=variant)
        row = table[(table["edition"] == "undesa-2024") & (table["year"] == 2024)]
        assert share == pytest.approx(float(row["value"].iloc[0]))


@pytest.mark.parametrize("bloc", SPACES)
def test_every_shown_fact_leads_back_to_rows(opened, bloc):
    tables = store.load("pack")
    for fact in opened(bloc).book.shown:
        _, rows = trace.rows_of(fact.as_json(), tables)
        assert len(rows) > 0 or fact.value == 0, fact.id


@pytest.mark.parametrize("bloc", ["ecowas", "gulf", "ca-4"])
def test_the_rows_of_the_figure_inside_add_up_to_it(opened, bloc):
    fact = opened(bloc).book["inside"]
    _, rows = trace.rows_of(fact.as_json(), store.load("pack"))
    assert int(rows["both"].sum()) == fact.value


@pytest.mark.parametrize("bloc", SPACES)
def test_charts_have_their_finding_their_unit_and_their_source(opened, bloc):
    charts = opened(bloc).charts
    assert [name for name in CHARTS if charts[name] is None] in ([], ["matrix"])
    for figure in filter(None, charts.values()):
        written = json.dumps(figure.to_plotly_json(), default=str, ensure_ascii=False)
        assert "Source: UN DESA" in written
    over_time = charts["emigrants_over_time"]
    assert over_time.layout.yaxis.ticksuffix == "%"
    labels = {trace.name for trace in over_time.data}
    assert 2 <= len(labels) <= 4


def test_what_sums_figures_carried_forward_is_not_measured(opened):
    book = opened("ecowas").book
    for id in ("emigrants", "largest-few-share", "corridors-half", "south-share"):
        assert book[id].kind == "carried-forward", id
        assert "frozen" in book[id].flags
    # The total of all immigrants is published, however it is divided; the United States count.
    for id in ("immigrants", "rest-largest-place", "rest-place-share"):
        assert book[id].kind == "measured", id


def test_the_departure_of_three_members_changes_the_share_and_moves_nobody(opened):
    briefing = opened("ecowas")
    assert briefing.book["share-of-emigrants"].printed["en"] == "64%"
    assert briefing.book["share-of-emigrants-today"].printed["en"] == "35%"
    said = re.sub(r"<[^>]+>", "", briefing.texts["key-messages"])
    assert "Burkina Faso, Mali and the Niger are no longer members" in said
    assert "nobody moved" in said


def plain_text(briefing, section):
    return plain(briefing.text(section).markdown)


def test_the_departure_is_told_by_the_people_on_either_side_of_it(opened):
    briefing = opened("ecowas")
    book = briefing.book
    rows = briefing.space.inside_at(edition="undesa-2024", year=2024)
    gone = {"BFA", "MLI", "NER"}
    out, home = rows["origin"].isin(gone), rows["destination"].isin(gone)
    assert book["left-from"].value == rows.loc[out & ~home, "both"].sum() == 3_011_163
    assert book["left-into"].value == rows.loc[~out & home, "both"].sum() == 1_209_788
    assert book["left-among"].value == rows.loc[out & home, "both"].sum() == 308_593
    assert book["left-across"].value == 3_011_163 + 1_209_788
    assert book["left-across"].kind == "carried-forward"
    text = plain_text(briefing, "rules")
    assert "No longer members: Burkina Faso, Mali and the Niger. Withdrew" in text
    assert "Nobody moved by it" in text
    assert "about 4.22 million people were on corridors between them" in plain_text(
        briefing, "key-messages"
    )


@pytest.mark.parametrize("bloc", ["mercosur", "eu", "gulf"])
def test_no_departure_is_told_where_no_member_has_left_since(opened, bloc):
    assert "departure" not in plain_text(opened(bloc), "rules")
    assert not opened(bloc).book["left-across"].known


def test_a_bloc_that_lost_a_member_since_its_first_year_names_it(opened):
    assert "Venezuela has left since." in plain_text(opened("andean"), "key-messages")


@pytest.mark.parametrize("bloc", SPACES)
def test_the_largest_group_of_each_side_is_the_largest_sum_of_its_rows(opened, bloc):
    briefing = opened(bloc)
    rows = briefing.space.inside_at(edition="undesa-2024", year=2024)
    for side, end in (("sending", "origin"), ("receiving", "destination")):
        sums = rows.groupby(rows[end].astype(str))["both"].sum()
        fact = briefing.book[f"{side}-largest"]
        assert fact.value == sums.max() == sums[fact.arguments[end]]
        assert briefing.book[f"{side}-largest-share"].value == pytest.approx(
            sums.max() / rows["both"].sum()
        )


def test_a_circuit_is_read_by_its_two_sides(opened):
    gulf = opened("gulf")
    said = plain_text(gulf, "key-messages")
    assert "On the side of the origins the largest group comes from India (36% of all)" in said
    assert "on that of the destinations the largest lives in Saudi Arabia (38%)" in said
    table = gulf.tables_shown["places"]
    assert "its origins, then its destinations" in table.caption
    sends = [row[1] != DASH for row in table.rows]
    assert sends == sorted(sends, reverse=True)
    assert "inside" not in re.sub(r"<[^>]+>", "", gulf.texts["key-messages"])


def test_a_place_outside_is_not_said_to_hold_most_where_it_holds_the_largest_part(opened):
    for bloc in SPACES:
        text = plain_text(opened(bloc), "missing") + plain_text(opened(bloc), "elsewhere")
        assert "Most of them" not in text
        assert "region with most" not in text


def test_no_share_is_printed_where_no_corridor_inside_is_listed(opened):
    # The edition lists nobody from another member in Haiti, which is not nobody.
    haiti = next(row for row in opened("caricom").tables_shown["places"].rows if row[0] == "Haiti")
    assert haiti[3].startswith("19,581")
    assert haiti[4] == DASH


def test_two_destinations_make_a_table_and_no_matrix(opened):
    assert opened("central-america").charts["matrix"] is None
    assert opened("gulf").charts["matrix"] is not None


def test_small_counts_are_words(opened):
    assert "Among the members is one least developed country" in plain_text(
        opened("amu"), "elsewhere"
    )
    assert "In one of four destinations" in plain_text(opened("mercosur"), "share")


def test_a_circuit_with_one_destination_names_it(opened):
    assert "the immigrants in Argentina" in plain_text(opened("southern-cone"), "share")


def test_fourteen_of_fifteen_members_of_ecowas_repeat_an_earlier_division(opened):
    book = opened("ecowas").book
    assert (book["frozen-members"].value, book["receiving-members"].value) == (14, 15)
    assert book["share-of-emigrants"].kind == "carried-forward"
    assert "linear" in book["largest"].flags
    assert book["largest"].arguments["origin"] == "BFA"


def test_the_claims_on_mali_stand_in_the_briefing_of_ecowas_alone(opened):
    assert "Emigrants of Mali who live in Europe" in opened("ecowas").texts["claims"]
    assert "Mali" not in opened("mercosur").texts["claims"]


def test_a_circuit_names_each_group_of_its_origins_and_marks_what_the_paper_does_not_name(opened):
    text = re.sub(r"<[^>]+>", "", opened("gulf").texts["rules"])
    groups = [line for line in text.splitlines() if line.startswith("- ")]
    assert len(groups) == 4
    assert "Egypt, Jordan and Lebanon" in groups[0]
    assert [("not named in the paper" in line) for line in groups] == [False, False, True, True]


def test_the_largest_corridor_is_told_for_both_editions_or_not_at_all(opened):
    asean = opened("asean")
    assert asean.book["largest"].arguments["destination"] == "MYS"
    assert asean.book["largest-there"].arguments["destination"] == "THA"
    assert "depends on the edition" in asean.texts["key-messages"]
    assert "In both editions" in opened("mercosur").texts["key-messages"]


def test_the_older_edition_can_be_briefed_too(opened):
    briefing = opened("mercosur", year=2020, edition="undesa-2020")
    assert briefing.book["share-of-emigrants"].edition == "undesa-2020"
    assert briefing.book["share-of-emigrants"].value == pytest.approx(
        briefing.book["share-of-emigrants-common"].value
    )


def test_a_table_cut_to_the_largest_members_says_so(opened):
    assert "largest" in opened("au").tables_shown["places"].note
    assert "largest" not in opened("ecowas").tables_shown["places"].note


@pytest.mark.parametrize("bloc", SPACES)
def test_the_matrix_holds_the_corridors_inside_and_no_number_where_none_is_listed(opened, bloc):
    briefing = opened(bloc)
    cells, origins, destinations = matrix(briefing.space)
    assert max(len(origins), len(destinations)) <= SIDE
    assert len(cells) == len(origins) * len(destinations)
    assert not (cells["persons"].notna() & ~cells["inside"]).any()
    shown = set(cells.loc[cells["persons"].isna(), "short"])
    assert shown <= {DASH}
    every = briefing.space.inside_at(edition="undesa-2024", year=2024)["both"].sum()
    assert 0 < cells["persons"].sum() <= every


def test_the_fewest_corridors_that_hold_half_are_counted(opened):
    briefing = opened("ecowas")
    persons = briefing.space.inside_at(edition="undesa-2024", year=2024)["both"].astype(int)
    largest = sorted(persons, reverse=True)
    half = briefing.book["corridors-half"].value
    assert sum(largest[:half]) >= sum(largest) / 2 > sum(largest[: half - 1])


def test_refugees_stand_beside_the_people_inside(opened):
    african = plain_text(opened("au"), "key-messages")
    assert (
        "UNHCR counts about 9.83 million refugees and asylum seekers on the corridors inside, "
        "as many as 38% of the people on them." in african
    )
    assert "takes no more of a corridor than the edition has: on 57 of them UNHCR" in african
    assert "UNHCR" not in plain_text(opened("ecowas"), "key-messages")
    assert "as many as 8.1% of the people inside" in plain_text(opened("ecowas"), "among")
    assert "UNHCR" not in plain_text(opened("mercosur"), "among")
    assert "The people inside as labour migration" in plain_text(opened("sadc"), "caution")
    assert "The people in the circuit as labour migration." in plain_text(
        opened("central-america"), "caution"
    )


def test_refugees_over_a_stock_that_was_carried_forward_are_no_measured_share(opened):
    assert opened("au").book["displaced-share"].kind == "carried-forward"
    assert opened("au").book["displaced"].kind == "measured"
    assert opened("central-america").book["displaced-share"].kind == "measured"


def test_no_more_refugees_of_a_corridor_than_its_stock_make_the_share_of_a_space(opened):
    book = opened("ecowas").book
    # 642,812 by UNHCR's count, of whom 66,168 are beyond the stocks of five corridors.
    assert (book["displaced"].value, book["displaced-beyond"].value) == (642_812, 5)
    assert round(book["displaced-share"].value * book["inside"].value) == 576_644
    assert opened("andean").book["displaced-beyond"].value == 0


def test_the_refugees_of_a_space_are_the_sum_of_unhcrs_rows(opened):
    briefing = opened("andean")
    inside = briefing.space.inside_at(edition="undesa-2024", year=2024)
    on = set(zip(inside["origin"], inside["destination"], strict=True))
    rows = store.load("pack").refugees
    rows = rows[rows["year"] == 2024]
    rows = rows[[pair in on for pair in zip(rows["origin"], rows["destination"], strict=True)]]
    assert briefing.book["displaced"].value == int(
        rows["refugees"].sum() + rows["asylum_seekers"].sum()
    )


def test_borders_that_were_drawn_after_people_had_moved_are_told(opened):
    among = plain_text(opened("au"), "among")
    assert "11% live in one part of what was one state and come from another part" in among
    assert "one state" not in plain_text(opened("mercosur"), "among")


def test_people_born_under_a_rule_that_ended_are_no_diaspora_of_their_birthplace(opened):
    caution = plain_text(opened("cplp"), "caution")
    assert "50% live in the country that ruled the place in which they were born" in caution
    assert "the country that ruled" not in plain_text(opened("ecowas"), "caution")
    # A count of citizens leaves out those who were born there as citizens of the ruler.
    assert opened("gulf").book["after-rule-share"].value == 0


def test_a_count_made_anew_is_no_arrival_inside_a_space_either(opened):
    assert "17% of the people inside are on corridors that left their course" in plain_text(
        opened("cplp"), "caution"
    )
    assert "left their course" not in plain_text(opened("mercosur"), "caution")


def test_who_is_suspended_or_joined_since_is_named(opened):
    rules = plain_text(opened("mercosur"), "rules")
    assert "Suspended in 2024, and left out of the figures: Venezuela." in rules
    assert "Joined since the middle of 2024: Bolivia." in rules
    assert "Joined since the middle of 2024: Timor-Leste." in plain_text(opened("asean"), "rules")
    assert "In the middle of 2024 the Southern Common Market had four members." in plain_text(
        opened("mercosur"), "share"
    )


def test_a_largest_corridor_that_depends_on_the_edition_is_no_measured_finding(opened):
    messages = plain_text(opened("southern-europe"), "key-messages")
    (line,) = (part for part in messages.split("- **") if part.startswith("Which corridor"))
    assert line.rstrip().endswith("disputed")


def test_emigrants_of_the_gulf_are_not_said_to_be_its_nationals(opened):
    assert "The emigrants as nationals of the members." in plain_text(opened("gcc"), "caution")
    assert "as nationals of the members" not in plain_text(opened("eu"), "caution")


def test_a_border_over_water_is_named_and_does_not_count(opened):
    among = plain_text(opened("asean"), "among")
    assert "Malaysia and Singapore, whose border lies in the water" in among
    assert "are not among them" in among
    assert "causeway" not in plain_text(opened("east-asia"), "among")


@pytest.mark.parametrize("bloc", ["asean", "east-asia", "eu", "gulf"])
def test_a_corridor_that_is_listed_with_nobody_is_not_one_that_is_not_listed(opened, bloc):
    briefing = opened(bloc)
    rows = store.load("pack").stocks
    rows = rows[(rows["year"] == 2020) & rows["origin"].isin(briefing.space.origins)]
    here, there = (rows[rows["edition"] == f"undesa-{year}"] for year in (2024, 2020))
    # Of the four, each has corridors that the later edition puts at nobody.
    listed = set(zip(here["origin"], here["destination"], strict=True))
    gaps = there[
        [pair not in listed for pair in zip(there["origin"], there["destination"], strict=True)]
    ]
    assert briefing.book["unlisted"].value == int(gaps["both"].sum())


def test_a_circuit_is_not_named_after_neighbours_that_are_not_in_it(opened):
    named = opened("southern-cone").space
    assert named.described.name == "To Argentina from Bolivia, Chile, Paraguay and Peru"
    assert named.origins == ["BOL", "CHL", "PER", "PRY"]


def test_who_is_next_to_the_largest_within_a_revision_is_named(opened):
    assert "19% of all whom the edition lists (about as many in the rest of Asia)." in plain_text(
        opened("gulf"), "key-messages"
    )
    assert "is Canada, with Türkiye next to it." in plain_text(opened("gcc"), "key-messages")
    assert "32%; about as many from El Salvador)" in plain_text(opened("ca-4"), "among")
    assert "35%; about as many in Thailand)" in plain_text(opened("asean"), "among")
    for section in ("key-messages", "among", "elsewhere"):
        assert "about as many" not in plain_text(opened("ecowas"), section)


@pytest.mark.parametrize("bloc", SPACES)
def test_a_line_of_a_chart_names_its_edition(opened, bloc):
    names = [
        trace.name
        for chart in ("emigrants_over_time", "immigrants_over_time")
        for trace in opened(bloc).charts[chart].data
        if trace.name
    ]
    assert names
    assert not [name for name in names if "{" in name]


def test_a_circuit_with_one_destination_is_told_by_its_name(opened):
    cone = opened("southern-cone")
    said = plain(cone.texts["key-messages"])
    assert "lived in Argentina: 32% of the" in said
    assert "59% of the immigrants there." in said
    assert cone.line("immigrants-over-time-title").startswith("59% of the immigrants in Argentina")
    people = "about 1.15 million people from Bolivia, Chile, Paraguay and Peru"
    assert f"Argentina holds {people}" in plain(cone.texts["rules"])


def test_one_process_and_one_destination_are_not_told_in_the_plural(opened):
    one, several = (opened(space).text("agreed").markdown for space in ("amu", "east-asia"))
    assert "take part in this consultative process:" in one
    assert "take part in these consultative processes:" in several
    assert "one before; its total alone was updated." in opened("east-asia").texts["share"]


def test_the_note_on_recomputed_claims_names_the_sources_of_its_columns(opened):
    note = opened("amu").line("claims-note")
    assert "World Bank, bilateral matrix of 2010" in note
    assert "Otherwise" not in note
    assert "World Bank" not in opened("southern-cone").line("claims-note")
