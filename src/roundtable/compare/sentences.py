"""Which sentences changed: the text of two versions, sentence beside sentence."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Literal

from roundtable.compare.cutting import Sentence, split
from roundtable.compare.pairing import Masks, aligned, masked, masks_of
from roundtable.compare.version import Version

MESSAGES = "key-messages"
"""The cell of the key messages."""

WHOLE = (MESSAGES, "caution")
"""Cells whose items are compared whole: each is a claim with what belongs to it."""

Difference = Literal["same", "rounded", "mirrored", "figures", "wording", "new", "gone"]
"""How a sentence differs.

``same``
    Word for word, but for the name of the edition and the year asked for.
``rounded``
    The same, although a figure in it changed: it is printed alike.
``mirrored``
    It tells both editions' figures, in the other order.
``figures``
    The same words around other figures.
``wording``
    Other words.
``new``, ``gone``
    One side has it.
"""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A sentence of one side beside that of the other.

    Attributes
    ----------
    section
        Id of the cell.
    old, new
        None where a side has no such sentence.
    difference
        How they differ.
    """

    section: str
    old: Sentence | None
    new: Sentence | None
    difference: Difference

    @property
    def is_message(self) -> bool:
        """Whether it is a key message."""
        return self.section == MESSAGES

    @property
    def reads_differently(self) -> bool:
        """Whether a reader sees something else."""
        return self.difference in ("figures", "wording", "new", "gone")

    @property
    def kind_changed(self) -> bool:
        """Whether a message shows another kind of figure."""
        return bool(self.old and self.new and self.old.kind != self.new.kind)


def compare_texts(old: Version, new: Version, *, moved: frozenset[str]) -> tuple[Pair, ...]:
    """Set the sentences of two versions of a briefing beside each other.

    Parameters
    ----------
    old, new
        Two versions of one briefing. Sections that one side lacks are new or gone as a whole.
    moved
        Ids of the facts whose value changed.

    Returns
    -------
    tuple of Pair
        All sentences, in the order of the new side; those that one side lacks stand where they
        would be.
    """
    masks = masks_of(old, new), masks_of(new, old)
    both = old.edition != new.edition
    found: list[Pair] = []
    for section in dict.fromkeys([*new.texts, *old.texts]):
        sides = [
            list(split(version.texts.get(section, ""), whole=section in WHOLE))
            for version in (old, new)
        ]
        for first, second in aligned(*sides, masks=masks, places=section == MESSAGES):
            how = _difference(first, second, masks=masks, moved=moved, editions=both)
            found.append(Pair(section=section, old=first, new=second, difference=how))
    return tuple(found)


def _difference(
    old: Sentence | None,
    new: Sentence | None,
    *,
    masks: Masks,
    moved: frozenset[str],
    editions: bool,
) -> Difference:
    if old is None or new is None:
        return "new" if old is None else "gone"
    texts = [masked(part.text, mask) for part, mask in zip((old, new), masks, strict=True)]
    if texts[0] == texts[1] or old.text == new.text:
        return "rounded" if moved & {*old.facts, *new.facts} else "same"
    if editions and _tells_both(old.text, masks[0]) and _words(old.text) == _words(new.text):
        return "mirrored"
    frames = [masked(part.frame, mask) for part, mask in zip((old, new), masks, strict=True)]
    # Some figures begin a sentence and carry no mark; a year is a figure too.
    plain = [_NUMBER.sub("#", frame) for frame in frames]
    return "figures" if plain[0] == plain[1] else "wording"


_NUMBER = re.compile(r"\d[\d,.]*(?<![,.])")


def _tells_both(text: str, masks: list[tuple[str, str]]) -> bool:
    return all(re.search(pattern, text) for pattern, mask in masks if "edition" in mask)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w[\w.,]*\w%?|\w", text.casefold()))
