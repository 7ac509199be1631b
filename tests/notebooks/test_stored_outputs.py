"""The stored outputs, compared by nbval cell by cell; and a changed number does not pass."""

import re
import xml.etree.ElementTree as ElementTree
from copy import deepcopy

import nbformat
import pytest

from roundtable import notebooks

KEPT = ("parameters", "setup", "agreed", "dependency")
"""Enough cells for a short notebook with words and a table."""


@pytest.fixture
def compared(run, tmp_path):
    """Compare one notebook through pytest and nbval: what pytest ended with, cells, failures."""

    def compare(path):
        result, settings = tmp_path / "result.xml", tmp_path / "pytest.ini"
        settings.write_text("[pytest]\n")
        # Neither the project's settings nor a cache: only the notebook is collected.
        alone = ("-c", settings, "--rootdir", tmp_path, "-p", "no:cacheprovider")
        finished = run(
            "pytest", "--nbval", "--nbval-current-env", *alone, "--junitxml", result, path
        )
        cells = list(ElementTree.parse(result).iter("testcase"))
        failed = [cell.get("name") for cell in cells if cell.find("failure") is not None]
        return finished, len(cells), failed

    return compare


def test_stored_outputs_are_what_the_notebook_gives_on_the_pack(path, notebook, compared):
    finished, count, failed = compared(path)
    assert failed == [], finished.stdout[-4000:]
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert count == sum(cell.cell_type == "code" for cell in notebook.cells)


def test_a_changed_number_in_a_sentence_or_a_table_fails(by_papermill, tmp_path, compared):
    changed = deepcopy(by_papermill[0])
    changed.cells = [
        cell
        for cell in changed.cells
        if cell.id in KEPT or "injected-parameters" in notebooks.tags(cell)
    ]
    *_, sentence, table = changed.cells
    assert [sentence.id, table.id] == ["agreed", "dependency"]
    for cell, place, kind, pattern in (
        (sentence, 0, "text/markdown", r"(?<=>)\d(?=[^<]*</span>)"),
        (table, 1, "text/html", r"(?<=>)\d(?=[^<]*</td>)"),
    ):
        data = cell.outputs[place].data
        data[kind], count = re.subn(pattern, _next_digit, data[kind], count=1)
        assert count == 1
    nbformat.write(changed, tmp_path / "changed.ipynb")
    finished, count, failed = compared(tmp_path / "changed.ipynb")
    assert finished.returncode == 1, finished.stdout + finished.stderr
    assert count == len(KEPT) + 1
    assert failed == ["Cell 3", "Cell 4"], finished.stdout[-4000:]


def _next_digit(found):
    return str((int(found[0]) + 1) % 10)
