"""Write into a draft what its facts are now: its drafter has read the words again."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from roundtable.drafting.review import Reviewed
from roundtable.facts import Fact

_FACTS = re.compile(r"^facts:.*\n?(?:^(?:[ \t].*|[ \t]*)\n?)*", re.MULTILINE)


def accept(reviewed: Reviewed) -> bool:
    """Record the facts that a draft names, as they are now, in its front matter.

    Everything else in the file stays as it is, to the byte.

    Parameters
    ----------
    reviewed
        The draft, with the facts that it names.

    Returns
    -------
    bool
        Whether the file changed.
    """
    path, facts = reviewed.path, reviewed.facts
    language = path.name.split(".")[1]
    raw = path.read_bytes().decode("utf-8")
    ends = "\r\n" if "\r\n" in raw else "\n"
    fresh = with_facts(raw.replace("\r\n", "\n"), facts, language=language)
    fresh = fresh.replace("\n", ends)
    if fresh == raw:
        return False
    write(path, fresh)
    return True


def with_facts(text: str, facts: Mapping[str, Fact], *, language: str) -> str:
    r"""Return the text of a draft with other recorded facts.

    Examples
    --------
    >>> print(with_facts("---\nplace: after\n---\nWords.\n", {}, language="en"))
    ---
    place: after
    ---
    Words.
    <BLANKLINE>
    """
    start = text.index("\n") + 1
    end = re.compile(r"^---[ \t]*$", re.MULTILINE).search(text, start)
    head = _FACTS.sub("", text[start : end.start()]) if end else ""
    if head and not head.endswith("\n"):
        head += "\n"
    return text[:start] + head + recorded(facts, language=language) + text[end.start() :]


def recorded(facts: Mapping[str, Fact], *, language: str) -> str:
    """Return facts as the front matter records them, one a line."""
    if not facts:
        return ""
    lines = [f"  {name}: {_flow(fact, language)}" for name, fact in facts.items()]
    return "\n".join(["facts:", *lines, ""])


def _flow(fact: Fact, language: str) -> str:
    value = fact.value.item() if hasattr(fact.value, "item") else fact.value
    content = {"value": value, "printed": fact.printed[language], "kind": fact.kind}
    text = yaml.safe_dump(
        content, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000
    )
    return text.strip()


def write(path: Path, text: str) -> None:
    """Write a file aside, then put it in place."""
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        aside.write_bytes(text.encode("utf-8"))
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
