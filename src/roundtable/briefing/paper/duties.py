"""How many agreements answer to one duty: counts across agreements, never across criteria."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from roundtable.facts import Fact, SourceRef, forms
from roundtable.rights.criteria import Asked, criteria
from roundtable.rights.profile import matrix
from roundtable.rights.reading import every
from roundtable.rights.review import Answer, Review

INDICATOR = "rights_count"
"""Name of the indicator: reviews are counted by their answer to one criterion."""

READ = ("whole", "parts")
"""What was read of a text so that its silence or its words can be told."""


def read(reviews: Mapping[str, Review]) -> dict[str, Review]:
    """Return the reviews that rest on the agreement's own text, by entry.

    Parameters
    ----------
    reviews
        Reviews by entry.

    Returns
    -------
    dict of str to Review
        Those whose text was read as a whole or in parts.
    """
    return {name: item for name, item in reviews.items() if item.text.read in READ}


def duties(asked: Asked) -> list[str]:
    """Return the ids of the duties that A/68/283 names for every agreement.

    Parameters
    ----------
    asked
        The criteria of ``rights.yml``.

    Returns
    -------
    list of str
        In the order of the file.
    """
    return [item.id for item in asked.criteria if item.tier == "first"]


def count_facts(reviews: Mapping[str, Review], asked: Asked, *, language: str) -> list[Fact]:
    """Count the reviews, those with a text, and those that meet each of the first duties.

    Parameters
    ----------
    reviews
        Reviews by entry.
    asked
        The criteria of ``rights.yml``.
    language
        Of the words.

    Returns
    -------
    list of Fact
        ``rights-reviewed``, ``rights-read``, and ``rights-<criterion>`` for each first duty: the
        agreements whose own text was read and answers yes.
    """
    mine = read(reviews)
    answers = matrix(mine.values(), asked)
    counts = {"reviewed": (len(reviews), ""), "read": (len(mine), "")}
    for name in duties(asked):
        counts[name] = (int((answers[name] == Answer.YES).sum()), name)
    return [
        Fact(
            id=f"rights-{id}",
            value=count,
            unit="agreements",
            printed={language: forms.count(count, language)},
            indicator=INDICATOR,
            definition=_definition(id, name),
            arguments={"criterion": name, "of": id if not name else "read"},
            sources=(SourceRef("a-68-283", "paragraphs 78 and 79"),),
        )
        for id, (count, name) in counts.items()
    ]


def _definition(id: str, criterion: str) -> str:
    if criterion:
        return f"Agreements whose own text was read and answers yes to '{criterion}'"
    return "Agreements reviewed" + (" whose own text was read" if id == "read" else "")


def rows_of(arguments: Mapping[str, Any]) -> tuple[str, pd.DataFrame]:
    """Return the answers that a count rests on.

    Parameters
    ----------
    arguments
        Arguments of its fact: ``criterion`` (may be empty) and ``of``.

    Returns
    -------
    tuple of str and DataFrame
        Where the reviews stand, and one row an agreement with its answers.
    """
    asked, reviews = criteria(), every()
    mine = reviews if arguments["of"] == "reviewed" else read(reviews)
    names = [arguments["criterion"]] if arguments["criterion"] else duties(asked)
    answers = matrix(mine.values(), asked)[names].map(lambda answer: answer and answer.value)
    return "data/reviews", answers.reset_index()
