"""Paragraphs, figures, tables and notes are numbered once, before any format."""

import copy
import re
from typing import Any

import pytest
from nbformat.v4 import new_output

from roundtable.errors import ContentError
from roundtable.export.notes import NumberBriefing, key_messages, number


def _texts(nb: Any) -> str:
    return "\n".join(
        cell.source
        if cell.cell_type == "markdown"
        else "\n".join(output.data.get("text/markdown", "") for output in cell.outputs)
        for cell in nb.cells
    )


def test_number_leaves_the_notebook_as_it_was(notebook: Any) -> None:
    before = copy.deepcopy(notebook)
    number(notebook)
    assert notebook == before


def test_only_paragraphs_of_prose_are_numbered(notebook: Any) -> None:
    numbered = number(notebook)
    starts = re.findall(r'id="paragraph-\d+">(\d+)\.</span> (\w+)', _texts(numbered))
    assert starts == [("1", "How"), ("2", "In"), ("3", "The"), ("4", "A")]
    assert numbered.metadata["briefing"]["paragraphs"] == 4


def test_source_used_again_keeps_its_number(notebook: Any) -> None:
    notes = number(notebook).metadata["briefing"]["notes"]
    assert [(note["number"], note["source"], note["where"]) for note in notes] == [
        (1, "stocks-2024", ""),
        (2, "stocks-2020", ""),
        (3, "agreement", "paragraph 3"),
    ]
    # Paragraphs 2 and 3 and a list item rest on the first source.
    assert [place["paragraph"] for place in notes[0]["references"]] == ["2", "3", ""]


def test_references_stand_at_the_end_of_the_paragraph_in_the_order_of_notes(notebook: Any) -> None:
    third = next(
        line for line in _texts(number(notebook)).splitlines() if 'id="paragraph-3"' in line
    )
    assert re.search(r"by country of birth\.<sup class=\"note-references\">", third)
    assert re.findall(r'href="#note-(\d)"', third) == ["1", "3"]


def test_no_space_stands_between_a_paragraph_and_its_references(make_notebook: Any) -> None:
    nb = make_notebook()
    for output in (output for cell in nb.cells for output in cell.get("outputs", ())):
        text = output.get("data", {}).get("text/markdown", "")
        if "by country of birth." in text:
            output.data["text/markdown"] = text.replace("country of birth.", "country of birth.  ")
    assert 'country of birth.<sup class="note-references">' in _texts(number(nb))


def test_same_source_at_another_place_is_a_note_of_its_own(make_notebook: Any) -> None:
    nb = make_notebook()
    record = nb.cells[-1].outputs[0].data["application/vnd.roundtable.briefing+json"]
    record["facts"][1]["sources"] = [{"id": "stocks-2024", "where": "Table 1"}]
    notes = number(nb).metadata["briefing"]["notes"]
    assert [(note["source"], note["where"]) for note in notes[:2]] == [
        ("stocks-2024", ""),
        ("stocks-2024", "Table 1"),
    ]
    assert [note["first"] for note in notes[:2]] == [1, 1]


def test_key_messages_take_no_notes_and_their_heading_moves_into_the_box(notebook: Any) -> None:
    briefing = number(notebook).metadata["briefing"]
    assert briefing["key_messages"]["title"] == "What matters most"
    assert "note-reference" not in briefing["key_messages"]["text"]
    assert "What matters most" not in [entry["text"] for entry in briefing["contents"]]


def test_contents_list_headings_with_ids_that_do_not_depend_on_the_words(notebook: Any) -> None:
    assert number(notebook).metadata["briefing"]["contents"] == [
        {"id": "section-today", "level": 2, "text": "The corridor today"},
        {"id": "section-elsewhere", "level": 3, "text": "Elsewhere"},
        {"id": "section-agreements", "level": 2, "text": "Agreements"},
        {"id": "section-not-quoted", "level": 2, "text": "What should not be quoted"},
        {"id": "section-sources-heading", "level": 2, "text": "Sources"},
    ]


def test_second_title_becomes_a_section(notebook: Any) -> None:
    notebook.cells[6].source = "# The team's own words"
    numbered = number(notebook)
    assert numbered.metadata["briefing"]["contents"][0] == {
        "id": "section-today",
        "level": 2,
        "text": "The team's own words",
    }
    assert numbered.cells[0].source.startswith("## ")


def test_figures_and_tables_are_counted_apart(notebook: Any) -> None:
    briefing = number(notebook).metadata["briefing"]
    assert briefing["figures"] == [
        {"number": 1, "id": "stock-over-time"},
        {"number": 2, "id": "destinations"},
    ]
    assert briefing["tables"] == [{"number": 1, "id": "table-agreements"}]


def test_words_below_the_title_lead_into_the_page(notebook: Any) -> None:
    lead = number(notebook).metadata["briefing"]["lead"]
    assert lead == "What moves between the two countries, and who decides?"


def test_help_parameters_setup_widgets_and_record_are_left_out(notebook: Any) -> None:
    kept = {cell.id for cell in number(notebook).cells}
    assert not kept & {"help", "parameters", "setup", "explore-words", "explore", "record"}


def test_list_of_sources_may_carry_the_record(notebook: Any) -> None:
    record = notebook.cells.pop()
    record.outputs[0].data["text/markdown"] = "- a source"
    record.id = "sources-with-record"
    notebook.cells[-1] = record
    assert [cell.id for cell in number(notebook).cells][-1] == "sources-with-record"


def test_fact_that_the_record_does_not_hold_stops_the_document(make_notebook: Any) -> None:
    nb = make_notebook()
    nb.cells[6].source += '\n\n<span class="fact" data-fact="ghost">12</span> and more'
    with pytest.raises(ContentError, match="fact `ghost`"):
        number(nb)


def test_source_that_the_record_does_not_hold_stops_the_document(make_notebook: Any) -> None:
    nb = make_notebook()
    record = nb.cells[-1].outputs[0].data["application/vnd.roundtable.briefing+json"]
    del record["sources"][1]
    with pytest.raises(ContentError, match="source `stocks-2020`"):
        number(nb)


def test_cell_of_a_series_is_a_fact_of_that_series(make_notebook: Any) -> None:
    nb = make_notebook()
    record = nb.cells[-1].outputs[0].data["application/vnd.roundtable.briefing+json"]
    record["series"][0]["sources"] = [{"id": "stocks-2020"}]
    nb.cells[6].source = '<span class="fact" data-fact="destinations[0,1]">44,709</span> in all'
    assert number(nb).metadata["briefing"]["notes"][0]["source"] == "stocks-2020"


def test_notebook_without_a_record_is_refused_with_the_remedy(notebook: Any) -> None:
    notebook.cells.pop()
    with pytest.raises(ContentError, match=r"holds 0\. Run the notebook to its last cell"):
        number(notebook)


def test_cell_that_ended_in_an_error_is_named(notebook: Any) -> None:
    notebook.cells[7].outputs = [
        new_output("error", ename="KeyError", evalue="'MUS'", traceback=[])
    ]
    with pytest.raises(ContentError, match="Cell `today-prose` ended in KeyError: 'MUS'"):
        number(notebook)


def test_preprocessor_of_nbconvert_gives_the_same(notebook: Any) -> None:
    numbered, resources = NumberBriefing().preprocess(notebook, {"kept": 1})
    assert (numbered, resources) == (number(notebook), {"kept": 1})


def test_key_messages_come_as_words_with_their_kinds(notebook: Any) -> None:
    found = key_messages(notebook)
    assert [message["kind"] for message in found] == ["measured", "disputed", "not-listed"]
    assert found[2]["text"] == "The United Kingdom is no longer listed in the 2024 edition."
