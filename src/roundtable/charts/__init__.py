"""Charts: plotly figures that carry their finding, measure, source and description.

Every chart takes a frame, the words to print (`sheet.Words`) and an id, and returns a
``plotly.graph_objects.Figure`` that needs no network, holds no random id and gives the same
bytes for the same input.
"""

from roundtable.charts.flow_map import Hub, flow_map
from roundtable.charts.look import CONFIG, NARROW_BELOW
from roundtable.charts.matrix import corridor_matrix
from roundtable.charts.paired import paired_shares
from roundtable.charts.ranked import ranked_bars
from roundtable.charts.sheet import Words
from roundtable.charts.stacked import stacked_bars
from roundtable.charts.trend import Break, stock_over_time

__all__ = [
    "CONFIG",
    "NARROW_BELOW",
    "Break",
    "Hub",
    "Words",
    "corridor_matrix",
    "flow_map",
    "paired_shares",
    "ranked_bars",
    "stacked_bars",
    "stock_over_time",
]
