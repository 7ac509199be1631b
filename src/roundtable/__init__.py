"""Roundtable Workbooks: evidence on migration corridors, briefing by briefing."""

import sys

# With JupyterLab installed, importing nbformat makes jsonschema build a grammar for
# IRIs in `rfc3987_syntax`, which costs two seconds; only iri-format checks need it.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]

__version__ = "0.1.0"
