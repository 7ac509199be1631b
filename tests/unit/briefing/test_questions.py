"""Questions that follow from figures: when a corridor raises one, and what drafters do with it."""

import pytest

from roundtable import register
from roundtable.briefing.paper.questions import dependency, depends, taken
from roundtable.facts import Fact
from roundtable.roundtables import QuestionChoice


def share(value: float | None, indication: float | None = None) -> Fact:
    return Fact(
        id="share-of-emigrants",
        value=value,
        unit="share",
        printed={"en": "a"},
        indicator="share_of_emigrants",
        definition="",
        arguments={},
        indication=indication,
    )


@pytest.mark.parametrize(
    ("value", "indication", "expected"),
    [
        (0.4, None, True),
        (0.39, None, False),
        (0.43, 0.05, False),
        (0.5, 0.41, True),
        (None, None, False),
    ],
)
def test_many_depend_on_a_corridor_whose_share_holds_with_what_is_not_listed_too(
    value, indication, expected
):
    assert depends(share(value, indication), []) is expected


def test_an_agreement_in_force_answers_the_question_and_a_process_does_not():
    pact = register.every().entries["france-mauritius-2008"]
    assert not depends(share(0.9), [pact])
    assert depends(share(0.9), [pact.model_copy(update={"status": "unknown"})])
    assert depends(share(0.9), [pact.model_copy(update={"form": "process"})])


def test_a_question_is_dropped_or_put_in_other_words_by_its_id():
    first, second, third = (dependency(code, "FRA", names={}) for code in ("MUS", "MLI", "SEN"))
    choices = {
        "dependency-mus-fra": QuestionChoice(take=False),
        "dependency-sen-fra": QuestionChoice(text="Why?"),
    }
    assert list(taken([first, second, third], choices)) == [(second, ""), (third, "Why?")]
    assert first.countries == {"MUS", "FRA"}
