"""How numbers are printed: rounded to what they carry, in the words of a language.

Each form takes a value and a language and returns the words of a sentence: `people`, `percent`,
`dollars`. English is the one language yet; another one adds its words to `WORDS` and to the tables
beside the forms and, where its grammar differs, its own form.
"""

from roundtable.facts.forms.changes import alike, change, change_in_figures, times
from roundtable.facts.forms.lists import listed
from roundtable.facts.forms.money import dollars
from roundtable.facts.forms.numbers import (
    DASH,
    count,
    decimal,
    decimal_two,
    exact,
    number,
    rank,
    small,
)
from roundtable.facts.forms.periods import years
from roundtable.facts.forms.persons import at_least, people, per_thousand
from roundtable.facts.forms.shares import fraction, percent, percent_exact
from roundtable.facts.forms.words import WORDS

__all__ = [
    "DASH",
    "WORDS",
    "alike",
    "at_least",
    "change",
    "change_in_figures",
    "count",
    "decimal",
    "decimal_two",
    "dollars",
    "exact",
    "fraction",
    "listed",
    "number",
    "people",
    "per_thousand",
    "percent",
    "percent_exact",
    "rank",
    "small",
    "times",
    "years",
]
