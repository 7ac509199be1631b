"""What a study finds once, and what it finds anew."""

import pytest

from roundtable import store
from roundtable.briefing.study import Study, found_once


@pytest.fixture
def study(on_the_pack) -> Study:
    about = {"year": 2024, "edition": "undesa-2024", "other": "undesa-2020", "language": "en"}
    return Study(tables=store.load(), **about)


@pytest.fixture
def looked():
    return []


@pytest.fixture
def find(looked):
    @found_once
    def find(study, *arguments, **named):
        looked.append((arguments, named))
        return object()

    return find


def test_the_same_is_found_once(study, find, looked):
    assert find(study, "in", year=2024) is find(study, "in", year=2024)
    assert len(looked) == 1


def test_other_arguments_are_found_anew(study, find, looked):
    found = [
        find(study),
        find(study, "in"),
        find(study, "out"),
        find(study, year=1),
        find(study, 1),
    ]
    assert len(set(map(id, found))) == len(looked) == 5


def test_a_mapping_is_known_by_itself_and_not_by_its_content(study, find, looked):
    labels = {"a": 1}
    assert find(study, labels) is find(study, labels)
    assert find(study, {"a": 1}) is not find(study, {"a": 1})
    assert len(looked) == 3


def test_two_functions_and_two_studies_share_nothing(study, find, looked):
    other = found_once(lambda study: "another")
    assert other(study) == "another"
    again = Study(**{name: getattr(study, name) for name in study.__dataclass_fields__})
    assert find(study) is not find(again)
    assert len(looked) == 2
