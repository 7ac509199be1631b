"""What an area of a widget shows."""

from typing import Any


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
