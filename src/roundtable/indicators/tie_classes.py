"""What ties the two ends of a corridor, and one class for each corridor.

Neighbourhood and language are those of the table ``pairs``, history is that of `places.ties`.
A corridor has every link that had begun by its year; its class is exclusive, so that classes
add up to all migrants.
"""

from functools import lru_cache

import numpy as np
import pandas as pd

from roundtable import kept
from roundtable.places import OTHERS, ties
from roundtable.reliability.keys import matched

LINKS = ("neighbour", "ruled_by_destination", "ruled_by_origin", "state", "recruitment", "ancestry")
"""Links that make a class of their own.

``state``: both were parts of one state or of one continental empire, or one is a territory of
the other. Rule that was short or partial is left out, as it is from colonial ties
(`ties.COLONIAL`): it left few of the channels that migration follows.
"""

CLASSES = (*LINKS, "several", "language", "none", "unknown", "others")
"""Classes of a corridor, in the order of tables.

``several``: more than one of `LINKS`. ``language``: none of them, but a common official language.
Most neighbours and former colonies share one too, so language makes a class only where it stands
alone. ``unknown``: no link, and no word on language. ``others``: the origin is not given.
"""

_KINDS: dict[str, tuple[ties.Kind, ...]] = {
    "state": ("common_state", "empire", "territory"),
    "recruitment": ("recruitment",),
    "ancestry": ("ancestry",),
}

_SAME = {"SCG": "SRB", "ANT": "CUW"}
"""Serbia and Montenegro and the Netherlands Antilles stand in the World Bank's decades; their
ties are those of Serbia and of Curaçao, with the seat of government of each."""

ENDS = ["origin", "destination"]


def links_of(corridors: pd.DataFrame, *, pairs: pd.DataFrame) -> pd.DataFrame:
    """Tell which links each corridor has in its year.

    Parameters
    ----------
    corridors
        Rows ``origin, destination, year``.
    pairs
        The table ``pairs``: ``origin, destination, contiguous, contiguous_until,
        official_language``; a pair that it lacks has no known language and no border.

    Returns
    -------
    DataFrame
        One row a corridor, in order and with its index: bool columns `LINKS`, and
        ``language`` (nullable bool).
    """
    year = corridors["year"].to_numpy(dtype=int)
    known = pairs[["contiguous", "contiguous_until", "official_language"]].reset_index(drop=True)
    found = known.reindex(matched(corridors, pairs, on=ENDS))
    until = found["contiguous_until"].to_numpy(dtype=float, na_value=0)
    border = found["contiguous"].fillna(False).to_numpy(dtype=bool) | (year <= until)
    columns: dict[str, object] = {"neighbour": border}
    starts = _starts()
    begun_at = matched(corridors, starts, on=ENDS)
    for link in LINKS[1:]:
        begun = starts[link].to_numpy()[begun_at]
        columns[link] = (begun_at >= 0) & (begun <= year)
    columns["language"] = found["official_language"].astype("boolean").to_numpy()
    return pd.DataFrame(columns, index=corridors.index)


@lru_cache(maxsize=1)
def _starts() -> pd.DataFrame:
    """Return the first year of each link by corridor: a row a corridor, infinity for no link."""
    return kept.made("starts", _started)


def _started() -> pd.DataFrame:
    rows = ties.corridors()
    for end in ENDS:
        former = [rows[rows[end] == now].assign(**{end: then}) for then, now in _SAME.items()]
        rows = pd.concat([rows, *former], ignore_index=True)
    colonial = rows["kind"].isin(ties.COLONIAL)
    kept = {
        "ruled_by_destination": colonial & (rows["direction"] == "to holder"),
        "ruled_by_origin": colonial & (rows["direction"] == "from holder"),
        **{link: rows["kind"].isin(kinds) for link, kinds in _KINDS.items()},
    }
    started = {link: rows["start"].where(mask).astype(float) for link, mask in kept.items()}
    return rows[ENDS].assign(**started).groupby(ENDS).min().fillna(np.inf).reset_index()


def class_of(corridors: pd.DataFrame, *, links: pd.DataFrame) -> pd.Series:
    """Give each corridor the one class that its links make.

    Parameters
    ----------
    corridors
        Rows ``origin``.
    links
        As from `links_of` for the same rows.

    Returns
    -------
    Series of category
        One of `CLASSES` a corridor, with its index.

    Examples
    --------
    >>> rows = pd.DataFrame({"origin": ["IND", "ROU", "IRL", "OOO"], "destination": "GBR",
    ...                      "year": 2024})
    >>> known = pd.DataFrame({"origin": ["IND", "ROU", "IRL"], "destination": "GBR",
    ...                       "contiguous": [False, False, True], "contiguous_until": pd.NA,
    ...                       "official_language": [True, False, True]})
    >>> class_of(rows, links=links_of(rows, pairs=known)).tolist()
    ['ruled_by_destination', 'none', 'several', 'others']
    """
    count = links[list(LINKS)].sum(axis=1)
    language = links["language"]
    found = np.select(
        [
            (corridors["origin"] == OTHERS).to_numpy(),
            (count > 1).to_numpy(),
            *((links[link] & (count == 1)).to_numpy() for link in LINKS),
            language.fillna(False).to_numpy(dtype=bool),
            language.isna().to_numpy(),
        ],
        ["others", "several", *LINKS, "language", "unknown"],
        "none",
    )
    kind = pd.CategoricalDtype(pd.Index(CLASSES, dtype=object))
    return pd.Series(found.astype(object), index=corridors.index).astype(kind)


def classed(corridors: pd.DataFrame, *, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return corridors with the columns of `links_of`, and their ``class``.

    Parameters
    ----------
    corridors, pairs
        As in `links_of`.

    Returns
    -------
    DataFrame
        The same rows and columns, with a column of truth values for each link, and ``class`` (str).
    """
    links = links_of(corridors, pairs=pairs)
    return corridors.assign(**links, **{"class": class_of(corridors, links=links)})


def having(corridors: pd.DataFrame, tie: str) -> pd.Series:
    """Tell which corridors have a tie, alone or beside others, or are of a class.

    Parameters
    ----------
    corridors
        As from `classed`.
    tie
        One of `LINKS`; ``colonial``: in either direction; ``tied``: any of `LINKS`; ``every``: all
        rows; or one of the other `CLASSES`.

    Returns
    -------
    Series of bool
        One a corridor.
    """
    if tie == "every":
        return pd.Series(True, index=corridors.index)
    if tie == "tied":
        links = [corridors[link].to_numpy(dtype=bool) for link in LINKS]
        return pd.Series(np.logical_or.reduce(links), index=corridors.index)
    if tie == "colonial":
        return corridors["ruled_by_destination"] | corridors["ruled_by_origin"]
    return corridors[tie] if tie in LINKS else corridors["class"] == tie


def by_class(corridors: pd.DataFrame) -> pd.DataFrame:
    """Sum the people of corridors by source, year and class.

    Parameters
    ----------
    corridors
        Rows ``source, year, class, both`` (persons).

    Returns
    -------
    DataFrame
        ``source, year, class, persons, share`` (of all people of the source and year), only
        classes that have somebody; by source and year, in the order of `CLASSES`.

    Examples
    --------
    >>> rows = pd.DataFrame({"source": "s", "year": 2024, "class": ["none", "several", "none"],
    ...                      "both": [30, 50, 20]})
    >>> by_class(rows)[["class", "persons", "share"]].values.tolist()
    [['several', 50, 0.5], ['none', 50, 0.5]]
    """
    # Counted by number: a briefing asks for six of these, and groups take pandas far longer.
    source, names = pd.factorize(np.asarray(corridors["source"], dtype=object), sort=True)
    year, years = pd.factorize(corridors["year"].to_numpy(dtype=int), sort=True)
    place = pd.Categorical(corridors["class"], categories=CLASSES).codes
    shape = (len(years), len(names), len(CLASSES))
    at = np.ravel_multi_index((year, source, place), shape)
    persons = np.bincount(
        at, weights=corridors["both"].to_numpy(dtype=float), minlength=np.prod(shape, dtype=int)
    ).reshape(shape)
    found = persons.nonzero()
    whole = persons.sum(axis=2)[found[:2]]
    return pd.DataFrame(
        {
            "source": pd.array(np.asarray(names, dtype=object)[found[1]], dtype="str"),
            "year": years[found[0]],
            "class": pd.array(np.array(CLASSES, dtype=object)[found[2]], dtype="str"),
            "persons": persons[found].astype(int),
            "share": persons[found] / whole,
        }
    )
