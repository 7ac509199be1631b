"""The lines of a trend: one an edition, dotted where carried forward, open where missing."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from roundtable.charts.figure import Trace, scatter_trace
from roundtable.charts.lettering import plain
from roundtable.charts.look import ACCENT, GREY, INK, MUTED, SECOND

CARRIED_FORWARD = "carried-forward"


@dataclass(frozen=True)
class Line:
    """One edition: its points in order, missing years as ``None``."""

    label: str
    years: list[int]
    persons: list[float | None]
    printed: list[str]
    carried: list[bool]
    jumps: list[bool]
    color: str
    dash: str

    @property
    def last(self) -> int:
        """Place of the last point that has a figure."""
        return max(place for place, value in enumerate(self.persons) if value is not None)


def lines_of(series: pd.DataFrame) -> list[Line]:
    """Sort a series into lines, the subject last so that it is drawn over the others.

    Parameters
    ----------
    series
        The frame that `roundtable.charts.trend.stock_over_time` takes.

    Returns
    -------
    list of Line
        One for each edition that has a figure.
    """
    years = sorted({int(year) for year in series["year"]})
    order = sorted(
        series.groupby("edition", sort=False), key=lambda item: bool(item[1]["subject"].any())
    )
    others = [SECOND, MUTED, INK, GREY]
    lines = []
    for _, rows in order:
        given = rows[rows["persons"].notna()]
        if given.empty:
            continue
        subject = bool(rows["subject"].any())
        # Columns as lists: a row of a frame costs more than all else here.
        persons, printed = given["persons"].tolist(), given["printed"].tolist()
        carried = (given["kind"] == CARRIED_FORWARD).tolist()
        jumps = given["jump"].tolist() if "jump" in given else [False] * len(given)
        place = {int(year): number for number, year in enumerate(given["year"])}
        inside = [year for year in years if min(place) <= year <= max(place)]
        at = [place.get(year) for year in inside]
        lines.append(
            Line(
                label=str(rows["label"].iloc[0]),
                years=inside,
                persons=[None if n is None else float(persons[n]) for n in at],
                printed=["" if n is None else str(printed[n]) for n in at],
                carried=[n is not None and carried[n] for n in at],
                jumps=[n is not None and bool(jumps[n]) for n in at],
                color=ACCENT if subject else others[min(len(lines), len(others) - 1)],
                dash="solid" if subject else "dash",
            )
        )
    return lines


def traces_of(line: Line) -> list[Trace]:
    """Draw a line: its firm intervals, those carried forward, its points.

    Parameters
    ----------
    line
        The figures of one edition.

    Returns
    -------
    list of plotly.graph_objects.Scatter
        One or two traces of lines, one of points.
    """
    firm: tuple[list[Any], list[Any]] = ([], [])
    dotted: tuple[list[Any], list[Any]] = ([], [])
    pairs = zip(line.years, line.persons, line.carried, line.jumps, strict=True)
    before: tuple[int, float | None] | None = None
    for year, value, carried, jump in pairs:
        if before is not None and before[1] is not None and value is not None and not jump:
            xs, ys = dotted if carried else firm
            if xs and xs[-1] == before[0]:
                xs.append(year)
                ys.append(value)
            else:
                xs.extend([*([None] if xs else []), before[0], year])
                ys.extend([*([None] if ys else []), before[1], value])
        before = (year, value)
    width = 3 if line.dash == "solid" else 2
    traces = []
    for (xs, ys), dash in ((firm, line.dash), (dotted, "dot")):
        if xs:
            traces.append(
                scatter_trace(
                    name=plain(line.label),
                    x=xs,
                    y=ys,
                    mode="lines",
                    line={"color": line.color, "width": width, "dash": dash},
                    connectgaps=False,
                    hoverinfo="skip",
                    cliponaxis=False,
                )
            )
    shown = [place for place, value in enumerate(line.persons) if value is not None]
    traces.append(
        scatter_trace(
            name=plain(line.label),
            x=[line.years[place] for place in shown],
            y=[line.persons[place] for place in shown],
            mode="markers",
            marker={
                "size": 8 if line.dash == "solid" else 6,
                "color": ["white" if line.carried[place] else line.color for place in shown],
                "line": {"color": line.color, "width": 2},
            },
            hoverinfo="text",
            hovertext=[
                f"{plain(line.label)}, {line.years[place]}: {plain(line.printed[place])}"
                for place in shown
            ],
            cliponaxis=False,
        )
    )
    return traces
