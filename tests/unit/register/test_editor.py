"""The schema for editors is that of the model, and every entry refers to it."""

import json

from roundtable import paths
from roundtable.register import editor, reading
from roundtable.register.entry import Partnership

HINT = "# yaml-language-server: $schema=schema.json\n"


def test_the_stored_schema_is_that_of_the_model():
    stored = (paths.data() / "partnerships" / editor.FILE).read_text("utf-8")
    assert stored == editor.schema(), (
        "run `roundtable partnerships --schema > data/partnerships/schema.json`"
    )


def test_the_schema_knows_every_word_of_an_entry_and_how_dates_are_written():
    content = json.loads(editor.schema())
    assert set(content["properties"]) == set(Partnership.model_fields)
    assert content["additionalProperties"] is False
    date = content["$defs"]["Dated"]["properties"]["date"]
    assert date["pattern"] == r"^\d{4}(-\d{2}(-\d{2})?)?$"


def test_every_entry_refers_to_the_schema():
    without = [
        path.name
        for path in reading.files(paths.data())
        if not path.read_text("utf-8").startswith(HINT)
    ]
    assert without == []
