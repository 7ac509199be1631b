"""What geography, language and history let one expect of a corridor: a gravity model.

The stock of a corridor is taken as the product of an effect of its origin, an effect of its
destination and what lies between the two: distance, border, language, colonial past, common
state, recruitment and laws on ancestry. It is estimated by Poisson pseudo-maximum likelihood
(Santos Silva and Tenreyro 2006), once, by ``data/gravity/estimate.py``; here its coefficients are
read and applied.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from roundtable import kept, paths, written
from roundtable.errors import ContentError
from roundtable.indicators import tie_classes
from roundtable.places import OTHERS
from roundtable.reliability.keys import matched

TERMS = (
    *("log_distance", "neighbour", "language", "colonial", "state", "recruitment", "ancestry"),
)
"""What lies between the two ends; all but the first are 0 or 1."""

ENDS = ("origin", "destination")


@dataclass(frozen=True)
class Gravity:
    """The estimate as it is shipped.

    Attributes
    ----------
    edition, year
        The stocks that it was estimated on.
    estimated, package
        Day of the estimate and what made it.
    corridors
        Corridors in it.
    pseudo_r2
        One minus the deviance against that of a constant.
    coefficients, errors
        By term; errors are clustered by pair.
    effects
        ``end, place, effect`` of each origin and destination, in logarithms.
    """

    edition: str
    year: int
    estimated: str
    package: str
    corridors: int
    pseudo_r2: float
    coefficients: Mapping[str, float]
    errors: Mapping[str, float]
    effects: pd.DataFrame


def read(folder: Path | None = None) -> Gravity:
    """Return the estimate that is shipped in ``data/gravity``.

    Parameters
    ----------
    folder
        Holds the estimate; None for the workspace's ``data/gravity``.

    Raises
    ------
    ContentError
        If a file is missing or lacks a term.
    """
    return _read(folder or paths.data() / "gravity")


@kept.once
def _read(folder: Path) -> Gravity:
    try:
        found = written.values((folder / "gravity.yml").read_text(encoding="utf-8"))
        effects = pd.read_csv(folder / "effects.csv", dtype={"end": str, "place": str})
        terms = {term: found["terms"][term] for term in TERMS}
        return Gravity(
            edition=found["edition"],
            year=int(found["year"]),
            estimated=str(found["estimated"]),
            package=found["package"],
            corridors=int(found["corridors"]),
            pseudo_r2=float(found["pseudo_r2"]),
            coefficients={term: float(entry["coefficient"]) for term, entry in terms.items()},
            errors={term: float(entry["error"]) for term, entry in terms.items()},
            effects=effects[["end", "place", "effect"]],
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise ContentError(
            f"data/gravity cannot be read: {error!r}. "
            "Run data/gravity/estimate.py on the full store."
        ) from None


def published(folder: Path | None = None) -> pd.DataFrame:
    """Return the coefficients that the literature has for the same terms.

    Parameters
    ----------
    folder
        Holds ``published.csv``; None for the workspace's ``data/gravity``.

    Returns
    -------
    DataFrame
        By term: ``coefficient, document, where``. Only terms that are commonly estimated.

    Examples
    --------
    >>> published()["coefficient"].to_dict()
    {'log_distance': -0.9, 'neighbour': 0.5, 'language': 0.5, 'colonial': 0.9}
    """
    return pd.read_csv((folder or paths.data() / "gravity") / "published.csv", index_col="term")


def terms(corridors: pd.DataFrame, *, pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the corridors whose terms are known, with a column for each of `TERMS`.

    Parameters
    ----------
    corridors
        Rows ``origin, destination, year, both`` (persons), with or without their links, as from
        `tie_classes.classed`.
    pairs
        The table ``pairs``; distances are those between the people of the two places
        (``distance_weighted``), or between the capitals where only that is known.

    Returns
    -------
    DataFrame
        Rows of known origin, distance and language, with ``origin, destination`` as text. A
        corridor that is not listed is not there: it is not zero.
    """
    known = corridors[corridors["origin"] != OTHERS]
    links = known if "language" in known else tie_classes.links_of(known, pairs=pairs)
    at = matched(known, pairs, on=list(ENDS))
    kilometres = np.where(at >= 0, _kilometres(pairs)[at], np.nan)
    language = links["language"].to_numpy(dtype=float, na_value=np.nan)
    held = {link: links[link].to_numpy(dtype=bool) for link in tie_classes.LINKS}
    colonial = held["ruled_by_destination"] | held["ruled_by_origin"]
    rows = pd.DataFrame(
        {
            **{end: known[end].astype(str) for end in ENDS},
            "year": known["year"],
            "both": known["both"],
            "log_distance": np.log(np.maximum(kilometres, 1)),
            "neighbour": held["neighbour"].astype(int),
            "language": language,
            "colonial": colonial.astype(int),
            **{link: held[link].astype(int) for link in ("state", "recruitment", "ancestry")},
        },
        index=known.index,
    )
    return rows[~(np.isnan(kilometres) | np.isnan(language))]


def _kilometres(pairs: pd.DataFrame) -> np.ndarray:
    """Return how far apart the people of two places live, and their capitals where that is unknown.

    Ten kilometres lie between Brazzaville and Kinshasa. By the distance of the capitals a model
    expects nearly all emigrants from the Congo across that river, and its 95,000 people in France
    would be forty times what history explains; by where people live they are some seven times it.
    Mayer and Zignago (2011) advise weighted distances for that reason.
    """
    weighted, capitals = (
        pairs[name].to_numpy(dtype=float, na_value=np.nan)
        for name in ("distance_weighted", "distance")
    )
    return np.where(np.isnan(weighted), capitals, weighted)


def fitted(
    rows: pd.DataFrame, *, coefficients: Mapping[str, float], effects: pd.DataFrame
) -> pd.Series:
    """Return the expected people of each corridor.

    Parameters
    ----------
    rows
        As from `terms`.
    coefficients
        By term.
    effects
        ``end, place, effect``.

    Returns
    -------
    Series of float
        Persons, with the index of `rows`; missing where an end has no effect.

    Examples
    --------
    >>> rows = pd.DataFrame({"origin": ["A"], "destination": ["B"], **{t: [0] for t in TERMS}})
    >>> own = pd.DataFrame({"end": ["origin", "destination"], "place": ["A", "B"],
    ...                     "effect": [2.0, 3.0]})
    >>> fitted(rows, coefficients=dict.fromkeys(TERMS, 1.0), effects=own).round(1).tolist()
    [148.4]
    """
    total = np.zeros(len(rows))
    for end in ENDS:
        own = effects[effects["end"] == end]
        effect = dict(zip(own["place"].tolist(), own["effect"].tolist(), strict=True))
        total = total + np.array([effect.get(code, np.nan) for code in rows[end]], dtype=float)
    for term in TERMS:
        total = total + coefficients[term] * rows[term].to_numpy(dtype=float)
    return pd.Series(np.exp(total), index=rows.index)


def against(corridors: pd.DataFrame, *, pairs: pd.DataFrame, gravity: Gravity) -> pd.DataFrame:
    """Set corridors against what the model expects of them.

    Parameters
    ----------
    corridors
        Rows of the model's edition and year: ``origin, destination, year, both``.
    pairs
        The table ``pairs``.
    gravity
        The estimate.

    Returns
    -------
    DataFrame
        ``origin, destination, both, expected, ratio`` of corridors that both have.
    """
    rows = terms(corridors, pairs=pairs)
    persons = fitted(rows, coefficients=gravity.coefficients, effects=gravity.effects).to_numpy()
    found = rows[[*ENDS, "both"]].assign(
        expected=persons, ratio=rows["both"].to_numpy(dtype=float) / persons
    )
    return found[~np.isnan(persons)]
