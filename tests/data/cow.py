"""The Correlates of War data on intergovernmental organisations, read for comparison only."""

from itertools import groupby
from pathlib import Path

import pandas as pd

from roundtable import places

FULL = 1

OTHER_NAMES = {
    "United States of America": "USA",
    "Antigua & Barbuda": "ATG",
    "Czech Republic": "CZE",
    "Macedonia": "MKD",
    "Yugoslavia": "SRB",
    "Russia": "RUS",
    "Cape Verde": "CPV",
    "Ivory Coast": "CIV",
    "Swaziland": "SWZ",
    "Turkey": "TUR",
    "Syria": "SYR",
    "German Federal Republic": "DEU",
    "Taiwan": "TWN",
    "North Korea": "PRK",
    "South Korea": "KOR",
    "Laos": "LAO",
    "Vietnam": "VNM",
    "East Timor": "TLS",
}

NO_STATE_OF_TODAY = {
    *("Hanover", "Bavaria", "Baden", "Saxony", "Wuerttemburg", "Hesse Electoral"),
    *("Hesse Grand Ducal", "Mecklenburg Schwerin", "German Democratic Republic"),
    *("Austria-Hungary", "Czechoslovakia", "Papal States", "Two Sicilies", "Modena", "Parma"),
    *("Tuscany", "Zanzibar", "Yemen Arab Republic", "Yemen People's Republic", "Korea"),
    "Republic of Vietnam",
}


def codes(folder: Path) -> dict[int, str]:
    """Return the ISO 3166 code of each COW number that is a state of today."""
    listed = pd.read_csv(folder / "cow-igo-v3" / "COW country codes.csv", lineterminator="\r")
    rows = places.table()
    names = {
        name: code
        for column in ("short", "worldbank", "house_style")
        for name, code in zip(rows[column], rows["iso3"], strict=True)
    }
    names |= OTHER_NAMES
    known = listed[~listed["StateNme"].isin(NO_STATE_OF_TODAY)]
    assert set(known["StateNme"]) <= set(names)
    return {
        number: names[name] for number, name in zip(known["CCode"], known["StateNme"], strict=True)
    }


def memberships(folder: Path, column: str) -> set[tuple[str, int]]:
    """Return place and year of every membership in full of an organisation."""
    file = folder / "cow-igo-v3" / "state_year_format3.csv.gz"
    rows = pd.read_csv(file, usecols=["ccode", "year", column])
    rows = rows[rows[column] == FULL].assign(place=rows["ccode"].map(codes(folder)))
    rows = rows.dropna(subset="place")
    return set(zip(rows["place"], rows["year"].astype(int), strict=True))


def first_years(folder: Path) -> dict[str, int]:
    """Return the first year of each state in the COW system of states, which begins in 1816."""
    file = folder / "cow-igo-v3" / "state_year_format3.csv.gz"
    rows = pd.read_csv(file, usecols=["ccode", "year"])
    rows = rows.assign(place=rows["ccode"].map(codes(folder))).dropna(subset="place")
    return rows.groupby("place")["year"].min().astype(int).to_dict()


def runs(pairs: set[tuple[str, int]]) -> set[str]:
    """Write places and years as runs, such as ``RWA 2008-2014``."""
    found = set()
    for code, own in groupby(sorted(pairs), key=lambda pair: pair[0]):
        years = [year for _, year in own]
        for _, run in groupby(enumerate(years), key=lambda item: item[1] - item[0]):
            part = [year for _, year in run]
            found.add(f"{code} {part[0]}" + (f"-{part[-1]}" if len(part) > 1 else ""))
    return found
