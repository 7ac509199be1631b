"""Renders the sections of a theme; they can print nothing but facts and names."""

import marshal
import re
from contextlib import suppress
from typing import Any

from jinja2 import Template, TemplateError, TemplateSyntaxError, Undefined, nodes
from markupsafe import Markup

from roundtable import kept
from roundtable.errors import ContentError, did_you_mean
from roundtable.facts import Book, Fact, Name
from roundtable.prose.files import sections
from roundtable.prose.marking import escape, plain
from roundtable.sandbox import (
    DIGIT,
    compiled,
    environment,
    line_in_template,
    refuse_unsourced,
    without_addresses,
)


class Prose:
    """Renders the sections of one theme in one language for one briefing.

    Parameters
    ----------
    theme, language
        Which words.
    book
        Where the facts that are shown are noted.
    marked
        Whether a number is wrapped in a mark that leads to its fact. Titles of charts
        are not.
    """

    def __init__(self, *, theme: str, language: str, book: Book) -> None:
        self.theme, self.language, self.book = theme, language, book
        self.texts = sections(language, theme)
        # One environment for both forms: compiling the words takes longer than rendering them.
        self._marked = True
        self._templates: dict[str, Template] = {}
        self._env = environment(self._finalize)
        self._env.globals["lead"] = self._lead
        self._codes = self._compiled_before()
        self._env.globals |= self._macros()

    def render(self, section: str, *, marked: bool = True, **context: Any) -> str:
        """Render a section with the book's facts and further names.

        Raises
        ------
        ContentError
            If the section is not there, or prints anything but facts and names.
        """
        template = self._template(section)
        self._marked = marked
        try:
            text = template.render(**self.book.variables(), **context)
        except (TemplateError, ContentError, TypeError, ValueError, AttributeError) as error:
            raise ContentError(f"{self._where(section)}: {error}") from None
        return re.sub(r"\n{3,}", "\n\n", text).strip()

    def line(self, section: str, **context: Any) -> str:
        """Render a section as one line of plain text, for titles and labels."""
        return plain(self.render(section, marked=False, **context))

    def free(self, text: str, where: str, /, **context: Any) -> str:
        """Render words that are no section of the theme, such as a drafter's.

        Parameters
        ----------
        text
            The words, a template.
        where
            Their file, for errors.
        **context
            Names that they may print beside the facts of the book.

        Raises
        ------
        ContentError
            With the place and the line, if they print anything but facts and names.
        """
        self._marked = True
        try:
            refuse_unsourced(self.parsed(text))
            shown = self._env.from_string(text).render(**self.book.variables(), **context)
        except (TemplateError, ContentError, TypeError, ValueError, AttributeError) as error:
            line = line_in_template(error)
            at = f", line {line}" if line else ""
            raise ContentError(f"{where}{at}: {error}") from None
        return re.sub(r"\n{3,}", "\n\n", shown).strip()

    def parsed(self, text: str) -> nodes.Template:
        """Parse words without rendering them, the addresses of their links blanked."""
        return self._env.parse(without_addresses(text))

    def names(self, **context: Any) -> dict[str, Any]:
        """Return all that words may name: facts, names of the briefing, and macros."""
        return {**self._env.globals, **context, **self.book.variables()}

    def problems(self) -> list[str]:
        """Return what is wrong with any section, without rendering it."""
        found = []
        for section in self.texts:
            try:
                self._template(section)
            except ContentError as error:
                found.append(str(error))
        return found

    def _macros(self) -> dict[str, Any]:
        """Compile the macros once; with each section anew they would take most of the time."""
        try:
            module = self._compiled(self._macro_text()).module
        except (TemplateSyntaxError, ContentError) as error:
            where = f"notebooks/text/{self.language}/common.md, section 'macros'"
            raise ContentError(f"{where}: {error}") from None
        return {name: macro for name, macro in vars(module).items() if not name.startswith("_")}

    def _macro_text(self) -> str:
        return sections(self.language, "common").get("macros", "")

    def _template(self, section: str) -> Template:
        if section not in self._templates:
            if section not in self.texts:
                raise ContentError(
                    f"{self.language}/{self.theme}.md has no section '{section}'."
                    + did_you_mean(section, self.texts)
                )
            try:
                self._templates[section] = self._compiled(self.texts[section])
            except (TemplateSyntaxError, ContentError) as error:
                raise ContentError(f"{self._where(section)}: {error}") from None
        return self._templates[section]

    def _compiled(self, text: str) -> Template:
        """Make a template of a text, from its code where a kernel of this build has left it."""
        left = self._codes.get(text)
        code = marshal.loads(left) if left else compiled(self._env, text)
        return Template.from_code(self._env, code, self._env.make_globals(None))

    def _compiled_before(self) -> dict[str, bytes]:
        """Return the code of the theme's sections by their text, where kernels share it."""
        if not kept.shared():
            return {}
        return kept.made("words", self._compiled_all, of=f"{self.language} {self.theme}")

    def _compiled_all(self) -> dict[str, bytes]:
        """Compile every section that is right; an error is told where its section is shown."""
        texts = [self._macro_text(), *self.texts.values()]
        found = {}
        for text in texts:
            with suppress(TemplateSyntaxError, ContentError):
                found[text] = marshal.dumps(compiled(self._env, text))
        return found

    def _where(self, section: str) -> str:
        return f"notebooks/text/{self.language}/{self.theme}.md, section '{section}'"

    def _lead(self, fact: Fact, words: str) -> Markup:
        """Let words lead to a fact: its printed form, or words that rest on it without it.

        A sentence such as "the two agree" rests on a second figure that it does not print;
        that figure too must be found in the notes and in ``facts.json``.
        """
        self.book.show(fact)
        if words != fact.printed[self.language] and DIGIT.search(words):
            raise ContentError(f"lead() prints {words!r}, which holds a digit. Print the fact.")
        shown = escape(words)
        return (
            Markup('<span class="fact" data-fact="{}">{}</span>').format(fact.id, shown)
            if self._marked
            else shown
        )

    def _finalize(self, value: Any) -> Markup:
        """Print a fact or a name, and nothing else."""
        if isinstance(value, Fact):
            return self._lead(value, value.printed[self.language])
        if isinstance(value, Markup):
            return value
        if isinstance(value, Name):
            return escape(value)
        if isinstance(value, str) and not DIGIT.search(value):
            return escape(value)
        if isinstance(value, Undefined):
            str(value)  # raises an error that names it
        raise ContentError(
            f"prints {value!r}, which is neither a fact nor a name. Print a fact by its id, "
            "or wrap a name that holds digits: {{ name('CA-4') }}."
        )
