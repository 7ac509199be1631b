"""Which module may import which: the data flow of the project, read from the imports."""

import ast
from pathlib import Path

import pytest

import roundtable

PACKAGE = Path(roundtable.__file__).parent

LAYERS = (
    ("errors",),
    ("written",),
    ("paths",),
    ("kept", "processes"),
    ("places",),
    ("sources",),
    ("store",),
    ("reliability",),
    ("indicators",),
    ("pull",),
    ("facts",),
    ("register",),
    ("rights",),
    ("claims",),
    ("charts", "tables"),
    ("sandbox",),
    ("prose",),
    ("roundtables",),
    ("drafts",),
    ("briefing",),
    ("notes",),
    ("export",),
    ("notebooks",),
    ("drafting",),
    ("engine",),
    ("checks", "build", "compare"),
    ("widgets",),
    ("cli",),
)
"""From left to right: a module imports only from layers to its left, or from its own part."""

ORDER = {name: at for at, layer in enumerate(LAYERS) for name in layer}

MAY_WRITE = {
    "kept",
    "sources",
    "store",
    "export",
    "notebooks",
    "drafting",
    "engine",
    "build",
    "checks",
    "cli",
}

WRITERS = {
    "mkdir",
    "makedirs",
    "rmtree",
    "symlink_to",
    "to_csv",
    "to_excel",
    "to_json",
    "to_parquet",
    "touch",
    "unlink",
    "write_bytes",
    "write_html",
    "write_image",
    "write_table",
    "write_text",
    "TemporaryDirectory",
    "NamedTemporaryFile",
}
"""Calls that write files, whoever offers them."""


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def part_of(path: Path) -> str:
    """Name the part of the package that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported_parts(source: str) -> set[str]:
    """Name the parts of the package that a module imports, also inside functions."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a name comes from"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("roundtable.")}
    return found - {"__version__"}


def wrong_imports(part: str, source: str) -> list[str]:
    """List the parts that a module may not import."""
    return sorted(
        other for other in imported_parts(source) if other != part and ORDER[other] >= ORDER[part]
    )


def writing_calls(source: str) -> list[str]:
    """List the calls in a module that write files."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        modes = [*node.args, *(word.value for word in node.keywords if word.arg == "mode")]
        opened_to_write = name == "open" and any(
            isinstance(mode, ast.Constant)
            and isinstance(mode.value, str)
            and len(mode.value) <= 3
            and set(mode.value) & set("wax+")
            for mode in modes
        )
        if name in WRITERS or opened_to_write:
            found.append(f"line {node.lineno}: {name}")
    return found


def test_every_module_belongs_to_a_layer():
    assert {part_of(path) for path in modules()} == set(ORDER)


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_module_imports_only_from_its_left(path):
    assert wrong_imports(part_of(path), path.read_text("utf-8")) == []


def test_an_import_from_the_right_is_found_wherever_it_hides():
    assert wrong_imports("facts", "from roundtable import prose") == ["prose"]
    assert wrong_imports("facts", "def f():\n    import roundtable.build.work") == ["build"]
    assert wrong_imports("charts", "from roundtable.tables import Table") == ["tables"]
    assert wrong_imports("facts", "from roundtable.facts.forms import people") == []
    assert wrong_imports("facts", "from roundtable import places") == []


@pytest.mark.parametrize(
    "path",
    [path for path in modules() if part_of(path) not in MAY_WRITE],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_what_computes_and_shows_writes_no_file(path):
    assert writing_calls(path.read_text("utf-8")) == []


def test_writing_is_found_in_its_many_forms():
    assert writing_calls("path.write_text('x')") == ["line 1: write_text"]
    assert writing_calls("open(path, 'w')") == ["line 1: open"]
    assert writing_calls("path.open(mode='ab')") == ["line 1: open"]
    assert writing_calls("frame.to_csv(path)") == ["line 1: to_csv"]
    assert writing_calls("open(path)\npath.open('rb')\ntext.replace('a', 'b')") == []


def test_the_widgets_know_briefings_and_nothing_that_builds_them():
    sources = [path.read_text("utf-8") for path in sorted((PACKAGE / "widgets").glob("*.py"))]
    found = set().union(*(imported_parts(source) for source in sources)) - {"widgets"}
    assert found == {"places", "briefing", "errors"}
