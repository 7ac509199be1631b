"""What the docstrings of the parts that compute must say: arguments, shapes and errors."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import roundtable

PACKAGE = Path(roundtable.__file__).parent

PARTS = ("briefing", "indicators", "processes.py", "pull", "reliability")
"""Frames come in, and values or frames come out: their shapes and units are half of the code."""


def modules() -> list[Path]:
    named = [PACKAGE / part for part in PARTS]
    found = (path.rglob("*.py") if path.is_dir() else [path] for path in named)
    return sorted(path for paths in found for path in paths)


def functions(source: str) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Return the public functions of a module and the public methods of its public classes."""
    for node in ast.parse(source).body:
        if getattr(node, "name", "_").startswith("_"):
            continue
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for item in node.body:
                if isinstance(item, ast.FunctionDef) and not item.name.startswith("_"):
                    yield f"{node.name}.{item.name}", item


def arguments(function: ast.FunctionDef) -> list[str]:
    given = function.args
    named = [*given.posonlyargs, *given.args, *given.kwonlyargs, given.vararg, given.kwarg]
    return [item.arg for item in named if item and item.arg not in ("self", "cls")]


def own_raises(node: ast.AST) -> bool:
    """Tell whether a function raises an error itself; what a function inside it raises counts."""
    return any(isinstance(item, ast.Raise) and item.exc is not None for item in ast.walk(node))


def sections(docstring: str) -> dict[str, str]:
    parts = re.split(r"^(\w+)\n-{4,}$", docstring, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def lacking(source: str) -> list[str]:
    """List what docstrings in a module do not say: an argument, a shape, an error."""
    found = []
    for name, function in functions(source):
        said = sections(ast.get_docstring(function) or "")
        entries = re.findall(r"^(\S.*)$", said.get("Parameters", ""), flags=re.MULTILINE)
        told = {part.strip(" *") for entry in entries for part in entry.split(",")}
        missing = [item for item in arguments(function) if item not in told]
        found += [f"{name}: Parameters does not name {item}" for item in missing]
        gives = ast.unparse(function.returns) if function.returns else ""
        shaped = "DataFrame" in gives or gives.startswith("tuple[")
        if shaped and arguments(function) and not {"Returns", "Yields"} & set(said):
            found.append(f"{name}: Returns is missing ({gives})")
        if own_raises(function) and "Raises" not in said:
            found.append(f"{name}: Raises is missing")
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_arguments_shapes_and_errors_are_told(path):
    assert lacking(path.read_text("utf-8")) == []


def test_what_a_docstring_does_not_say_is_found():
    source = '''
def share(rows: pd.DataFrame, *, year: int) -> pd.DataFrame:
    """Return the share.

    Parameters
    ----------
    rows
        Persons.
    """
    raise ValueError(year)
'''
    assert lacking(source) == [
        "share: Parameters does not name year",
        "share: Returns is missing (pd.DataFrame)",
        "share: Raises is missing",
    ]
    assert lacking("def _own(rows): ...\ndef every() -> int:\n    return 1") == []
