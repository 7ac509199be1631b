"""What every short paper has: parts with a heading, facts, and the record that a build keeps."""

from typing import Any, ClassVar, NamedTuple

from roundtable.briefing.base import Briefing
from roundtable.briefing.study import Study
from roundtable.prose import Prose

THEME = "notes"
"""Theme of all short papers; their words stand in ``text/<language>/notes.md``."""


class Part(NamedTuple):
    """One part of a paper.

    Attributes
    ----------
    id
        Of its section.
    heading
        Plain text.
    markdown
        Its words, with facts marked.
    """

    id: str
    heading: str
    markdown: str


class Note(Briefing):
    """A short paper: a theme's facts in the words of ``notes.md``.

    Subclasses set `kind` and `outline`, and fill `book` and `context`.
    """

    theme = THEME
    kind: ClassVar[str] = ""
    outline: ClassVar[tuple[str, ...]] = ()

    @property
    def study(self) -> Study:
        """What the paper looks at."""
        return Study(
            tables=self.tables,
            year=self.year,
            edition=self.edition,
            other=self.other,
            language=self.language,
        )

    @property
    def title(self) -> str:
        """Title of the paper, as plain text."""
        return self.line(f"{self.kind}-title")

    @property
    def subtitle(self) -> str:
        """Subtitle of the paper, as plain text."""
        return self.line(f"{self.kind}-subtitle")

    def words_of(self, theme: str) -> Prose:
        """Return the words of another theme, which note their facts in this paper's book."""
        return Prose(theme=theme, language=self.language, book=self.book)

    def parts(self) -> list[Part]:
        """Render the parts in their order; one without words is left out."""
        found = []
        for name in self.outline:
            section = f"{self.kind}-{name}"
            if markdown := self.text(section).markdown:
                found.append(Part(section, self.line(f"{section}-heading"), markdown))
        return found

    def key_messages(self) -> Any:
        """Show the first part: the list of papers quotes its first bold words."""
        return self.text(f"{self.kind}-{self.outline[0]}")
