"""Find which sentence of one side answers to which of the other."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from roundtable.compare.cutting import Sentence
from roundtable.compare.version import Version

SIMILAR, AT_LEAST = 0.7, 4
"""Part of the shorter sentence's words, and their number, that the longer has in the same order
from which on the one is read as the other reworded. A message that gains a sentence still answers
to its old form; sentences of three words share them with too many."""

Masks = tuple[list[tuple[str, str]], list[tuple[str, str]]]
"""Patterns with what stands in their place, for the old and the new side."""


def masks_of(own: Version, beside: Version) -> list[tuple[str, str]]:
    """Say which names differ between two versions only because these were asked for.

    Where one year or edition is asked for on both sides, its name is a word like others.
    """
    found = []
    if own.edition != beside.edition:
        for name, mask in ((own.edition, "this edition"), (beside.edition, "other edition")):
            found.append((rf"\b{name.rsplit('-', 1)[-1]} edition\b", f"<{mask}>"))
    if own.year != beside.year:
        found.append((rf"\b{own.year}\b", "<year>"))
    return found


def masked(text: str, masks: list[tuple[str, str]]) -> str:
    r"""Put the masks in place of the names.

    Examples
    --------
    >>> masked("The 2020 edition lists it.", [(r"\b2020 edition\b", "<this edition>")])
    'The <this edition> lists it.'
    """
    for pattern, mask in masks:
        text = re.sub(pattern, mask, text)
    return text


def aligned(
    old: list[Sentence], new: list[Sentence], *, masks: Masks, places: bool
) -> Iterator[tuple[Sentence | None, Sentence | None]]:
    """Find which sentence of one side answers to which of the other.

    Key messages have their places: what the one side says where the other says something else
    stands beside it, however the words differ.

    Parameters
    ----------
    old, new
        Sentences of one section of each side, in their order.
    masks
        Of either side, as from `masks_of`.
    places
        Whether they are key messages.

    Yields
    ------
    tuple of Sentence or None
        The old and the new one; None where there is no answer.
    """
    frames = [
        [masked(part.frame, mask) for part in side]
        for side, mask in zip((old, new), masks, strict=True)
    ]
    matcher = SequenceMatcher(a=frames[0], b=frames[1], autojunk=False)
    for what, start, end, first, last in matcher.get_opcodes():
        if what == "equal":
            yield from zip(old[start:end], new[first:last], strict=True)
            continue
        answers = _answers(frames[0][start:end], frames[1][first:last])
        if places:
            answers |= _in_place(answers, end - start, last - first)
        taken = set(answers.values())
        waiting = [at for at in range(end - start) if at not in taken]
        for place in range(last - first):
            answer = answers.get(place)
            # What is gone stands before the sentence that followed it.
            while waiting and answer is not None and waiting[0] < answer:
                yield old[start + waiting.pop(0)], None
            yield (None if answer is None else old[start + answer]), new[first + place]
        yield from ((old[start + at], None) for at in waiting)


def _answers(old: list[str], new: list[str]) -> dict[int, int]:
    """Pair the most similar sentences first, each once: new place to old place."""
    scores = [
        (*_likeness(one.split(), other.split()), at, place)
        for place, other in enumerate(new)
        for at, one in enumerate(old)
    ]
    found: dict[int, int] = {}
    for part, _, at, place in sorted(scores, key=lambda item: (-item[0], -item[1], *item[2:])):
        if part >= SIMILAR and place not in found and at not in found.values():
            found[place] = at
    return found


def _in_place(answers: dict[int, int], old: int, new: int) -> dict[int, int]:
    """Pair what is left between the same neighbours, in order."""
    found: dict[int, int] = {}
    edges = [(-1, -1), *sorted(answers.items()), (new, old)]
    for (place, at), (next_place, next_at) in pairwise(edges):
        taken = {*answers.values(), *found.values()}
        free = [between for between in range(at + 1, next_at) if between not in taken]
        found |= dict(zip(range(place + 1, next_place), free, strict=False))
    return found


def _likeness(one: list[str], other: list[str]) -> tuple[float, float]:
    """Return the part of the shorter that the longer has too, then the part of both."""
    matcher = SequenceMatcher(a=one, b=other, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    part = shared / min(len(one), len(other)) if shared >= AT_LEAST else 0.0
    return part, matcher.ratio()
