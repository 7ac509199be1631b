import numpy as np
import pandas as pd
import pytest

from roundtable import paths, store
from roundtable.errors import ContentError
from roundtable.indicators import expected

PAIRS = pd.DataFrame(
    [
        ("IND", "GBR", False, None, True, 6717, 7500),
        ("IRL", "GBR", True, None, True, 464, None),
        ("ROU", "GBR", False, None, None, 2000, 2100),
    ],
    columns=[
        "origin", "destination", "contiguous", "contiguous_until", "official_language", "distance",
        "distance_weighted",
    ],
).astype(
    {"contiguous_until": "Int64", "official_language": "boolean", "distance_weighted": "Int64"}
)  # fmt: skip


def stocks(*origins) -> pd.DataFrame:
    return pd.DataFrame({"origin": origins, "destination": "GBR", "year": 2024, "both": 100})


@pytest.fixture(scope="module")
def everywhere() -> pd.DataFrame:
    """The corridors of the estimate's own year, out of the pack's stocks."""
    rows = store.read(paths.pack()).stocks
    gravity = expected.read()
    return rows[(rows["edition"] == gravity.edition) & (rows["year"] == gravity.year)]


def test_terms_are_those_of_the_pair_and_of_the_ties():
    rows = expected.terms(stocks("IND", "IRL"), pairs=PAIRS).set_index("origin")
    # Between the people of both, and between the capitals where only that is known.
    assert rows.loc["IND", "log_distance"] == pytest.approx(np.log(7500))
    assert rows.loc["IRL", "log_distance"] == pytest.approx(np.log(464))
    assert rows["neighbour"].tolist() == [0, 1]
    assert rows["colonial"].tolist() == [1, 1]
    assert rows["language"].tolist() == [1, 1]


def test_corridors_of_unknown_origin_language_or_distance_are_left_out():
    found = expected.terms(stocks("IND", "ROU", "OOO", "FRA"), pairs=PAIRS)
    assert found["origin"].tolist() == ["IND"]


def test_a_place_without_an_effect_has_no_expectation():
    rows = expected.terms(stocks("IND"), pairs=PAIRS)
    own = pd.DataFrame({"end": ["origin"], "place": ["IND"], "effect": [1.0]})
    found = expected.fitted(rows, coefficients=expected.read().coefficients, effects=own)
    assert found.isna().all()


def test_the_shipped_signs_are_those_of_the_literature():
    gravity = expected.read()
    values = gravity.coefficients
    assert -1.3 < values["log_distance"] < -0.5
    assert all(values[term] > 0 for term in expected.TERMS[1:])
    # Each is told from zero at twice its error.
    assert [t for t in expected.TERMS if abs(values[t]) < 2 * gravity.errors[t]] == []


def test_a_folder_without_the_estimate_says_how_to_make_it(tmp_path):
    with pytest.raises(ContentError, match=r"Run data/gravity/estimate\.py on the full store"):
        expected.read(tmp_path)


def test_a_file_that_lacks_a_term_is_refused(tmp_path):
    text = (paths.data() / "gravity" / "gravity.yml").read_text("utf-8")
    (tmp_path / "gravity.yml").write_text(text.replace("  ancestry:", "  descent:"), "utf-8")
    (tmp_path / "effects.csv").write_text("end,place,effect\n", "utf-8")
    with pytest.raises(ContentError, match="ancestry"):
        expected.read(tmp_path)


def test_expected_people_add_up_to_the_listed_ones_of_an_end(everywhere):
    # With effects of both ends, a Poisson estimate meets the sum of each end exactly. The pack
    # has every corridor of these three, and all their pairs.
    tables = store.read(paths.pack())
    for end, place in (("destination", "GBR"), ("origin", "BRA"), ("destination", "MUS")):
        rows = everywhere[everywhere[end] == place]
        found = expected.against(rows, pairs=tables.pairs, gravity=expected.read())
        assert len(found) > 5
        assert found["expected"].sum() == pytest.approx(found["both"].sum(), rel=1e-3)
