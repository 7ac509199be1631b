"""Borders, languages and distances on the real files, and what they make of the world's stock."""

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from roundtable import paths, places
from roundtable.pull import pairs as completing
from roundtable.sources import BORDERS, cepii, lists

OLD, NEW = "undesa-2020", "undesa-2024"


@pytest.fixture(scope="module")
def published(sources_folder):
    """CEPII's pairs as they are read, Serbia and Montenegro taken for Serbia."""
    path = sources_folder / "cepii-geodist" / "dist_cepii.zip"
    table = cepii.pairs(path, aliases=places.aliases()).table
    ends = ["origin", "destination"]
    table[ends] = table[ends].replace(completing.SUCCESSORS)
    return table.set_index(ends)


@pytest.fixture(scope="module")
def pairs(full):
    return full.pairs.set_index(["origin", "destination"])


# --- borders ----------------------------------------------------------------------------------


def test_all_pairs_of_places_are_there_and_both_ways(pairs):
    codes = set(places.countries())
    today = pairs[
        pairs.index.get_level_values(0).isin(codes) & pairs.index.get_level_values(1).isin(codes)
    ]
    assert len(today) == 241 * 240
    # Serbia and Montenegro, the Netherlands Antilles and Serbia with CEPII's other countries.
    assert len(pairs) - len(today) == 2 * (223 + 222 + 1)
    reverse = pairs.swaplevel().reindex(pairs.index)
    assert (pairs["contiguous"] == reverse["contiguous"].to_numpy()).all()
    assert (pairs["distance"] - reverse["distance"].to_numpy()).abs().max() == 0


def test_the_differences_to_cepii_are_exactly_the_list(pairs, published):
    listed = lists.borders(paths.data() / "borders.csv", known=places.countries()).table
    expected = listed.set_index(["a", "b"])["contiguous"].to_dict()
    first, second = (pairs.index.get_level_values(end) for end in (0, 1))
    there = pairs[(first < second) & (first != "SCG") & (second != "SCG")]
    said = published["contiguous_cepii"].reindex(there.index).fillna(False).astype(bool)
    differing = there.loc[there["contiguous"] != said, "contiguous"]
    assert differing.to_dict() == expected
    assert len(expected) == 28


def test_cepiis_own_word_is_kept(pairs, published):
    kept = pairs["contiguous_cepii"].reindex(published.index)
    assert (kept == published["contiguous_cepii"]).all()
    assert published["contiguous_cepii"].sum() == 616


def neighbours(pairs, code):
    here = pairs.loc[code]
    return set(here.index[here["contiguous"]])


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("SSD", {"SDN", "ETH", "KEN", "UGA", "COD", "CAF"}),
        ("SDN", {"EGY", "LBY", "TCD", "CAF", "SSD", "ETH", "ERI"}),
        ("SRB", {"HUN", "ROU", "BGR", "MKD", "XKX", "MNE", "BIH", "HRV"}),
        ("MNE", {"ALB", "BIH", "HRV", "SRB", "XKX"}),
        ("XKX", {"ALB", "MKD", "MNE", "SRB"}),
        ("TLS", {"IDN"}),
        ("LIE", {"AUT", "CHE"}),
        ("MCO", {"FRA"}),
        ("VAT", {"ITA"}),
        ("GUF", {"BRA", "SUR"}),
        ("FRA", {"BEL", "LUX", "DEU", "CHE", "ITA", "MCO", "ESP", "AND"}),
        ("HKG", {"CHN"}),
        ("GIB", {"ESP"}),
        ("MUS", set()),
        ("CUW", set()),
    ],
)
def test_a_place_has_the_neighbours_that_it_has(pairs, code, expected):
    assert neighbours(pairs, code) == expected


def test_places_whose_english_is_not_official_share_no_other_language(pairs, sources_folder):
    book = CalamineWorkbook.from_path(sources_folder / "cepii-geodist" / "geo_cepii.xls")
    header, *rows = book.get_sheet_by_index(0).to_python()
    names = ("langoff_1", "langoff_2", "langoff_3")
    at, code = [header.index(name) for name in names], header.index("iso3")
    official = {row[code]: {row[n] for n in at} - {"."} for row in rows}
    listed = lists.languages(paths.data() / "languages.csv", known=places.countries()).table
    for place, wrong in listed[["place", "language"]].itertuples(index=False):
        others = [official[other] for other in official if other != place]
        assert wrong in official[place]
        assert not (official[place] - {wrong}) & set().union(*others)
        assert not pairs.loc[place, "official_language"].fillna(False).any()
        assert pairs.loc[place, "source"].eq(BORDERS).any()
    assert pairs.loc[("GBR", "USA"), "official_language"]


def test_malaysia_and_singapore_are_parted_by_water(pairs):
    assert not pairs.loc[("MYS", "SGP"), "contiguous"]
    assert pairs.loc[("MYS", "SGP"), "contiguous_cepii"]
    assert pd.isna(pairs.loc[("MYS", "SGP"), "contiguous_until"])


def test_what_cepii_lacks_has_no_language_and_no_tie(pairs):
    missing = pairs[pairs["contiguous_cepii"].isna()]
    ends = set(missing.index.get_level_values(0)) & set(missing.index.get_level_values(1))
    known = set(pairs.index.get_level_values(0)[pairs["contiguous_cepii"].notna()])
    lacking = set(places.countries()) - known
    assert lacking == {
        *["ASM", "ATF", "BES", "BLM", "CUW", "GUM", "IMN", "LIE", "MAF", "MCO"],
        *["MNE", "MYT", "SSD", "SXM", "VAT", "VIR", "XCX", "XKX"],
    }
    assert ends >= lacking
    columns = ["official_language", "spoken_language", "colony", "common_coloniser"]
    assert missing[[*columns, "distance_weighted"]].isna().all(axis=None)
    assert (missing["source"] == BORDERS).all()


# --- distances --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def replaced(pairs, published):
    """Return the rows of CEPII whose distance was computed anew."""
    there = pairs.reindex(published.index)
    # Its own distances were only rounded.
    return (there["distance"] - published["distance"].round()).abs()[lambda gap: gap > 0]


def test_3292_of_cepiis_distances_are_computed_anew(replaced):
    assert len(replaced) == 3_292
    assert replaced.min() > completing.TOLERANCE - 1


def test_every_one_of_them_has_an_end_whose_capital_moved_or_stands_wrongly(replaced):
    wrong = {"CCK", "COL", "GIN", "MMR", "NGA", "NZL", "PSE", "TKL", "WSM"}
    assert all(set(pair) & wrong for pair in replaced.index)
    ends = replaced.groupby(level=0).size()
    assert set(ends.index[ends > 100]) == wrong


def test_places_where_cepii_puts_the_capital_elsewhere_are_those(sources_folder):
    book = CalamineWorkbook.from_path(sources_folder / "cepii-geodist" / "geo_cepii.xls")
    header, *rows = book.get_sheet_by_index(0).to_python()
    cities = pd.DataFrame(rows, columns=header)
    capitals = cities[cities["cap"] == 1].set_index("iso3").rename(index=places.aliases())
    ours = places.table().loc[capitals.index.intersection(places.table().index)]
    theirs = capitals.loc[ours.index, ["lat", "lon"]].set_axis(["latitude", "longitude"], axis=1)
    at = pd.concat(
        [ours[["latitude", "longitude"]].astype(float), theirs.rename(index=lambda c: f"{c}'")]
    )
    both = pd.DataFrame({"origin": ours.index, "destination": [f"{c}'" for c in ours.index]})
    apart = completing.great_circle(both, at).set_axis(ours.index)
    assert set(apart.index[apart > completing.TOLERANCE]) == {
        *["CCK", "COL", "GIN", "MMR", "NGA", "NZL", "PSE", "TKL", "WSM"],
        "ATF",  # not among CEPII's pairs
    }


@pytest.mark.parametrize(
    ("origin", "destination", "kilometres"),
    [
        ("MUS", "FRA", 9_423),
        ("WSM", "FJI", 1_152),  # CEPII: 687, with Apia west of the date line
        ("MMR", "THA", 817),  # CEPII: 576, from Yangon
        ("GIN", "SLE", 122),  # CEPII: 290, with Conakry inland
        ("BWA", "ZAF", 256),  # 1,251 to Cape Town
        ("SSD", "UGA", 515),
    ],
)
def test_distances_are_those_between_the_capitals(pairs, origin, destination, kilometres):
    assert pairs.loc[(origin, destination), "distance"] == kilometres


def test_the_weighted_distances_left_out_are_those_that_cannot_be_right(pairs, published):
    weighted = published["distance_weighted"]
    near = published["distance"]
    for other in ("AIA", "ATG"):
        assert near["KNA"][other] < 115
        assert weighted["KNA"][other] > 500
    lost = weighted.notna() & pairs["distance_weighted"].reindex(weighted.index).isna()
    assert set(lost.index[lost].map(lambda pair: "KNA" in pair)) == {True}


def test_every_pair_has_a_distance(pairs):
    assert pairs["distance"].notna().all()
    assert pairs["distance"].between(1, 20_016).all()


# --- the share of migrants between contiguous countries ---------------------------------------


def share(full, edition, year, *, borders, known_only=True):
    """Return the share of a year's migrants who live in a country next to their own, in percent."""
    rows = full.stocks[(full.stocks["edition"] == edition) & (full.stocks["year"] == year)]
    known = rows[rows["origin"] != places.OTHERS]
    there = known.merge(full.pairs[borders.fillna(False).astype(bool)], how="inner",
                        on=["origin", "destination"])  # fmt: skip
    return round(100 * there["both"].sum() / (known if known_only else rows)["both"].sum(), 1)


@pytest.mark.parametrize(
    ("edition", "year", "of_known", "of_all"),
    [(OLD, 2010, 38.5, 37.0), (NEW, 2010, 39.9, 36.4), (NEW, 2024, 35.2, 32.6)],
)
def test_with_cepiis_borders_the_share_is_what_was_published(full, edition, year, of_known, of_all):
    borders = full.pairs["contiguous_cepii"]
    assert share(full, edition, year, borders=borders) == of_known
    assert share(full, edition, year, borders=borders, known_only=False) == of_all


def test_with_south_sudans_borders_it_is_36_6_percent_in_2024(full):
    ends = full.pairs[["origin", "destination"]]
    south_sudan = full.pairs["contiguous"] & (ends == "SSD").any(axis=1)
    borders = full.pairs["contiguous_cepii"].fillna(False) | south_sudan
    assert share(full, NEW, 2024, borders=borders) == 36.6


@pytest.mark.parametrize(
    ("edition", "year", "with_all", "without_ceuta"),
    [(OLD, 2010, 38.7, 38.3), (NEW, 2010, 40.0, 39.6), (NEW, 2024, 36.4, 36.0)],
)
def test_most_of_what_the_list_adds_is_ceuta_and_melilla(
    full, edition, year, with_all, without_ceuta
):
    borders = full.pairs["contiguous"]
    ceuta = full.pairs[["origin", "destination"]].isin(["ESP", "MAR"]).all(axis=1)
    assert share(full, edition, year, borders=borders) == with_all
    assert share(full, edition, year, borders=borders & ~ceuta) == without_ceuta
