"""The open question of a corridor note: the first gap that figures and register leave."""

import pytest

from roundtable.facts import Fact
from roundtable.notes.corridor import question
from roundtable.register import Partnership

SOURCE = {"document": "a-document", "where": "page 1"}


def entry(
    status: str, as_of: str = "2022", became: str | None = None, by: str | None = None
) -> Partnership:
    since = {"since_2010": {"became": became, "by": by, "sources": [SOURCE]}} if became else {}
    return Partnership.model_validate(
        {
            "id": "a-pact",
            "title": "A pact",
            "short": "A pact",
            "kind": "bilateral",
            "form": "treaty",
            "binding": True,
            "parties": [{"place": "MUS", "part": "sends"}, {"place": "FRA", "part": "admits"}],
            "corridors": [{"origin": "MUS", "destination": "FRA"}],
            "status": status,
            "status_as_of": as_of,
            "areas": ["labour-migration"],
            "summary": "An invented agreement that lets people of one country work in the other.",
            "sources": [SOURCE],
            "confidence": "high",
            **since,
        }
    )


def fact(value, kind="measured") -> Fact:
    return Fact(
        id="a",
        value=value,
        unit="persons",
        printed={"en": "a"},
        indicator="corridor_stock",
        definition="",
        arguments={},
        kind=kind,
    )


def asked(*entries, stock=10_000, kind="measured", depends=False, visas_differ=False):
    name, about = question(
        list(entries),
        stock=fact(stock, kind),
        depends=depends,
        visas_differ=visas_differ,
        year=2024,
    )
    return name, about and about.status


UNDER_STUDY, RESULTS = "under negotiation", ("results", "in force")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (((), {"stock": None, "kind": "not-listed"}), ("count", None)),
        (((entry("unknown"),), {}), ("became", "unknown")),
        (((entry("signed, not in force"),), {}), ("not-in-force", "signed, not in force")),
        (((entry("under negotiation"),), {"visas_differ": True}), ("negotiated", UNDER_STUDY)),
        (((entry("unknown", "2009", "unknown", "the-next"),), {}), ("none", None)),
        (((entry("unknown", "2009", "unknown", "the-next"), entry("in force")), {}), RESULTS),
        (((entry("ended"),), {}), ("over", "ended")),
        (((entry("ended"), entry("in force")), {}), ("results", "in force")),
        (((entry("in force", "2010"),), {}), ("old", "in force")),
        (((entry("in force", "2010", "continued"),), {}), ("results", "in force")),
        (((), {"depends": True, "kind": "disputed"}), ("dependency", None)),
        (((entry("in force"),), {"visas_differ": True}), RESULTS),
        (((), {"kind": "disputed", "visas_differ": True}), ("disputed", None)),
        (((), {"visas_differ": True, "kind": "carried-forward"}), ("visas", None)),
        (((), {"kind": "carried-forward"}), ("carried", None)),
        (((), {}), ("none", None)),
    ],
    ids=str,
)
def test_the_question_is_the_first_that_holds(given, expected):
    entries, more = given
    assert asked(*entries, **more) == expected
