import shutil

import pytest
from tests.unit.conftest import forget_words

from roundtable import checks, notebooks


def change(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    forget_words()


def test_the_project_as_it_stands_fits(workspace):
    assert checks.everything() == []


def test_a_changed_word_in_a_notebook_is_found(workspace):
    change(workspace / "notebooks" / "bilateral.ipynb", "How to read it.", "How to misread it.")
    (problem,) = checks.everything()
    assert problem == (
        "bilateral.ipynb, cell 'size-reading': its words are not those of the text file. "
        "Run `make notebooks`."
    )


def test_a_changed_word_in_the_text_is_found(workspace):
    words = workspace / "notebooks" / "text" / "en" / "bilateral.md"
    change(words, "# A migration corridor", "# One migration corridor")
    (problem,) = checks.everything()
    assert problem.startswith("bilateral.ipynb, cell 'title'")


def test_a_digit_in_the_words_is_found(workspace):
    words = workspace / "notebooks" / "text" / "en" / "bilateral.md"
    change(words, "Key messages", "Key messages of 2024")
    (problem,) = checks.everything()
    assert "section 'messages-heading': line 1: a digit stands in the words" in problem


def test_an_error_in_a_roundtable_is_found_beside_the_others(workspace):
    session = workspace / "data" / "roundtables" / "gfmd-2010-rt-1-1.yml"
    change(session, "year: 2024", "year: soon")
    other = session.with_name("other.yml")
    shutil.copy(session, other)
    change(other, "year: soon", "year: 2024")
    change(other, "languages: [en]", "languages: [en, pt]")
    problems = checks.everything()
    assert len(problems) == 2
    assert problems[0].startswith("gfmd-2010-rt-1-1.yml does not fit:")
    assert problems[1] == "other.yml: there are no words in language 'pt'; there are in 'en'."


def test_a_partnership_chosen_that_the_register_lacks_is_found(workspace):
    session = workspace / "data" / "roundtables" / "gfmd-2010-rt-1-1.yml"
    change(session, "  - sawp-mexico", "  - sawp-mexiko")
    (problem,) = checks.everything()
    assert problem.startswith("gfmd-2010-rt-1-1.yml: `practice` names sawp-mexiko")
    assert "Did you mean 'sawp-mexico'?" in problem


def test_errors_in_blocs_circuits_and_ties_are_found_together_with_file_and_entry(workspace):
    data = workspace / "data"
    change(data / "blocs.yml", "since: 2024-03-04", "since: 2024-03-34")
    change(data / "circuits.yml", "[EGY, JOR, LBN]", "[EGY, JOR, LBM]")
    change(data / "ties.csv", "1715,1810", "1810,1715")
    blocs, circuits, ties = checks.everything()
    assert blocs.startswith("blocs.yml does not fit:\n  - line ")
    assert "since: '2024-03-34' is no date; write YYYY" in blocs
    assert "line 22, circuits.0.legs.0.origins.0.places.2: 'LBM' is not an ISO" in circuits
    assert "(colonial FRA MUS): ends (1715) before it begins (1810)." in ties


def test_a_file_of_blocs_that_is_missing_is_a_problem_and_not_a_crash(workspace):
    (workspace / "data" / "blocs.yml").unlink()
    (problem,) = checks.everything()
    assert problem.startswith("There is no blocs.yml in ")


def test_a_cell_without_a_section_is_a_problem_and_not_a_crash(workspace):
    change(workspace / "notebooks" / "bilateral.ipynb", '"id": "size-reading"', '"id": "gone"')
    (problem,) = checks.everything()
    assert "has no section 'gone'" in problem


def test_a_language_without_the_words_of_a_theme_is_found(workspace):
    folder = workspace / "notebooks" / "text"
    shutil.copytree(folder / "en", folder / "pt")
    (folder / "pt" / "bilateral.md").unlink()
    (problem,) = checks.everything()
    assert "no words for 'bilateral' in language 'pt'" in problem


def test_a_notebook_is_written_aside_and_then_put_in_place(workspace, monkeypatch):
    path = workspace / "notebooks" / "bilateral.ipynb"
    before = path.read_bytes()
    notebook = notebooks.read(path)
    notebooks.write(notebook, path)
    assert path.read_bytes() == before

    def fail(notebook):
        raise OSError("No space left on device")

    monkeypatch.setattr(notebooks.nbformat, "writes", fail)
    with pytest.raises(OSError, match="No space"):
        notebooks.write(notebook, path)
    assert path.read_bytes() == before


def test_mistakes_in_two_rights_reviews_are_found_together_with_file_and_line(workspace):
    reviews = workspace / "data" / "reviews"
    change(reviews / "benelux-armenia-2009.yml", "refoulement:", "refoulment:")
    change(
        reviews / "netherlands-morocco-1969.yml", 'reviewed: "2026-11-25"', 'reviewed: "2026-11-31"'
    )
    (problem,) = checks.everything()
    assert "benelux-armenia-2009.yml does not fit:\n  - line " in problem
    assert "no criterion 'refoulment' in rights.yml. Did you mean 'refoulement'?" in problem
    assert "netherlands-morocco-1969.yml does not fit:\n  - line 4, reviewed:" in problem
