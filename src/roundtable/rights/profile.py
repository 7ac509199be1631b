"""Answers set beside what was asked: a profile of one agreement, a matrix over several."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from roundtable.rights.criteria import Asked, Criterion
from roundtable.rights.review import GAPS, Answer, Review, Told


@dataclass(frozen=True)
class Line:
    """A criterion and what was found.

    Attributes
    ----------
    criterion
        What is asked.
    told
        Answer, note and basis.
    """

    criterion: Criterion
    told: Told

    @property
    def answer(self) -> Answer:
        """The answer alone."""
        return self.told.answer

    @property
    def is_gap(self) -> bool:
        """Whether it leaves something to ask: no, partly, or nothing in a text read whole."""
        return self.answer in GAPS


@dataclass(frozen=True)
class Profile:
    """An agreement read against every criterion of its kind, in the order of ``rights.yml``.

    It has no length, total or order among profiles, on purpose: criteria weigh differently, and a
    text can be silent where another law protects.
    """

    review: Review
    lines: tuple[Line, ...]

    def of(self, *answers: Answer) -> tuple[Line, ...]:
        """Return the lines with one of these answers."""
        return tuple(line for line in self.lines if line.answer in answers)

    @property
    def first(self) -> tuple[Line, ...]:
        """Lines of the duties that A/68/283 names for every agreement."""
        return tuple(line for line in self.lines if line.criterion.tier == "first")

    @property
    def gaps(self) -> tuple[Line, ...]:
        """Lines that leave something for negotiators to ask."""
        return tuple(line for line in self.lines if line.is_gap)


def profile(review: Review, asked: Asked) -> Profile:
    """Set a review beside all that its kind of agreement is asked.

    Parameters
    ----------
    review
        As read by `every`.
    asked
        The criteria.
    """
    rest = Told(answer=review.otherwise)
    lines = [Line(item, review.answers.get(item.id, rest)) for item in asked.of_kind(review.kind)]
    return Profile(review, tuple(lines))


def matrix(reviews: Iterable[Review], asked: Asked) -> pd.DataFrame:
    """Return the answers of several agreements, one a row.

    Parameters
    ----------
    reviews
        The reviews, in any order.
    asked
        The criteria.

    Returns
    -------
    DataFrame
        Indexed by entry in alphabetical order, whatever the answers; a column a criterion, in the
        order of ``rights.yml``. Cells are members of `Answer`, which have no order and no sum;
        None where a criterion is not asked of the agreement's kind.
    """
    ids = [item.id for item in asked.criteria]
    rows = {
        review.entry: {line.criterion.id: line.answer for line in profile(review, asked).lines}
        for review in sorted(reviews, key=lambda review: review.entry)
    }
    cells = [[answers.get(name) for name in ids] for answers in rows.values()]
    index = pd.Index(list(rows), name="entry")
    return pd.DataFrame(cells, index=index, columns=ids, dtype=object)
