"""The file of claims, ``data/claims.yml``: reading it whole."""

from pathlib import Path
from typing import Self

from pydantic import Field, model_validator

from roundtable import kept, paths
from roundtable.claims.model import (
    MEASURES,
    Claim,
    Concerns,
    Pair,
    Published,
    Tolerance,
)
from roundtable.errors import ContentError, did_you_mean
from roundtable.register.citing import Known, documents
from roundtable.written import Strict, each_once, load


class Claims(Strict):
    """The whole file."""

    claims: tuple[Claim, ...] = Field(strict=False, min_length=1)

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        each_once(claim.id for claim in self.claims)
        return self


_MODELS = (Claims, Claim, Published, Tolerance, Concerns, Pair, *MEASURES)
_NAMES = sorted({name for model in _MODELS for name in model.model_fields})


@kept.once
def every(path: Path | None = None) -> dict[str, Claim]:
    """Read ``data/claims.yml``, or the file that is named.

    Returns
    -------
    dict of str to Claim
        By id, in the order of the file.

    Raises
    ------
    ContentError
        With every error, each with its line and what would be right.
    """
    file = path or paths.data() / "claims.yml"
    context = Known(documents=documents())
    found = load(file, Claims, names=_NAMES, example="claims:", context=context)
    return {claim.id: claim for claim in found.claims}


def claim(name: str) -> Claim:
    """Return the claim of an id.

    Raises
    ------
    ContentError
        If there is none of that id, with the one that is closest.
    """
    known = every()
    if name not in known:
        raise ContentError(
            f"There is no claim '{name}' in data/claims.yml." + did_you_mean(name, known)
        )
    return known[name]
