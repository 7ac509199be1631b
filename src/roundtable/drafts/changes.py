"""Which facts of a draft have changed since its words were written."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from roundtable.drafts.model import Draft, Recorded
from roundtable.facts import Fact


@dataclass(frozen=True)
class Change:
    """A fact then and now."""

    was: Recorded
    now: Fact


def named_facts(draft: Draft, tree: nodes.Template, names: Mapping[str, Any]) -> dict[str, Fact]:
    """Return the facts that a draft names, by id: in its words, or to stand a figure beside.

    Parameters
    ----------
    draft
        The draft.
    tree
        Its words, as from `Prose.parsed`.
    names
        What words may name.
    """
    printed = [names.get(node.name) for node in tree.find_all(nodes.Name)]
    facts = {value.id: value for value in printed if isinstance(value, Fact)}
    every = {value.id: value for value in names.values() if isinstance(value, Fact)}
    beside = (every.get(figure.beside) for figure in draft.front.national_figures)
    facts |= {fact.id: fact for fact in beside if fact}
    own = {figure.id for figure in draft.front.national_figures}
    return {name: fact for name, fact in sorted(facts.items()) if name not in own}


def changes(
    recorded: Mapping[str, Recorded], facts: Mapping[str, Fact], *, language: str
) -> tuple[list[Change], list[str]]:
    """Compare the facts of a draft with what they were.

    A fact has changed when its value differs and a reader can see it, or when it is another
    kind of figure. One whose value moved within the rounding of its printed form has not.

    Parameters
    ----------
    recorded
        Facts as they were when the words were written, by id.
    facts
        Facts that the draft names now, by id.
    language
        Language of the draft.

    Returns
    -------
    tuple
        What has changed, and the ids of which nothing was recorded.
    """
    found = [
        Change(recorded[name], fact)
        for name, fact in facts.items()
        if name in recorded and _differ(recorded[name], fact, language)
    ]
    return found, [name for name in facts if name not in recorded]


def _differ(was: Recorded, now: Fact, language: str) -> bool:
    if was.kind != now.kind:
        return True
    return was.printed != now.printed[language] and not _same(was.value, now.value)


def _same(was: object, now: object) -> bool:
    numbers = (int, float)
    if isinstance(was, numbers) and isinstance(now, numbers):
        return math.isclose(was, now, rel_tol=1e-9)
    return was == now
