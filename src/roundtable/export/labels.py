"""The fixed words of the pages: one file per language, all keys of the English one."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from roundtable import written
from roundtable.errors import ContentError, listing

Labels = Mapping[str, Any]


@cache
def _english() -> dict[str, Any]:
    text = resources.files("roundtable.export").joinpath("labels", "en.yml").read_text("utf-8")
    return written.values(text)


def complete(*given: Mapping[str, Any] | None) -> dict[str, Any]:
    """Fill the English words of a page with those of other languages or briefings.

    Parameters
    ----------
    *given
        Mappings of labels; a later one wins, groups (kinds, flags, units…) key by key.

    Returns
    -------
    dict
        Every label that the templates and scripts ask for.

    Raises
    ------
    ContentError
        If a label is not text, or a group is not a mapping.

    Examples
    --------
    >>> labels = complete({"notes": "Notas", "themes": {"regional": "Regional (es)"}})
    >>> labels["notes"], labels["sources"], labels["themes"]["bilateral"]
    ('Notas', 'Sources', 'Bilateral')
    """
    labels = {
        key: dict(value) if isinstance(value, dict) else value for key, value in _english().items()
    }
    problems = []
    for mapping in given:
        for key, value in (mapping or {}).items():
            if key not in labels:
                labels[key] = value
            elif isinstance(labels[key], dict) != isinstance(value, Mapping):
                problems.append(f"`{key}` is {value!r}")
            elif isinstance(value, Mapping):
                labels[key].update(value)
            else:
                labels[key] = str(value)
    if problems:
        raise ContentError(listing(problems, heading="These labels of a page cannot be used:"))
    return labels
