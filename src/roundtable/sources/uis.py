"""UNESCO Institute for Statistics (UIS): students who study abroad.

Two files give the same students in two ways: for each destination its ten largest origins, for
each origin its ten largest destinations, the rest under "Other countries". A third gives the
total of each destination.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from roundtable.errors import DataError
from roundtable.places import OTHERS, WORLD
from roundtable.sources import reading

SPELLINGS = {
    "Cape Verde": "CPV",
    "Hong Kong": "HKG",
    "Laos": "LAO",
    "Macao": "MAC",
    "Micronesia": "FSM",
    "North Korea": "PRK",
    "Palestine": "PSE",
    "Russia": "RUS",
    "St Vincent/Grenadines": "VCT",
    "Sudan (pre-secession)": "SDN",
    "Syria": "SYR",
    "Venezuala": "VEN",
}
"""Names of the files that ``places.csv`` does not have. The Sudan before 2011 stands under the
code that all sources here use for it; in 2010 to 2012 the files have both, and they are added."""

LUMPED = "Other countries"
UNKNOWN = ": unknown countries"
"""End of an origin of which the continent alone is known."""

WITHOUT_CODE = frozenset({"Netherlands Antilles"})
"""Dissolved in 2010; its students cannot be divided among Curaçao, Sint Maarten and the rest."""

INBOUND = "26637"
"""UIS indicator: inbound internationally mobile students, both sexes."""

NOT_APPLICABLE = "NA"


@dataclass(frozen=True)
class Listing:
    """One of the two ways in which the students are listed.

    Attributes
    ----------
    name
        ``by-destination`` or ``by-origin``.
    subject, partner
        Columns of the file: the country that the list is of, and those that it lists.
    end
        Our column for the subject.
    """

    name: str
    subject: str
    partner: str
    end: str


BY_DESTINATION = Listing(
    "by-destination", "dest_country_name", "origin_country_lumped", "destination"
)
BY_ORIGIN = Listing("by-origin", "origin_country_name", "dest_country_lumped", "origin")


def flows(path: Path, *, listing: Listing, codes: Mapping[str, str]) -> reading.Reading:
    """Read the largest partners of each country.

    Parameters
    ----------
    path
        ``popular-origins-by-destination.csv`` or ``popular-destinations-by-origin.csv``.
    listing
        Which of the two it is.
    codes
        ISO 3166 code of every name.

    Returns
    -------
    Reading
        Columns ``destination, origin, year, students, listing, estimated, combined``.
        Partners beyond the ten largest, of unknown country, or without a code today are one
        row, partner ``OOO``. ``estimated``: by the country or by UIS; ``combined``: includes,
        or is included in, another category; for ``OOO`` true where it is of any part. ``read``
        counts the rows of the file, of which several may make one of ``OOO``.

    Raises
    ------
    DataError
        If a name is not known, or the marks are written in another way.
    """
    columns = ["year", listing.subject, listing.partner, "value_lumped", "cond_all"]
    rows = reading.csv(path, columns=columns)
    subject, partner = (rows[column].fillna("") for column in (listing.subject, listing.partner))
    of_no_country = subject.str.endswith(UNKNOWN)
    of_no_code = subject.isin(WITHOUT_CODE)
    residual = partner.eq(LUMPED) | partner.str.endswith(UNKNOWN) | partner.isin(WITHOUT_CODE)
    left = ~of_no_country & ~of_no_code
    named = {*subject[left].unique(), *partner[~residual].unique()}
    reading.refuse_unmatched(path, "names", named - set(codes))
    if not rows["cond_all"].fillna("").str.fullmatch("[a-] [b-] [c-] [d-]").all():
        raise DataError(
            f"'{path.name}' has marks in 'cond_all' that are not like '- - c -'. The layout "
            "changed: adapt the reader."
        )
    other = "origin" if listing.end == "destination" else "destination"
    table = pd.DataFrame(
        {
            listing.end: subject.map(codes),
            other: partner.map(codes).mask(residual, OTHERS),
            "year": rows["year"].astype(int),
            "students": rows["value_lumped"],
            "estimated": rows["cond_all"].str.contains("[cd]"),
            "combined": rows["cond_all"].str.contains("[ab]"),
        }
    )
    at_home = left & (table["destination"] == table["origin"])
    key = ["destination", "origin", "year"]
    whole = (
        table[left & ~at_home]
        .groupby(key)
        .agg({"students": "sum", "estimated": "any", "combined": "any"})
        .reset_index()
    )
    return reading.Reading(
        whole.assign(students=whole["students"].round().astype("Int64"), listing=listing.name),
        read=len(rows),
        dropped={
            "list of an origin whose country is not known": int(of_no_country.sum()),
            "list of the Netherlands Antilles, which have no code today": int(of_no_code.sum()),
            "students in their own country": int(at_home.sum()),
        },
    )


def inbound_totals(path: Path, *, aliases: Mapping[str, str]) -> reading.Reading:
    """Read how many students from abroad each country has.

    Parameters
    ----------
    path
        Export of the UIS data browser with columns ``indicatorId, geoUnit, year, value,
        qualifier, magnitude``.
    aliases
        ISO 3166 code of every code in use.

    Returns
    -------
    Reading
        Columns as `flows`, listing ``inbound-total``, origin ``WLD``. A magnitude that is nil
        or negligible is 0; a category that does not apply yields no row.

    Raises
    ------
    DataError
        If a country's code is not known.
    """
    columns = ["indicatorId", "geoUnit", "year", "value", "qualifier", "magnitude"]
    rows = reading.csv(path, columns=columns, dtype={"indicatorId": str})
    wanted = rows["indicatorId"] == INBOUND
    # Regions are printed by name, after the organisation that defines them.
    country = rows["geoUnit"].str.fullmatch("[A-Z]{3}")
    reading.refuse_unmatched(path, "codes", set(rows["geoUnit"][country].unique()) - set(aliases))
    applies = rows["magnitude"] != NOT_APPLICABLE
    kept = rows[wanted & country & applies]
    table = pd.DataFrame(
        {
            "destination": kept["geoUnit"].map(aliases),
            "origin": WORLD,
            "year": kept["year"].astype(int),
            "students": kept["value"].round().astype("Int64"),
            "estimated": kept["qualifier"].notna(),
            "combined": False,
            "listing": "inbound-total",
        }
    ).sort_values(["destination", "year"], ignore_index=True)
    return reading.Reading(
        table,
        read=len(rows),
        dropped={
            "row of another indicator": int((~wanted).sum()),
            "row of a region or group": int((wanted & ~country).sum()),
            "category that does not apply": int((wanted & country & ~applies).sum()),
        },
    )
