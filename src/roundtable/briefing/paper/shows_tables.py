"""The part of the background paper that shows its chart and its tables."""

from datetime import date
from typing import Any

import pandas as pd

from roundtable import charts, claims, places, rights
from roundtable.briefing import space_tables
from roundtable.briefing.paper import (
    corridors,
    duties,
    exchanges,
    governments,
    practice,
    published,
)
from roundtable.facts import SourceRef, forms, year_name
from roundtable.register.trace import COUNTED
from roundtable.sources import (
    BORDERS,
    RECEIVED,
    REFUGEES,
    SPACES,
    STUDENTS,
    TIES,
    WORLD_BANK,
)
from roundtable.tables import Table

SHOWN_NEW = 12
"""New corridors in the table; the series has all."""


class ShowsTables:
    """Shows what stands beside the words; `BackgroundPaper` has the rest of the paper."""

    def compared(self) -> Any:
        """Show both shares of the blocs and circuits that the session names."""
        parts = list(self.parts.of("regional"))
        if not parts:
            return None
        frame = space_tables.compared(parts[0].briefing.space, self.labels["table"])
        wanted = {part.briefing.bloc for part in parts}
        mine = frame[frame["code"].isin(wanted)].assign(subject=False)
        self._show(
            "compared",
            mine[["name", "emigrants", "immigrants"]],
            indicator="share_of_space",
            definition="Both shares of the session's blocs and circuits, members of the year",
            arguments={"year": self.year},
            sources=(*self.study.sources(self.edition), SourceRef(SPACES)),
        )
        return charts.paired_shares(
            space_tables.paired(mine),
            words=self.words("compared", **space_tables.both_keys(self.labels["chart"])),
            id="compared",
        )

    def ties(self) -> Table:
        """Show for each government how many migrants have a tie, and its largest origin."""
        said = self.labels["paper"]
        rows, cells = [], []
        for code, part in governments.of_governments(self.parts, "historical"):
            immigrants, emigrants = (
                part.fact(f"{side}-tied") for side in ("immigrants", "emigrants")
            )
            unknown = part.fact("immigrants-others")
            rows.append((code, immigrants.value, unknown.value, emigrants.value))
            shares = [
                forms.DASH if fact.value is None else forms.percent(fact.value, self.language)
                for fact in (immigrants, unknown, emigrants)
            ]
            cells.append((places.place(code).name, *shares))
        columns = ["place", "immigrants_tied", "unknown", "emigrants_tied"]
        self._show(
            "ties",
            pd.DataFrame(rows, columns=columns),
            indicator="stock_by_tie",
            definition="Part of immigrants and of listed emigrants whose corridor has a tie",
            arguments={"year": self.year},
            sources=(*self.study.sources(self.edition), SourceRef(TIES)),
        )
        return Table(
            id="ties",
            caption=self.line("ties-caption"),
            head=tuple(said["ties"]),
            rows=tuple(cells),
            note=self.line("ties-note"),
        )

    def new_corridors(self) -> Table | None:
        """Show the new corridors of the governments; nothing where none may be told."""
        found = governments.new_corridors(self.parts)
        if not found:
            return None
        said, rises = self.labels["paper"], self.labels["rises"]
        self._show(
            "new-corridors",
            governments.frame_of(found),
            indicator="rising_of_many",
            definition="Corridors that passed from small to large, as both editions carry",
            arguments={"year": self.year},
            sources=(
                *self.study.sources(self.edition, self.other),
                *(SourceRef(name) for name in (TIES, BORDERS, REFUGEES)),
            ),
        )
        cells = tuple(
            (
                " → ".join(places.place(code).short for code in (item.origin, item.destination)),
                f"{forms.exact(item.before, self.language)} ({year_name(item.start)})",
                forms.exact(item.after, self.language),
                governments.printed_bonds(item, rises),
            )
            for item in found[:SHOWN_NEW]
        )
        return Table(
            id="new-corridors",
            caption=self.line("new-corridors-caption"),
            head=tuple(head.format(self.year) for head in said["new"]),
            rows=cells,
            note=self.line("new-corridors-note"),
        )

    def exchanges(self) -> Table | None:
        """Show the students and the remittances of the governments; nothing without any."""
        if not self.roundtable.briefings.new_trends:
            return None
        frame, table = exchanges.table(
            self.parts,
            labels=self.labels,
            caption=self.line("exchanges-caption"),
            note=self.line("exchanges-note"),
            language=self.language,
        )
        self._show(
            "exchanges",
            frame,
            indicator="students_abroad",
            definition="Students abroad and from abroad, and remittances received and paid",
            arguments={"session": self.session, "year": self.year},
            sources=tuple(SourceRef(name) for name in (STUDENTS, RECEIVED, WORLD_BANK)),
        )
        return table

    def corridors(self) -> Table:
        """Show the corridors behind the session's partnerships."""
        frame, table = corridors.table(
            self.parts,
            self.register.entries,
            labels=self.labels,
            caption=self.line("corridors-caption"),
            note=self.line("corridors-note"),
            language=self.language,
        )
        self._show(
            "session-corridors",
            frame,
            indicator="corridor_stock",
            definition="Corridors of the session with their shares at both ends",
            arguments={"session": self.session, "year": self.year},
        )
        return table

    def ledger(self) -> Table:
        """Show what became of the partnerships that the paper of 2010 names."""
        frame, table = practice.ledger(
            self.register,
            language=self.language,
            on=date.today(),
            caption=self.line("ledger-caption"),
            note=self.line("ledger-note"),
        )
        self._show(
            "ledger",
            frame,
            indicator=COUNTED,
            definition="Partnerships that the paper names, and what became of them",
            arguments={"entries": frame["entry"].tolist()},
            sources=(SourceRef(practice.PAPER),),
        )
        return table

    def rights(self) -> Table:
        """Show what the agreements whose text was read say to the first duties."""
        frame, table = practice.duties_table(
            rights.every(),
            rights.criteria(),
            self.register,
            labels=self.labels,
            caption=self.line("rights-caption"),
            note=self.line("rights-note"),
        )
        self._show(
            "rights",
            frame,
            indicator=duties.INDICATOR,
            definition="Answers of agreements to the duties of A/68/283, paragraphs 78 and 79",
            arguments={"criterion": "", "of": "read"},
            sources=(SourceRef("a-68-283", "paragraphs 78 and 79"),),
        )
        return table

    def rechecked(self) -> Table:
        """Show the figures that the paper of 2010 printed, and what comes of them today."""
        frame, table = published.table(
            claims.every().values(),
            self.figures,
            now=(self.edition, self.year),
            labels=self.labels,
            caption=self.line("rechecked-caption"),
            note=self.line("rechecked-note"),
            language=self.language,
        )
        self._show(
            "rechecked",
            frame,
            indicator=published.INDICATOR,
            definition="Figures that the paper printed, recomputed",
            arguments={"document": practice.PAPER, "verdict": ""},
            sources=(SourceRef(practice.PAPER), *self.study.sources(self.edition, self.other)),
        )
        return table
