"""Reading the register: what an entry may hold, and every error with file and line."""

from datetime import date

import pytest
from tests.unit.register.conftest import BLOC, DOCUMENTS, ENTRY, PASSAGES

from roundtable.errors import ContentError
from roundtable.register import every, may_be_shown
from roundtable.register.reading import entry


def problems(folder):
    with pytest.raises(ContentError) as caught:
        every(folder)
    return str(caught.value).split("\n")


def changed(*changes, text=ENTRY):
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text


def test_a_good_register_is_read_in_the_order_of_its_ids(read):
    found = read()
    assert list(found.entries) == ["fra-mus", "west-africa"]
    assert str(found.entries["fra-mus"].in_force.date) == "2010-09"
    assert found.entries["fra-mus"].results[0].value == 285
    assert found.documents["report"].citation == "A body: A report on agreements (2013)"


def test_a_passage_gives_document_and_place_unless_the_place_is_more_exact(read):
    text = changed(
        ("sources: [{passage: first}]\nconf", "sources: [{passage: first, where: line 2}]\nconf")
    )
    found = read(fra_mus=text)
    refs = [source.ref(found.passages) for source in found.entries["fra-mus"].cited]
    assert [(ref.id, ref.where) for ref in refs] == [("paper", "line 2"), ("paper", "section 1")]


def test_errors_of_all_files_are_told_at_once_with_file_and_line(write):
    folder = write(
        passages=PASSAGES.replace(
            "document: paper, where: section 2", "document: papper, where: x2"
        ),
        fra_mus=changed(("2008-09-23", "2008-02-30"), ("place: MUS", "place: MUX")),
        west_africa=changed(("bloc: ecowas", "bloc: ecowa"), ("visas", "visa"), text=BLOC),
        broken="id: broken\ntitle: a: b\n",
    )
    found = problems(folder)
    assert found[:2] == [
        "passages.yml does not fit:",
        "  - line 3, passages.second.document: there is no document 'papper' in documents.yml. "
        "Did you mean 'paper'?",
    ]
    assert found[2].startswith("broken.yml, line 2: not readable as YAML (mapping values are")
    assert found[3] == "fra-mus.yml does not fit:"
    assert found[4].startswith(
        "  - line 9, parties.1.place: 'MUX' is not an ISO 3166-1 alpha-3 code."
    )
    assert found[5] == (
        "  - line 11, signed.date: '2008-02-30' is no date; write YYYY, YYYY-MM or YYYY-MM-DD, as "
        "in 1975-05-28."
    )
    assert found[6] == "west-africa.yml does not fit:"
    assert "line 7, parties.0.bloc: there is no bloc 'ecowa' in blocs.yml. Did you mean" in found[7]
    assert "line 11, areas.0: Input should be 'visas', 'readmission'" in found[8]


def test_what_an_entry_cites_and_names_must_exist(write):
    text = changed(
        ("sources: [{passage: first}]\n", "sources: [{passage: frist}]\n"),
        ("sources: [{passage: first}]\n", "sources: [{document: papper, where: section 1}]\n"),
    )
    text += "since_2010: {became: replaced, by: west-afrika, sources: [{passage: first}]}\n"
    text += "negotiated_with: [{title: Another, entry: none-such}]\n"
    found = problems(write(fra_mus=text, west_africa=BLOC))
    assert "there is no passage 'frist' in passages.yml. Did you mean 'first'?" in "".join(found)
    assert "there is no document 'papper' in documents.yml." in "".join(found)
    assert (
        "there is no entry 'west-afrika' in the register. Did you mean 'west-africa'?"
        in "".join(found)
    )
    assert "there is no entry 'none-such' in the register." in "".join(found)


def test_two_entries_of_one_id_are_told_with_both_files(write):
    (heading, problem) = problems(write(fra_mus=ENTRY, fra_mus_copy=ENTRY))
    assert heading == "fra-mus-copy.yml does not fit:"
    assert problem == (
        "  - line 1, id: is 'fra-mus', but the file is named fra-mus-copy.yml, and fra-mus.yml has "
        "this id; the two must agree."
    )


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2010-09}", "2007}", "line 12, in_force: is 2007, before `signed` (2008-09-23)."),
        ("status: in force", "ended: {date: 2012}\nstatus: in force", "has ended (2012), but"),
        ("corridors: [{origin: MUS, destination: FRA}]\n", "", "name its `corridors`"),
        ("origin: MUS, d", "origin: FRA, d", "'FRA' stands on both sides."),
        ("{place: FRA, part", "{place: FRA, firm: A firm, part", "name exactly one of place, bloc"),
        ("{date: 2010-09}", "{date: 2010-09, sure: false}", "is not sure; say in `note`"),
        ("visas]", "visas, visas]", "visas stands twice"),
        ("[{passage: first}]\nc", "[{document: paper}]\nc", "name a `passage`, or a `document`"),
        ("[{passage: first}]\nc", "[{document: report, passage: first}]\nc", "is of 'paper', not"),
        ("confidence", "since_2010: {became: renewed}\nconfidence", "name the `sources`"),
        ("binding: true", "binding: perhaps", "line 6, binding"),
        ("kind: bilateral", "kind: bilatral", "Input should be 'multi-stakeholder'"),
    ],
)
def test_what_does_not_fit_together_is_told(write, old, new, message):
    assert message in "\n".join(problems(write(fra_mus=changed((old, new)))))


def test_where_the_documents_are_broken_no_entry_is_blamed_for_citing_them(write):
    (problem,) = problems(write(documents="documents: [\n"))
    assert problem.startswith("documents.yml, line 2: not readable as YAML")
    assert problems(write(documents=DOCUMENTS.replace("year: 2010", "year: soon")))[0] == (
        "documents.yml does not fit:"
    )


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("cleared: true", True),
        ("cleared: false", False),
        ("cleared: true, embargo: 2010-11-08", True),
        ("cleared: true, embargo: 2999-11-08", False),
    ],
)
def test_a_good_practice_is_shown_once_it_is_cleared_and_its_embargo_has_ended(write, sent, shown):
    text = ENTRY + f"sent_by: {{government: FRA, {sent}}}\n"
    folder = write(fra_mus=text, west_africa=BLOC)
    if shown:
        assert entry("fra-mus", folder=folder).title == "Agreement of two countries"
    else:
        with pytest.raises(ContentError, match="There is no partnership 'fra-mus' in the register"):
            entry("fra-mus", folder=folder)


def test_an_embargo_ends_on_its_day(read):
    register = read(
        fra_mus=ENTRY + "sent_by: {government: FRA, cleared: true, embargo: 2010-11-08}\n"
    )
    assert list(may_be_shown(register, on=date(2010, 11, 7))) == []
    assert list(may_be_shown(register, on=date(2010, 11, 8))) == ["fra-mus"]
