"""The list of differences from CEPII, as it is read."""

import pytest

from roundtable.errors import ContentError
from roundtable.places import cepii

GOOD = """\
one,other,cepii,ours,reason
CYP,GRC,colonial,,Greece never ruled Cyprus
FRA,MUS,none,colonial;recruitment,French for ninety-five years
SYR,TUR,colonial,empire,Kept as empire
"""


def read(tmp_path, text=GOOD):
    path = tmp_path / "ties_against_cepii.csv"
    path.write_text(text, encoding="utf-8")
    return cepii.differences(path)


def test_a_difference_names_what_each_says_and_why(tmp_path):
    found = read(tmp_path)
    assert found[0] == ("CYP", "GRC", "colonial", (), "Greece never ruled Cyprus")
    assert found[1].ours == ("colonial", "recruitment")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("FRA,MUS", "FRA,MU", r"line 3 \(FRA MU\): 'MU' is not an ISO 3166-1 alpha-3 code"),
        ("SYR,TUR", "TUR,SYR", r"line 4 \(TUR SYR\): the two places are not in alphabetical"),
        ("SYR,TUR,colonial", "SYR,TUR,yes", r"line 4 .*`cepii` is 'yes'; write colonial or none"),
        ("colonial;rec", "rec", r"line 3 .*`ours` is 'recruitment', but data/ties\.csv has 'colon"),
        ("Kept as empire", "", r"line 4 \(SYR TUR\): has no reason\."),
        ("CYP,GRC", "GRC,CYP", r"line 2 \(GRC CYP\): the two places are not in alphabetical"),
        ("one,other", "a,b", r"has the columns a, b, cepii, ours, reason; expected one, other"),
    ],
)
def test_a_line_that_does_not_fit_is_told_with_its_entry(tmp_path, old, new, message):
    assert GOOD.count(old) == 1
    with pytest.raises(ContentError, match=message):
        read(tmp_path, GOOD.replace(old, new))


def test_a_pair_stands_once_and_in_order(tmp_path):
    text = GOOD + "CYP,GRC,colonial,,Again\n"
    with pytest.raises(ContentError, match=r"line 5 \(CYP GRC\): stands out of order or twice"):
        read(tmp_path, text)
