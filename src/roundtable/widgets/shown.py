"""What an area of a widget shows."""

from collections.abc import Callable, Iterable
from typing import Any

import ipywidgets

from roundtable.errors import RoundtableError


def follow(area: ipywidgets.Output, parts: Callable[[], Iterable[Any]]) -> None:
    """Show in an area what follows from a choice; an error of ours stands in its place.

    Parameters
    ----------
    area
        Where to show it.
    parts
        Makes what to show: title, messages, charts; None is left out.
    """
    try:
        found = list(parts())
    except RoundtableError as error:
        found = [str(error)]
    area.outputs = tuple(output_of(part) for part in found if part is not None)


def output_of(part: Any) -> dict[str, Any]:
    """Return what a cell would show for an object.

    The area takes finished outputs: capturing them with ``with area:`` makes nbclient, and
    so papermill, wait for ever for an answer. IPython's own formatter would show a figure
    at once, beside the area.
    """
    data: dict[str, Any]
    if hasattr(part, "_repr_mimebundle_"):
        data = part._repr_mimebundle_()
    elif hasattr(part, "_repr_markdown_"):
        data = {"text/markdown": part._repr_markdown_(), "text/plain": repr(part)}
    elif hasattr(part, "_repr_html_"):
        data = {"text/html": part._repr_html_(), "text/plain": repr(part)}
    else:
        data = {"text/plain": str(part)}
    return {"output_type": "display_data", "data": data, "metadata": {}}
