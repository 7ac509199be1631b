"""Styles and scripts that the pages share."""

import re

from roundtable.charts import look
from roundtable.export.assets import CHARACTERS, WEIGHTS, asset


def test_the_style_sheet_holds_its_font_and_asks_no_other_file_for_it():
    css = asset("briefing.css")
    assert css.count("@font-face") == len(CHARACTERS) * len(WEIGHTS) == 4
    assert {url.split(",")[0] for url in re.findall(r"url\(([^)]*)\)", css)} == {
        "data:font/woff2;base64"
    }


def test_charts_name_the_font_of_the_pages_in_quotes_since_it_ends_in_a_digit():
    assert look.FONTS.startswith('"Source Sans 3"')
    assert 'font-family: "Source Sans 3"' in asset("briefing.css")
