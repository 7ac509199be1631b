"""What is said about a line of the table of places that does not fit."""

import pytest

from roundtable import paths
from roundtable.errors import ContentError
from roundtable.places import places_file


@pytest.fixture
def table(tmp_path):
    """Copy the table, changed in one place."""

    def changed(old, new):
        text = (paths.data() / "places.csv").read_text(encoding="utf-8")
        assert text.count(old) == 1
        path = tmp_path / "places.csv"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return path

    return changed


def test_the_table_as_it_stands_fits():
    assert places_file.check(paths.data() / "places.csv") is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (",Réunion,territory,FRA,", ",Réunion,territory,FR,", r"\(REU\): `sovereign` is 'FR', wh"),
        (",Réunion,territory,FRA,", ",Réunion,area,FRA,", r"\(REU\): `sovereign` stands with a "),
        (",Réunion,territory,FRA,", ",Réunion,territory,,", r"`may_be_counted_inside` stands wit"),
        (",Mayotte,territory,", ",Mayotte,colony,", r"\(MYT\): `kind` is 'colony'; write one of"),
        ("undesa-2024:2015", "2015", r"\(MYT\): `may_be_counted_inside` is '2015'; write it as"),
        ("\nREU,RE,", "\nMUS,RE,", r"\(MUS\): the code stands twice\."),
        ("\nREU,RE,638,", "\nREU,RE,,", r"\(REU\): `m49` is empty\."),
        ("house_style,article", "house_style,artcle", r"^places\.csv has no column article\.$"),
        (",,French Guiana,,French Guiana,", ",,French Guiana,La,French Guiana,", r"write the, or"),
        ("\nREU,RE,638,", "\nREU,RE,638,x,", r"\(REU\): it has too few or too many cells\."),
    ],
)
def test_a_line_that_does_not_fit_is_told_with_its_place(table, old, new, message):
    with pytest.raises(ContentError, match=message):
        places_file.check(table(old, new))
