"""Reports on what the figures carry, as documents: in words, tables, and as a page."""

from roundtable.export.report.country import country_document
from roundtable.export.report.document import Document, Grid, Refusal, Section
from roundtable.export.report.page import render
from roundtable.export.report.words import LANGUAGE
from roundtable.export.report.world import world_document

__all__ = [
    "LANGUAGE",
    "Document",
    "Grid",
    "Refusal",
    "Section",
    "country_document",
    "render",
    "world_document",
]
