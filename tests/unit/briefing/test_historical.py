import json
import re

import pandas as pd
import pytest

from roundtable import roundtables
from roundtable.briefing import Historical, Regional
from roundtable.briefing.country import flags_of_sum, kind_of_sum
from roundtable.briefing.origin_facts import have_left, shared_bloc
from roundtable.briefing.past_facts import SPACES
from roundtable.briefing.turn_facts import agrees, balances, without_jumps
from roundtable.claims.trace import rows_of
from roundtable.errors import ParameterError
from roundtable.places import blocs
from roundtable.reliability.turns import Turn
from roundtable.tables import Table

SESSION = roundtables.load(roundtables.find("gfmd-2010-rt-1-1"))
COUNTRIES = [item.country for item in SESSION.briefings.historical]
SECTIONS = ("ties", "origins")


@pytest.fixture(scope="module")
def open_historical():
    """Open a briefing once for all tests that only read it."""
    kept = {}

    def opened(country: str = "GBR", *, year: int = 2024, edition: str = "undesa-2024"):
        key = (country, year, edition)
        if key not in kept:
            with pytest.MonkeyPatch.context() as patch:
                patch.setenv("ROUNDTABLE_DATA", "pack")
                kept[key] = Historical(country=country, year=year, edition=edition)
        return kept[key]

    return opened


@pytest.fixture(params=COUNTRIES)
def briefing(request, open_historical):
    return open_historical(request.param)


@pytest.fixture(params=["GBR", "USA", "MAR"])
def traced(request, open_historical):
    """A former ruler, a country with territories, one under two former protectors."""
    return open_historical(request.param)


def plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


def words(briefing) -> str:
    texts = [briefing.key_messages(), briefing.caution(), *map(briefing.text, SECTIONS)]
    return "\n".join(plain(text.markdown) for text in texts)


def test_the_session_wants_the_united_kingdom_and_every_government():
    assert COUNTRIES[0] == "GBR"
    assert set(COUNTRIES) == {"GBR", *SESSION.co_chairs, *SESSION.team}


def test_wrong_parameters_are_refused_all_at_once(monkeypatch):
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    with pytest.raises(ParameterError) as caught:
        Historical(country="UK", year=2023, edition="undesa-2024", language="fr")
    message = str(caught.value)
    assert "`country`: 'UK' is not an ISO 3166-1 alpha-3 code" in message
    assert "`year` is 2023" in message
    assert "`language` is 'fr'" in message


def test_every_briefing_says_three_to_five_messages_each_with_its_kind(briefing):
    messages = plain(briefing.key_messages().markdown).splitlines()
    shown = [line for line in messages if line.startswith("- ")]
    assert 3 <= len(shown) <= 5
    kinds = set(briefing.labels["kinds"].values())
    assert [line for line in shown if not line.endswith(tuple(kinds))] == []


def test_no_sentence_is_left_without_its_figure(briefing):
    text = words(briefing)
    assert "no estimate" not in text
    assert "None" not in text
    assert re.findall(r"  +\S|\.\.| ,| \.", text) == []


def test_every_mark_leads_to_a_fact_that_was_shown(briefing):
    texts = [briefing.key_messages(), *map(briefing.text, SECTIONS), briefing.caution()]
    marked = {id for text in texts for id in re.findall(r'data-fact="([^"]+)"', text.markdown)}
    shown = {fact.id for fact in briefing.book.shown}
    assert marked
    assert marked <= shown


def test_every_fact_with_a_value_leads_to_rows(traced):
    facts = [fact.as_json() for fact in traced.book.variables().values()]
    empty = [
        fact["id"]
        for fact in facts
        if fact["value"] not in (None, 0) and rows_of(fact, traced.tables)[1].empty
    ]
    assert len(facts) > 30
    assert empty == []


def test_shares_are_those_of_the_rows_that_they_lead_to(traced):
    facts = [fact.as_json() for fact in traced.book.variables().values()]
    mine = [
        fact
        for fact in facts
        if fact["indicator"] == "stock_by_tie"
        and fact["unit"] == "share"
        and fact["value"]
        and "table" not in fact["arguments"]
        and "coverage" not in fact["id"]
    ]
    assert len(mine) >= 8
    for fact in mine:
        every = {**fact, "arguments": {**fact["arguments"], "tie": "every"}}
        parts = [
            rows[rows["edition"] == fact["edition"]]["both"].sum()
            for rows in (rows_of(item, traced.tables)[1] for item in (fact, every))
        ]
        assert fact["value"] == pytest.approx(parts[0] / parts[1])


def test_classes_of_the_year_add_up_to_all_people(briefing):
    briefing.by_class()
    (series,) = [item for item in briefing.book.series if item.id == "by-class"]
    for people in ("immigrants", "emigrants"):
        assert series.frame[f"{people}_persons"].sum() == briefing.book[people].value
        assert series.frame[f"{people}_share"].sum() == pytest.approx(1)


def test_charts_keep_the_two_sources_apart(briefing):
    for name in ("immigrants", "emigrants"):
        chart = getattr(briefing, name)()
        rows = next(item.frame for item in briefing.book.series if item.id == name)
        years = rows.groupby("section")["year"].agg(["min", "max"]).sort_values("min")
        assert (years["max"].shift() < years["min"])[1:].all()
        assert rows.groupby("year")["share"].sum().tolist() == pytest.approx(
            [1] * rows["year"].nunique()
        )
        assert len(chart.layout.shapes) == len(years) - 1
        assert chart.layout.meta["alt"]


def test_decades_that_copy_another_are_left_out(open_historical):
    # In the World Bank's series Morocco's 1970 and 1980 repeat 1960, France's 2000 1990.
    rows = open_historical("MAR").ties.decades("destination")
    assert set(rows["year"]) == {1960}


def test_the_record_is_plain_json(briefing):
    record = briefing.record()
    assert record["theme"] == "historical"
    assert record["message"]
    assert json.loads(json.dumps(record)) == record


# Figures of the United Kingdom, by hand from the rows of the edition.


def test_the_papers_ten_origins_are_six_of_the_union_and_four_former_colonies(open_historical):
    briefing = open_historical("GBR")
    briefing.claims()
    found = {
        end: briefing.book[f"claim-uk-{end}"].value
        for end in ("six-of-the-eu-lists", "four-former-colonies-lists")
    }
    assert set(found.values()) == {6, 4}
    assert briefing.book["claim-uk-ten-origins-published"].sources[0].where == "section 3.4"


def test_a_country_of_which_nothing_is_said_shows_no_claim(open_historical):
    briefing = open_historical("DEU")
    assert briefing.claims().markdown == ""
    assert "print no figure on Germany" in briefing.claims_read().markdown


def test_japan_and_brazil_turned_between_1990_and_1995_in_both_editions(open_historical):
    turned = {item.partner: item for item in open_historical("BRA").turned if item.edition}
    assert (turned["JPN"].turn.start, turned["JPN"].turn.end) == (1990, 1995)
    assert turned["JPN"].turn.before < 0 < turned["JPN"].turn.after
    assert turned["JPN"].agrees


def test_no_turn_lies_across_the_seam(briefing):
    first = briefing.ties.first_year
    for item in briefing.turned:
        assert item.turn.start < item.turn.end
        if item.edition:
            assert item.turn.start >= first


def test_a_country_without_turns_says_so(open_historical):
    shown = open_historical("PRT").turns()
    assert not isinstance(shown, Table)
    assert "carry no turn for Portugal" in shown.markdown


def test_a_country_in_no_space_says_so(open_historical):
    assert "belongs to none of the three" in open_historical("DEU").shared_past().markdown


# Rules of this theme, on invented rows.


def test_the_kind_of_a_sum_is_that_of_the_person_in_the_middle():
    rows = pd.DataFrame({"both": [40, 35, 25], "kind": ["disputed", "measured", "revised"]})
    assert kind_of_sum(rows) == "revised"
    assert kind_of_sum(rows.iloc[:0]) == "no-estimate"


def test_a_sum_has_the_flags_of_half_of_its_people():
    rows = pd.DataFrame({"both": [60, 40], "kind": "measured"})
    rows = rows.assign(frozen=[True, False], linear=[False, True])
    assert flags_of_sum(rows) == ("frozen",)


def test_a_balance_is_missing_where_either_corridor_is():
    rows = pd.DataFrame(
        [("ITA", "ARG", 1990, 300), ("ARG", "ITA", 1990, 100), ("ITA", "ARG", 1995, 250)],
        columns=["origin", "destination", "year", "both"],
    )
    found = balances(rows, "ARG")
    assert found.loc["ITA", 1990] == -200
    assert pd.isna(found.loc["ITA"]).tolist() == [False, True]


def test_a_corridor_that_jumps_more_than_fivefold_is_left_out_and_its_reverse_stays():
    rows = pd.DataFrame(
        [
            ("IRL", "GBR", 1960, 892),
            ("IRL", "GBR", 1970, 717_774),
            ("GBR", "IRL", 1960, 54_693),
            ("GBR", "IRL", 1970, 104_694),
        ],
        columns=["origin", "destination", "year", "both"],
    )
    assert without_jumps(rows)["origin"].tolist() == ["GBR", "GBR"]


def test_corridors_beyond_the_model_are_firm_large_and_far_from_it(briefing):
    found = briefing.beyond
    more, fewer = (found[found["side"] == side] for side in ("more", "fewer"))
    assert (more["both"] >= 10_000).all()
    assert (more["ratio"] >= 2).all()
    assert (fewer["expected"] >= 10_000).all()
    assert (fewer["ratio"] <= 0.5).all()
    for row in found.itertuples():
        rows = briefing.ties.at("destination" if row.people == "immigrants" else "origin")
        own = rows[(rows["origin"] == row.partner) | (rows["destination"] == row.partner)]
        assert set(own["kind"]) <= {"measured", "revised"}
        assert not own["refugees_inside"].any()


def test_no_corridor_is_set_against_the_model_of_another_year(open_historical):
    briefing = open_historical("GBR", year=2020)
    assert briefing.beyond.empty
    assert "set against the model" in briefing.against_expected().markdown


def test_a_bloc_counts_only_where_its_rules_on_moving_are_in_force():
    assert shared_bloc("NGA", "GHA", on=2024).id == "ecowas"
    # The African Union's protocol lacks ratifications, the Maghreb's treaty has an aim.
    assert shared_bloc("NGA", "CMR", on=2024) is None
    assert shared_bloc("MAR", "DZA", on=2024) is None


def test_a_bloc_that_partners_have_left_since_is_said(open_historical):
    nigeria = open_historical("NGA")
    assert have_left(nigeria.ties, ["MLI", "NER", "GHA", "CMR"]) == ["MLI", "NER"]
    assert "Since 2024 that bloc has lost Mali and the Niger." in words(nigeria)


def test_those_who_fled_are_told_beside_the_ties_of_their_corridor(open_historical):
    germany = open_historical("DEU")
    # UNHCR: 1,144,250 people from Ukraine; the edition: 1,416,521.
    assert germany.book["top-fled-1"].value == pytest.approx(0.81, abs=0.005)
    assert "at least 81% of the people from Ukraine" in words(germany)


def test_no_share_of_refugees_rests_on_a_stock_that_was_carried_forward(open_historical):
    # 907,426 people from Myanmar in 2020 grew with the total to 1,246,705; UNHCR counts 984,641.
    bangladesh = open_historical("BGD")
    assert bangladesh.book["top-fled-1"].value is None
    assert bangladesh.book["top-under-unhcr-1"].value == 984_641
    text = words(bangladesh)
    assert "about 985,000 refugees and asylum seekers from Myanmar; their part is not told" in text
    assert "more refugees and asylum seekers than the edition has people" not in text


def test_another_edition_agrees_with_a_turn_only_where_it_does_not_turn_back():
    # The United Kingdom and South Africa in the 2020 edition, and a partner that stays turned.
    there = pd.DataFrame(
        [(4_800, -10_846, 6_815, -104_760), (50_000, -10_000, -20_000, -30_000)],
        index=["ZAF", "JPN"],
        columns=[1995, 2000, 2005, 2010],
    )
    turn = Turn(1995, 2000, 37_108, -24_017)
    assert not agrees(there, "ZAF", turn)
    assert agrees(there, "JPN", turn)
    assert not agrees(there, "ESP", turn)
    assert not agrees(there.assign(**{"2010": None})[[1995]], "JPN", turn)


def test_the_united_kingdom_and_south_africa_turned_in_one_edition_only(open_historical):
    turned = {item.partner: item for item in open_historical("GBR").turned if item.edition}
    assert (turned["ZAF"].turn.start, turned["ZAF"].turn.end) == (1995, 2000)
    assert not turned["ZAF"].agrees
    assert "has turned" not in words(open_historical("GBR"))


def test_spaces_have_one_name_in_heading_and_messages(open_historical):
    heading = open_historical("BRA").text("past-heading").markdown
    for name in SPACES:
        assert blocs.bloc(name).name in heading


def test_no_model_sentence_begins_in_the_middle(briefing):
    text = plain(briefing.text("gravity").markdown)
    assert "it is in" not in text
    emigrants = text.find("Among the emigrants")
    assert emigrants < 0 or "by the largest number" in text[emigrants:]
    first = text.find("exceed")
    assert first < 0 or text[first:].startswith("exceed the model")


def test_the_space_of_a_shared_past_that_holds_most_is_told(open_historical):
    messages = plain(open_historical("CAN").key_messages().markdown)
    assert "Fellow members of the Commonwealth" in messages


def test_the_estimate_is_shown_with_its_errors_and_what_is_published(open_historical):
    table = open_historical("GBR").estimate()
    assert [row[0] for row in table.rows][:2] == ["distance", "land border"]
    assert all(float(row[2]) > 0 for row in table.rows)
    # Twice the distance: 2 to the power of -0.91.
    assert table.rows[0][1:] == ("−0.91", "0.06", "0.5", "−0.9")  # noqa: RUF001


def test_capitals_that_lie_close_make_no_corridor_stand_out(open_historical):
    # Ten kilometres from Brazzaville to Kinshasa once made the Congo's people in France 42 times
    # what the model expects.
    found = open_historical("FRA").beyond.set_index(["people", "partner"])
    assert found.loc[("immigrants", "COG"), "ratio"] == pytest.approx(6.6, abs=0.1)
    assert open_historical("GBR", year=2020).estimate() is None


def test_every_exclusive_class_of_every_year_is_behind_the_chart(briefing):
    briefing.immigrants()
    frame = next(item.frame for item in briefing.book.series if item.id == "immigrants")
    assert not frame.duplicated(["section", "year", "class"]).any()
    sums = frame.groupby(["section", "year"])["share"].sum()
    assert sums.tolist() == pytest.approx([1.0] * len(sums))


def test_a_balance_is_as_weak_as_the_weaker_of_its_two_figures(open_historical):
    # In 1990 the editions have 44,136 and 56,445 people from Brazil in Japan.
    brazil = open_historical("BRA")
    at = next(n for n, item in enumerate(brazil.turned, 1) if item.partner == "JPN")
    assert brazil.book[f"turn-{at}-before"].kind == "disputed"
    (message,) = [
        line for line in brazil.key_messages().markdown.splitlines() if "has turned" in line
    ]
    assert plain(message).endswith("disputed")


@pytest.mark.parametrize(("country", "space"), [("BRA", "cplp"), ("FRA", "oif")])
def test_what_all_members_keep_is_as_firm_as_in_the_briefing_of_their_space(
    open_historical, country, space, monkeypatch
):
    monkeypatch.setenv("ROUNDTABLE_DATA", "pack")
    regional = Regional(bloc=space, year=2024, edition="undesa-2024").book["share-of-emigrants"]
    whole = open_historical(country).book[f"{space}-whole"]
    # Most of the people inside stand in figures that were carried forward.
    assert whole.kind == "carried-forward"
    assert (whole.value, whole.kind, whole.flags) == (
        regional.value, regional.kind, regional.flags,
    )  # fmt: skip


def test_a_share_of_members_on_which_the_editions_differ_is_called_revised(open_historical):
    assert open_historical("BRA", year=2010).book["cplp-whole"].kind == "revised"


def test_a_balance_of_citizens_against_births_is_not_called_measured(open_historical):
    # Japan counts foreign citizens, Brazil people born abroad.
    brazil = open_historical("BRA")
    at = next(n for n, item in enumerate(brazil.turned, 1) if item.partner == "JPN")
    for end in ("before", "after"):
        balance = brazil.book[f"turn-{at}-{end}"]
        assert "two_counts" in balance.flags
        assert balance.kind in ("two-counts", "disputed")
    assert "The balance with Japan as a number of people" in plain(brazil.caution().markdown)


def test_each_turn_in_the_table_has_the_weaker_kind_of_its_balances(open_historical):
    brazil = open_historical("BRA")
    table = brazil.turns()
    frame = next(item.frame for item in brazil.book.series if item.id == "turns")
    assert table.marks == tuple(frame["kind"])
    japan = frame[frame["partner"] == "JPN"].iloc[0]
    assert japan["kind"] in ("two-counts", "disputed")


def test_how_many_of_the_tied_fled_is_told_for_any_country(open_historical):
    germany = open_historical("DEU")
    fled = germany.book["immigrants-tied-fled"]
    # UNHCR counts 1,144,229 refugees and asylum seekers among 1,416,521 people from Ukraine.
    assert (fled.value, germany.book["emigrants-tied-fled"].value) == (1_144_229, None)
    message = plain(germany.key_messages().markdown).splitlines()[0]
    assert "as many as about 1.14 million fled: most people from Ukraine are refugees" in message
    assert "consist mostly of people who fled" in plain(germany.caution().markdown)
    nigeria = plain(open_historical("NGA").key_messages().markdown)
    assert "fled: most of those in the Niger, Cameroon and Chad are refugees" in nigeria
    assert "fled" not in plain(open_historical("FRA").key_messages().markdown).splitlines()[0]


def test_no_more_fled_on_a_corridor_than_its_stock_has(open_historical):
    # UNHCR counts 85,389 people from Cameroon in Nigeria, the edition has 56,288.
    assert open_historical("NGA").book["immigrants-tied-fled"].value == 56_288


def test_the_part_of_the_tied_who_fled_is_not_told_of_a_stock_carried_forward(open_historical):
    bangladesh = open_historical("BGD").book
    assert bangladesh["immigrants-tied-fled"].value == 984_641
    assert bangladesh["immigrants-tied-fled"].kind == "carried-forward"
    assert not bangladesh["immigrants-tied-fled-share"].known


def test_the_table_of_classes_says_where_those_who_fled_are_counted(open_historical):
    table = open_historical("DEU").by_class()
    row = next(row for row in table.rows if row[0] == "law on ancestry")
    assert row[3] == "1,144,229"
    assert "Fled" in table.head
    assert "Fled" not in open_historical("BRA").by_class().head


def test_those_who_fled_lead_back_to_their_corridors(open_historical):
    germany = open_historical("DEU")
    table, rows = rows_of(germany.book["immigrants-tied-fled"].as_json(), germany.tables)
    assert table == "stocks and refugees"
    assert list(rows["origin"]) == ["UKR"]
    assert int(rows["under_unhcr"].sum()) == 1_144_229
