"""Documents, their passages, and how entries cite them."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, ValidationInfo, field_validator, model_validator

from roundtable import kept, paths
from roundtable.errors import ContentError, did_you_mean
from roundtable.facts.fact import SourceRef
from roundtable.written import Strict, load

Key = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class Document(Strict):
    """A document that entries, rights reviews and claims cite.

    Attributes
    ----------
    title, producer, year
        What it is called, who published it, and when.
    url
        Its address; empty where it is not published at one.
    """

    title: str = Field(min_length=5)
    producer: str = Field(min_length=2)
    year: int = Field(ge=1900, le=2100)
    url: str = Field(default="", pattern=r"^(https?://\S+)?$")

    @property
    def citation(self) -> str:
        """Producer, title and year in one line."""
        return f"{self.producer}: {self.title} ({self.year})"

    @property
    def short(self) -> str:
        """Producer and year, for tables."""
        return f"{self.producer} ({self.year})"


class Documents(Strict):
    """The file ``data/documents.yml``."""

    documents: dict[Key, Document] = Field(min_length=1)


class Passage(Strict):
    """A passage of a source document that names a partnership, programme, process or space.

    Attributes
    ----------
    document, where
        The document, and the section or paragraph in it.
    about
        What it says, in a few words of our own.
    """

    document: str
    where: str = Field(min_length=2)
    about: str = Field(min_length=5)

    @field_validator("document")
    @classmethod
    def _a_document_that_we_know(cls, name: str, info: ValidationInfo) -> str:
        return known(name, "documents", info)


class Passages(Strict):
    """The file ``data/passages.yml``."""

    passages: dict[Key, Passage] = Field(min_length=1)


class Source(Strict):
    """Where something stands: a passage, or a document with a place in it.

    Attributes
    ----------
    passage
        Id in ``passages.yml``; it gives the document, and the place unless ``where`` is more
        exact.
    document, where
        Id in ``documents.yml``, and section, paragraph or article in it.
    """

    document: str | None = None
    where: str = ""
    passage: str | None = None

    @field_validator("document")
    @classmethod
    def _a_document_that_we_know(cls, name: str | None, info: ValidationInfo) -> str | None:
        return name if name is None else known(name, "documents", info)

    @field_validator("passage")
    @classmethod
    def _a_passage_that_we_know(cls, name: str | None, info: ValidationInfo) -> str | None:
        return name if name is None else known(name, "passages", info)

    @model_validator(mode="after")
    def _names_a_place(self, info: ValidationInfo) -> Self:
        if self.passage is None and (self.document is None or not self.where):
            raise ValueError("name a `passage`, or a `document` and `where` in it.")
        passage = (getattr(info.context, "passages", None) or {}).get(self.passage)
        if passage and self.document not in (None, passage.document):
            raise ValueError(
                f"passage '{self.passage}' is of '{passage.document}', not of '{self.document}'."
            )
        return self

    def ref(self, passages: Mapping[str, Passage]) -> SourceRef:
        """Return document and place, as facts give them."""
        passage = passages.get(self.passage) if self.passage else None
        if passage is None:
            return SourceRef(str(self.document), self.where)
        return SourceRef(passage.document, self.where or passage.where)


@dataclass(frozen=True)
class Known:
    """What a file may refer to, given to the models as context.

    Attributes
    ----------
    stem
        Name of the file without its ending.
    documents, passages
        By id; None where their own file is broken, and nothing can be checked.
    entries
        Ids of the register's entries: the names of its files.
    """

    stem: str = ""
    documents: Mapping[str, Document] | None = None
    passages: Mapping[str, Passage] | None = None
    entries: frozenset[str] | None = None


_STANDS_IN = {
    "documents": ("document", "documents.yml"),
    "passages": ("passage", "passages.yml"),
    "entries": ("entry", "the register"),
}


def known(name: str, kind: str, info: ValidationInfo) -> str:
    """Return an id that stands in its file.

    Raises
    ------
    ValueError
        If it does not, with the one that is closest.
    """
    choices = getattr(info.context, kind, None)
    if choices is not None and name not in choices:
        word, file = _STANDS_IN[kind]
        raise ValueError(f"there is no {word} '{name}' in {file}." + did_you_mean(name, choices))
    return name


def documents(folder: Path | None = None) -> dict[str, Document]:
    """Read ``documents.yml``: every document by id.

    Raises
    ------
    ContentError
        With every error and its line.
    """
    return _documents((folder or paths.data()) / "documents.yml")


@kept.once
def _documents(file: Path) -> dict[str, Document]:
    names = [*Documents.model_fields, *Document.model_fields]
    return load(file, Documents, names=names, example="documents:").documents


def passages(folder: Path | None = None) -> dict[str, Passage]:
    """Read ``passages.yml``: every passage by id.

    Raises
    ------
    ContentError
        With every error and its line. Documents are not checked where their file is broken.
    """
    return _passages((folder or paths.data()) / "passages.yml")


@kept.once
def _passages(file: Path) -> dict[str, Passage]:
    names = [*Passages.model_fields, *Passage.model_fields]
    try:
        context = Known(documents=documents(file.parent))
    except ContentError:
        context = None
    return load(file, Passages, names=names, example="passages:", context=context).passages
