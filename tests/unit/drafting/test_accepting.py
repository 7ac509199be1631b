import pytest

from roundtable.drafting import accepting
from roundtable.drafting.review import Reviewed
from roundtable.facts import Fact


def fact(value=44_709, printed="about 44,700", kind="measured") -> Fact:
    return Fact(
        id="stock",
        value=value,
        unit="persons",
        printed={"en": printed},
        indicator="corridor_stock",
        definition="People",
        arguments={},
        kind=kind,
    )


BEFORE = """\
---
# Agreed on 3 May.
place: after

facts:
  stock: {value: 1, printed: one, kind: measured}

  growth: {value: 2,
    printed: two, kind: measured}
national_figures: []
---
facts: these stay, they are words.
"""

AFTER = """\
---
# Agreed on 3 May.
place: after

national_figures: []
facts:
  stock: {value: 44709, printed: 'about 44,700', kind: measured}
---
facts: these stay, they are words.
"""


def test_only_the_recorded_facts_of_a_draft_are_written_anew():
    assert accepting.with_facts(BEFORE, {"stock": fact()}, language="en") == AFTER


def test_recording_twice_changes_nothing():
    assert accepting.with_facts(AFTER, {"stock": fact()}, language="en") == AFTER


def test_a_draft_without_facts_has_none_recorded():
    text = "---\nplace: after\nfacts:\n  stock: {value: 1, printed: one, kind: measured}\n---\nA.\n"
    assert accepting.with_facts(text, {}, language="en") == "---\nplace: after\n---\nA.\n"


@pytest.mark.parametrize("value", [None, 0.3910000000000001, "visa: required", 7])
def test_every_value_comes_back_as_it_was_recorded(value, tmp_path, workspace):
    from roundtable import drafts

    path = tmp_path / "size.en.md"
    path.write_text("---\nplace: after\n---\nA.\n", encoding="utf-8")
    now = fact(value, printed="39%: “so”, it's #1")
    assert accepting.accept(Reviewed("s", path, facts={"stock": now}))
    draft, problems = drafts.read(path)
    assert problems == []
    assert drafts.changes(draft.front.facts, {"stock": now}, language="en") == ([], [])


def test_the_ends_of_lines_stay_those_of_the_file(tmp_path):
    path = tmp_path / "size.en.md"
    path.write_bytes(b"\xef\xbb\xbf---\r\nplace: after\r\n---\r\nWords.\r\n")
    assert accepting.accept(Reviewed("s", path, facts={"stock": fact()}))
    raw = path.read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") == 6
    assert raw.startswith(b"\xef\xbb\xbf---\r\n")
    assert [file.name for file in tmp_path.iterdir()] == ["size.en.md"]
