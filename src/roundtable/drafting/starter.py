"""Start a draft: a file to write in, with the generated text and its facts as help."""

import re
from pathlib import Path

from roundtable import drafts
from roundtable.briefing.base import Briefing
from roundtable.drafting.accepting import write
from roundtable.drafting.documents import Document, headings, opened
from roundtable.errors import ContentError, ParameterError
from roundtable.facts import Fact
from roundtable.prose import plain
from roundtable.roundtables import Roundtable

_FACT = re.compile(r'<span class="fact" data-fact="([^"]*)">.*?</span>')
_KIND = re.compile(r"""\s*<span class="kind[^>]*>.*?</span>""")

_HELP = """\
{#
Write your words below this help, in Markdown; a blank line parts paragraphs. Your reader sees
nothing of what stands between the two signs that enclose this help.

A number is a fact: write its name in braces, as in the list. A name with a digit is written
{{ name('CA-4') }}. Pictures, HTML and numbers of your own are refused; a figure of your
government belongs into the lines above, with its source.

The generated text of the section today:

GENERATED

Facts to print, with what they say today:

FACTS
#}

"""

_FRONT = """\
---
place: PLACE  # before, after or instead of the generated text
# A government's own figure stands beside a fact, never instead of it:
# national_figures:
#   - beside: EXAMPLE
#     government: XXX  # ISO 3166 alpha-3 code
#     value: 0
#     unit: UNIT
#     year: 2024
#     source: Where it is published
#     url: https://…  # may be left out
---
"""


def start(
    session: Roundtable, theme: str, item: Document, *, section: str, language: str, place: str
) -> Path:
    """Write a starter for a draft.

    Parameters
    ----------
    session, theme, item
        The briefing.
    section
        The section to write on.
    language, place
        Language of the words, and where they stand.

    Returns
    -------
    Path
        The new file. Until something is written in it, it changes no briefing.

    Raises
    ------
    ParameterError
        If the document shows no such section.
    ContentError
        If there is such a draft already.
    """
    if problem := drafts.problem_with_section(section, headings(theme, item)):
        raise ParameterError(f"{item.slug}: {problem}")
    path = drafts.folder(session.id, item.slug) / f"{section}.{language}.md"
    if path.exists():
        raise ContentError(f"'{path}' is there already. Write in it, or remove it first.")
    text = starter(opened(session, theme, item, language), section, place=place)
    path.parent.mkdir(parents=True, exist_ok=True)
    write(path, text)
    return path


def starter(briefing: Briefing, section: str, *, place: str) -> str:
    """Return the text of a starter.

    Parameters
    ----------
    briefing
        The briefing, opened.
    section, place
        What to write on, and where it stands.
    """
    rendered = briefing.text(section).markdown
    generated = _KIND.sub("", _FACT.sub(lambda found: _braces(found[1]), rendered))
    used = dict.fromkeys(_FACT.findall(rendered))
    every = briefing.book.variables()
    facts = [briefing.book[name] for name in used]
    facts += [fact for fact in every.values() if fact.id not in used]
    lines = [_line(fact, briefing.language) for fact in facts]
    example = next((fact for fact in facts if fact.unit == "persons"), None)
    front = _FRONT.replace("PLACE", place)
    front = front.replace("EXAMPLE", example.id if example else "a-fact")
    front = front.replace("UNIT", example.unit if example else "persons")
    # A comment ends at the first sign that ends one.
    helped = _HELP.replace("GENERATED", generated.replace("#}", "# }"))
    return front + helped.replace("FACTS", "\n".join(lines).replace("#}", "# }"))


def _braces(fact_id: str) -> str:
    return "{{ " + fact_id.replace("-", "_") + " }}"


def _line(fact: Fact, language: str) -> str:
    about = [fact.edition, *(_about(name, item) for name, item in fact.arguments.items())]
    told = ", ".join(part for part in about if part)
    shown = plain(fact.printed[language])
    return f"{_braces(fact.id)}: {shown}. {fact.definition}" + (f" ({told})" if told else "")


def _about(name: str, item: object) -> str:
    """Name an argument of a fact; of a long list its first items and their number."""
    if item in (None, "", [], ()):
        return ""
    if not isinstance(item, list | tuple):
        return f"{name} {item}"
    shown = ", ".join(map(str, item[:_ITEMS]))
    return f"{name} {shown}" + (f", … {len(item)} in all" if len(item) > _ITEMS else "")


_ITEMS = 3
"""Items of a list that the help names: it should fit on a line."""
