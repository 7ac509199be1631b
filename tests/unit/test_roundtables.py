import re

import pytest
from tests.trial import TRIAL

from roundtable import places, roundtables
from roundtable.errors import ContentError

GOOD = (
    TRIAL
    + """\
briefings:
  bilateral:
    - {origin: MUS, destination: FRA, reason: Agreement}
    - {origin: SEN, destination: ESP}
"""
)


@pytest.fixture
def said(tmp_path):
    """Return the lines of the error with which a file is refused."""

    def lines(text: str) -> list[str]:
        path = tmp_path / "trial-1.yml"
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ContentError) as caught:
            roundtables.load(path)
        return str(caught.value).split("\n")

    return lines


def test_a_good_file_is_read_as_it_stands(tmp_path):
    path = tmp_path / "trial-1.yml"
    path.write_text(GOOD, encoding="utf-8")
    session = roundtables.load(path)
    assert [item.slug for _, item in roundtables.pairs(session.briefings)] == [
        "bilateral-mus-fra",
        "bilateral-sen-esp",
    ]
    assert session.briefings.bilateral[0].reason == "Agreement"
    assert session.countries == {"BRA", "FRA", "MUS", "SEN", "ESP"}
    assert session.languages == ("en",)


NO_ENTRY = "there is no such entry. Did you mean"
SENEGAL = "origin: SEN, destination: ESP"
LAST = "line 11, briefings.bilateral.1"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2024\ne", "soon\ne", "line 6, year: Input should be a valid integer (found 'soon')."),
        ("2024\ne", "'2024'\ne", "line 6, year: Input should be a valid integer (found '2024')."),
        (" Roundtable 1", " 1.1", "line 3, session: Input should be a valid string (found 1.1)."),
        ("title:", "titel:", f"line 4, titel: {NO_ENTRY} 'title'?"),
        ("title: A title\n", "", "line 1, title: is missing; add it."),
        ("[BRA, FRA]", "[]", "line 5, co_chairs: Tuple should have at least 1 item"),
        ("[BRA, FRA]", "[BRA, FR]", "line 5, co_chairs.1: 'FR' is not an ISO 3166-1 alpha-3 code."),
        ("undesa-2024", "undesa-2023", "line 7, edition: Input should be 'undesa-2020' or"),
        ("SEN", "Senegal", f"{LAST}.origin: 'Senegal' is not an ISO 3166-1 alpha-3 code."),
        ("SEN", "Senegal", "Did you mean 'SEN' (Senegal)?"),
        ("origin: SEN", "orgin: SEN", f"{LAST}.orgin: {NO_ENTRY} 'origin'?"),
        ("origin: SEN, ", "", f"{LAST}.origin: is missing; add it."),
        (SENEGAL, "origin: SEN, destination: SEN", f"{LAST}: `origin` and `destination` are the"),
        (SENEGAL, "origin: MUS, destination: FRA", "bilateral-mus-fra stands twice. Keep one."),
        ("bilateral:", "bilaterl:", f"line 9, briefings.bilaterl: {NO_ENTRY} 'bilateral'?"),
        ("id: trial-1", "id: Trial 1", "line 1, id: String should match pattern"),
    ],
)
def test_an_error_has_its_line_and_what_would_be_right(said, old, new, message):
    assert GOOD.count(old) == 1
    lines = said(GOOD.replace(old, new))
    assert lines[0] == "trial-1.yml does not fit:"
    assert [line for line in lines[1:] if message in line], lines


def test_each_wrong_code_of_a_list_is_told(said):
    lines = said(GOOD.replace("co_chairs: [BRA, FRA]", "co_chairs:\n  - bra\n  - FRA\n  - XX"))
    assert [line.split("'")[:2] for line in lines[1:]] == [
        ["  - line 6, co_chairs.0: ", "bra"],
        ["  - line 8, co_chairs.2: ", "XX"],
    ]


def test_all_errors_stand_in_one_message(said):
    lines = said(
        GOOD.replace("forum: Forum", "fourm: Forum")
        .replace("year: 2024", "year: soon")
        .replace("origin: MUS", "origin: mus")
        .replace("destination: ESP", "destination: XYZ")
    )
    assert len(lines) == 6
    assert [re.match(r"  - line (\d+), ([\w.]+):", line).groups() for line in lines[1:]] == [
        ("1", "forum"),
        ("6", "year"),
        ("10", "briefings.bilateral.0.origin"),
        ("11", "briefings.bilateral.1.destination"),
        ("2", "fourm"),
    ]


def test_broken_yaml_is_named_with_its_line(said):
    (line,) = said(GOOD.replace("[BRA, FRA]", "[BRA, FRA"))
    assert re.fullmatch(r"trial-1\.yml, line 6: not readable as YAML \(.+\)\.", line)


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words\n"])
def test_a_file_without_names_and_values_says_what_it_should_hold(said, text):
    assert said(text) == ["trial-1.yml should hold `name: value` lines, such as `id: …`."]


def test_yaml_cannot_make_objects(said):
    lines = said(GOOD + "disclaimer: !!python/object/apply:os.getcwd []\n")
    assert "not readable as YAML" in lines[0]


def test_a_roundtable_is_found_by_id_by_file_and_as_the_only_one(tmp_path):
    shipped = roundtables.find("gfmd-2010-rt-1-1")
    assert roundtables.find(None) == roundtables.find(str(shipped)) == shipped
    with pytest.raises(ContentError, match=r"'gfmd-2010-rt-1'.* Did you mean 'gfmd-2010-rt-1-1'"):
        roundtables.find("gfmd-2010-rt-1")


def test_the_shipped_roundtable_has_fourteen_governments_and_its_corridors():
    session = roundtables.load(roundtables.find("gfmd-2010-rt-1-1"))
    assert session.co_chairs == ("BRA", "FRA")
    assert len({*session.co_chairs, *session.team}) == 14
    wanted = [item for _, item in roundtables.pairs(session.briefings)]
    assert len(wanted) >= 15
    assert len({item.slug for item in wanted}) == len(wanted)
    for item in session.briefings.bilateral:
        assert item.origin != item.destination
    for item in wanted:
        assert item.reason
        assert item.where
    governments = {*session.co_chairs, *session.team}
    assert {item.country for item in session.briefings.new_trends} == governments
    assert session.disclaimer
    assert all(places.place(code).name for code in session.countries)
