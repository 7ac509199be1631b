"""The notebooks run by papermill alone, without the builder, from any folder."""

import json
import re

from papermill.inspection import inspect_notebook

from roundtable import notebooks, prose
from roundtable.briefing.display import RECORD_MIMETYPE


def outputs_of(executed, identity):
    (cell,) = [cell for cell in executed.cells if cell.id == identity]
    return cell.outputs


def test_papermill_runs_the_notebook_from_another_folder_with_other_countries(by_papermill):
    executed, said = by_papermill
    (record,) = [
        output.data[RECORD_MIMETYPE]
        for output in outputs_of(executed, "sources")
        if RECORD_MIMETYPE in output.data
    ]
    assert record["parameters"] == {
        "origin": "SEN",
        "destination": "ESP",
        "year": 2024,
        "edition": "undesa-2024",
        "language": "en",
    }
    assert record["data"] == "pack"
    (title,) = outputs_of(executed, "setup")
    assert title.data["text/markdown"].startswith("**Senegal → Spain**")
    assert "unknown parameter" not in said


def test_papermill_runs_every_cell_without_an_error(by_papermill):
    executed, _ = by_papermill
    cells = [cell for cell in executed.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    assert {cell.metadata.papermill.status for cell in cells} == {"completed"}
    assert [o for cell in cells for o in cell.outputs if o.output_type in ("error", "stream")] == []


def test_papermill_runs_the_interactive_cell_with_the_chosen_countries(by_papermill):
    executed, _ = by_papermill
    (shown,) = outputs_of(executed, "explore")
    assert "application/vnd.jupyter.widget-view+json" in shown.data
    state = executed.metadata.widgets["application/vnd.jupyter.widget-state+json"]["state"]
    models = [model["state"] for model in state.values()]
    menus = [model for model in models if model["_model_name"] == "DropdownModel"]
    chosen = {menu["description"]: menu["_options_labels"][menu["index"]] for menu in menus}
    words = prose.labels("en")["explore"]
    assert chosen == {words["origin"]: "Senegal", words["destination"]: "Spain"}
    (area,) = [model for model in models if model["_model_name"] == "OutputModel"]
    assert "Senegal → Spain" in json.dumps(area["outputs"], ensure_ascii=False)


def test_papermill_stops_at_the_first_wrong_parameter_and_says_what_would_be_right(run, tmp_path):
    finished = run(
        "papermill",
        notebooks.path_of("bilateral"),
        "out.ipynb",
        *("-p", "origin", "mus", "-p", "year", "2021"),
        cwd=tmp_path,
    )
    assert finished.returncode != 0
    assert "`origin`" in finished.stderr
    assert "'MUS'" in finished.stderr
    assert "`year` is 2021" in finished.stderr


def test_help_lists_every_parameter_with_its_comment(path, run):
    finished = run("papermill", "--help-notebook", path)
    assert finished.returncode == 0, finished.stderr
    shown = re.sub(r"\s+", " ", finished.stdout)
    found = inspect_notebook(str(path))
    assert found
    for name, entry in found.items():
        assert entry["help"]
        head = f"{name}: {entry['inferred_type_name']} (default {entry['default']})"
        assert f"{head} {entry['help']}" in shown
