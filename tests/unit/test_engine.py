"""Executing a notebook, with a stand-in for papermill that answers at once."""

import nbformat
import papermill
import pytest
from papermill.exceptions import PapermillExecutionError

from roundtable import engine
from roundtable.errors import ParameterError


@pytest.fixture
def started(monkeypatch):
    """Note what papermill is given, and answer with it as executed, or with an error."""
    seen = {}

    def execute_notebook(entry, result, **settings):
        seen.update(settings, notebook=nbformat.read(entry, as_version=4), folder=entry.parent)
        if error := seen.get("error"):
            raise error
        return seen["notebook"]

    monkeypatch.setattr(papermill, "execute_notebook", execute_notebook)
    return seen


def failed(name: str, message: str) -> PapermillExecutionError:
    return PapermillExecutionError(
        cell_index=2, exec_count=2, source="", ename=name, evalue=message, traceback=[]
    )


def test_the_stock_engine_is_papermills_own():
    assert engine.STOCK in engine.engines()
    engine.check_engine(engine.STOCK)
    with pytest.raises(ParameterError, match=r"`--engine` is 'nbclnt'.* Did you mean 'nbclient'"):
        engine.check_engine("nbclnt")


def test_papermill_gets_the_parameters_and_a_notebook_without_outputs(started):
    engine.execute("bilateral", parameters={"origin": "SEN"}, language="en")
    assert started["parameters"] == {"origin": "SEN", "language": "en"}
    assert started["engine_name"] == "nbclient"
    code = [cell for cell in started["notebook"].cells if cell.cell_type == "code"]
    assert {len(cell.outputs) for cell in code} == {0}
    assert {cell.execution_count for cell in code} == {None}
    tags = [cell.metadata.get("tags", []) for cell in started["notebook"].cells]
    assert not any("interactive" in marks for marks in tags)
    assert not started["folder"].exists()


def test_a_misspelt_parameter_starts_nothing(started):
    with pytest.raises(ParameterError, match=r"`orgin` is not .* Did you mean 'origin'"):
        engine.execute("bilateral", parameters={"orgin": "SEN"}, language="en")
    assert started == {}


def test_an_error_of_ours_in_a_cell_is_its_message_alone(started):
    started["error"] = failed("ParameterError", "`year` is 2023.")
    with pytest.raises(engine.ExecutionError, match=r"^`year` is 2023\.$"):
        engine.execute("bilateral", parameters={}, language="en")


def test_another_error_in_a_cell_keeps_its_type(started):
    started["error"] = failed("ZeroDivisionError", "division by zero")
    with pytest.raises(engine.ExecutionError, match=r"^ZeroDivisionError: division by zero$"):
        engine.execute("bilateral", parameters={}, language="en")


def test_a_kernel_that_died_is_an_error_with_the_name_of_the_notebook(started):
    started["error"] = RuntimeError("Kernel died before replying to kernel_info")
    with pytest.raises(engine.ExecutionError, match=r"bilateral\.ipynb could not be executed: Ker"):
        engine.execute("bilateral", parameters={}, language="en")
    assert not started["folder"].exists()
