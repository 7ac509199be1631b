import pytest

from roundtable import drafts, paths
from roundtable.errors import ContentError

GOOD = "---\nplace: after\n---\nWords of ours.\n"


@pytest.fixture
def folder(workspace):
    found = workspace / "notebooks" / "drafts" / "trial-1" / "bilateral-mus-fra"
    found.mkdir(parents=True)
    return found


def written(folder, text, name="size.en.md"):
    path = folder / name
    path.write_bytes(text.encode("utf-8"))
    return path


def test_a_draft_is_read_with_its_section_language_place_and_words(folder):
    draft, problems = drafts.read(written(folder, GOOD))
    assert problems == []
    assert (draft.section, draft.language, draft.front.place) == ("size", "en", "after")
    assert draft.words.strip() == "Words of ours."
    assert draft.name == "trial-1/bilateral-mus-fra/size.en.md"


def test_lines_are_counted_as_in_the_file(folder):
    draft, _ = drafts.read(written(folder, GOOD))
    assert draft.words.splitlines()[3] == "Words of ours."


def test_a_file_of_a_windows_editor_is_read_alike(folder):
    theirs = written(folder, "\ufeff" + GOOD.replace("\n", "\r\n"), "origins.en.md")
    (draft, _), (other, _) = drafts.read(written(folder, GOOD)), drafts.read(theirs)
    assert (draft.front, draft.words) == (other.front, other.words)


def test_a_file_without_front_matter_is_told_how_to_begin(folder):
    draft, problems = drafts.read(written(folder, "Words of ours.\n"))
    assert draft is None
    assert problems == [
        "line 1: begins without front matter. Begin with three lines: `---`, `place: after` "
        "(or `before`, or `instead`), and `---`."
    ]


def test_everything_wrong_in_the_front_matter_is_told_at_once_with_its_line(folder):
    text = """\
---
plase: after
place: behind
national_figures:
  - {beside: stock, government: MUS, value: 45210, unit: persons, year: 2022}
  - beside: stock
    government: FRB
    value: many
    unit: persons
    year: 2022
    source: " "
    url: example.org
---
"""
    _, problems = drafts.read(written(folder, text))
    told = "\n".join(problems)
    for line in (
        "line 2, plase: there is no such entry. Did you mean 'place'?",
        "line 3, place: Input should be 'before', 'after' or 'instead' (found 'behind').",
        "line 5, national_figures.0.source: is missing; add it.",
        "line 7, national_figures.1.government: 'FRB' is not an ISO 3166-1 alpha-3 code.",
        "line 8, national_figures.1.value: Input should be a number (found 'many').",
        "line 11, national_figures.1.source: is empty.",
        "line 12, national_figures.1.url: 'example.org' is no web address",
    ):
        assert line in told
    assert len(problems) == 7


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ("value: -1, unit: persons", "`value` is -1; a figure here is zero or more."),
        ("value: 39, unit: share", "`value` is 39; a share is a fraction from 0 to 1."),
    ],
)
def test_an_impossible_national_figure_is_refused(folder, entry, problem):
    figure = f"{{beside: stock, government: MUS, {entry}, year: 2022, source: A bulletin}}"
    text = f"---\nplace: after\nnational_figures:\n  - {figure}\n---\n"
    _, problems = drafts.read(written(folder, text))
    assert problems == [f"line 4, national_figures.0: {problem}"]


def test_a_national_figure_that_stands_twice_is_refused(folder):
    figure = "{beside: stock, government: MUS, value: VALUE, unit: persons, year: 2022, source: A}"
    two = "\n".join(f"  - {figure.replace('VALUE', value)}" for value in ("7", "8"))
    _, (problem,) = drafts.read(
        written(folder, f"---\nplace: after\nnational_figures:\n{two}\n---\n")
    )
    assert "two figures of MUS for 2022 stand beside 'stock'. Keep one." in problem


def test_a_file_that_is_no_text_is_told_once_and_with_a_remedy(folder):
    path = written(folder, "")
    path.write_bytes(b"\xff\xfe\x00")
    _, (problem,) = drafts.read(path)
    assert problem.startswith("cannot be read: it is no text in UTF-8")
    assert problem.endswith("Save it as UTF-8.")


def test_yaml_that_cannot_be_read_has_its_line(folder):
    _, problems = drafts.read(written(folder, "---\nplace: after\nfacts: {a: [}\n---\n"))
    assert problems[0].startswith("line 3: not readable as YAML")


def test_an_unknown_language_and_a_misnamed_file_are_refused(folder):
    _, (language,) = drafts.read(written(folder, GOOD, "size.xx.md"))
    assert language == "there are no words in language 'xx'; there are in 'en'."
    _, (name,) = drafts.read(written(folder, GOOD, "size.md"))
    assert name.startswith("is not taken: a draft is a text file named `<section>.<language>.md`")


def test_a_draft_with_no_words_but_its_help_is_empty_and_not_taken(folder):
    written(folder, "---\nplace: instead\n---\n{# help, 7 lines\n#}\n\n")
    assert drafts.taken("trial-1", "bilateral-mus-fra", "en") == {}


def test_drafts_are_taken_by_section_in_one_language(folder, workspace):
    (workspace / "notebooks" / "text" / "pt").mkdir()
    written(folder, GOOD)
    written(folder, GOOD, "origins.pt.md")
    written(folder, "left by an editor", ".size.en.md.swp")
    assert list(drafts.taken("trial-1", "bilateral-mus-fra", "en")) == ["size"]
    assert list(drafts.taken("trial-1", "bilateral-mus-fra", "pt")) == ["origins"]
    assert drafts.taken("trial-1", "bilateral-sen-esp", "en") == {}


def test_all_that_is_wrong_with_any_draft_is_raised_together(folder):
    written(folder, "no front")
    written(folder, GOOD.replace("after", "above"), "origins.en.md")
    with pytest.raises(ContentError) as caught:
        drafts.taken("trial-1", "bilateral-mus-fra", "en")
    assert "bilateral-mus-fra/origins.en.md: line 2, place" in str(caught.value)
    assert "bilateral-mus-fra/size.en.md: line 1: begins without" in str(caught.value)


def test_the_digest_changes_with_words_and_names_of_its_languages_only(folder, workspace):
    def digest():
        return drafts.digest("trial-1", "bilateral-mus-fra", ["en"])

    assert digest() == ""
    path = written(folder, GOOD)
    first = digest()
    assert len(first) == 16
    written(folder, GOOD, "size.pt.md")
    assert digest() == first
    written(folder, GOOD.replace("ours", "theirs"))
    second = digest()
    path.rename(folder / "origins.en.md")
    assert len({first, second, digest()}) == 3


def test_the_folder_of_the_drafts_stands_beside_the_notebooks(workspace):
    assert paths.drafts() == workspace / "notebooks" / "drafts"
