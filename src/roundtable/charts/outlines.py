"""Outlines of land and borders, and their projection.

The maps are drawn as plain lines and areas on hidden axes, not with plotly's geo subplot.
Plotly's own base layers fetch their outlines from a server unless a second script is loaded
before it, which JupyterLab does not allow; ``scattergeo`` areas of our own would be filled
inside out wherever a ring winds the wrong way on the sphere. Here a map is five or six
``scatter`` traces: it works from a file, in JupyterLab and in static export alike, labels can
be placed by the pixel, and only what the view shows is written into the figure.
"""

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from roundtable import kept, paths
from roundtable.charts.cutting import Lines
from roundtable.errors import DataError

UNITS_PER_DEGREE = 100


class Outlines(NamedTuple):
    """Lines of longitude and latitude in degrees: rings of land, and borders."""

    land: Lines
    borders: Lines


@lru_cache(maxsize=1)
def outlines() -> Outlines:
    """Read the outlines of the world, once.

    Returns
    -------
    Outlines
        Rings of land and lines between countries, as points of longitude and latitude.

    Raises
    ------
    DataError
        If the file is missing or is no outline file.
    """
    return kept.made("outlines", _read)


def _read() -> Outlines:
    path = paths.geo() / "outlines.json"
    try:
        coded = json.loads(path.read_text(encoding="utf-8"))
        return Outlines(*(Lines.of(list(map(_decode, coded[name]))) for name in Outlines._fields))
    except (OSError, ValueError, KeyError) as cause:
        raise DataError(
            f"The map outlines in '{path}' cannot be read ({cause}). "
            "The file is part of the project: restore it, or make it anew as the README.md "
            "beside it says."
        ) from cause


def _decode(steps: Sequence[int]) -> np.ndarray:
    """Add up the steps of a line: longitude and latitude by turns, in units of the file."""
    return np.cumsum(np.array(steps, dtype=int).reshape(-1, 2), axis=0) / UNITS_PER_DEGREE


RADIAN = math.pi / 180
"""One degree."""


def project(longitude: Any, latitude: Any, *, center: float = 0.0) -> tuple[Any, Any]:
    """Project a place with Natural Earth I (Šavrič, Jenny, Patterson, Petrovič and Hurni 2011).

    Parameters
    ----------
    longitude, latitude
        Degrees: numbers, or arrays of them.
    center
        Longitude of the middle of the map, in degrees.

    Returns
    -------
    tuple of float, or of arrays
        x and y in radians of the globe; x runs from about -2.74 to 2.74.

    Examples
    --------
    >>> project(0, 0)
    (0.0, 0.0)
    >>> x, y = project(180, 0)
    >>> round(x, 4)
    2.7354
    """
    phi = latitude * RADIAN
    square = phi * phi
    fourth = square * square
    length = (
        0.8707
        - 0.131979 * square
        + fourth * (-0.013791 + fourth * (0.003971 * square - 0.001529 * fourth))
    )
    height = phi * (
        1.007226
        + square * (0.015085 + fourth * (-0.044475 + 0.028874 * square - 0.005916 * fourth))
    )
    return (longitude - center) * RADIAN * length, height


def flattened(lines: Lines, *, center: float, scale: float) -> Lines:
    """Project lines, all points at once.

    Parameters
    ----------
    lines
        Lines of longitude and latitude in degrees.
    center
        As in `project`.
    scale
        Times by which x and y are larger than radians of the globe.

    Examples
    --------
    >>> flattened(Lines.of([[(0, 0), (180, 0)]]), center=0, scale=100).points[0].tolist()
    [0.0, 0.0]
    """
    return Lines(scale * np.stack(project(*lines.points.T, center=center), axis=1), lines.lengths)


def around(longitude: float, *, center: float) -> float:
    """Give a longitude within 180 degrees of the middle of the map.

    Parameters
    ----------
    longitude, center
        Degrees.

    Examples
    --------
    >>> around(-170, center=150)
    190
    >>> around(20, center=0)
    20
    """
    while longitude < center - 180:
        longitude += 360
    while longitude > center + 180:
        longitude -= 360
    return longitude
