"""The rights reviews against what scholars coded of the same agreements."""

import pytest

from roundtable import rights
from roundtable.briefing import coded_agreements
from roundtable.rights import Answer

SAME = {
    "contract_req": "contract",
    "prot_equal": "equality",
    "migrant_info": "information",
    "social_security": "social-security",
    "joint_commit": "monitoring",
    "disputes_emp_mig": "justice",
    "remittances": "remittances",
    "labor_union_join": "unions",
    "prot_women": "gender",
}
"""Provisions that ask the same as a criterion; protection of wages is coded more narrowly."""


@pytest.mark.parametrize(
    ("entry", "origin", "year"),
    [
        ("netherlands-spain-1961", "ESP", 1961),
        ("netherlands-turkey-1964", "TUR", 1964),
        ("netherlands-morocco-1969", "MAR", 1969),
    ],
)
def test_a_review_is_silent_where_scholars_coded_no_and_not_where_they_coded_yes(
    full, entry, origin, year
):
    found = coded_agreements.between(full, origin, "NLD")
    (treaty,) = found.loc[found["year"] == year, "treaty"]
    own = full.provisions[full.provisions["treaty"] == treaty]
    coded = dict(zip(own["provision"], own["answer"], strict=True))
    lines = rights.profile(rights.review(entry), rights.criteria()).lines
    silent = {line.criterion.id: line.answer is Answer.SILENT for line in lines}
    assert {name: coded[name] == "no" for name in SAME} == {
        name: silent[criterion] for name, criterion in SAME.items()
    }
