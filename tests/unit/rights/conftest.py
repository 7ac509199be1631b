"""A small folder of invented files: what is asked, two documents, three entries, two reviews."""

from pathlib import Path

import pytest

RIGHTS = """\
instruments:
  - {id: report, short: Report, title: An invented report, year: 2013, read: all of it}
  - {id: treaty, short: Treaty, title: An invented treaty, year: 1990, read: article 1}
kinds:
  - {id: labour, name: labour accord, about: It opens work.}
  - {id: return, name: readmission accord, about: It arranges return.}
groups:
  - {id: duties, name: Duties}
  - {id: other, name: Other matters}
criteria:
  - id: public
    tier: first
    group: duties
    name: Public
    asks: Its text is public.
    prompt: Where will it be published?
    kinds: [labour, return]
    sources: [{instrument: report, where: paragraph 78}]
  - id: wages
    tier: further
    group: other
    name: Wages
    asks: Pay is equal.
    prompt: How is pay checked?
    kinds: [labour]
    sources: [{instrument: treaty, where: article 1}, {instrument: report}]
  - id: review
    tier: further
    group: other
    name: Review
    asks: A decision can be reviewed.
    prompt: Who reviews it?
    kinds: [return]
    sources: [{instrument: treaty}]
coherence:
  - {id: health, name: Health, asks: The ministry of health takes part.}
flags:
  - {id: traded, name: Traded, asks: For visas., sources: [{instrument: report}]}
"""

DOCUMENTS = """\
documents:
  text: {title: An invented text, producer: A state, year: 1969}
  paper: {title: An invented paper, producer: A forum, year: 2010}
"""

PASSAGES = """\
passages:
  named: {document: paper, where: section 4, about: names the agreement}
"""

WHOLE = """\
entry: b-accord
kind: labour
reviewed: "2026-11-25"
text:
  public: true
  read: whole
  language: French
  sources: [{document: text, where: articles 1 to 9}]
otherwise: silent
answers:
  wages:
    answer: yes
    note: Pay is that of nationals.
    basis: [{document: text, where: article 3}]
coherence:
  health:
    answer: no
    note: It is left out by name.
    basis: [{document: text, where: article 1}]
flags:
  traded: {holds: false, note: Nothing was traded., basis: [{document: text, where: article 9}]}
"""

HEARSAY = """\
entry: a-accord
kind: return
reviewed: "2026-11-24"
text:
  public: unknown
  read: reports
  sources: [{passage: named}]
otherwise: not assessable
answers:
  review:
    answer: partly
    note: There is one.
    basis: [{passage: named}]
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder of data that fits together."""
    (tmp_path / "rights.yml").write_text(RIGHTS, encoding="utf-8")
    (tmp_path / "documents.yml").write_text(DOCUMENTS, encoding="utf-8")
    (tmp_path / "passages.yml").write_text(PASSAGES, encoding="utf-8")
    for name in ("partnerships", "reviews"):
        (tmp_path / name).mkdir()
    for name in ("a-accord", "b-accord", "c-accord"):
        (tmp_path / "partnerships" / f"{name}.yml").write_text(f"id: {name}\n", encoding="utf-8")
    (tmp_path / "reviews" / "b-accord.yml").write_text(WHOLE, encoding="utf-8")
    (tmp_path / "reviews" / "a-accord.yml").write_text(HEARSAY, encoding="utf-8")
    return tmp_path
