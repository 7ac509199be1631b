"""Countries and areas: codes, names and how they stand in a sentence."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from roundtable import paths
from roundtable.errors import ParameterError, did_you_mean

OTHERS = "OOO"
"""Code of the residual origin "Others": people whose origin the data do not give."""

WORLD = "WLD"
"""Code of the world in tables of totals."""


@dataclass(frozen=True)
class Place:
    """A country or area.

    Attributes
    ----------
    code
        ISO 3166-1 alpha-3 code (UN DESA's own codes for a few areas).
    name
        The name as the United Nations and the forum write it.
    article
        ``"the"`` where English running text wants it, else empty.
    short
        Name for narrow labels.
    latitude, longitude
        Degrees of the capital; None for the residual origin.
    footnote
        What the United Nations add where the name stands; usually empty.
    """

    code: str
    name: str
    article: str
    short: str
    latitude: float | None
    longitude: float | None
    kind: str
    sovereign: str
    region: str
    subregion: str
    footnote: str = ""

    @property
    def phrase(self) -> str:
        """The name with its article, for running text.

        Examples
        --------
        >>> Place("USA", "United States", "the", "US", 0, 0, "state", "", "", "").phrase
        'the United States'
        """
        return f"{self.article} {self.name}".strip()


FORMER = {
    "ANT": Place(
        code="ANT",
        name="Netherlands Antilles",
        article="the",
        short="Neth. Antilles",
        latitude=12.11,
        longitude=-68.93,
        kind="former",
        sovereign="NLD",
        region="Latin America and the Caribbean",
        subregion="Caribbean",
    ),
    "SCG": Place(
        code="SCG",
        name="Serbia and Montenegro",
        article="",
        short="Serbia and Mont.",
        latitude=44.82,
        longitude=20.46,
        kind="former",
        sovereign="",
        region="Europe",
        subregion="Southern Europe",
    ),
}
"""Countries and areas that no longer exist, where a publisher counts people for them.

They are no rows of ``places.csv``: nobody can ask for a briefing on them, and their figures are
not those of Curaçao or Serbia alone.
"""


@lru_cache(maxsize=4)
def table(path: Path | None = None) -> pd.DataFrame:
    """Read ``data/places.csv``, one row per country or area, all columns as text.

    Parameters
    ----------
    path
        The file; by default the workspace's.

    Returns
    -------
    DataFrame
        Indexed by ``iso3``; columns as described in ``data/README.md``.
    """
    file = path or paths.data() / "places.csv"
    return pd.read_csv(file, keep_default_na=False, dtype=str).set_index("iso3", drop=False)


@lru_cache(maxsize=1)
def _all() -> dict[str, Place]:
    """Build every place once."""
    return {
        row.iso3: Place(
            code=row.iso3,
            name=row.house_style,
            article=row.article,
            short=row.short,
            latitude=float(row.latitude) if row.latitude else None,
            longitude=float(row.longitude) if row.longitude else None,
            kind=row.kind,
            sovereign=row.sovereign,
            region=row.region,
            subregion=row.subregion,
            footnote=row.footnote,
        )
        for row in table().itertuples()
    }


def place(code: str) -> Place:
    """Return the place of a code, of today or of `FORMER`.

    Raises
    ------
    ParameterError
        If the code is not that of a country or area, with what would be right.
    """
    found = _all().get(code) or FORMER.get(code)
    if found is None:
        raise ParameterError(problem_with(code) or f"'{code}' is not a code.")
    return found


def countries() -> dict[str, str]:
    """Return the names of all countries and areas by code, without the residual origin."""
    return {code: found.name for code, found in _all().items() if found.kind != "residual"}


def problem_with(code: object) -> str:
    """Say what is wrong with a country code, or return an empty string.

    Parameters
    ----------
    code
        What was given as a country.

    Returns
    -------
    str
        A sentence with the remedy; empty when the code is that of a country or area.
    """
    if isinstance(code, str) and code in _all() and code != OTHERS:
        return ""
    names = countries()
    said = f"{code!r} is not an ISO 3166-1 alpha-3 code."
    if not isinstance(code, str):
        return f"{said} Give three capital letters in quotes, as in 'FRA'."
    rows = table()
    by_alpha2 = dict(zip(rows["iso2"], rows["iso3"], strict=True))
    by_name = {name.casefold(): found for found, name in names.items()}
    given = code.strip()
    upper = given.upper()
    meant = upper if upper in names else by_alpha2.get(upper) or by_name.get(given.casefold())
    # Places without an alpha-2 code stand under the empty text: nothing given means none of them.
    if given and meant in names:
        return f"{said} Did you mean '{meant}' ({names[meant]})?"
    return said + (
        did_you_mean(code, names, names=names)
        or " The codes are listed in data/places.csv, column iso3."
    )


def codes_by_m49(path: Path | None = None) -> dict[int, str]:
    """Return the ISO 3166 code of each UN M49 location code."""
    rows = table(path)
    return {int(m49): iso3 for m49, iso3 in zip(rows["m49"], rows["iso3"], strict=True) if m49}


def codes_by_alpha2() -> dict[str, str]:
    """Return the ISO 3166 alpha-3 code of each alpha-2 code.

    Examples
    --------
    >>> codes_by_alpha2()["NA"]
    'NAM'
    """
    rows = table()
    return {iso2: iso3 for iso2, iso3 in zip(rows["iso2"], rows["iso3"], strict=True) if iso2}


def codes_by_name(*columns: str) -> dict[str, str]:
    """Return the ISO 3166 code of every name in some columns of ``places.csv``.

    Publishers that print no codes are read by it; spellings that the file lacks stand beside
    the reader that needs them.

    Parameters
    ----------
    *columns
        Columns of names, such as ``worldbank``.

    Examples
    --------
    >>> codes_by_name("worldbank")["Egypt, Arab Rep."]
    'EGY'
    """
    rows = table()
    return {
        name: iso3
        for column in columns
        for name, iso3 in zip(rows[column], rows["iso3"], strict=True)
        if name
    }


def aliases() -> dict[str, str]:
    """Return the ISO 3166 code of every code in use, today's and those of other publishers.

    Examples
    --------
    >>> aliases()["ROM"], aliases()["ROU"]
    ('ROU', 'ROU')
    """
    rows = table()
    old = {
        alias: iso3
        for iso3, codes in zip(rows["iso3"], rows["old_codes"], strict=True)
        for alias in codes.split(";")
        if alias
    }
    return {**{iso3: iso3 for iso3 in rows["iso3"]}, **old}
