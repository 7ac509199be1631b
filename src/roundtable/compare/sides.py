"""What the two sides of a comparison are called."""

from dataclasses import dataclass

from roundtable.compare.comparison import Comparison
from roundtable.compare.editions import is_edition
from roundtable.export.comparing import words
from roundtable.export.report import words as report_words


@dataclass(frozen=True)
class Names:
    """What the two sides are called: in a title, in a sentence, at the head of a column."""

    title: tuple[str, str]
    phrase: tuple[str, str]
    year: str = ""

    @property
    def phrases(self) -> dict[str, str]:
        """The names for sentences."""
        return dict(zip(("old", "new"), self.phrase, strict=True))

    def heads(self, columns: list[str]) -> tuple[str, ...]:
        """Put the names into the heads of columns."""
        old, new = (name[4].upper() + name[5:] for name in self.phrase)
        return tuple(column.format(old=old, new=new) for column in columns)


def names_of(comparison: Comparison) -> Names:
    """Name both sides; a year that they share is named once."""
    w = words()
    parts = [name.partition(":") for name in (comparison.old, comparison.new)]
    if not all(is_edition(edition) and year for edition, _, year in parts):
        old, new = (w["build"].format(name=name) for name in (comparison.old, comparison.new))
        return Names((old, new), (w["old_build"], w["new_build"]))
    years = {year for _, _, year in parts}
    key = "edition" if len(years) == 1 else "edition_year"
    old, new = (
        w[key].format(edition=report_words.edition(edition), year=year)
        for edition, _, year in parts
    )
    return Names((old, new), (old, new), years.pop() if len(years) == 1 else "")
