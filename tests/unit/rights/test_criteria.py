"""What agreements are asked: the rules on an invented file, and the file itself."""

import pytest

from roundtable import rights
from roundtable.errors import ContentError
from roundtable.rights.criteria import criteria


def change(folder, old, new):
    path = folder / "rights.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return folder


def test_each_kind_of_agreement_is_asked_its_own_criteria(folder):
    asked = criteria(folder)
    assert [item.id for item in asked.of_kind("labour")] == ["public", "wages"]
    assert [item.id for item in asked.of_kind("return")] == ["public", "review"]


def test_an_instrument_is_cited_with_its_place_only_where_there_is_one(folder):
    asked = criteria(folder)
    wages = asked.criteria[1]
    assert [asked.cited(source) for source in wages.sources] == ["Treaty, article 1", "Report"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "{instrument: treaty}",
            "{instrument: traety}",
            "no instrument 'traety'. Did you mean 'treaty'",
        ),
        ("kinds: [return]", "kinds: [retrun]", "no kind 'retrun'. Did you mean 'return'"),
        ("group: duties", "group: duty", "public: there is no group 'duty'"),
        ("id: wages", "id: public", "criteria: 'public' stands twice"),
        (
            "prompt: Who reviews it?",
            "prompt: Somebody reviews it.",
            r"line 32, criteria\.2\.prompt",
        ),
        (
            "asks: Pay is equal.",
            "aks: Pay is equal.",
            "line 23, .*no such entry. Did you mean 'asks'",
        ),
    ],
)
def test_a_mistake_is_told_with_what_would_be_right(folder, old, new, message):
    change(folder, old, new)
    with pytest.raises(ContentError, match=message):
        criteria(folder)


def test_duties_of_the_first_tier_come_first(folder):
    change(
        folder,
        "tier: further\n    group: other\n    name: Review",
        "tier: first\n    group: other\n    name: Review",
    )
    with pytest.raises(ContentError, match="tier 'first' come first"):
        criteria(folder)


def test_the_shipped_criteria_begin_with_the_duties_of_paragraphs_78_and_79():
    asked = rights.criteria()
    first = [item for item in asked.criteria if item.tier == "first"]
    assert [item.id for item in first] == ["transparency", "monitoring", "justice", "impact"]
    for item in first:
        assert set(item.kinds) == {kind.id for kind in asked.kinds}
        assert item.sources[0].instrument == "a-68-283"


def test_a_readmission_accord_is_asked_what_a_labour_accord_is_not():
    asked = rights.criteria()
    of_return = {item.id for item in asked.of_kind("return")}
    of_labour = {item.id for item in asked.of_kind("labour")}
    assert {"refoulement", "disembarkation", "third-country"} <= of_return - of_labour
    assert {"wages", "contract", "dual-nationality", "voting"} <= of_labour - of_return


def test_coherence_asks_for_the_ministries_and_the_people_of_paragraph_80():
    parts = {part.id for part in rights.criteria().coherence}
    ministries = ("health", "education", "employment", "children", "social")
    assert parts == {f"{name}-ministry" for name in ministries} | {
        *("private-sector", "civil-society", "migrants")
    }
