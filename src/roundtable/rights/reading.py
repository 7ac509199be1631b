"""Reads all reviews, and tells every error of all files at once."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from roundtable import kept, paths
from roundtable.errors import ContentError, did_you_mean
from roundtable.register import citing
from roundtable.rights.criteria import criteria as criteria_of
from roundtable.rights.review import Context, Review, Reviewed, Text, Told
from roundtable.written import load

_NAMES = [
    name for model in (Review, Text, Told, Context, citing.Source) for name in model.model_fields
]


@kept.once
def every(folder: Path | None = None) -> Mapping[str, Review]:
    """Read all reviews.

    Parameters
    ----------
    folder
        The folder with ``rights.yml``, ``documents.yml``, ``partnerships`` and ``reviews``; by
        default the workspace's ``data``.

    Returns
    -------
    mapping of str to Review
        By entry, sorted by id.

    Raises
    ------
    ContentError
        With every error of every file, each with its file and line. Documents and passages are
        not looked up where their own file is broken, which the register tells.
    """
    data = folder or paths.data()
    asked = criteria_of(folder)
    documents, passages = _or_none(citing.documents, folder), _or_none(citing.passages, folder)
    entries = frozenset(path.stem for path in (data / "partnerships").glob("*.yml"))
    found, problems = {}, []
    for path in sorted((data / "reviews").glob("*.yml")):
        context = Reviewed(
            stem=path.stem, documents=documents, passages=passages, entries=entries, asked=asked
        )
        try:
            found[path.stem] = load(
                path, Review, names=_NAMES, example=f"entry: {path.stem}", context=context
            )
        except ContentError as error:
            problems.append(str(error))
    if problems:
        raise ContentError("\n".join(problems))
    return found


def _or_none(
    read: Callable[[Path | None], Mapping[str, Any]], folder: Path | None
) -> Mapping[str, Any] | None:
    """Read what reviews refer to; None where its file is broken."""
    try:
        return read(folder)
    except ContentError:
        return None


def review(entry: str) -> Review:
    """Return the review of an entry of the register.

    Raises
    ------
    ContentError
        If there is none, with the one that is closest.
    """
    reviews = every()
    if entry not in reviews:
        raise ContentError(
            f"There is no review of '{entry}' in data/reviews. Reviewed are {', '.join(reviews)}."
            + did_you_mean(entry, reviews)
        )
    return reviews[entry]
