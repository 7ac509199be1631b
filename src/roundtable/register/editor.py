"""The JSON Schema of an entry: with it, an editor completes and checks while one writes."""

import json

from roundtable.register.entry import Partnership

FILE = "schema.json"
"""Its name beside the entries, whose first line refers to it."""


def schema() -> str:
    """Return the schema as the text of ``data/partnerships/schema.json``.

    What the schema cannot say, such as which passages there are, `reading.every` checks.

    Examples
    --------
    >>> "france" in schema(), '"signed, not in force"' in schema()
    (False, True)
    """
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Partnership.model_json_schema(),
    }
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"
