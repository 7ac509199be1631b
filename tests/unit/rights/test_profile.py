"""Profiles and the matrix: answers line by line, and nothing that could become a score."""

import inspect
import random

import pytest

from roundtable import rights
from roundtable.rights import Answer, criteria, matrix, profile
from roundtable.rights.criteria import criteria as criteria_of
from roundtable.rights.reading import every


def test_a_profile_has_a_line_for_all_that_its_kind_is_asked(folder):
    asked = criteria_of(folder)
    found = profile(every(folder)["b-accord"], asked)
    assert [(line.criterion.id, line.answer) for line in found.lines] == [
        ("public", Answer.SILENT),
        ("wages", Answer.YES),
    ]
    assert [line.criterion.id for line in found.gaps] == ["public"]
    assert [line.criterion.id for line in found.first] == ["public"]


def test_what_was_not_read_is_no_gap(folder):
    found = profile(every(folder)["a-accord"], criteria_of(folder))
    assert [line.answer for line in found.lines] == [Answer.NOT_ASSESSABLE, Answer.PARTLY]
    assert [line.criterion.id for line in found.gaps] == ["review"]


def test_the_matrix_leaves_a_cell_blank_where_a_kind_is_not_asked(folder):
    frame = matrix(every(folder).values(), criteria_of(folder))
    assert frame.index.tolist() == ["a-accord", "b-accord"]
    assert frame.columns.tolist() == ["public", "wages", "review"]
    assert frame.loc["a-accord", "wages"] is None
    assert frame.loc["b-accord", "wages"] is Answer.YES


def test_answers_can_be_neither_ordered_nor_added():
    with pytest.raises(TypeError):
        sorted(Answer)
    with pytest.raises(TypeError):
        Answer.YES + Answer.NO
    with pytest.raises(TypeError):
        sum([Answer.YES, Answer.YES])
    with pytest.raises(TypeError):
        int(Answer.YES)


def test_the_matrix_has_no_sum_mean_or_order():
    frame = matrix(rights.every().values(), criteria())
    with pytest.raises(TypeError):
        frame.sum(axis=1)
    with pytest.raises(TypeError):
        frame.mean(axis=1)
    with pytest.raises(TypeError):
        frame.rank()


def test_rows_stand_by_name_whatever_the_answers_and_the_order_given():
    reviews = list(rights.every().values())
    expected = sorted(review.entry for review in reviews)
    for seed in range(3):
        random.Random(seed).shuffle(reviews)
        assert matrix(reviews, criteria()).index.tolist() == expected


def test_a_profile_cannot_be_measured_or_compared():
    review = next(iter(rights.every().values()))
    found = profile(review, criteria())
    with pytest.raises(TypeError):
        len(found)
    with pytest.raises(TypeError):
        found < found  # noqa: B015
    with pytest.raises(TypeError):
        float(found)


def test_the_package_offers_nothing_that_counts_or_ranks():
    words = ("score", "rank", "total", "count", "share", "percent", "index", "grade")
    names = [name for name in rights.__all__]
    for name in ("criteria", "profile", "reading", "review"):
        module = __import__(f"roundtable.rights.{name}", fromlist=[name])
        names += [one for one, _ in inspect.getmembers(module, inspect.isfunction)]
    assert not [name for name in names if any(word in name.lower() for word in words)]
