"""What may stand in the words of a draft: plain Markdown, facts and names."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from jinja2 import TemplateSyntaxError, nodes

from roundtable import written
from roundtable.drafts.model import Draft
from roundtable.errors import did_you_mean
from roundtable.facts import Fact
from roundtable.prose import Prose
from roundtable.sandbox import DIGIT, unsourced

_REFUSED = (
    (re.compile(r"<(?!\s)"), "HTML stands in the words. Write Markdown; a sign is written `< `."),
    (re.compile(r"!\["), "a picture stands in the words. Documents take none from drafts."),
    (
        re.compile(r"\](?=\()(?!\(x+\))"),
        "a link leads to no web address. Write [words](https://…), the address in full.",
    ),
    (
        re.compile(r"^ {0,3}\[[^\]]+\]:", re.MULTILINE),
        "an address stands apart from its link. Write [words](https://…).",
    ),
)

_STATEMENTS = (
    *(nodes.For, nodes.Macro, nodes.CallBlock, nodes.Assign, nodes.AssignBlock, nodes.With),
    *(nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends, nodes.Block),
)


def problems(draft: Draft, prose: Prose, names: dict[str, object]) -> list[str]:
    """Say what is wrong with the words of a draft.

    Parameters
    ----------
    draft
        The draft.
    prose
        The words of the briefing, with its facts.
    names
        What words may name, as from `Prose.names`.

    Returns
    -------
    list of str
        In the order of the lines, each with its line; empty when all fits.
    """
    try:
        tree = prose.parsed(draft.words)
    except TemplateSyntaxError as error:
        return [f"line {error.lineno}: {_unclosed(error)}"]
    found = [*unsourced(tree), *_markup(tree), *_statements(tree), *_unknown(tree, draft, names)]
    found += [*_attributes(tree, names), *_figures(draft, names)]
    return sorted(dict.fromkeys(found), key=_line)


def _unclosed(error: TemplateSyntaxError) -> str:
    said = str(error.message).rstrip(".")
    return (
        f"the braces do not fit ({said}). A fact is written {{{{ stock }}}}, a condition "
        "{% if stock.known %} … {% endif %}."
    )


def _line(problem: str) -> int:
    found = re.match(r"line (\d+)", problem)
    return int(found[1]) if found else 0


def _markup(tree: nodes.Template) -> Iterator[str]:
    for data in tree.find_all(nodes.TemplateData):
        for pattern, problem in _REFUSED:
            for match in pattern.finditer(data.data):
                yield f"line {data.lineno + data.data.count(chr(10), 0, match.start())}: {problem}"
        for at, sign in enumerate(data.data):
            if unicodedata.category(sign).startswith("N") and not DIGIT.match(sign):
                line = data.lineno + data.data.count("\n", 0, at)
                yield f"line {line}: '{sign}' is a number. A number must be a fact."


def _statements(tree: nodes.Template) -> Iterator[str]:
    for node in tree.find_all(_STATEMENTS):
        yield (
            f"line {node.lineno}: a draft prints facts and names in braces and may ask "
            "{% if … %}; nothing else stands in {% … %}."
        )


def _unknown(tree: nodes.Template, draft: Draft, names: Iterable[str]) -> Iterator[str]:
    known = set(names)
    for node in tree.find_all(nodes.Name):
        if node.ctx == "load" and node.name not in known:
            was = draft.front.facts.get(node.name.replace("_", "-"))
            yield (
                f"line {node.lineno}: there is no fact or name '{node.name}' in this briefing."
                + (f" When the words were written it was {was.printed!r}." if was else "")
                + did_you_mean(node.name, known)
            )


def _attributes(tree: nodes.Template, names: Mapping[str, object]) -> Iterator[str]:
    for node in tree.find_all(nodes.Getattr):
        if not isinstance(node.node, nodes.Name) or node.node.name not in names:
            continue
        if not hasattr(names[node.node.name], node.attr):
            yield (
                f"line {node.lineno}: there is no `{node.node.name}.{node.attr}`. A fact is "
                "printed by its name alone."
            )


def _figures(draft: Draft, names: dict[str, object]) -> Iterator[str]:
    facts = {value.id: value for value in names.values() if isinstance(value, Fact)}
    for at, figure in enumerate(draft.front.national_figures):
        fact = facts.get(figure.beside)
        line = written.line_at(draft.yaml, "national_figures", at, "beside")
        where = f"line {line}, national_figures.{at}"
        if fact is None:
            yield (
                f"{where}: there is no fact '{figure.beside}' in this briefing to stand beside."
                + did_you_mean(figure.beside, facts)
            )
        elif fact.unit != figure.unit:
            yield (
                f"{where}: its unit is '{figure.unit}', and that of '{fact.id}' is '{fact.unit}'. "
                "Only figures of one unit stand beside each other."
            )
