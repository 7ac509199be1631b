"""Does an agreement protect people? Criteria in ``data/rights.yml``, reviews in ``data/reviews/``.

`criteria` reads what is asked, `review` says what a review holds, `reading` reads all reviews and
tells every error with its line, `profile` sets answers beside what was asked. An answer is a word,
never a number: there is no total, no rank and no way to make one.
"""

from roundtable.rights.criteria import Asked, criteria
from roundtable.rights.profile import Line, Profile, matrix, profile
from roundtable.rights.reading import every, review
from roundtable.rights.review import Answer, Review

__all__ = [
    "Answer",
    "Asked",
    "Line",
    "Profile",
    "Review",
    "criteria",
    "every",
    "matrix",
    "profile",
    "review",
]
