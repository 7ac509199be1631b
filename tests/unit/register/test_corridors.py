"""Which corridors have an agreement, and which agreement tells most of them."""

from typing import Any

import pytest
import yaml
from tests.unit.register.conftest import ENTRY

from roundtable.register import corridors

PAIR = ("MUS", "FRA")


def entry(name: str, **changed: Any) -> str:
    """Return the invented agreement under another name, with some of its lines changed."""
    lines = {**yaml.safe_load(ENTRY), "id": name, **changed}
    return yaml.safe_dump({key: value for key, value in lines.items() if value is not None})


def corridor(origin: str, destination: str) -> dict[str, str]:
    return {"origin": origin, "destination": destination}


def found(read, **entries: str) -> dict:
    return corridors.with_agreement(read(**entries).entries)


@pytest.mark.parametrize(
    "changed",
    [
        {"kind": "national"},
        {"kind": "multi-stakeholder"},
        {"form": "law"},
        {"form": "project"},
        {"status": "ended"},
        {"status": "replaced"},
        {"status": "under negotiation"},
        {"status": "unknown", "status_as_of": "1969"},
        {"since_2010": {"became": "never concluded", "sources": [{"passage": "first"}]}},
    ],
)
def test_what_is_no_agreement_of_both_ends_gives_a_corridor_none(read, changed):
    assert found(read, one=entry("one", **changed)) == {}


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"form": "memorandum"},
        {"kind": "inter-regional", "form": "declaration"},
        {"status": "unknown", "status_as_of": "2010"},
        {"status": "in force", "status_as_of": "2009"},
    ],
)
def test_what_governments_of_both_ends_agreed_counts_while_it_may_stand(read, changed):
    assert list(found(read, one=entry("one", **changed))) == [PAIR]


def test_the_surest_agreement_comes_first_then_that_of_few_corridors_then_the_latest(read):
    two = [corridor("MUS", "FRA"), corridor("SEN", "FRA")]
    agreed = found(
        read,
        a=entry("a", status="unknown", status_as_of="2020"),
        b=entry("b", corridors=two),
        c=entry("c", signed={"date": "2007"}, in_force=None),
        d=entry("d", signed={"date": "2009"}, in_force=None),
    )
    assert [item.id for item in agreed[PAIR]] == ["d", "c", "b", "a"]
    assert [item.id for item in agreed["SEN", "FRA"]] == ["b"]


def test_elsewhere_leaves_out_the_corridor_its_reverse_and_what_names_them(read):
    shared = [corridor("FRA", "MUS"), corridor("SEN", "FRA")]
    alone = [corridor("GHA", "FRA")]
    entries = read(one=entry("one", corridors=shared), two=entry("two", corridors=alone)).entries
    others = corridors.elsewhere(entries, origin="MUS", destination="FRA")
    assert list(others) == [("GHA", "FRA")]
