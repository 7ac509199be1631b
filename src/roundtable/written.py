"""Files that people write: YAML, checked against a model, every error with its line."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from roundtable.errors import ContentError, did_you_mean, listing


# The loader in C reads a long file about ten times as fast; not every PyYAML is built with it.
class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """YAML whose dates stay text: an impossible one is then told with its line."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in forms if tag != "tag:yaml.org,2002:timestamp"]
    for first, forms in _Loader.yaml_implicit_resolvers.items()
}


class Strict(BaseModel):
    """A part of a file: misspelt names and wrong types are errors."""

    # Made ready for a file when one is read: a kernel that takes what another has read needs no
    # check of it, and to make the checks of all files takes as long as to read some.
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


def each_once(names: Iterable[str]) -> None:
    """Refuse names of which one stands twice.

    Parameters
    ----------
    names
        What a file names, in its order.

    Raises
    ------
    ValueError
        With all that stand twice.

    Examples
    --------
    >>> each_once(["ecowas", "eu", "ecowas"])
    Traceback (most recent call last):
    ...
    ValueError: ecowas stands twice. Keep one.
    """
    counts = Counter(names)
    twice = sorted(name for name, count in counts.items() if count > 1)
    if twice:
        raise ValueError(f"{', '.join(twice)} stands twice. Keep one.")


def values(text: str) -> Any:
    """Read YAML of this project's own as plain values, quickly and without a model.

    Examples
    --------
    >>> values("year: 2024")
    {'year': 2024}
    """
    return yaml.load(text, Loader=_Loader)


Model = TypeVar("Model", bound=Strict)


def load(
    path: Path, model: type[Model], *, names: Iterable[str], example: str, context: Any = None
) -> Model:
    """Read a YAML file into a model.

    Parameters
    ----------
    path
        The file.
    model
        What it should hold.
    names
        Names of entries, for suggestions when one is misspelt.
    example
        A line that the file could begin with, for the error when it holds something else.
    context
        What the model's own checks may ask, such as the ids of other files.

    Returns
    -------
    Model
        The file's content.

    Raises
    ------
    ContentError
        With every error, each with its line and what would be right.
    """
    text = text_of(path)
    try:
        content = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f", line {mark.line + 1}" if mark else ""
        problem = getattr(error, "problem", error)
        raise ContentError(f"{path.name}{at}: not readable as YAML ({problem}).") from None
    if not isinstance(content, dict):
        raise ContentError(f"{path.name} should hold `name: value` lines, such as `{example}`.")
    found, problems = _validated(content, text, model, names=names, context=context)
    if found is None:
        raise ContentError(listing(problems, heading=f"{path.name} does not fit:"))
    return found


def checked(
    text: str, model: type[Model], *, names: Iterable[str], example: str, context: Any = None
) -> tuple[Model | None, list[str]]:
    """Read YAML that stands in a larger file, such as the front matter of a text.

    Parameters
    ----------
    text
        The YAML, below as many empty lines as stand above it in its file.
    model, names, example, context
        As in `load`.

    Returns
    -------
    tuple
        The content, or None; and what is wrong with it, each with its line in the file.
    """
    try:
        content = yaml.load(text, Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = f"line {mark.line + 1}: " if mark else ""
        return None, [f"{at}not readable as YAML ({getattr(error, 'problem', error)})."]
    if not isinstance(content, dict):
        return None, [f"no `name: value` lines, such as `{example}`, stand there."]
    return _validated(content, text, model, names=names, context=context)


def _validated(
    content: dict[Any, Any], text: str, model: type[Model], *, names: Iterable[str], context: Any
) -> tuple[Model | None, list[str]]:
    try:
        return model.model_validate(content, context=context), []
    except ValidationError as error:
        tree = yaml.compose(text, Loader=_Loader)
        return None, [
            f"line {line_of(tree, item['loc'])}, {'.'.join(map(str, item['loc']))}: "
            f"{_said(item, names)}"
            for item in _causes(error)
        ]


def line_at(text: str, *location: Any) -> int:
    r"""Return the line of a place in YAML, or of the nearest that is there.

    Examples
    --------
    >>> line_at("a: 1\nb:\n  - c: 2", "b", 0, "c")
    3
    """
    return line_of(yaml.compose(text, Loader=_Loader), location)


def text_of(path: Path) -> str:
    """Return the text of a file.

    Raises
    ------
    ContentError
        If it is not there or no UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(f"There is no {path.name} in '{path.parent}'. Restore it.") from None
    except UnicodeDecodeError as error:
        raise ContentError(
            f"{path.name} cannot be read: it is no text in UTF-8 ({error}). Save it as UTF-8."
        ) from None
    except OSError as error:
        raise ContentError(f"{path.name} cannot be read: {error}.") from None


def _causes(error: ValidationError) -> list[Any]:
    """Leave out what follows from another error: a list too short because an item is wrong."""
    found = _together(error.errors())
    locations = [item["loc"] for item in found]

    def follows(item: Any) -> bool:
        own = item["loc"]
        return item["type"] == "too_short" and any(
            len(other) > len(own) and other[: len(own)] == own for other in locations
        )

    return [item for item in found if not follows(item)]


_NUMBERS = {"int": "float", "float": "int"}
"""Alternatives of a number, as pydantic names them behind the place of the value."""


def _together(found: list[Any]) -> list[Any]:
    """Tell a value that is no number once, and not for whole and decimal numbers apart."""
    told = {item["loc"] for item in found}
    kept = []
    for item in found:
        # What is said of a file as a whole has no place.
        where, last = item["loc"][:-1], next(iter(item["loc"][-1:]), "")
        if _NUMBERS.get(last) and (*where, _NUMBERS[last]) in told:
            if last == "float":
                continue
            item = {**item, "loc": where, "msg": "Input should be a number"}
        kept.append(item)
    return kept


def _said(item: Any, names: Iterable[str]) -> str:
    """Say what is wrong with a value and what would be right."""
    if item["type"] == "extra_forbidden":
        return "there is no such entry." + did_you_mean(item["loc"][-1], names)
    if item["type"] == "missing":
        return "is missing; add it."
    message = item["msg"].removeprefix("Value error, ")
    # Our own messages say what was found.
    return message if item["type"] == "value_error" else f"{message} (found {item['input']!r})."


def line_of(tree: Any, location: tuple[Any, ...]) -> int:
    """Return the line of a place in a YAML tree, or of the nearest that is there."""
    node, line = tree, tree.start_mark.line + 1
    for step in location:
        below = None
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == str(step):
                    line, below = key.start_mark.line + 1, value
        elif isinstance(node, yaml.SequenceNode) and step in range(len(node.value)):
            below = node.value[step]
            line = below.start_mark.line + 1
        if below is None:
            return line
        node = below
    return line
