"""What every short paper has: parts with a heading, facts, and the record that a build keeps."""

from typing import Any, ClassVar, NamedTuple

from roundtable import drafts
from roundtable.briefing.base import Briefing
from roundtable.briefing.study import Study
from roundtable.facts import Book
from roundtable.notes.wanted import THEME
from roundtable.prose import Prose


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

    @classmethod
    def headings(cls) -> dict[str, str]:
        """Return the heading of each section, in the order of the paper and in English.

        The words of drafters may stand on each of them, also on one that has none of its own.
        """
        words = Prose(theme=THEME, language="en", book=Book())
        sections = [f"{cls.kind}-{name}" for name in cls.outline]
        return {section: words.line(f"{section}-heading") for section in sections}

    def take_drafts(self, roundtable: str, slug: str) -> None:
        """Take in the drafters' own words on this paper.

        Parameters
        ----------
        roundtable, slug
            Folders below ``notebooks/drafts``, such as ``gfmd-2010-rt-1-1`` and
            ``speaking-note-fra``.

        Raises
        ------
        ContentError
            With everything that is wrong with any draft, or if one is on what the paper does not
            show.
        """
        super().take_drafts(roundtable, slug)
        drafts.refuse_unshown(self.drafts, self.headings(), slug=slug)

    def parts(self) -> list[Part]:
        """Render the parts in their order; one without words is left out."""
        found = []
        for section in self.headings():
            if markdown := self.text(section).markdown:
                found.append(Part(section, self.line(f"{section}-heading"), markdown))
        return found

    def key_messages(self) -> Any:
        """Show the first part: the list of papers quotes its first bold words."""
        return self.text(f"{self.kind}-{self.outline[0]}")
