"""A matrix of corridors: origins down the side, destinations across."""

import math
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from roundtable.charts.figure import Trace, figure, known, require, scatter_trace
from roundtable.charts.lettering import plain, text_width
from roundtable.charts.look import ACCENT, EDGE, INK, LAND, MUTED, NARROW, RULE, WIDE
from roundtable.charts.sheet import Words, note, sheet

COLUMNS = ("origin", "destination", "persons", "printed", "short", "inside")
NAME = 11  # size of the names and of the numbers in the cells
CELL = 22  # height of a row in pixels
GAP = 6  # pixels between the names and the cells
PALEST = "#e8f0f8"
LEAST = 100  # persons: fewer are as pale as this many
DARK = 0.65  # from this part of the scale on, a number is white
NUMBERS = "xaxis2"  # the axis of the numbers, which a telephone moves out of sight


def corridor_matrix(
    frame: pd.DataFrame,
    *,
    words: Words,
    id: str,
    origins: Sequence[str],
    destinations: Sequence[str],
) -> go.Figure:
    """Draw how many people live on each corridor, the darker the more.

    The shade follows the logarithm of the number: corridors differ by a factor of ten thousand. A
    white cell is a corridor for which no figure is listed; a grey one is no corridor of the space.

    Parameters
    ----------
    frame
        One row a cell: ``origin`` and ``destination`` (names), ``persons`` (nullable), ``printed``
        (said when pointed at), ``short`` (what stands in the cell), ``inside`` (whether it is a
        corridor at all).
    words
        Title, measure, source, alternative text.
    id
        Id of the figure.
    origins, destinations
        Names in the order of rows from the top and of columns from the left.

    Returns
    -------
    plotly.graph_objects.Figure
        A heatmap, and the numbers in its cells. On a telephone these would not fit: there their
        axis shows a range that has none.

    Raises
    ------
    DataError
        If columns are missing or there are no rows.
    """
    require(frame, COLUMNS, chart=id)
    cells = {(row.origin, row.destination): row for row in frame.itertuples()}
    most = math.log10(max(frame["persons"].max(), 10 * LEAST))
    shades = {key: _shade(cell, most) for key, cell in cells.items()}
    grid = [[(origin, destination) for destination in destinations] for origin in origins]
    trace = go.Heatmap(
        x=list(range(len(destinations))),
        y=list(range(len(origins))),
        z=[[shades.get(key, -1.0) for key in line] for line in grid],
        zmin=-1,
        zmax=1,
        # Below zero is the grey of cells that are no corridor.
        colorscale=[(0, LAND), (0.499, LAND), (0.5, PALEST), (1, ACCENT)],
        showscale=False,
        xgap=1,
        ygap=1,
        hoverinfo="text",
        hovertext=[[_said(cells.get(key), key) for key in line] for line in grid],
    )
    wide, narrow = (
        _layout(words=words, width=width, origins=origins, destinations=destinations)
        for width in (WIDE, NARROW)
    )
    traces = [trace, *_numbers(cells, shades, origins, destinations)]
    return figure(traces, words=words, id=id, wide=wide, narrow=narrow)


def _shade(cell: Any, most: float) -> float | None:
    """Place a cell on a scale from 0 to 1; below: no corridor; None: nothing is listed."""
    if not cell.inside:
        return -1.0
    if not known(cell.persons):
        return None
    low = math.log10(LEAST)
    return max(0.0, (math.log10(max(cell.persons, 1)) - low) / (most - low))


def _said(cell: Any, key: tuple[str, str]) -> str:
    if cell is None or not cell.inside:
        return ""
    return f"{plain(key[0])} → {plain(key[1])}: {plain(cell.printed)}"


def _layout(
    *,
    words: Words,
    width: int,
    origins: Sequence[str],
    destinations: Sequence[str],
) -> dict[str, Any]:
    left = EDGE + GAP + max(text_width(name, size=NAME) for name in origins)
    head = GAP + max(text_width(name, size=NAME) for name in destinations)
    layout = sheet(words, width=width, body=head + CELL * len(origins), left=left, right=EDGE)
    # The names of the columns stand in the plotting area, above its first row.
    top = -0.5 - head / CELL
    names = [
        note([name], size=NAME, color=INK, x=column, y=-0.5, xref="x", yref="y", textangle=-90,
             xanchor="center", yanchor="bottom", yshift=GAP)
        for column, name in enumerate(destinations)
    ]  # fmt: skip
    layout["annotations"] += names
    across = len(destinations)
    layout["xaxis"] = {"range": [-0.5, across - 0.5], "visible": False}
    aside = 0 if width == WIDE else across
    layout[NUMBERS] = {
        "range": [aside - 0.5, aside + across - 0.5],
        "overlaying": "x",
        "visible": False,
    }
    layout["yaxis"] = {
        "range": [len(origins) - 0.5, top],
        "tickmode": "array",
        "tickvals": list(range(len(origins))),
        "ticktext": [plain(name) for name in origins],
        "tickfont": {"size": NAME, "color": INK},
        "ticks": "outside",
        "ticklen": GAP,
        "tickcolor": "rgba(0,0,0,0)",
        "showline": False,
    }
    layout["shapes"] = [
        {
            "type": "rect", "xref": "x", "yref": "y", "layer": "above",
            "x0": -0.5, "x1": across - 0.5, "y0": -0.5, "y1": len(origins) - 0.5,
            "line": {"color": RULE, "width": 1},
        }
    ]  # fmt: skip
    return layout


def _numbers(
    cells: dict[tuple[str, str], Any],
    shades: dict[tuple[str, str], float | None],
    origins: Sequence[str],
    destinations: Sequence[str],
) -> list[Trace]:
    """Write the numbers into the cells: a trace for each colour that they have."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for row, origin in enumerate(origins):
        for column, destination in enumerate(destinations):
            cell = cells.get((origin, destination))
            if cell is None or not cell.inside:
                continue
            shade = shades[origin, destination]
            color = MUTED if shade is None else "white" if shade > DARK else INK
            found.setdefault(color, []).append((column, row, plain(cell.short)))
    return [
        scatter_trace(
            **dict(zip(("x", "y", "text"), map(list, zip(*written, strict=True)), strict=True)),
            xaxis=NUMBERS.replace("axis", ""),
            mode="text",
            textfont={"size": NAME - 1, "color": color},
            hoverinfo="skip",
        )
        for color, written in found.items()
    ]
