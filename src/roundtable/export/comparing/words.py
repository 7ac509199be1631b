"""The words of a comparison."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from roundtable.export.report.words import LANGUAGE


@cache
def words() -> dict[str, Any]:
    """Read the words."""
    name = f"labels/comparing/{LANGUAGE}.yml"
    return yaml.safe_load(resources.files("roundtable.export").joinpath(name).read_text("utf-8"))
