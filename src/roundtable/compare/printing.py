"""How values, differences and texts of a comparison are printed."""

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher
from typing import Any

from roundtable import prose
from roundtable.compare.changes import Change, Step, number
from roundtable.compare.naming import subject
from roundtable.export.comparing import words
from roundtable.export.comparing.document import Marked
from roundtable.export.report import words as report_words
from roundtable.facts import forms

WHOLE = ("persons", "US dollars", "places", "origins", "destinations", "corridors", "kilometres")
"""Units whose values are printed as the source has them where they are whole numbers."""


def value(fact: Mapping[str, Any], *, language: str, exact: bool = True) -> str:
    """Print a value for a table: exact where a text rounds it.

    Parameters
    ----------
    fact
        Entry of ``facts.json``.
    language
        Language of its printed form.
    exact
        Whether to print the number and not the words that the text has for it.
    """
    size = number(fact)
    if size is None or not exact:
        return str(fact["printed"][language])
    if fact["unit"] == "share":
        return forms.percent_exact(size, language)
    if fact["unit"] in WHOLE or "dollars" in fact["unit"]:
        return forms.exact(size, language, digits=0 if size == int(size) or size > 100 else 1)
    if fact["unit"] == "ratio":
        return forms.decimal_two(size, language)
    if fact["unit"] == "per year":
        return forms.percent_exact(size, language)
    if fact["unit"] in ("rank", "year"):
        return str(fact["printed"][language])
    return forms.decimal_two(size, language)


def difference(change: Change, *, language: str) -> str:
    """Print new minus old, with its sign; empty where a side has no number."""
    if change.difference is None or not change.comparable:
        return ""
    return _difference(change.difference, change.new["unit"], language=language)


def _difference(size: float, unit: str, *, language: str) -> str:
    if unit == "year":
        return ""
    if unit in ("share", "per year"):
        shown = signed(100 * size, digits=1, language=language)
        return words()["briefing"]["points"].format(difference=shown)
    if unit == "rank":
        return signed(size, digits=0, language=language)
    whole = unit in WHOLE or "dollars" in unit
    digits = 0 if whole and (size == int(size) or abs(size) > 100) else 1 if whole else 2
    return signed(size, digits=digits, language=language)


def ratio(change: Change) -> str:
    """Print new against old: a percentage, or how many times; empty where it says nothing."""
    if change.ratio is None or not change.comparable:
        return ""
    shown = report_words.change(change.ratio)
    return "" if shown == "±0%" else shown


def signed(size: float, *, digits: int, language: str) -> str:
    """Print a number with its sign.

    Examples
    --------
    >>> signed(6542.0, digits=0, language="en"), signed(-0.04, digits=1, language="en")
    ('+6,542', '±0.0')
    """
    rounded = round(size, digits)
    sign = "+" if rounded > 0 else "\N{MINUS SIGN}" if rounded < 0 else "±"
    return sign + forms.number(abs(rounded), language, digits=digits)


def marks(change: Change, *, language: str) -> str:
    """Say what kind of change it is, and how kind and flags changed."""
    own, short = words()["briefing"], report_words.words()
    found = []
    if change.cause:
        cause = words()["causes"][change.cause]
        if change.steps:
            cause = ", ".join(_step(change, step, language=language) for step in change.steps)
        names = {side: subject(fact) for side, fact in _sides(change)}
        told = change.cause == "subject" and all(names.values()) and names["old"] != names["new"]
        found.append(own["subjects"].format(cause=cause, **names) if told else cause)
    if change.old["kind"] != change.new["kind"]:
        kinds = short["short_kinds"]
        names = {side: kinds.get(fact["kind"], fact["kind"]) for side, fact in _sides(change)}
        found.append(own["kind"].format(**names))
    old, new = (set(fact["flags"]) for _, fact in _sides(change))
    for key, flags in (("flags_new", new - old), ("flags_gone", old - new)):
        if flags:
            names = [short["short_flags"].get(flag, flag) for flag in sorted(flags)]
            found.append(own[key].format(flags=report_words.joined(dict.fromkeys(names))))
    return "; ".join(found)


def legend(changes: Iterable[Change], *, language: str) -> str:
    """Explain the flags that came or went with changes, as `marks` names them."""
    own, short = words()["briefing"], report_words.words()["short_flags"]
    long = prose.labels(language)["flags"]
    found = {flag for one in changes for flag in {*one.old["flags"]} ^ {*one.new["flags"]}}
    return " ".join(
        own["flag"].format(short=name, long=long[flag])
        for flag, name in short.items()
        if flag in found and flag in long
    )


def _step(change: Change, step: Step, *, language: str) -> str:
    """Say what one part of the way from the old value to the new did."""
    cause, size = step
    shown = _difference(size, change.new["unit"], language=language)
    return f"{words()['causes'][cause]} {shown}".strip()


def _sides(change: Change) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    return ("old", change.old), ("new", change.new)


def marked(old: str, new: str) -> tuple[Marked, Marked]:
    """Cut two texts into what they share and what one of them has.

    Examples
    --------
    >>> marked("about 50 people", "about 44 people")[0]
    (('about', False), ('50', True), ('people', False))
    """
    first, second = old.split(), new.split()
    sides: tuple[list[tuple[str, bool]], ...] = ([], [])
    matcher = SequenceMatcher(a=first, b=second, autojunk=False)
    for what, start, end, begin, last in matcher.get_opcodes():
        for side, piece in zip(sides, (first[start:end], second[begin:last]), strict=True):
            if piece:
                side.append((" ".join(piece), what != "equal"))
    return tuple(sides[0]), tuple(sides[1])
