"""Which sentences changed: the text of two versions, sentence beside sentence."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from roundtable import prose
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

SIMILAR, AT_LEAST = 0.7, 4
"""Part of the shorter sentence's words, and their number, that the longer has in the same order
from which on the one is read as the other reworded. A message that gains a sentence still answers
to its old form; sentences of three words share them with too many."""


@dataclass(frozen=True)
class Sentence:
    """A sentence, or a key message.

    Attributes
    ----------
    text
        Plain text.
    frame
        The same with the id of each fact in braces in place of its figure.
    facts
        Ids of the facts in it.
    kind
        Kind of figure that a message shows; empty for others.
    """

    text: str
    frame: str
    facts: tuple[str, ...]
    kind: str = ""


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
    masks = _masks(old, new), _masks(new, old)
    both = old.edition != new.edition
    found: list[Pair] = []
    for section in dict.fromkeys([*new.texts, *old.texts]):
        sides = [
            list(split(version.texts.get(section, ""), whole=section in WHOLE))
            for version in (old, new)
        ]
        for first, second in _aligned(*sides, masks=masks, places=section == MESSAGES):
            how = _difference(first, second, masks=masks, moved=moved, editions=both)
            found.append(Pair(section=section, old=first, new=second, difference=how))
    return tuple(found)


_FACT = re.compile(r'<span class="fact" data-fact="([^"]+)">(.*?)</span>', re.DOTALL)
_KIND = re.compile(r'\s*<span class="kind kind-([a-z-]+)">.*?</span>', re.DOTALL)
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
# A full stop ends a sentence where a capital, a figure or a quotation follows: "1.5 million"
# and "4.a" do not, nor do abbreviations before a small letter.
_OPEN, _CLOSE = '["\N{LEFT DOUBLE QUOTATION MARK}(]?', '["\N{RIGHT DOUBLE QUOTATION MARK})]'
_END = re.compile(rf"(?<=[.!?])((?:\*\*|{_CLOSE})*)\s+(?={_OPEN}(?:\*\*)?{_OPEN}[A-Z\d<])")


def split(markdown: str, *, whole: bool = False) -> Iterator[Sentence]:
    """Cut the text of a section into sentences.

    Parameters
    ----------
    markdown
        As a cell shows it: facts in marks, paragraphs, lists and tables.
    whole
        Whether a paragraph or an item of a list is one piece.

    Yields
    ------
    Sentence

    Examples
    --------
    >>> text = 'Of these <span class="fact" data-fact="share">39%</span> live here. So do others.'
    >>> [(part.text, part.frame) for part in split(text)]
    [('Of these 39% live here.', 'Of these {share} live here.'), ('So do others.', 'So do others.')]
    """
    for block in re.split(r"\n\s*\n", markdown):
        for piece in _pieces(block):
            kinds = _KIND.findall(piece)
            rest = _KIND.sub("", piece).strip()
            parts = [rest] if whole else _END.sub(r"\1\n", rest).split("\n")
            for part in parts:
                if text := _plain(_FACT.sub(r"\2", part)):
                    yield Sentence(
                        text=text,
                        frame=_plain(_FACT.sub(r"{\1}", part)),
                        facts=tuple(dict.fromkeys(match[0] for match in _FACT.findall(part))),
                        kind=kinds[0] if kinds else "",
                    )


def _pieces(block: str) -> list[str]:
    """Cut a block into the items of its list; leave headings and tables out."""
    lines = [line for line in block.splitlines() if not line.lstrip().startswith(("#", "|"))]
    text = "\n".join(lines)
    return [" ".join(piece.split()) for piece in _ITEM.split(text) if piece.strip()]


def _plain(text: str) -> str:
    return prose.plain(text.replace("**", ""))


def _masks(own: Version, beside: Version) -> list[tuple[str, str]]:
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


def _masked(text: str, masks: list[tuple[str, str]]) -> str:
    for pattern, mask in masks:
        text = re.sub(pattern, mask, text)
    return text


Masks = tuple[list[tuple[str, str]], list[tuple[str, str]]]


def _aligned(
    old: list[Sentence], new: list[Sentence], *, masks: Masks, places: bool
) -> Iterator[tuple[Sentence | None, Sentence | None]]:
    """Find which sentence of one side answers to which of the other.

    Key messages have their places: what the one side says where the other says something else
    stands beside it, however the words differ.
    """
    frames = [
        [_masked(part.frame, mask) for part in side]
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
        found |= dict(zip(range(place + 1, next_place), range(at + 1, next_at), strict=False))
    return {place: at for place, at in found.items() if at not in answers.values()}


def _likeness(one: list[str], other: list[str]) -> tuple[float, float]:
    """Return the part of the shorter that the longer has too, then the part of both."""
    matcher = SequenceMatcher(a=one, b=other, autojunk=False)
    shared = sum(block.size for block in matcher.get_matching_blocks())
    part = shared / min(len(one), len(other)) if shared >= AT_LEAST else 0.0
    return part, matcher.ratio()


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
    texts = [_masked(part.text, mask) for part, mask in zip((old, new), masks, strict=True)]
    if texts[0] == texts[1] or old.text == new.text:
        return "rounded" if moved & {*old.facts, *new.facts} else "same"
    if editions and _tells_both(old.text, masks[0]) and _words(old.text) == _words(new.text):
        return "mirrored"
    frames = [_masked(part.frame, mask) for part, mask in zip((old, new), masks, strict=True)]
    # Some figures begin a sentence and carry no mark; a year is a figure too.
    plain = [_NUMBER.sub("#", frame) for frame in frames]
    return "figures" if plain[0] == plain[1] else "wording"


_NUMBER = re.compile(r"\d[\d,.]*(?<![,.])")


def _tells_both(text: str, masks: list[tuple[str, str]]) -> bool:
    return all(re.search(pattern, text) for pattern, mask in masks if "edition" in mask)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w[\w.,]*\w%?|\w", text.casefold()))
