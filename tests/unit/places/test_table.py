"""The table of places itself: what every other module takes for granted about it."""

import pathlib

import pandas as pd
import pytest

TABLE = pathlib.Path(__file__).parents[3] / "data" / "places.csv"

COLUMNS = [
    "iso3",
    "iso2",
    "m49",
    "undesa_2024",
    "undesa_2020",
    "worldbank",
    "house_style",
    "article",
    "short",
    "kind",
    "sovereign",
    "may_be_counted_inside",
    "counting",
    "footnote",
    "subregion",
    "region",
    "sdg_region",
    "old_codes",
    "latitude",
    "longitude",
]

REGIONS = {
    "Africa",
    "Asia",
    "Europe",
    "Latin America and the Caribbean",
    "Northern America",
    "Oceania",
}


@pytest.fixture(scope="module")
def table() -> pd.DataFrame:
    # Namibia's ISO2 code is NA, which pandas would read as missing.
    return pd.read_csv(TABLE, keep_default_na=False, dtype=str)


@pytest.fixture(scope="module")
def by_code(table: pd.DataFrame) -> pd.DataFrame:
    return table.set_index("iso3")


def test_table_has_the_required_columns_in_order(table):
    assert list(table.columns) == COLUMNS


def test_file_is_utf8_with_plain_line_ends_and_apostrophes():
    content = TABLE.read_bytes()
    assert b"\r" not in content
    assert content.endswith(b"\n")
    text = content.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\u2019" not in text


def test_no_cell_carries_blanks_or_asterisks_at_its_ends(table):
    stripped = table.apply(lambda column: column.str.strip(" *"))
    assert (table == stripped).all().all()


@pytest.mark.parametrize("column", ["iso3", "m49", "house_style", "short"])
def test_key_column_is_complete_and_unique(table, column):
    values = table[column]
    assert (values != "").all()
    assert values[values.duplicated(keep=False)].tolist() == []


@pytest.mark.parametrize("column", ["iso2", "undesa_2024", "undesa_2020", "worldbank"])
def test_label_that_is_given_belongs_to_one_place(table, column):
    values = table[column][table[column] != ""]
    assert values[values.duplicated(keep=False)].tolist() == []


def test_rows_are_sorted_by_code(table):
    assert table["iso3"].tolist() == sorted(table["iso3"])


def test_codes_have_their_standard_form(table):
    assert table["iso3"].str.fullmatch("[A-Z]{3}").all()
    assert table["iso2"].str.fullmatch("([A-Z]{2})?").all()
    assert table["m49"].str.fullmatch("[1-9][0-9]{0,3}").all()


def test_every_member_and_observer_of_the_united_nations_is_listed(table):
    # 193 members and two observers (Holy See, State of Palestine)
    assert (table["kind"] == "state").sum() == 195


def test_kind_is_one_of_four(table):
    assert set(table["kind"]) == {"state", "territory", "area", "residual"}


def test_unknown_origin_is_the_only_residual(table):
    residual = table[table["kind"] == "residual"]
    assert residual["iso3"].tolist() == ["OOO"]
    assert residual["m49"].tolist() == ["2003"]
    assert residual["undesa_2024"].tolist() == ["Others"]


def test_article_is_the_or_empty(table):
    assert set(table["article"]) == {"", "the"}


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("CIV", "born in Côte d'Ivoire"),
        ("COG", "born in the Congo"),
        ("GBR", "born in the United Kingdom"),
        ("GMB", "born in the Gambia"),
        ("HKG", "born in Hong Kong SAR, China"),
        ("MAC", "born in Macao SAR, China"),
        ("REU", "born in Réunion"),
        ("GUF", "born in French Guiana"),
        ("MYT", "born in Mayotte"),
        ("GLP", "born in Guadeloupe"),
        ("MTQ", "born in Martinique"),
        ("PRI", "born in Puerto Rico"),
        ("XKX", "born in Kosovo"),
        ("ESH", "born in Western Sahara"),
        ("TWN", "born in Taiwan Province of China"),
        ("MUS", "born in Mauritius"),
        ("PHL", "born in the Philippines"),
        ("PSE", "born in the State of Palestine"),
        ("TZA", "born in the United Republic of Tanzania"),
        ("VEN", "born in Venezuela"),
    ],
)
def test_name_reads_as_in_running_text(by_code, code, sentence):
    place = by_code.loc[code]
    assert (
        " ".join(["born in", *filter(None, [place["article"], place["house_style"]])]) == sentence
    )


def test_names_carry_no_bracketed_part_but_where_the_name_itself_does(by_code):
    # Both are names in full: the United Nations always write the first so.
    bracketed = by_code.index[by_code["house_style"].str.contains("(", regex=False)]
    assert set(bracketed) == {"FLK", "CCK"}


def test_short_names_fit_a_chart_label(table):
    assert table.loc[table["short"].str.len() > 18, "short"].tolist() == []


def test_sovereign_is_a_state_of_the_table(by_code):
    sovereigns = set(by_code["sovereign"]) - {""}
    assert sovereigns <= set(by_code.index[by_code["kind"] == "state"])


def test_only_territories_have_a_sovereign(table):
    assert set(table.loc[table["sovereign"] != "", "kind"]) == {"territory"}


def test_disputed_territories_name_no_sovereign(by_code):
    without = by_code.index[(by_code["kind"] == "territory") & (by_code["sovereign"] == "")]
    assert set(without) == {"ESH", "FLK"}


def test_only_french_departments_may_be_inside_the_figure_of_their_state(by_code):
    rows = by_code[by_code["may_be_counted_inside"] != ""]
    assert set(rows.index) == {"GLP", "GUF", "MTQ", "MYT", "REU"}
    assert set(rows["sovereign"]) == {"FRA"}


def test_what_may_be_inside_is_written_as_editions_with_their_first_year(by_code):
    written = by_code.loc[by_code["may_be_counted_inside"] != "", "may_be_counted_inside"]
    assert written.str.fullmatch(r"undesa-20(20|24):\d{4}(;undesa-2024:\d{4})?").all()


def test_how_it_is_counted_is_argued_for_every_territory_and_area_of_the_un(by_code):
    listed = by_code["kind"].isin(["territory", "area"]) & (by_code["undesa_2024"] != "")
    assert set(by_code.index[by_code["counting"] != ""]) - {"XKX"} == set(by_code.index[listed])
    assert by_code.loc[by_code["counting"] != "", "counting"].str.endswith(".").all()


def test_the_names_that_the_united_nations_footnote_have_their_footnote(by_code):
    assert set(by_code.index[by_code["footnote"] != ""]) == {"FLK", "XKX"}
    assert "resolution 1244 (1999)" in by_code.loc["XKX", "footnote"]


@pytest.mark.parametrize(
    ("territory", "state"),
    [
        *(("PRI", "USA"), ("HKG", "CHN"), ("MAC", "CHN"), ("GIB", "GBR")),
        *(("GLP", "FRA"), ("GUF", "FRA"), ("MTQ", "FRA"), ("MYT", "FRA"), ("REU", "FRA")),
    ],
)
def test_territory_points_to_its_state(by_code, territory, state):
    assert by_code.loc[territory, "sovereign"] == state


@pytest.mark.parametrize("code", ["COK", "NIU", "TWN", "XKX"])
def test_areas_are_neither_states_nor_territories_of_one(by_code, code):
    assert by_code.loc[code, ["kind", "sovereign"]].tolist() == ["area", ""]


def test_every_place_but_the_residual_has_its_regions(table):
    places = table[table["kind"] != "residual"]
    assert set(places["region"]) == REGIONS
    assert (places[["subregion", "sdg_region"]] != "").all().all()


def test_subregion_lies_in_one_region(table):
    assert (table.groupby("subregion")["region"].nunique() == 1).all()
    assert (table.groupby("subregion")["sdg_region"].nunique() == 1).all()


def test_old_codes_lead_to_one_place_and_are_no_code_in_use(table):
    old = table["old_codes"].str.split(";").explode()
    old = old[old != ""]
    assert old.is_unique
    assert set(old) & set(table["iso3"]) == set()
    assert set(old) & {"YUG", "SCG", "ANT"} == set()


@pytest.mark.parametrize(
    ("old", "code"),
    [
        ("ROM", "ROU"),
        ("ZAR", "COD"),
        ("PAL", "PSE"),
        ("TMP", "TLS"),
        ("KSV", "XKX"),
        ("CHI", "XCX"),
    ],
)
def test_codes_of_other_publishers_are_known(by_code, old, code):
    assert old in by_code.loc[code, "old_codes"].split(";")


def test_coordinates_are_on_the_globe_and_never_the_null_island(table):
    located = table[table["kind"] != "residual"]
    latitude = located["latitude"].astype(float)
    longitude = located["longitude"].astype(float)
    assert latitude.between(-90, 90).all()
    assert longitude.between(-180, 180).all()
    assert not ((latitude == 0) & (longitude == 0)).any()
    assert located["latitude"].str.fullmatch(r"-?\d+\.\d\d").all()
    assert located["longitude"].str.fullmatch(r"-?\d+\.\d\d").all()


def test_residual_lies_nowhere(by_code):
    assert by_code.loc["OOO", ["latitude", "longitude"]].tolist() == ["", ""]


@pytest.mark.parametrize(
    ("region", "south", "north", "west", "east"),
    [
        ("Africa", -50, 38, -26, 71),
        ("Asia", -13, 52, 30, 140),
        ("Europe", 35, 65, -22, 38),
        ("Latin America and the Caribbean", -52, 26, -100, -47),
        ("Northern America", 32, 65, -78, -51),
    ],
)
def test_capitals_lie_in_their_region(table, region, south, north, west, east):
    part = table[table["region"] == region]
    outside = ~(
        part["latitude"].astype(float).between(south, north)
        & part["longitude"].astype(float).between(west, east)
    )
    assert part.loc[outside, "iso3"].tolist() == []
