import copy

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from roundtable import notebooks
from roundtable.errors import ContentError, ParameterError


@pytest.fixture
def small() -> nbformat.NotebookNode:
    return new_notebook(
        cells=[
            new_markdown_cell("old words", id="size-reading"),
            new_code_cell("origin = 'SEN'", id="a1b2", metadata={"tags": ["injected-parameters"]}),
            new_code_cell(
                "explore()",
                id="explore",
                metadata={"tags": ["interactive"], "execution": {"iopub.execute_input": "now"}},
            ),
            new_code_cell("1 + 1", id="sum", metadata={"papermill": {"duration": 0.1}}),
        ],
        metadata={
            "papermill": {"start_time": "now"},
            "language_info": {"name": "python", "version": "3.11.9"},
        },
    )


def test_the_notebook_of_a_theme_is_found_and_an_unknown_one_is_named_with_the_nearest():
    assert notebooks.path_of("bilateral").name == "bilateral.ipynb"
    with pytest.raises(ContentError, match=r"theme 'bilaterl'.* Did you mean 'bilateral'\?"):
        notebooks.path_of("bilaterl")


def test_words_take_the_place_of_those_in_the_cells_and_the_input_stays(small):
    before = copy.deepcopy(small)
    filled = notebooks.with_words(small, theme="bilateral", language="en")
    assert filled.cells[0].source.startswith("**How to read it.** A stock counts who lives there")
    assert filled.cells[3].source == "1 + 1"
    assert small == before


def test_a_cell_without_words_is_an_error(small):
    small.cells[0].id = "size-redaing"
    with pytest.raises(
        ContentError, match=r"no section 'size-redaing'\. Did you mean 'size-reading'"
    ):
        notebooks.with_words(small, theme="bilateral", language="en")


def test_parameters_are_those_that_papermill_sees_with_their_help():
    known = notebooks.parameters(notebooks.path_of("bilateral"))
    assert list(known) == ["origin", "destination", "year", "edition", "language"]
    assert known["year"]["inferred_type_name"] == "int"
    assert all(parameter["help"] for parameter in known.values())


def test_a_misspelt_parameter_is_refused_with_all_that_there_are():
    path = notebooks.path_of("bilateral")
    notebooks.refuse_unknown({"origin": "MUS", "language": "en"}, path=path)
    with pytest.raises(ParameterError) as caught:
        notebooks.refuse_unknown({"orgin": "MUS", "origin": "MUS", "yaer": 2024}, path=path)
    first, *rest = str(caught.value).split("\n")
    assert first == "The parameters of 'bilateral' do not fit:"
    assert [
        line.endswith(f"Did you mean '{right}'?")
        for line, right in zip(rest, ("origin", "year"), strict=True)
    ] == [True, True]
    assert "`origin`, `destination`, `year`, `edition`, `language`" in rest[0]


def test_interactive_cells_are_left_out_and_the_input_stays(small):
    kept = notebooks.without_interactive(small)
    assert [cell.id for cell in kept.cells] == ["size-reading", "a1b2", "sum"]
    assert len(small.cells) == 4


def test_times_machine_and_random_ids_are_taken_out(small):
    other = copy.deepcopy(small)
    other.cells[1].id = "c3d4"
    other.cells[3].metadata["papermill"] = {"duration": 0.9}
    other.metadata.papermill.start_time = "later"
    other.metadata.language_info.version = "3.12.1"
    assert nbformat.writes(notebooks.stable(small)) == nbformat.writes(notebooks.stable(other))
    other.cells[1].source = "origin = 'MUS'"
    assert nbformat.writes(notebooks.stable(small)) != nbformat.writes(notebooks.stable(other))
    assert small.cells[1].id == "a1b2"


@pytest.fixture
def draft(workspace):
    folder = workspace / "notebooks" / "drafts" / "trial-1" / "bilateral-mus-fra"
    folder.mkdir(parents=True)

    def written(section):
        text = "---\nplace: after\n---\nOur words.\n"
        (folder / f"{section}.en.md").write_text(text, encoding="utf-8")

    return written


def with_drafts(notebook):
    return notebooks.with_drafts(
        notebook, roundtable="trial-1", slug="bilateral-mus-fra", language="en"
    )


def test_a_notebook_without_drafts_stays_as_it_is(workspace):
    bilateral = notebooks.read(notebooks.path_of("bilateral"))
    assert with_drafts(bilateral) == bilateral


def test_drafts_are_read_behind_the_set_up_and_a_cell_of_words_becomes_code(draft):
    draft("size")
    draft("size-reading")
    bilateral = notebooks.read(notebooks.path_of("bilateral"))
    drafted = with_drafts(bilateral)
    ids = [cell.id for cell in drafted.cells]
    assert ids[ids.index("setup") + 1] == "drafts"
    cells = {cell.id: cell for cell in drafted.cells}
    assert cells["drafts"].source == 'briefing.take_drafts("trial-1", "bilateral-mus-fra")'
    assert notebooks.tags(cells["drafts"]) == ["setup"]
    assert (cells["size-reading"].cell_type, cells["size-reading"].source) == (
        "code",
        'briefing.text("size-reading")',
    )
    others = [cell for cell in drafted.cells if cell.id not in ("drafts", "size-reading")]
    assert others == [cell for cell in bilateral.cells if cell.id != "size-reading"]
    assert with_drafts(bilateral) == drafted


def test_a_draft_on_what_no_document_shows_is_refused(draft):
    draft("size-heading")
    with pytest.raises(ContentError, match="no section 'size-heading' in this document; it shows"):
        with_drafts(notebooks.read(notebooks.path_of("bilateral")))


def test_each_section_is_named_with_the_heading_under_which_it_stands():
    found = notebooks.headings(notebooks.read(notebooks.path_of("bilateral")))
    assert found["size"] == "How large is the corridor, and how has it changed?"
    assert found["agreed"] == "What governments have agreed"
    assert all(found.values())


def test_the_questions_of_the_paper_take_drafts():
    found = notebooks.headings(notebooks.read(notebooks.path_of("background_paper")))
    assert found["questions-paper"] == "Questions to guide the discussion"


def test_the_sections_of_a_document_are_its_texts_and_words_without_help_and_bare_headings():
    shown = notebooks.sections(notebooks.read(notebooks.path_of("bilateral")))
    assert shown[:3] == ["key-messages", "size", "size-reading"]
    assert {"links-heading", "links", "rights", "claims", "caution"} <= set(shown)
    assert not {"title", "explore-heading", "messages-heading", "size-heading"} & set(shown)
