import pytest

from roundtable.claims import Claim, evaluate, inside, problems
from roundtable.claims.verdicts import from_values, possible

SHARE = {
    "measure": "share_of_destinations",
    "origins": ["MLI"],
    "destinations": ["ecowas"],
}


def a_claim(**changes) -> Claim:
    entry = {
        "id": "mali-in-ecowas",
        "document": "gfmd-2010-rt-1-1",
        "where": "section 3.3",
        "about": "Emigrants of Mali who live in ECOWAS",
        "published": {"value": 0.7, "form": "share"},
        "recomputed": SHARE,
        "tolerance": {"absolute": 0.15, "why": "The editions lie this far apart."},
        "verdict": "holds with a caveat",
        "reason": "The matrix of the World Bank is made in another way.",
        "concerns": {"origins": ["MLI"]},
    }
    return Claim.model_validate(entry | changes)


def test_a_claim_is_recomputed_on_every_series_of_its_measure(figures):
    found = evaluate(a_claim(), figures)
    assert [(value.series, value.value) for value in found.then] == [
        ("undesa-2020", 0.6),
        ("undesa-2024", 0.8),
        ("worldbank", 0.5),
    ]
    assert found.now is None


def test_the_latest_figure_is_of_the_edition_and_year_asked_for(figures):
    found = evaluate(a_claim(), figures, now=("undesa-2024", 2024))
    assert (found.now.year, found.now.value) == (2024, 0.45)


def test_there_is_no_latest_figure_for_the_claims_own_year(figures):
    assert evaluate(a_claim(), figures, now=("undesa-2024", 2010)).now is None


def test_two_series_inside_and_one_outside_hold_with_a_caveat(figures):
    assert evaluate(a_claim(), figures).problem == ""


@pytest.mark.parametrize("stated", ["holds", "differs"])
def test_a_stated_verdict_that_does_not_follow_is_told_with_the_values(figures, stated):
    problem = evaluate(a_claim(verdict=stated), figures).problem
    assert f"'mali-in-ecowas' is stated as '{stated}'" in problem
    assert "undesa-2020 0.6, undesa-2024 0.8, worldbank 0.5" in problem
    assert "give 'holds with a caveat'. Correct `verdict`" in problem


def test_a_caveat_lowers_what_holds_on_every_series(figures):
    wide = {"absolute": 0.25, "why": "Wide enough for all three."}
    assert evaluate(a_claim(tolerance=wide, verdict="holds"), figures).problem == ""
    lowered = a_claim(tolerance=wide, caveat=True)
    assert evaluate(lowered, figures).problem == ""
    assert (
        "stated as 'holds'"
        in evaluate(a_claim(tolerance=wide, caveat=True, verdict="holds"), figures).problem
    )


def test_the_pack_allows_every_verdict_that_the_full_store_could_give(embedded):
    assert evaluate(a_claim(), embedded).problem == ""
    assert evaluate(a_claim(verdict="holds"), embedded).problem == ""
    assert (
        "give 'holds or holds with a caveat'"
        in evaluate(a_claim(verdict="differs"), embedded).problem
    )


def test_the_pack_says_what_it_cannot_compute(embedded):
    bank = evaluate(a_claim(), embedded).then[2]
    assert (bank.value, bank.in_store) == (None, True)
    assert "full store" in bank.why_not


def test_a_reading_at_least_and_at_most_are_bounds():
    bound = {"value": 0.5, "form": "share", "words": "mainly", "why": "More than half."}
    least = a_claim(published=bound | {"reading": "at least"}, tolerance=None)
    assert (inside(least, 0.5), inside(least, 0.49)) == (True, False)
    most = a_claim(published=bound | {"reading": "at most"}, tolerance=None)
    assert (inside(most, 0.5), inside(most, 0.51)) == (True, False)


def test_a_relative_tolerance_is_a_part_of_the_published_figure():
    part = a_claim(tolerance={"relative": 0.1, "why": "A tenth either way."})
    assert [inside(part, value) for value in (0.63, 0.77, 0.62, 0.78)] == [True, True, False, False]


def test_a_claim_that_no_series_can_give_has_no_ground(figures):
    nobody = {"measure": "persons", "origins": ["CHN"], "destinations": ["Africa"]}
    told = evaluate(a_claim(recomputed=nobody, verdict="differs"), figures).problem
    assert "no series gives a value, so 'differs' has no ground" in told


def test_a_year_that_no_series_has_is_a_problem(figures):
    told = evaluate(a_claim(year=2011), figures).problem
    assert "cannot be recomputed: undesa-2020: undesa-2020 has no year 2011" in told


def test_what_cannot_be_checked_needs_no_values(figures):
    claim = a_claim(recomputed=None, tolerance=None, verdict="cannot be checked")
    assert evaluate(claim, figures).then == ()
    assert problems({"a": claim, "b": a_claim(verdict="differs")}, figures)[0].startswith(
        "claim 'mali-in-ecowas' is stated as 'differs'"
    )


def test_no_value_inside_differs_even_with_a_caveat():
    assert from_values([False, False], caveat=True) == "differs"
    assert possible([False], missing=1, caveat=False) == {"differs", "holds with a caveat"}
