"""What every table holds: its key, its columns, and what a cell of each may be.

Units and meanings are described in ``data/README.md``.
"""

import pandera.pandas as pa

CODE = pa.Check.str_matches(r"^[A-Z]{3}$")
YEAR = pa.Check.in_range(1960, 2030)


def _persons(*, nullable: bool = False) -> pa.Column:
    """Describe a column of counts: whole, never negative."""
    return pa.Column("Int64", pa.Check.ge(0), nullable=nullable, coerce=True)


def _amount(*, nullable: bool = False) -> pa.Column:
    """Describe a column of amounts or distances: never negative."""
    return pa.Column(float, pa.Check.ge(0), nullable=nullable)


def _one_of(*words: str) -> pa.Column:
    """Describe a column of a few words."""
    return pa.Column(str, pa.Check.isin(words))


_CODE = pa.Column(str, CODE)
_CODE_OR_NONE = pa.Column(str, pa.Check.str_matches(r"^([A-Z]{3})?$"))
WORDS = pa.Column(str)
_YEAR = pa.Column(int, YEAR)
_MARK = pa.Column(bool)
_CORRIDOR = {"destination": _CODE, "origin": _CODE, "year": _YEAR}

COLUMNS: dict[str, tuple[list[str], dict[str, pa.Column]]] = {
    # Migrant stocks of UN DESA, by edition
    "stocks": (
        ["edition", "destination", "origin", "year"],
        {
            "edition": WORDS,
            **_CORRIDOR,
            "both": _persons(),
            "female": _persons(),
            "male": _persons(),
        },
    ),
    "destinations": (
        ["edition", "destination"],
        {
            "edition": WORDS,
            "destination": _CODE,
            "born": _MARK,
            "citizens": _MARK,
            "refugees_added": _MARK,
            "imputed": _MARK,
        },
    ),
    "totals": (
        ["edition", "location", "year"],
        {
            "edition": WORDS,
            "location": pa.Column(int),
            "label": WORDS,
            "place": _CODE_OR_NONE,
            "year": _YEAR,
            "stock": _persons(nullable=True),
            "population": _persons(nullable=True),
        },
    ),
    # What sets countries and pairs of countries apart
    "economies": (
        ["place", "year"],
        {
            "place": _CODE,
            "year": _YEAR,
            "gdp_per_capita": pa.Column(float, pa.Check.gt(0), nullable=True),
            "gdp": pa.Column(float, pa.Check.gt(0), nullable=True),
            "population": _persons(nullable=True),
        },
    ),
    "groups": (
        ["scheme", "place", "year"],
        {"scheme": WORDS, "place": _CODE, "year": pa.Column(int), "group": WORDS},
    ),
    "pairs": (
        ["origin", "destination"],
        {
            "origin": _CODE,
            "destination": _CODE,
            "contiguous": _MARK,
            "contiguous_until": pa.Column("Int64", nullable=True),
            "contiguous_cepii": pa.Column("boolean", nullable=True),
            "official_language": pa.Column("boolean", nullable=True),
            "spoken_language": pa.Column("boolean", nullable=True),
            "colony": pa.Column("boolean", nullable=True),
            "common_coloniser": pa.Column("boolean", nullable=True),
            "distance": _persons(),
            "distance_weighted": _persons(nullable=True),
        },
    ),
    # Other counts along the same corridors; never added to the stocks
    "history": (
        ["destination", "origin", "year", "source"],
        {**_CORRIDOR, "persons": _persons()},
    ),
    "refugees": (
        ["destination", "origin", "year"],
        {
            **_CORRIDOR,
            "refugees": _persons(nullable=True),
            "asylum_seekers": _persons(nullable=True),
            "others": _persons(nullable=True),
        },
    ),
    "students": (
        ["destination", "origin", "year", "listing"],
        {
            **_CORRIDOR,
            "students": _persons(),
            "listing": _one_of("by-destination", "by-origin", "inbound-total"),
            "estimated": _MARK,
            "combined": _MARK,
        },
    ),
    "remittances": (["destination", "origin", "year"], {**_CORRIDOR, "usd": _amount()}),
    "remittance_totals": (
        ["place", "direction", "year", "source"],
        {
            "place": _CODE,
            "direction": _one_of("received", "paid"),
            "year": _YEAR,
            "usd": _amount(),
        },
    ),
    # Rules
    "ratifications": (
        ["instrument", "place"],
        {
            "instrument": WORDS,
            "place": _CODE,
            "status": _one_of("party", "signatory", "none"),
            "since": pa.Column("Int64", nullable=True, coerce=True),
        },
    ),
    "visas": (
        ["origin", "destination"],
        {
            "origin": _CODE,
            "destination": _CODE,
            "requirement": _one_of(
                *("visa free", "visa on arrival", "eta", "e-visa"),
                *("visa required", "no admission"),
            ),
            "days": _persons(nullable=True),
        },
    ),
    # Never in the pack: the licence of the data is not clear
    "agreements": (
        ["treaty"],
        {
            "treaty": pa.Column(int),
            "first": _CODE_OR_NONE,
            "second": _CODE_OR_NONE,
            "first_name": WORDS,
            "second_name": WORDS,
            "year": pa.Column("Int64", pa.Check.in_range(1900, 2030), nullable=True, coerce=True),
            "signed": pa.Column(str, pa.Check.str_matches(r"^(\d{4}-\d{2}-\d{2})?$")),
            "evidence": _one_of("copy", "evidence", "none"),
        },
    ),
    "provisions": (
        ["treaty", "provision"],
        {"treaty": pa.Column(int), "provision": WORDS, "answer": WORDS},
    ),
    # Computed from the above by our own code
    "aggregates": (
        ["edition", "place", "direction", "year"],
        {
            "edition": WORDS,
            "place": _CODE,
            "direction": _one_of("immigrants", "emigrants"),
            "year": _YEAR,
            "both": _persons(),
            "female": _persons(),
            "male": _persons(),
            "others": _persons(),
            "corridors": _persons(),
        },
    ),
    "compositions": (
        ["edition", "destination", "start"],
        {
            "edition": WORDS,
            "destination": _CODE,
            "start": _YEAR,
            "end": _YEAR,
            "largest_shift": pa.Column(float, pa.Check.in_range(0, 1)),
        },
    ),
    "breaks": (
        ["edition", "destination", "origin", "end"],
        {
            "edition": WORDS,
            "destination": _CODE,
            "origin": _CODE,
            "start": _YEAR,
            "end": _YEAR,
        },
    ),
    "copies": (
        ["source", "destination", "year"],
        {
            "destination": _CODE,
            "year": _YEAR,
            "copied_from": _YEAR,
            "factor": _amount(),
            "origins": _persons(),
            "compared": _persons(),
        },
    ),
    "world": (
        ["edition", "measure", "group", "variant", "year"],
        {
            "edition": WORDS,
            "measure": WORDS,
            "group": WORDS,
            "variant": WORDS,
            "year": _YEAR,
            "part": _persons(),
            "whole": _persons(),
        },
    ),
}
"""Key and columns of each table; every table has a column ``source`` too."""
