"""The words for codes and ids in the series behind charts, and the units of their columns."""

import pandas as pd
import pytest

from roundtable import prose
from roundtable.briefing import Bilateral, Historical, NewTrends, Regional, series_words
from roundtable.export.labels import complete
from roundtable.export.series import printed_series
from roundtable.facts import Series


def words(**columns):
    frame = pd.DataFrame(columns)
    about = {"indicator": "", "definition": "", "arguments": {}, "edition": "undesa-2024"}
    item = Series(id="s", frame=frame, units={}, sources=(), **about)
    return series_words.values([item], prose.labels("en"))


def test_editions_kinds_classes_and_states_are_said_in_words():
    assert words(
        edition=["undesa-2020", "undesa-2024 fixed", "worldbank-gbmd"],
        kind=["carried-forward", "measured", "measured"],
        status=["listed", "not_listed", "others"],
        year=[1990, 1990, 1990],
    ) == {
        "edition": {
            "undesa-2020": "2020 edition",
            "undesa-2024 fixed": "2024 edition",
            "worldbank-gbmd": "World Bank",
        },
        "kind": {"carried-forward": "carried forward"},
        "status": {
            "not_listed": "not listed, the other edition\u2019s figure",
            "others": "origin not given",
        },
    }
    assert words(**{"class": ["state", "others"]}) == {
        "class": {
            "state": "common state, empire or territory",
            "others": "origin not given",
        }
    }


def test_codes_are_said_as_names_and_names_stay():
    assert words(
        code=["MUS", "OOO"], origin=["Algeria", "GRC"], corridor=["MEX-ESP", "Guinea-Bissau"]
    ) == {
        "code": {"MUS": "Mauritius", "OOO": "Origin not given"},
        "origin": {"GRC": "Greece"},
        "corridor": {"MEX-ESP": "Mexico → Spain"},
    }


@pytest.fixture(scope="module")
def records():
    """Show every chart of one briefing of each theme."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROUNDTABLE_DATA", "pack")
        common = {"year": 2024, "edition": "undesa-2024", "language": "en"}
        shown = (
            (Bilateral(origin="MUS", destination="FRA", **common), BILATERAL),
            (Regional(bloc="ecowas", **common), REGIONAL),
            (Historical(country="GBR", **common), ("immigrants", "emigrants")),
            (NewTrends(country="MEX", **common), ("new_corridors", "money")),
        )
        found = []
        for briefing, charts in shown:
            for chart in charts:
                assert getattr(briefing, chart)() is not None
            found.append(briefing.record())
    return found


BILATERAL = ("stock_over_time", "destinations", "map", "origins")
REGIONAL = ("emigrants_over_time", "immigrants_over_time", "matrix", "elsewhere", "compared")


def test_no_chart_prints_an_id_a_code_or_a_long_number(records):
    for record in records:
        for item in record["series"]:
            grid = printed_series(item, complete(record["labels"]), "en")
            cells = [cell for row in grid.rows for cell in row]
            assert [cell for cell in cells if "undesa" in cell or "worldbank" in cell] == []
            # Blocs are called by their letters; nothing else is.
            if item["id"] != "compared":
                assert [cell for cell in cells if cell.isupper() and len(cell) == 3] == []
            assert [cell for cell in cells if "_" in cell or "carried-forward" in cell] == []
            assert [cell for cell in cells if len(cell.partition(".")[2]) > 3] == []
            heads = [head for head, _ in grid.heads]
            assert [head for head in heads if not head[0].isupper()] == []


def test_the_record_keeps_codes_and_full_precision(records):
    items = {item["id"]: item for record in records for item in record["series"]}
    shares = [row[1] for row in items["compared"]["rows"]]
    assert any(len(str(share)) > 12 for share in shares)
    assert items["stock-over-time"]["rows"][0][0] == "undesa-2020"
    assert items["compared"]["units"] == {"name": "", "emigrants": "share", "immigrants": "share"}
