"""The words of a report, with names and numbers put in."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from typing import Any

import yaml

from roundtable import places, sources
from roundtable.facts import forms
from roundtable.reliability import Verdict
from roundtable.reliability.report.country import Counting

LANGUAGE = "en"
"""The one language that reports have words in yet."""

NAMED = 6
"""Places that a sentence names before it counts the rest."""


@cache
def words() -> dict[str, Any]:
    """Read the words."""
    name = f"labels/report/{LANGUAGE}.yml"
    return yaml.safe_load(resources.files("roundtable.export").joinpath(name).read_text("utf-8"))


def persons(count: int) -> str:
    """Print a count in a sentence, without the word that says it is rounded."""
    return forms.people(count, LANGUAGE).removeprefix("about ")


def exact(count: float | None) -> str:
    """Print a count in a table."""
    return forms.exact(count, LANGUAGE)


def share(value: float | None) -> str:
    """Print a share."""
    return forms.percent(value, LANGUAGE)


def edition(name: str) -> str:
    """Name an edition: "2024 edition"."""
    return words()["edition"].format(name.rsplit("-", 1)[-1])


def place(code: str) -> str:
    """Name a place as running text does."""
    return places.place(code).phrase


def who(counting: Counting) -> str:
    """Name the people whom a destination counts."""
    marks = (counting.born, counting.citizens)
    key = {(True, False): "born", (False, True): "citizens"}.get(marks, "both")
    return words()["who"][key]


def place_short(code: str) -> str:
    """Name a place in a table or a title, without its article."""
    return place(code).removeprefix("the ")


def sentence(text: str) -> str:
    """Begin with a capital letter.

    Examples
    --------
    >>> sentence("the United Kingdom may be.")
    'The United Kingdom may be.'
    """
    return text[:1].upper() + text[1:]


def joined(items: Iterable[str]) -> str:
    """Join words with commas, and the last with "and".

    Examples
    --------
    >>> joined(["a"]), joined(["a", "b"]), joined(["a", "b", "c"])
    ('a', 'a and b', 'a, b and c')
    """
    found = list(items)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {words()['and']} {found[-1]}"


def named(codes: Iterable[str], *, most: int = NAMED) -> str:
    """Name places; of many, the first and how many more."""
    found = [place(code) for code in codes]
    if len(found) > most + 1:
        found = [*found[:most], words()["more"].format(count=exact(len(found) - most))]
    return joined(found)


def numbered(people: Mapping[str, int], *, most: int = NAMED) -> str:
    """Name places with their people; of many, the first and how many more."""
    found = [f"{place(code)} ({exact(count)})" for code, count in people.items()]
    if len(found) > most + 1:
        found = [*found[:most], words()["more"].format(count=exact(len(found) - most))]
    return joined(found)


def some(items: list[str], *, most: int = NAMED) -> str:
    """Join the first items, and count those that stand in the table below."""
    if len(items) > most + 1:
        rest = words()["below"].format(count=exact(len(items) - most))
        items = [*items[:most], rest]
    return joined(items)


def counted(count: int) -> str:
    """Print a small count as a word.

    Examples
    --------
    >>> counted(2), counted(12)
    ('two', '12')
    """
    known = words()["count_words"]
    return known[count] if count < len(known) else exact(count)


MANY_TIMES = 3
"""Ratio from which on growth is printed as how many times: "+1,100%" is hard to read."""


def change(ratio: float, *, times: bool = False) -> str:
    """Print a ratio of growth: a percentage, or how many times.

    Examples
    --------
    >>> change(1.13), change(0.5), change(1.0), change(12.34), change(2.9, times=True)
    ('+13%', '−50%', '±0%', '×12', '×2.9')
    """  # noqa: RUF002
    if times or ratio >= MANY_TIMES:
        shown = forms.number(ratio, LANGUAGE, digits=0 if ratio >= 10 else 1)
        return "\N{MULTIPLICATION SIGN}" + shown
    percent = round(100 * (ratio - 1))
    sign = "+" if percent > 0 else "\N{MINUS SIGN}" if percent < 0 else "±"
    return f"{sign}{abs(percent)}%"


def changes(ratios: Iterable[float]) -> list[str]:
    """Print ratios of the same growth alike: all as percentages, or all as how many times."""
    found = list(ratios)
    times = max(found) >= MANY_TIMES
    return [change(ratio, times=times) for ratio in found]


def growth(verdict: Verdict[float]) -> str:
    """Print growth, or in a word or two the first reason why it is not told."""
    if verdict.value is not None:
        return change(verdict.value)
    return words()["short_flags"][verdict.reasons[0].code]


def flags(verdict: Verdict) -> str:
    """Print the reasons of a refusal in a word or two each."""
    short = words()["short_flags"]
    return joined(dict.fromkeys(short[reason.code] for reason in verdict.reasons))


def citations(ids: Iterable[str]) -> tuple[str, ...]:
    """Cite sources, with their caveats."""
    catalogue = sources.catalogue()
    return tuple(f"{catalogue[name].citation}. {catalogue[name].caveat}" for name in ids)
