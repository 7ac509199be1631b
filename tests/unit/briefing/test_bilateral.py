import json
import re

import pytest

from roundtable import paths, roundtables, store
from roundtable.briefing import THEMES, Bilateral
from roundtable.errors import ParameterError

SESSION = roundtables.load(roundtables.find("gfmd-2010-rt-1-1"))
CORRIDORS = [(item.origin, item.destination) for item in SESSION.briefings.bilateral]


pytestmark = pytest.mark.usefixtures("on_the_pack")


def refused(**parameters) -> str:
    """Return the message with which a briefing is refused."""
    given = {"origin": "MUS", "destination": "FRA", "year": 2024, "edition": "undesa-2024"}
    with pytest.raises(ParameterError) as caught:
        Bilateral(**{**given, **parameters})
    return str(caught.value)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        (
            {"origin": "QQQ"},
            "`origin`: 'QQQ' is not an ISO 3166-1 alpha-3 code. "
            "The codes are listed in data/places.csv",
        ),
        ({"origin": "mus"}, "'mus' is not an ISO 3166-1 alpha-3 code. Did you mean 'MUS'"),
        ({"destination": "FR"}, "`destination`: 'FR' is not .* Did you mean 'FRA' (France)?"),
        ({"destination": "France"}, "'France' is not .* Did you mean 'FRA' (France)?"),
        ({"origin": 480}, "`origin`: 480 is not .* Give three capital letters in quotes"),
        ({"origin": None}, "`origin`: None is not .* Give three capital letters in quotes"),
        ({"destination": "MUS"}, "`origin` and `destination` are the same"),
        (
            {"year": 2023},
            "`year` is 2023, which edition 'undesa-2024' does not give: "
            "it has 1990, 1995, 2000, 2005, 2010, 2015, 2020, 2024.",
        ),
        (
            {"year": 2024, "edition": "undesa-2020"},
            "`year` is 2024, which edition 'undesa-2020' does not give",
        ),
        ({"year": "2024"}, "`year` is '2024', which is not a whole number"),
        ({"year": True}, "`year` is True, which is not a whole number"),
        (
            {"edition": "undesa-2023"},
            "`edition` is 'undesa-2023', which is not one of 'undesa-2020', 'undesa-2024'. "
            "Did you mean 'undesa-20",
        ),
        ({"language": "fr"}, "`language` is 'fr'; there are words in 'en' only."),
        (
            {"origin": "CHN"},
            "`origin` is 'CHN' (China), which the embedded figures (data/pack) do not hold. "
            "Run `roundtable data pull",
        ),
    ],
)
def test_a_wrong_parameter_is_named_with_its_remedy(parameters, message):
    pattern = ".*".join(re.escape(part) for part in message.split(".*"))
    assert re.search(pattern, refused(**parameters))


def test_all_that_is_wrong_stands_in_one_error():
    said = refused(origin="mu", destination="Frnace", year=2023, language="xx").split("\n")
    assert said[0] == "The parameters of 'bilateral' do not fit:"
    assert len(said) == 5
    for line, start in zip(
        said[1:], ("`origin`", "`destination`", "`year`", "`language`"), strict=True
    ):
        assert line.startswith(f"  - {start}")
    assert "'FRA' (France)" in said[2]


def test_markup_in_a_parameter_comes_back_as_it_was_given():
    assert "'<b>{{ 7 * 7 }}</b>'" in refused(origin="<b>{{ 7 * 7 }}</b>")


def test_a_country_outside_the_pack_is_no_error_where_there_is_a_store(monkeypatch):
    if not (paths.store() / "manifest.json").is_file():
        pytest.skip("no data/store: run `roundtable data pull --from FOLDER`")
    monkeypatch.setenv("ROUNDTABLE_DATA", "store")
    assert Bilateral(origin="CHN", destination="FRA", year=2024, edition="undesa-2024").title


@pytest.mark.parametrize(("origin", "destination"), CORRIDORS, ids="-".join)
def test_pack_and_store_give_the_same_facts(open_bilateral, origin, destination):
    if not (paths.store() / "manifest.json").is_file():
        pytest.skip("no data/store: run `roundtable data pull --from FOLDER`")
    pack, full = (
        open_bilateral(origin, destination, data=name).book.variables()
        for name in ("pack", "store")
    )
    assert {id: fact.as_json() for id, fact in pack.items()} == {
        id: fact.as_json() for id, fact in full.items()
    }


def test_the_default_corridor_has_the_published_figures(open_bilateral):
    book = open_bilateral("MUS", "FRA").book
    rows = store.load("pack").stocks
    row = rows[
        (rows["edition"] == "undesa-2024")
        & (rows["origin"] == "MUS")
        & (rows["destination"] == "FRA")
        & (rows["year"] == 2024)
    ]
    assert book["stock"].value == int(row["both"].item()) == 44_709
    assert book["stock"].printed == {"en": "about 44,700"}
    assert book["share-of-emigrants"].not_listed["GBR"] == 45_365
    assert book["share-of-emigrants"].coverage == pytest.approx(0.71, abs=0.005)
    assert book["share-of-emigrants"].value == pytest.approx(0.391, abs=0.0005)


def test_the_record_holds_what_was_shown_and_nothing_else(open_bilateral):
    briefing = open_bilateral("SEN", "ESP")
    assert briefing.book.shown == []
    briefing.text("dependency")
    briefing.both_ways()
    record = briefing.record()
    assert record["parameters"] == {
        "origin": "SEN",
        "destination": "ESP",
        "year": 2024,
        "edition": "undesa-2024",
        "language": "en",
    }
    assert (record["title"], record["data"]) == ("Senegal → Spain", "pack")
    assert [item["id"] for item in record["series"]] == ["both-ways"]
    ids = [entry["id"] for entry in record["facts"]]
    assert ids[0] == "share-of-emigrants"
    assert "growth-other-rate" not in ids
    cited = {ref["id"] for entry in record["facts"] for ref in entry["sources"]}
    assert cited <= {entry["id"] for entry in record["sources"]}
    assert all(entry["citation"] and entry["licence"] for entry in record["sources"])
    json.dumps(record, allow_nan=False)


def test_counts_of_a_series_stay_whole_beside_years_that_are_not_listed(open_bilateral):
    briefing = open_bilateral("GEO", "BEL")
    briefing.both_ways(), briefing.dependency()
    both_ways, dependency = (series.as_json() for series in briefing.book.series)
    persons = [row[both_ways["columns"].index("persons")] for row in both_ways["rows"]]
    assert persons[:8] == [None] * 8
    assert persons[-1] == 22
    assert {type(count) for count in persons[8:]} == {int}
    population = next(row for row in dependency["rows"] if row[0] == "population")
    assert population == ["population", 3_807_670, 11_738_763]
    assert {type(count) for count in population[1:]} == {int}


def test_the_same_parameters_give_the_same_record(open_bilateral):
    def record():
        briefing = open_bilateral("IND", "DNK")
        briefing.destinations()
        return json.dumps(briefing.record())

    assert record() == record()


def test_every_theme_has_a_notebook_and_words():
    for theme, kind in THEMES.items():
        assert kind.theme == theme
        assert (paths.notebooks() / f"{theme}.ipynb").is_file()
        assert (paths.texts() / "en" / f"{theme}.md").is_file()
