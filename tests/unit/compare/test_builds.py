"""Reading builds, and every way in which a folder is none."""

import json
import re

import pytest

from roundtable.compare.builds import read_build
from roundtable.compare.comparison import compare
from roundtable.compare.telling import document
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
    assert "c: facts.json is not as a build writes it: it lists no facts" in message


def test_facts_that_are_damaged_are_named_with_what_they_lack(build, version, fact):
    whole, no_value, no_flags = fact("whole", 1), fact("no-value", 1), fact("no-flags", 1)
    del no_value["value"]
    no_flags["flags"] = None
    folder = build("damaged", version(whole, no_value, no_flags))
    with pytest.raises(DataError, match=r"no-value has no value; no-flags has no flags\."):
        read_build(folder, language="en")


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


def test_the_words_of_drafters_are_compared_apart_and_without_markup(build, version):
    def of(name, words):
        block = (
            '<div class="drafters">\n<small class="drafters-by">Words of the drafting team</small>'
            f"\n\n{words}\n\n<table><tr><td>45,210</td></tr></table>\n\n</div>"
        )
        return read_build(build(name, version(size=f"It grew.\n\n{block}")), language="en")

    old = of("old", "In this we *agree*; see [them](https://example.org).")
    new = of("new", "In this we *differ*; see [them](https://example.org).")
    (told,) = document(compare(old, new)).briefings
    (pair,) = told.sentences
    assert pair.part == "How large? (words of the drafting team)"
    assert pair.old == (("In this we", False), ("agree;", True), ("see them.", False))
    assert pair.new == (("In this we", False), ("differ;", True), ("see them.", False))


@pytest.mark.parametrize(
    ("tables", "roundtables", "claims"),
    [
        (("a", "a"), ("one", "one"), ["Both builds read the same tables"]),
        (("a", "b"), ("one", "one"), ["The builds read different tables"]),
        (("a", "b"), ("one", "two"), ["The builds are of two roundtables"]),
        (("", ""), ("one", "one"), []),
    ],
)
def test_what_two_builds_rest_on_is_told(build, version, tables, roundtables, claims):
    sides = []
    for name, read, roundtable in zip(("x", "y"), tables, roundtables, strict=True):
        folder = build(name, version())
        content = json.loads((folder / "build.json").read_text("utf-8"))
        content |= {"roundtable": roundtable, "data": {"tables": read} if read else None}
        (folder / "build.json").write_text(json.dumps(content), "utf-8")
        sides.append(read_build(folder, language="en"))
    assert [item.claim for item in document(compare(*sides)).read][: len(claims)] == claims
