"""Results as facts: printed as documents print them, and the way back to the passage."""

import pytest
from tests.unit.register.conftest import ENTRY

from roundtable import register
from roundtable.errors import RoundtableError
from roundtable.facts import SourceRef
from roundtable.register import results


def test_a_result_is_a_fact_of_the_kind_published_with_document_and_place(read):
    found = read(fra_mus=ENTRY)
    entry = found.entries["fra-mus"]
    fact = register.result_fact(entry, entry.results[0], passages=found.passages, language="en")
    assert (fact.id, fact.value, fact.kind) == ("fra-mus-workers", 285, "published")
    assert fact.printed == {"en": "285"}
    assert fact.sources == (SourceRef("paper", "section 1"),)
    assert fact.definition == "Two countries: workers who took part, as published"


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (41816, "persons", "41,816"),
        (4_000_000, "EUR", "€4 million"),
        (450_000_000, "USD", "US$450 million"),
        (2_500_000, "ILS", "ILS 2.5 million"),
        (60, "USD", "US$60"),
        (0.625, "share", "62.5%"),
        (90, "days", "90"),
    ],
)
def test_figures_are_printed_exactly_and_millions_of_money_in_words(read, value, unit, shown):
    text = ENTRY.replace("value: 285", f"value: {value}").replace("persons", unit, 1)
    entry = read(fra_mus=text).entries["fra-mus"]
    assert results.printed(entry.results[0], "en") == shown


def test_a_result_leads_to_its_file_and_passage():
    arguments = {"entry": "brazil-regularisation-2009", "result": "bolivians"}
    file, rows = results.rows_of(arguments)
    assert file == "data/partnerships/brazil-regularisation-2009.yml"
    (row,) = rows.to_dict("records")
    assert (row["value"], row["where"]) == (16881, "section 4c")
    assert row["passage"] == "brazil-regularisation-numbers"


def test_a_result_that_is_no_longer_there_is_told():
    with pytest.raises(RoundtableError, match="has no result 'gone' of 'fra-mus' any more"):
        results.rows_of({"entry": "fra-mus", "result": "gone"})
