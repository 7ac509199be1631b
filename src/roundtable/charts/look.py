"""One look for every chart: colours, type, widths, and plotly's template of them."""

from typing import Any

import plotly.graph_objects as go
import plotly.io as pio

from roundtable.charts.lettering import LABEL

ACCENT = "#0b5fa5"
SECOND = "#b5541c"
INK = "#1f2933"
MUTED = "#52606d"
GREY = "#8d99a5"
LIGHT = "#c9d0d7"
RULE = "#e4e8eb"
LAND = "#e6eaed"

# Arial stands before DejaVu: where neither of the first two is installed, Linux would
# otherwise set everything in DejaVu, whose wide letters suit screens better than pages.
FONTS = '"Source Sans 3", "Noto Sans", Arial, "DejaVu Sans", sans-serif'

WIDE = 640  # the room between the margins of A4
NARROW = 360
NARROW_BELOW = 560
EDGE = 8  # pixels between the figure's border and its text

TITLE, MEASURE, TICK, SOURCE = 17, 13, 12, 11
LEADING = 1.3  # plotly's own line height

CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "responsive": True,
    "typesetMath": False,
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "png", "scale": 2},
}

TEMPLATE = go.layout.Template(
    layout={
        "font": {"family": FONTS, "size": LABEL, "color": INK},
        "paper_bgcolor": "white",
        "plot_bgcolor": "white",
        "autosize": True,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "separators": ".,",
        "hoverlabel": {
            "bgcolor": "white",
            "bordercolor": LIGHT,
            "font": {"family": FONTS, "size": TICK, "color": INK},
        },
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": LIGHT, "activecolor": MUTED},
        "xaxis": {"fixedrange": True, "showgrid": False, "zeroline": False},
        "yaxis": {"fixedrange": True, "showgrid": False, "zeroline": False},
    }
)
pio.templates["roundtable"] = TEMPLATE
