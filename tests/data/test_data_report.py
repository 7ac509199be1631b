"""The report on the publisher's files: what a demographer would say of four countries."""

import pytest

from roundtable.export.report import country_document, render, world_document
from roundtable.reliability.report import country_report, world_report

ABOUT = {"edition": "undesa-2024", "other": "undesa-2020", "year": 2024}


@pytest.fixture(scope="module")
def documents(full):
    """Make the documents of four countries."""
    return {
        code: country_document(country_report(full, country=code, **ABOUT))
        for code in ("BRA", "FRA", "MUS", "GBR")
    }


def refusal(document, beginning):
    """Return why a claim that begins so cannot be made."""
    (found,) = [entry for entry in document.refused if entry.claim.startswith(beginning)]
    return found


def said(document, beginning):
    """Return the sentence that begins so."""
    (found,) = [sentence for sentence in document.said if sentence.startswith(beginning)]
    return found


def test_of_brazil_the_communities_that_broke_in_2024_are_refused(documents):
    found = refusal(documents["BRA"], "That these communities grew or shrank from 2020 to 2024")
    for name in ("Portugal", "Japan", "Italy", "Spain", "Germany", "Lebanon", "Austria"):
        assert name in found.claim
    assert said(documents["BRA"], "What changed from 2020 to 2024").endswith(
        "Venezuela +106% and Haiti +149%."
    )


def test_of_brazil_the_refugees_among_venezuelans_are_told_and_those_among_haitians_refused(
    documents,
):
    assert said(documents["BRA"], "In 2024 at least").endswith("Venezuela 147,869 (26%).")
    refusal(documents["BRA"], "How many of the people from Haiti are refugees")


def test_of_brazil_both_editions_agree_when_its_balance_turned(documents):
    turned = [sentence for sentence in documents["BRA"].said if sentence.startswith("From ")]
    assert [sentence[:12] for sentence in turned] == [
        "From 2005 on",
        "From 2005 on",
        "From 1995 on",
    ]


def test_of_france_overseas_departments_are_never_added(documents):
    found = refusal(documents["FRA"], "The sum of France and Guadeloupe")
    assert "Réunion" in found.claim
    assert "already" in found.why


def test_of_france_what_the_2020_edition_scaled_is_refused_and_four_ranks_are_told(documents):
    assert refusal(documents["FRA"], "How most origins changed from 2010 to 2020 (2020 edition)")
    assert said(documents["FRA"], "In 2020 the four largest origins").endswith(
        "Algeria, Morocco, Portugal and Tunisia."
    )


def test_of_france_the_world_bank_s_year_2000_is_not_used(documents):
    found = refusal(documents["FRA"], "Anything by origin from the World Bank's figures of 2000")
    assert "repeats 1960 times 1.69" in found.claim


def test_of_mauritius_the_emigrants_in_the_united_kingdom_are_missed(documents):
    document = documents["MUS"]
    assert "45,365" in refusal(document, "Which destination was the largest in 2020").why
    assert "29% of all emigrants" in refusal(document, "How many emigrants lived in").why


def test_of_mauritius_citizens_are_counted_and_one_edition_repeats_the_other(documents):
    document = documents["MUS"]
    refusal(document, "That these people were born abroad")
    assert "confirms nothing" in document.sections[0].paragraphs[1]
    assert said(document, "In 2024,") == (
        "In 2024, 29,100 foreign citizens lived in Mauritius (2024 edition)."
    )


def test_of_the_united_kingdom_170_origins_are_not_detailed_and_a_quarter_is_unknown(documents):
    document = documents["GBR"]
    why = refusal(document, "How many people from 170 further origins").why
    assert "2.16 million" in why
    assert "from 39,260 to 2,771,704" in why
    assert "26%" in refusal(document, "Shares by origin, without a bound").why
    assert refusal(document, "Which origin was the largest in 2020").why == (
        "The editions differ: India (2024 edition) or Poland (2020 edition)."
    )


def test_tables_of_a_report_have_a_cell_for_every_head(documents):
    for document in documents.values():
        grids = [grid for section in document.sections for grid in section.grids]
        assert len(grids) == 6
        for grid in grids:
            assert grid.rows
            assert {len(row) for row in grid.rows} == {len(grid.head)}
        assert render(document).count("<table") == 6


@pytest.fixture(scope="module")
def world(full):
    return world_report(full, **ABOUT)


def test_the_report_of_the_world_counts_what_the_traps_count(world):
    assert (len(world.carried), world.destinations) == (164, 233)
    assert sum(world.carried.values()) == 61_511_296
    assert int(world.unlisted["corridors"].sum()) == 2_840
    assert int(world.unlisted["persons"].sum()) == 12_385_181
    assert world.others_growth == (9_896_712, 8_334_111)
    assert (world.large, world.disputed, world.doubled) == (726, 165, 65)
    assert (len(world.citizens), len(world.mixed)) == (46, 10)
    assert world.copies[("worldbank-gbmd", 2000)] == 91
    assert (world.seam.year, world.seam.corridors, world.seam.doubled) == (2000, 1_300, 393)


def test_fifteen_new_corridors_are_carried_by_both_editions_twelve_driven_by_refugees(world):
    assert len(world.emerging) == 15
    assert sum(found.driven_by_refugees for *_, found in world.emerging) == 12
    ends = [(origin, destination) for origin, destination, _ in world.emerging]
    assert {("VEN", "DOM"), ("UKR", "NOR"), ("ROU", "NLD"), ("LKA", "JPN")} <= set(ends)


def test_the_flags_of_the_world_are_counted(world):
    rows = world.flags.set_index(["edition", "flag"])["corridors"]
    found = rows.loc["undesa-2024"].to_dict()
    assert found | {"territory": 0} == {
        "disputed": 2_197,
        "frozen": 5_817,
        "linear": 2_110,
        "constant_rate": 58,
        "copied": 4_584,
        "rebased": 190,
        "citizens": 999,
        "mixed_basis": 213,
        "territory": 0,
        "refugees_inside": 1_915,
    }


def test_the_report_of_the_world_is_told_in_words(world):
    document = world_document(world)
    assert "164 of 233 destinations" in document.refused[0].claim
    assert "8.33 million" in refusal(document, "What became of 12.4 million people").why
    assert "<table" in render(document)
