"""Blocs and circuits on the publishers' files: the figures that the briefings tell."""

import pytest

from roundtable.briefing.circuit_facts import group_facts
from roundtable.briefing.space import open_space
from roundtable.briefing.space_detail_facts import detail_facts
from roundtable.briefing.space_facts import space_facts


@pytest.fixture(scope="module")
def facts(full):
    """Return the facts of a space by id."""

    def of(name):
        space = open_space(
            full,
            bloc=name,
            year=2024,
            edition="undesa-2024",
            other="undesa-2020",
            language="en",
        )
        return {
            fact.id: fact
            for part in (space_facts, detail_facts, group_facts)
            for fact in part(space)
        }

    return of


def percent(fact):
    return round(100 * fact.value, 1)


def test_ecowas_with_and_without_the_three_who_left(facts):
    found = facts("ecowas")
    assert percent(found["share-of-emigrants"]) == 63.7
    assert percent(found["share-of-immigrants"]) == 89.0
    assert percent(found["share-of-emigrants-today"]) == 35.2


def test_the_eu_of_1990_with_its_members_of_today_and_of_then(facts):
    found = facts("eu")
    assert round(percent(found["share-of-emigrants-first-fixed"])) == 41
    assert round(percent(found["share-of-emigrants-first-dated"])) == 32


def test_the_suppliers_of_the_gulf_in_the_papers_order_and_in_that_of_the_figures(facts):
    found = facts("gulf")
    assert round(found["group-1"].value / 1e6, 1) == 3.8
    assert found["group-2"].value > 5 * found["group-1"].value


def test_hardly_anybody_stays_in_the_maghreb_or_comes_from_inside_the_gulf(facts):
    assert percent(facts("amu")["share-of-emigrants"]) == 1.1
    assert percent(facts("gcc")["share-of-immigrants"]) == 0.5
