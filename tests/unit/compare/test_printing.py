"""How values and differences are printed, and of what a fact is."""

import pytest

from roundtable.compare.changes import Change
from roundtable.compare.naming import subject
from roundtable.compare.printing import difference, legend, marked, marks, ratio, value

MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("unit", "old", "new", "printed"),
    [
        ("persons", 50_721, 44_179, ("50,721", "44,179", f"{MINUS}6,542", f"{MINUS}13%")),
        ("share", 0.277, 0.394, ("27.7%", "39.4%", "+11.7 points", "+42%")),
        ("ratio", 2.0, 6.6, ("2.00", "6.60", "+4.60", "\N{MULTIPLICATION SIGN}3.3")),
        ("destinations", 5.4113, 3.883, ("5.4", "3.9", f"{MINUS}1.5", f"{MINUS}28%")),
        ("per year", 0.045, 0.046, ("4.5%", "4.6%", "+0.1 points", "")),
        ("rank", 32, 35, ("about 32", "about 35", "+3", "")),
        ("year", 1715, 1720, ("about 1715", "about 1720", "", "")),
        ("persons", 0, 12, ("0", "12", "+12", "")),
    ],
)
def test_values_differences_and_ratios_by_unit(fact, unit, old, new, printed):
    change = Change(
        id="x", old=fact("x", old, unit=unit), new=fact("x", new, unit=unit), cause="revision"
    )
    sides = (value(change.old, language="en"), value(change.new, language="en"))
    assert (*sides, difference(change, language="en"), ratio(change)) == printed


def test_facts_about_two_places_have_no_difference_and_name_both(fact):
    china = {"origin": "MUS", "destination": "CHN", "year": 2020}
    change = Change(id="x", old=fact("x", 1, arguments=china), new=fact("x", 2), cause="subject")
    assert (difference(change, language="en"), ratio(change)) == ("", "")
    assert marks(change, language="en") == (
        "about something else: Mauritius → China, then Mauritius → France"
    )


def test_a_subject_without_a_name_of_its_own_is_only_said_to_be_another(fact):
    sides = [fact("x", at, arguments={"place": "FRA", "tie": f"tie-{at}"}) for at in (1, 2)]
    change = Change(id="x", old=sides[0], new=sides[1], cause="subject")
    assert marks(change, language="en") == "about something else"


def test_kinds_and_flags_that_changed_are_told_in_words(fact):
    old = fact("x", 1, kind="carried-forward", flags=["frozen", "territory"])
    new = fact("x", 1, kind="disputed", flags=["territory", "disputed"])
    found = marks(Change(id="x", old=old, new=new, cause=None), language="en")
    assert found == (
        "carried forward → editions differ; now editions differ; no longer carried forward"
    )


def test_a_revision_and_a_change_with_the_year_stand_side_by_side_with_their_sizes(fact):
    steps = (("revision", -6_542.0), ("carried", 530.0))
    old, new = fact("x", 50_721), fact("x", 44_709)
    change = Change(id="x", old=old, new=new, cause="both", steps=steps)
    assert marks(change, language="en") == (
        "revision \N{MINUS SIGN}6,542, other year (carried forward) +530"
    )


def test_flags_that_came_or_went_are_explained_once(fact):
    flagged = fact("x", 1, flags=["copied", "territory"])
    changes = [
        Change(id="x", old=flagged, new=fact("x", 2, flags=["territory"]), cause="revision"),
        Change(id="y", old=fact("y", 1), new=fact("y", 2, flags=["copied"]), cause="revision"),
    ]
    found = legend(changes, language="en")
    assert found.startswith("“scaled”: The figure repeats that of an earlier year")
    assert found.count("“") == 1


def test_texts_are_marked_word_by_word():
    old, new = marked("about 50 people live there", "about 44 people lived there")
    assert old == (
        ("about", False),
        ("50", True),
        ("people", False),
        ("live", True),
        ("there", False),
    )
    assert [piece for piece, alone in new if alone] == ["44", "lived"]


def test_a_space_a_place_and_an_unknown_code_have_names():
    assert subject({"arguments": {"space": "eu", "year": 2020}}) == "European Union"
    assert subject({"arguments": {"place": "FRA"}}) == "France"
    assert subject({"arguments": {"origin": "OOO", "destination": "XYZ"}}).endswith("XYZ")
