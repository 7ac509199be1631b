"""Blocs and circuits read alike."""

import pytest

from roundtable.errors import ContentError
from roundtable.places import blocs, circuits, spaces


def test_every_space_is_a_bloc_or_a_circuit_and_no_id_is_both():
    assert set(spaces.every()) == {*blocs.every(), *circuits.every()}
    assert len(spaces.every()) == len(blocs.every()) + len(circuits.every())


def test_a_bloc_of_a_year_holds_the_corridors_of_its_members_then():
    in_2019, in_2020 = (spaces.corridors("eu", on=year) for year in (2019, 2020))
    assert (len(in_2019), len(in_2020)) == (28 * 27, 27 * 26)
    assert "GBR" in set(in_2019["origin"])
    assert "GBR" not in set(in_2020["origin"])


def test_a_bloc_of_today_has_lost_those_who_left():
    today = set(spaces.corridors("ecowas", on=None)["origin"])
    assert not {"BFA", "MLI", "NER"} & today
    assert len(today) == 12


def test_a_circuit_is_the_same_in_all_years():
    assert spaces.corridors("gulf", on=1990).equals(spaces.corridors("gulf", on=2024))


def test_a_bloc_begins_in_the_first_year_with_members_at_its_middle():
    # The Treaty of Asunción is of March 1991, that of Windhoek of August 1992.
    assert (spaces.began("mercosur"), spaces.began("sadc")) == (1991, 1993)
    assert spaces.corridors("sadc", on=1992).empty


def test_an_unknown_space_is_refused_with_what_is_near():
    with pytest.raises(ContentError, match=r"There is no bloc 'ecowa'.*Did you mean 'ecowas'"):
        spaces.corridors("ecowa", on=2024)
