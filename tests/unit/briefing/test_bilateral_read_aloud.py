"""What a careful reader found in the briefings of corridors, and what they say now."""

import pytest

from roundtable.prose import plain


@pytest.fixture(scope="module")
def said(open_bilateral):
    """Open a corridor once, and return a section of it as plain text."""
    known = {}

    def text(corridor, section):
        if corridor not in known:
            known[corridor] = open_bilateral(*corridor.split("-"))
        return plain(known[corridor].text(section).markdown)

    return text


def test_a_rise_that_has_turned_before_its_end_is_not_told_as_growth_alone(said):
    text = said("MEX-USA", "key-messages")
    assert "grew 2.5-fold, in both editions" in text
    assert (
        "In between it was higher: about 11.9 million in 2015 in the 2024 edition, "
        "about 12.2 million in 2010 in the 2020 edition. For the years since" in text
    )
    assert "In between it was higher" not in said("COL-ESP", "key-messages")


def test_two_changes_over_the_same_years_stand_in_one_form(said):
    shrank = said("GTM-MEX", "key-messages")
    assert "shrank by 17% in the 2024 edition; in the 2020 edition it shrank by 15%" in shrank
    grew = said("PER-BEL", "key-messages")
    assert "grew 2.4-fold in the 2024 edition; in the 2020 edition it grew 2.2-fold" in grew


def test_no_growth_starts_in_a_year_that_was_drawn_at_one_rate(said):
    # The edition of 2024 draws people from Brazil in Belgium at 7.29% a year from 1990 to 2005.
    assert "From 2010 to 2020 the number grew by 83%" in said("BRA-BEL", "key-messages")


@pytest.mark.parametrize(
    ("corridor", "differs"), [("MEX-USA", True), ("BRA-BEL", False), ("PER-BEL", False)]
)
def test_ends_are_said_to_weigh_differently_only_where_a_reader_sees_it(said, corridor, differs):
    assert ("weighs differently" in said(corridor, "key-messages")) == differs


def test_a_rank_among_many_small_groups_is_not_told(said):
    assert "80th" not in said("GTM-CAN", "origins")
    assert "the largest origin" in said("MEX-USA", "origins")
    assert "27th" not in said("IND-BEL", "key-messages")


def test_a_handful_of_unknown_origin_is_no_sentence(said):
    assert "gives no origin" not in said("GTM-CAN", "origins")
    assert (
        "For about 899,000 of the immigrants in France (9.8%), the edition gives no origin."
        in said("MUS-FRA", "origins")
    )


def test_a_fall_within_the_older_source_is_not_left_to_look_like_departures(said):
    size = said("MEX-CAN", "size")
    assert "about 126,000 for 1980" in size
    assert "falls to about 16,000 by 1990, too steeply for migration" in size
    assert "The figures before 1990." in said("MEX-CAN", "caution")
    assert "The figures before 1990." not in said("MUS-FRA", "caution")


def test_the_gap_between_two_sources_in_the_year_that_both_have_is_told(said):
    assert "shows in 1990: about 42,600 there, about 11,400 in the 2024 edition" in said(
        "SEN-ITA", "size"
    )


@pytest.mark.parametrize(
    ("corridor", "told"), [("LBY-ITA", True), ("CPV-PRT", True), ("MUS-FRA", False)]
)
def test_those_born_to_settlers_are_named_where_the_rule_ended_within_a_lifetime(
    said, corridor, told
):
    assert ("settlers and officials" in said(corridor, "caution")) == told


def test_one_agreement_is_spoken_of_as_one(said):
    assert "where this agreement says no, says it in part or is silent" in said(
        "MLI-FRA", "rights-questions"
    )
    assert "where these agreements say no" in said("COL-ESP", "rights-questions")


def test_a_fall_that_has_turned_before_its_end_is_not_told_as_a_fall_alone(said):
    assert (
        "In between it was lower: about 31,100 in 2005 in the 2024 edition, "
        "about 29,200 in 2000 in the 2020 edition." in said("GTM-MEX", "key-messages")
    )
    assert "In between it was lower" not in said("LBY-ITA", "key-messages")


def test_a_border_over_a_territory_is_told(said):
    links = said("BRA-FRA", "links")
    assert (
        "Brazil borders on French Guiana, a territory of France that UN DESA lists apart" in links
    )
    assert "share no land border" not in links
    assert "share no land border" in said("MUS-FRA", "links")


def test_what_was_held_of_a_country_is_named_where_it_was_a_part(said):
    links = said("IND-DNK", "links")
    assert "Denmark held Tranquebar and Serampore, today in India, from 1620 to 1845." in links
    assert "held India" not in links


def test_recruitment_says_from_when_its_rules_are_and_not_that_nobody_came_before(said):
    assert (
        "Spain admits workers from Senegal under an agreement or a programme that dates from 2024."
        in said("SEN-ESP", "links")
    )
    recruited = said("MEX-USA", "links")
    assert "The United States recruited workers from Mexico from 1942 to 1964." in recruited


def test_a_share_of_women_on_a_straight_line_is_no_count(said, open_bilateral):
    caution = said("BRA-BEL", "caution")
    assert "The share of women in the other direction, 14%, or its course." in caution
    table = str(open_bilateral("BRA", "BEL").both_ways().rows)
    assert "14%*" in table
    assert "58%*" not in table
    assert "The share of women" not in said("MUS-FRA", "caution")


def test_a_list_that_holds_few_emigrants_gives_no_share_of_them(said):
    for section in ("key-messages", "rights", "dependency"):
        assert "43%" not in said("BLZ-MEX", section), section
    assert "What part of the emigrants from Belize it is" in said("BLZ-MEX", "dependency")


def test_the_other_direction_is_worded_by_what_each_edition_counts(said):
    assert (
        "this edition has about 20,900, the 2020 edition about 38,500, where people born abroad "
        "are counted" in said("IND-ARE", "key-messages")
    )
    assert "A comparison of the two editions for the other direction." in said("IND-ARE", "caution")


def test_the_status_of_a_treaty_has_its_year(open_bilateral):
    note = open_bilateral("MUS", "FRA").rules().note
    assert "The data have the status in 2022; a later accession is missing." in note


def test_what_most_immigrants_were_is_told_of_the_year_in_which_they_were(said):
    assert "In 2010 most immigrants in Mexico had been born in the United States" in said(
        "GTM-MEX", "claims"
    )


@pytest.mark.parametrize(
    ("corridor", "rulers"),
    [
        ("GTM-MEX", "Spain"),
        ("IND-ARE", "the United Kingdom"),
        ("MUS-CAN", "France and the United Kingdom"),
    ],
)
def test_who_ruled_both_ends_is_named(said, corridor, rulers):
    assert f"Both were once under the rule or the protection of {rulers}" in said(corridor, "links")
    assert "Both were once" not in said("BRA-BEL", "links")


def test_refugees_over_a_disputed_stock_are_no_measured_share(open_bilateral):
    book = open_bilateral("GTM", "MEX").book
    assert (book["displaced"].kind, book["displaced-share"].kind) == ("measured", "disputed")


def test_a_departure_that_is_known_by_its_month_has_no_day(said):
    links = said("MLI-FRA", "links")
    assert "Mali left OIF in September 2025. The date is not certain. The three announced" in links
    assert "1 October" not in links


def test_a_departure_that_is_known_by_its_day_has_it(said):
    assert "Mali left ECOWAS with effect from 29 January 2025." in said("MLI-SEN", "links")


@pytest.mark.parametrize(
    ("corridor", "told"),
    [("IND-ARE", False), ("NGA-ITA", False), ("MLI-FRA", False), ("COL-ESP", True)],
)
def test_a_rank_that_a_revision_could_take_is_not_told(said, corridor, told):
    message = said(corridor, "key-messages").split("\n")[0]
    assert ("community from" in message) == told
    assert ("within a twentieth" in said(corridor, "caution")) != told


def test_a_rank_of_an_origin_that_a_revision_could_take_is_not_told(said):
    # Bangladesh, the next origin in the Emirates, has less than a third of India's people.
    assert "the largest origin" in said("IND-ARE", "origins")
    assert "largest origin" not in said("MLI-FRA", "origins")
