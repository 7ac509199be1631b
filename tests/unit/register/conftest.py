"""A register of invented entries in a folder of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roundtable.register import Register, citing, every, reading

DOCUMENTS = """\
documents:
  paper: {title: A paper on agreements, producer: A forum, year: 2010}
  report: {title: A report on agreements, producer: A body, year: 2013, url: "https://example.org/a"}
"""

PASSAGES = """\
passages:
  first: {document: paper, where: section 1, about: the first agreement}
  second: {document: paper, where: section 2, about: the second agreement}
"""

ENTRY = """\
id: fra-mus
title: Agreement of two countries
short: Two countries
kind: bilateral
form: treaty
binding: true
parties:
  - {place: FRA, part: receives workers}
  - {place: MUS, part: sends workers}
corridors: [{origin: MUS, destination: FRA}]
signed: {date: 2008-09-23}
in_force: {date: 2010-09}
status: in force
status_as_of: 2010
areas: [labour-migration, visas]
summary: Workers of one country may work in the other for a time and then go home.
results:
  - id: workers
    value: 285
    unit: persons
    what: workers who took part
    sources: [{passage: first}]
sources: [{passage: first}]
confidence: high
"""

BLOC = """\
id: west-africa
title: Protocol on free movement
short: Free movement
kind: regional
form: treaty
binding: true
parties: [{bloc: ecowas, part: its members admit each other's citizens}]
signed: {date: 1979-05-29}
status: in force
status_as_of: 2025
areas: [visas]
summary: Citizens of each member may enter every other member without a visa.
sources: [{document: report, where: paragraph 1}]
confidence: medium
"""

Write = Callable[..., Path]
Read = Callable[..., Register]


@pytest.fixture
def write(tmp_path) -> Write:
    """Write a register: its documents, its passages, and an entry for each name given."""

    def written(documents: str = DOCUMENTS, passages: str = PASSAGES, **entries: str) -> Path:
        (tmp_path / "documents.yml").write_text(documents, encoding="utf-8")
        (tmp_path / "passages.yml").write_text(passages, encoding="utf-8")
        (tmp_path / "partnerships").mkdir(exist_ok=True)
        for name, text in (entries or {"fra_mus": ENTRY, "west_africa": BLOC}).items():
            path = tmp_path / "partnerships" / f"{name.replace('_', '-')}.yml"
            path.write_text(text, encoding="utf-8")
        return tmp_path

    return written


@pytest.fixture
def read(write) -> Read:
    """Write a register and read it."""

    def fresh(*texts: str, **entries: str) -> Register:
        folder = write(*texts, **entries)
        for cached in (reading._read, citing._documents, citing._passages):
            cached.cache_clear()
        return every(folder)

    return fresh
