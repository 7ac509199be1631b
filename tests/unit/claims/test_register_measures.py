"""Measures on an invented register: three entries, with and without a document for a date."""

import pytest

from roundtable import register
from roundtable.claims.figures import Missing
from roundtable.claims.register_measures import DateOfEntry, EntriesBegun, YearsOfEntry
from roundtable.facts import SourceRef
from roundtable.places.entries import moment
from roundtable.register.citing import Source
from roundtable.register.parts import Dated

DECREE = Source(document="a-68-283", where="preamble")
DATES = {
    "france-mauritius-2008": Dated(date="2008-09-23", source=DECREE),
    "sawp-mexico": Dated(date="1974-06", source=DECREE),
    "lamiwa": Dated(date="2008"),
}


@pytest.fixture(autouse=True)
def invented(monkeypatch):
    """Put three dates in place of those of the register."""

    class Entry:
        in_force = None

        def __init__(self, signed):
            self.signed = signed

    entries = {name: Entry(signed) for name, signed in DATES.items()}
    found = register.Register(entries, {}, {})
    monkeypatch.setattr(register, "every", lambda: found)


def date_of(entry, precision, event="signed"):
    return DateOfEntry(measure="date_of_entry", entry=entry, event=event, precision=precision)


def test_a_date_is_given_as_exactly_as_it_is_asked_for(figures):
    found = [date_of("france-mauritius-2008", at) for at in ("day", "month", "year")]
    assert [one.value(figures, "lists", 2010) for one in found] == [20080923, 200809, 2008]


def test_a_date_known_by_the_month_is_no_estimate_of_the_day(figures):
    assert date_of("sawp-mexico", "day").value(figures, "lists", 2010) is None


@pytest.mark.parametrize(("entry", "event"), [("lamiwa", "signed"), ("sawp-mexico", "in_force")])
def test_a_date_without_a_document_of_its_own_confirms_nothing(figures, entry, event):
    with pytest.raises(Missing, match=f"no document for {event} of '{entry}'"):
        date_of(entry, "year", event).value(figures, "lists", 2010)


def test_a_date_leads_to_its_document(figures):
    found = date_of("france-mauritius-2008", "day")
    assert found.sources("lists") == (SourceRef("a-68-283", where="preamble"),)
    table, rows = found.trace(figures, "lists", 2010)
    assert table == "data/partnerships/france-mauritius-2008.yml"
    assert rows["signed"].tolist() == ["2008-09-23"]


@pytest.mark.parametrize(("until", "years"), [("2010-05", 35), ("2010-06", 36), ("2010", 35)])
def test_only_whole_years_are_counted(figures, until, years):
    found = YearsOfEntry(
        measure="years_of_entry", entry="sawp-mexico", event="signed", until=moment(until)
    )
    assert found.value(figures, "lists", 2010) == years


def test_entries_are_counted_by_when_they_began(figures):
    begun = EntriesBegun(
        measure="entries_begun", entries=list(DATES), since=moment("2000"), until=moment("2008")
    )
    assert begun.value(figures, "lists", 2010) == 2
    earlier = begun.model_copy(update={"until": moment("2008-06")})
    assert earlier.value(figures, "lists", 2010) == 1


def test_an_entry_that_is_not_in_the_register_is_told_with_the_closest():
    with pytest.raises(ValueError, match=r"no entry 'lamiva'.*Did you mean 'lamiwa'"):
        date_of("lamiva", "day")
