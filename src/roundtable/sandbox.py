"""Where the words are rendered: a place in which no number can be printed that is no fact."""

import re
from collections.abc import Callable, Iterator
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, nodes
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from roundtable.errors import ContentError
from roundtable.facts import Name

DIGIT = re.compile(r"\d")


def environment(finalize: Callable[[Any], Markup]) -> SandboxedEnvironment:
    """Make a sandboxed environment in which undefined names are errors.

    There are no filters: ``safe`` and ``escape`` would let a template print anything.
    """
    env = SandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    env.filters.clear()
    env.globals.clear()
    env.globals["name"] = written_name
    return env


def compiled(env: SandboxedEnvironment, text: str) -> CodeType:
    """Check words and compile them, out of one reading.

    Raises
    ------
    ContentError
        If they could print a number that is no fact.
    """
    tree = env.parse(text)
    refuse_unsourced(tree)
    return env.compile(tree)


def written_name(text: str) -> Name:
    """Let a template print a name that holds digits, such as CA-4 or A/68/283.

    Raises
    ------
    ContentError
        If there is no letter in it: then it is a number, and numbers are facts.
    """
    if not any(character.isalpha() for character in text):
        raise ContentError(f"name({text!r}) is a number, not a name. Print a fact by its id.")
    return Name(text)


ADDRESS = re.compile(r"(?<=\]\()(?:https?://|mailto:)[^\s()<>{}]+(?=\))")
"""Where a Markdown link leads, in words that a drafter wrote."""


def without_addresses(text: str) -> str:
    """Blank the addresses of links: their digits are no figures that a reader sees.

    Examples
    --------
    >>> without_addresses("the [treaty](https://a.org/2008)")
    'the [treaty](xxxxxxxxxxxxxxxxxx)'
    """
    return ADDRESS.sub(lambda found: "x" * len(found[0]), text)


def refuse_unsourced(tree: nodes.Template) -> None:
    """Raise ContentError where a template could print a number that is no fact.

    Raises
    ------
    ContentError
        With the first place, and what may be printed instead.
    """
    for problem in unsourced(tree):
        raise ContentError(problem)


def unsourced(tree: nodes.Template) -> Iterator[str]:
    """Say, with the line, where a template could print a number that is no fact.

    A digit in its own words is one way. Another is a constant: Jinja prints it without asking
    `finalize`. The third is to make text: what is marked as safe is printed as it is, and
    filters, operators, slices and methods can mark or alter anything.
    """
    for data in tree.find_all(nodes.TemplateData):
        for at, text in enumerate(data.data.splitlines()):
            if found := DIGIT.search(text):
                around = text[max(0, found.start() - 30) : found.end() + 20].strip()
                yield (
                    f"line {data.lineno + at}: a digit stands in the words (“…{around}…”). A "
                    "number must be a fact; a name with a digit is written {{ name('CA-4') }}."
                )
    for node in tree.find_all((*_MAKES_TEXT, nodes.Call)):
        named = isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name)
        if not named or (node.node.name == "name" and not _written_out(node)):
            yield (
                f"line {node.lineno}: the words make text of their own (a filter, an operator, a "
                "slice, a method or a name() that is not written out). Print facts and names as "
                "they are; another form of a number is another fact."
            )
    for output in tree.find_all(nodes.Output):
        wrong = [printed for printed in output.nodes if not _names_something(printed)]
        if wrong:
            yield (
                f"line {wrong[0].lineno}: prints what is neither a fact nor a name. Print a fact "
                "by its id; words stand outside the braces."
            )


def _names_something(printed: nodes.Expr) -> bool:
    if isinstance(printed, nodes.CondExpr):
        both = (printed.expr1, printed.expr2)
        return all(branch is None or _names_something(branch) for branch in both)
    return isinstance(printed, (nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Call))


def _written_out(call: nodes.Call) -> bool:
    given = [*call.args, *call.kwargs, call.dyn_args, call.dyn_kwargs]
    return isinstance(given[0], nodes.Const) and given[1:] == [None, None]


_MAKES_TEXT = (
    nodes.Filter, nodes.FilterBlock, nodes.Concat, nodes.Getitem,
    nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow,
)  # fmt: skip


def line_in_template(error: Exception) -> int | None:
    """Return the line of the words at which rendering them failed, where it is known."""
    found, step = getattr(error, "lineno", None), error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == "<template>":
            found = step.tb_lineno
        step = step.tb_next
    return found
