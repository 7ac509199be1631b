"""The page of the register: every entry, its life in years, nothing under embargo, all escaped."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from roundtable import register
from roundtable.export import register_page
from roundtable.export.page import Page
from roundtable.places.entries import moment
from roundtable.register.parts import Dated, Sent

PAGE = Page(slug="", forum="A forum", session="Roundtable 1", session_title="Partnerships")
DAY = date(2026, 1, 1)


def soup(read, *, on=DAY):
    return BeautifulSoup(register_page.render(read, PAGE, on=on), "html.parser")


@pytest.fixture(scope="module")
def everything():
    return register.every()


@pytest.fixture
def changed(everything):
    """Return the register with one entry, changed."""

    def with_one(**changes):
        entry = everything.entries["france-mauritius-2008"].model_copy(update=changes)
        return everything._replace(entries={entry.id: entry})

    return with_one


def test_every_entry_stands_there_once_with_parties_and_sources(everything):
    page = soup(everything)
    entries = page.select("article.entry")
    assert [entry.h3["id"] for entry in entries] == sorted(
        everything.entries,
        key=lambda name: (register.KINDS.index(everything.entries[name].kind), name),
    )
    for entry in entries:
        found = everything.entries[entry.h3["id"]]
        text = " ".join(entry.text.split())
        assert all(" ".join(party.part.split()) in text for party in found.parties)
        assert len(entry.select(".cited li")) == len(register_page.cited(found, everything))


def test_ids_are_unique_and_links_inside_lead_somewhere(everything):
    page = soup(everything)
    ids = [part["id"] for part in page.select("[id]")]
    assert len(ids) == len(set(ids))
    inside = {link["href"][1:] for link in page.select('a[href^="#"]')}
    assert len(inside) > 100
    assert inside <= set(ids)


def test_the_overview_marks_the_areas_of_each_entry(everything):
    for row in soup(everything).select(".overview tbody tr:not(.group)"):
        entry = everything.entries[row.a["href"][1:]]
        assert len(row.select(".area [role=img]")) == len(entry.areas)


def test_the_coverage_table_names_the_entries_of_every_passage(everything):
    rows = soup(everything).select("#coverage ~ .table-scroll tbody tr")
    assert len(rows) == len(everything.passages)
    assert all(row.a for row in rows)


def test_text_of_an_entry_is_never_read_as_html(changed):
    page = soup(changed(summary="<script>alert(1)</script> & an <b>agreement</b> of two states"))
    assert "<script>alert(1)</script> & an <b>agreement</b>" in page.select_one(".entry").text
    assert not page.select("script")


def test_what_is_not_cleared_or_under_embargo_is_nowhere_on_the_page(changed):
    for sent, shown in (
        (Sent(government="FRA", cleared=False), False),
        (Sent(government="FRA", cleared=True, embargo="2026-01-02"), False),
        (Sent(government="FRA", cleared=True, embargo="2026-01-01"), True),
    ):
        page = soup(changed(sent_by=sent))
        assert ("France\N{EN DASH}Mauritius circular migration" in page.text) == shown
        assert bool(page.select('[href="#france-mauritius-2008"]')) == shown


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # From 1955 to the end of 2029 there are 75 years on 180 units: 2.4 a year.
        ({"signed": "1960", "status_as_of": "2005-01"}, (12.0, 120.0, True, False)),
        ({"signed": "1960", "ended": "1980-01", "status": "ended"}, (12.0, 60.0, False, True)),
        ({"signed": "1960", "status": "unknown", "status_as_of": "1960-01"}, (12.0, 14.0)),
        ({"signed": None}, (None, None, False, False)),
    ],
)
def test_a_life_runs_from_the_signature_to_what_is_known_last(changed, changes, expected):
    dates = {"in_force": None, "ended": None, "status": "in force", **changes}
    for name in ("signed", "ended"):
        if dates.get(name):
            dates[name] = Dated(date=dates[name])
    if "status_as_of" in dates:
        dates["status_as_of"] = moment(dates["status_as_of"])
    (entry,) = changed(**dates).entries.values()
    life = register_page.life(entry, until=2029)
    assert (life.start, life.known, life.goes_on, life.ended)[: len(expected)] == expected
