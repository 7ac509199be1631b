"""Reading builds, and every way in which a folder is none."""

import json
import re

import pytest

from roundtable.compare.builds import read_build
from roundtable.errors import DataError


def test_a_build_gives_facts_texts_and_headings_of_its_briefings(build, version, fact):
    told = version(fact("stock", 50), edition="undesa-2020", size="It has 50.", caution="- No.")
    side = read_build(build("old", told), language="en")
    found = side.briefings["bilateral-mus-fra"]
    assert (found.edition, found.year, found.title) == ("undesa-2020", 2020, "Mauritius → France")
    assert found.facts["stock"]["value"] == 50
    assert found.texts == {"size": "It has 50.", "caution": "- No."}
    assert found.headings["size"] == "How large?"


def test_a_folder_without_a_build_is_refused_with_those_in_it(build, version):
    inside = build("reports/trial-1", version())
    message = re.escape(f"'{inside.parent}' is no build: there is no build.json in it.")
    with pytest.raises(DataError, match=rf"{message} One of the folders in it .*: trial-1"):
        read_build(inside.parent, language="en")


def test_a_folder_that_is_not_there_is_met_with_the_nearest(build, version):
    folder = build("trial-1", version())
    with pytest.raises(DataError, match=r"There is no folder .* Did you mean 'trial-1'"):
        read_build(folder.parent / "trial-2", language="en")


def test_a_build_without_briefings_is_refused(build):
    with pytest.raises(DataError, match="lists no briefings"):
        read_build(build("empty"), language="en")


def test_all_that_is_missing_or_cut_off_is_told_at_once(build, version):
    folder = build("broken", version(slug="a"), version(slug="b"), version(slug="c"))
    (folder / "a" / "facts.json").write_text('{"facts": [', encoding="utf-8")
    (folder / "b" / "b.en.ipynb").unlink()
    (folder / "c" / "facts.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read_build(folder, language="en")
    message = str(caught.value)
    assert "build it again with --force" in message
    assert "a/facts.json' is cut off" in message
    assert "b: b.en.ipynb is missing" in message
    assert "c: an entry is not as a build writes it (KeyError" in message


def test_a_language_that_was_not_built_is_refused(build, version):
    folder = build("old", version())
    with pytest.raises(DataError, match="was not built in 'fr', only in en"):
        read_build(folder, language="fr")


def test_a_list_that_is_cut_off_is_named(build, version):
    folder = build("old", version())
    report = folder / "build.json"
    report.write_text(report.read_text("utf-8")[:20], encoding="utf-8")
    with pytest.raises(DataError, match=r"build\.json' is cut off or cannot be read"):
        read_build(folder, language="en")
    report.write_text(json.dumps([1]), encoding="utf-8")
    with pytest.raises(DataError, match="lists no briefings"):
        read_build(folder, language="en")
