"""How a notebook is made: its cells, their tags and ids, its words, what is stored in it."""

import ast
import json
import re

import plotly.graph_objects as go
from papermill.inspection import inspect_notebook

from roundtable import checks, notebooks, prose
from roundtable.briefing.display import RECORD_MIMETYPE

CHART = "application/vnd.plotly.v1+json"
UNWANTED = (
    *(ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef),
    *(ast.For, ast.AsyncFor, ast.While, ast.comprehension),
    *(ast.Try, ast.With, ast.If),
)


def code_cells(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def tagged(notebook, tag):
    return [cell for cell in notebook.cells if tag in notebooks.tags(cell)]


def kinds_of_output(cell):
    return {kind for output in cell.outputs for kind in output.get("data", {})}


def test_notebook_has_fifteen_to_thirty_cells(notebook):
    assert 15 <= len(notebook.cells) <= 30


def test_notebook_has_at_least_as_many_markdown_as_code_cells(notebook):
    code = len(code_cells(notebook))
    assert len(notebook.cells) - code >= code


def test_code_cells_have_ten_lines_at_most(notebook):
    lines = {cell.id: len(cell.source.splitlines()) for cell in code_cells(notebook)}
    assert {name: count for name, count in lines.items() if count > 10} == {}


def test_code_cells_only_call_helpers(notebook):
    found = {
        cell.id: type(node).__name__
        for cell in code_cells(notebook)
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, UNWANTED)
    }
    assert found == {}


def test_code_cells_import_nothing_but_the_library(notebook):
    trees = [ast.parse(cell.source) for cell in code_cells(notebook)]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    imported = {
        alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names
    }
    imported |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} == {"roundtable"}


def test_code_cells_name_no_path_and_no_colour(notebook):
    strings = [
        node.value
        for cell in code_cells(notebook)
        for node in ast.walk(ast.parse(cell.source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert strings
    assert [text for text in strings if re.search(r"[/\\#]|\.(csv|json|parquet)$", text)] == []


def test_one_cell_holds_the_parameters_each_typed_and_explained(notebook):
    (cell,) = tagged(notebook, "parameters")
    lines = cell.source.splitlines()
    assert [line for line in lines if not re.fullmatch(r"\w+: (str|int) = \S+  # \S.*", line)] == []


def test_every_theme_takes_year_edition_and_language(path):
    names = list(inspect_notebook(str(path)))
    assert names[-3:] == ["year", "edition", "language"]


def test_parameters_come_before_all_other_code_and_are_checked_next(notebook):
    assert [cell.id for cell in code_cells(notebook)][:2] == ["parameters", "setup"]
    (title, *_) = notebook.cells
    assert title.cell_type == "markdown"
    assert title.source.startswith("# ")


def test_ids_are_unique_names_and_no_random_ones(notebook):
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids)
    assert [name for name in ids if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name)] == []
    # Jupyter's own ids are eight hexadecimal digits.
    assert [name for name in ids if re.fullmatch(r"[0-9a-f]{8}", name)] == []


def test_every_markdown_cell_has_its_section_in_every_language(path, notebook):
    wanted = {cell.id for cell in notebook.cells if cell.cell_type == "markdown"}
    assert prose.languages()
    for language in prose.languages():
        assert wanted - set(prose.sections(language, path.stem)) == set()


def test_stored_words_are_those_of_the_text_file(path, notebook):
    fresh = notebooks.with_words(notebook, theme=path.stem, language=checks.THEME_LANGUAGE)
    stored = {cell.id: cell.source for cell in notebook.cells if cell.cell_type == "markdown"}
    assert stored == {cell.id: cell.source for cell in fresh.cells if cell.cell_type == "markdown"}


def test_the_last_chart_of_a_section_is_followed_by_how_to_read_it(notebook):
    sections = []
    for cell in notebook.cells:
        if cell.source.startswith("## "):
            sections.append([])
        elif sections:
            sections[-1].append(cell)
    charts = [
        (cells, max(at for at, cell in enumerate(cells) if is_chart(cell)))
        for cells in sections
        if any(map(is_chart, cells))
    ]
    assert charts
    # In the paper, words on something else may follow.
    unread = [
        cells[last].id
        for cells, last in charts
        if all(cell.cell_type != "markdown" for cell in cells[last + 1 :])
    ]
    assert unread == []


def is_chart(cell) -> bool:
    return cell.cell_type == "code" and CHART in kinds_of_output(cell)


def test_interactive_cells_are_stored_without_outputs_and_not_compared(path, notebook):
    cells = [cell for cell in tagged(notebook, "interactive") if cell.cell_type == "code"]
    # The paper has one session: what there is to choose from is in the notebooks of the themes.
    assert bool(cells) == (path.stem != "background_paper")
    for cell in cells:
        assert cell.outputs == []
        assert cell.execution_count is None
        assert "nbval-ignore-output" in notebooks.tags(cell)
    assert "widgets" not in notebook.metadata


def test_only_charts_and_interactive_cells_are_exempt_from_comparison(notebook):
    exempt = {
        cell.id
        for cell in tagged(notebook, "nbval-ignore-output")
        if "interactive" not in notebooks.tags(cell)
    }
    assert exempt == {cell.id for cell in code_cells(notebook) if CHART in kinds_of_output(cell)}


def test_all_other_cells_are_stored_as_executed_in_order_without_errors(notebook):
    cells = [cell for cell in code_cells(notebook) if "interactive" not in notebooks.tags(cell)]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    kinds = {output.output_type for cell in cells for output in cell.outputs}
    assert kinds <= {"execute_result", "display_data"}
    silent = [cell.id for cell in cells if not cell.outputs]
    assert silent == ["parameters"]


def test_outputs_are_those_of_the_pack_and_the_default_parameters(path, notebook):
    (record,) = [
        output.data[RECORD_MIMETYPE]
        for cell in code_cells(notebook)
        for output in cell.outputs
        if RECORD_MIMETYPE in output.get("data", {})
    ]
    defaults = {
        name: ast.literal_eval(entry["default"])
        for name, entry in inspect_notebook(str(path)).items()
    }
    assert record["data"] == "pack"
    assert record["parameters"] == defaults
    assert record["theme"] == path.stem


def test_nothing_of_a_run_or_a_machine_is_stored(path, notebook):
    text = path.read_text(encoding="utf-8")
    assert str(path.parents[1]) not in text
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert "version" not in notebook.metadata.language_info
    assert [cell.id for cell in notebook.cells if set(cell.metadata) - {"tags"}] == []


def test_plotly_accepts_every_property_of_every_stored_figure(notebook):
    # Figures are assembled unchecked (`charts.figure.figure`); plotly checks them here.
    figures = [
        output.data[CHART]
        for cell in code_cells(notebook)
        for output in cell.outputs
        if CHART in output.get("data", {})
    ]
    assert figures
    for content in figures:
        shown = {name: content[name] for name in ("data", "layout")}
        assert json.loads(go.Figure(shown).to_json()) == json.loads(json.dumps(shown))
