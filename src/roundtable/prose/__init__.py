"""The words of the notebooks: templates that can print nothing but facts and names.

`files` reads the words of a language, `rendering` prints the sections of a theme with the facts
of a briefing, and `marking` turns text into Markdown that shows it as it is, and back.
"""

from roundtable.prose.files import labels, lacking, languages, sections
from roundtable.prose.marking import escape, kind_badge, plain
from roundtable.prose.rendering import Prose

__all__ = ["Prose", "escape", "kind_badge", "labels", "lacking", "languages", "plain", "sections"]
