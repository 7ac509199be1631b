"""The claims of the two documents on the publishers' files, and on the embedded figures."""

import pytest

from roundtable import claims

OLD, NEW, BANK = "undesa-2020", "undesa-2024", "worldbank"
NOW = (NEW, 2024)


@pytest.fixture(scope="module")
def results(full):
    figures = claims.Figures(full)
    return {
        name: claims.evaluate(claim, figures, now=NOW) for name, claim in claims.every().items()
    }


def values_of(result):
    return {value.series: value.value for value in result.then}


def percents(result, digits=1):
    return {name: round(100 * value, digits) for name, value in values_of(result).items()}


def test_every_stated_verdict_follows_from_the_publishers_files(results):
    assert [result.problem for result in results.values() if result.problem] == []


def test_every_stated_verdict_is_one_that_the_embedded_figures_allow(pack):
    assert claims.problems(claims.every(), claims.Figures(pack)) == []


def test_the_embedded_figures_give_the_same_values_where_they_give_any(full, pack):
    embedded, whole = claims.Figures(pack), claims.Figures(full)
    lacking = set()
    for claim in claims.every().values():
        mine, theirs = (claims.evaluate(claim, f, now=NOW) for f in (embedded, whole))
        lacking |= {value.series for value in mine.then if value.in_store}
        assert [value.value for value in mine.then if not value.in_store] == [
            value.value
            for value, ours in zip(theirs.then, mine.then, strict=True)
            if not ours.in_store
        ]
        assert mine.now == theirs.now
    assert lacking == {BANK, "bla-chilton-woda"}


def test_the_world_has_a_twentieth_more_or_fewer_migrants_than_the_paper_says(results):
    assert values_of(results["world-migrants"]) == {
        OLD: 220_983_187,
        NEW: 221_020_392,
        BANK: 194_261_408,
    }
    assert percents(results["world-migrants-of-population"], 2) == {OLD: 3.18, NEW: 3.15}


@pytest.mark.parametrize(
    ("claim", "expected", "now"),
    [
        # Borders drawn since CEPII's list was made are counted: 38.5, 39.9 and 39.5 without.
        ("neighbours", {OLD: 38.8, NEW: 40.0, BANK: 39.3}, 36.4),
        ("same-region", {OLD: 52.1, NEW: 52.8, BANK: 49.2}, 57.1),
        ("usa-latin-america", {OLD: 52.7, NEW: 51.0, BANK: 55.0}, 50.4),
        ("mali-in-ecowas", {OLD: 82.0, NEW: 80.8, BANK: 83.4}, 67.9),
        ("mali-in-central-africa", {OLD: 6.9, NEW: 7.6, BANK: 4.1}, 8.1),
        ("mali-in-europe", {OLD: 10.1, NEW: 10.5, BANK: 10.3}, 14.0),
        ("ldc-to-developing", {OLD: 54.6, NEW: 54.8, BANK: 47.5}, 40.9),
        ("ldc-to-ldc", {OLD: 15.5, NEW: 16.0, BANK: 21.0}, 25.3),
        ("ldc-to-high-income", {OLD: 29.9, NEW: 29.2, BANK: 31.5}, 33.8),
        ("mexico-central-america", {OLD: 5.3, NEW: 5.8, BANK: 6.7}, 17.5),
        ("argentina-neighbours", {OLD: 72.3, NEW: 68.2, BANK: 60.5}, 58.8),
        ("maghreb-free-movement", {OLD: 0.9, NEW: 1.0, BANK: 2.1}, 1.1),
    ],
)
def test_shares_that_the_paper_states(results, claim, expected, now):
    assert percents(results[claim]) == expected
    assert round(100 * results[claim].now.value, 1) == now


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("mali-abroad", {OLD: 994_832, NEW: 897_610, BANK: 914_960}),
        ("china-africa", {OLD: 33_474, NEW: 73_675, BANK: 23_474}),
        ("mali-among-largest", {OLD: 9, NEW: 11, BANK: 9}),
        ("uk-ten-origins", {OLD: 5, NEW: 4, BANK: 3}),
        ("algeria-france", {OLD: 1, NEW: 1, BANK: 1}),
        ("india-uk", {OLD: 5, NEW: 5, BANK: 6}),
        ("brazil-regularised-groups", {"document": 36_240}),
        ("usa-permanent-residents-five", {"document": 0.355}),
        ("israel-grants", {"document": 2_000_000}),
        ("sawp-years", {"lists": 36}),
        ("sao-paulo-pact", {"lists": 2009}),
    ],
)
def test_counts_and_ranks_that_the_paper_states(results, claim, expected):
    assert values_of(results[claim]) == expected


def test_ranks_agree_with_a_count_of_the_rows(full):
    rows = full.stocks[(full.stocks["edition"] == NEW) & (full.stocks["year"] == 2010)]
    from_india = rows[rows["origin"] == "IND"].sort_values("both", ascending=False)
    assert list(from_india["destination"])[4] == "GBR"


def test_asia_leads_in_the_gulf(full):
    rows = full.stocks[(full.stocks["edition"] == NEW) & (full.stocks["year"] == 2024)]
    there = rows[rows["destination"].isin(["ARE", "BHR", "KWT", "OMN", "QAT", "SAU"])]
    people = there.groupby("origin", observed=True)["both"].sum()
    ratio = people[["EGY", "JOR", "LBN"]].sum() / people[["BGD", "IND", "LKA", "PAK", "PHL"]].sum()
    claim = claims.claim("gulf-suppliers")
    assert claims.evaluate(claim, claims.Figures(full), now=NOW).now.value == pytest.approx(ratio)


def test_agreements_of_neighbours_are_several_times_what_chance_would_give(full, results):
    share = values_of(results["agreements-of-neighbours"])["bla-chilton-woda"]
    pairs = full.pairs[full.pairs["contiguous"]]
    known = set(zip(pairs["origin"], pairs["destination"], strict=True))
    made = full.agreements[full.agreements["year"] <= 2013]
    coded = made[(made["first"] != "") & (made["second"] != "")]
    between = sum(pair in known for pair in zip(coded["first"], coded["second"], strict=True))
    assert (len(coded), share) == (1007, between / 1007)
    assert share > 10 / 60.6
