"""The data behind a figure in print: rounded as everywhere, in words, nothing twice."""

from roundtable.export.series import printed_series

LABELS = {
    "columns": {"edition": "Edition", "label": "Line", "percent": "Percent", "year": "Year"},
    "values": {"edition": {"undesa-2024": "2024 edition", "undesa-2020": "2020 edition"}},
    "no_estimate": "no figure",
}


def series(columns, rows, **units):
    return {"columns": columns, "units": units, "rows": rows}


def test_numbers_are_rounded_as_their_unit_is_everywhere():
    shown = printed_series(
        series(
            ["year", "persons", "share", "percent"],
            [[1990, 38101, 0.6367234894078667, 1.3287320829623732], [2020, 7, 0.0345, 0.05]],
            year="year",
            persons="persons",
            share="share",
            percent="percent",
        ),
        LABELS,
        "en",
    )
    assert shown.rows == (
        ("1990", "38,101", "64%", "1.3%"),
        ("2020", "7", "3.5%", "less than 0.1%"),
    )


def test_a_number_without_a_known_unit_keeps_two_decimals_at_most():
    shown = printed_series(
        series(["ratio"], [[1.23456], [4.0], [12000]], ratio="ratio"), LABELS, "en"
    )
    assert shown.rows == (("1.23",), ("4",), ("12,000",))


def test_ids_stand_as_the_words_of_their_column_and_missing_is_not_zero():
    shown = printed_series(
        series(
            ["edition", "persons"], [["undesa-2020", None], ["undesa-2024", 0]], persons="persons"
        ),
        LABELS,
        "en",
    )
    assert shown.heads == (("Edition", False), ("persons", True))
    assert shown.rows == (("2020 edition", "no figure"), ("2024 edition", "0"))


def test_a_column_that_the_next_repeats_is_left_out():
    rows = [["undesa-2020", "2020 edition", 1990], ["undesa-2024", "2024 edition, members", 1990]]
    shown = printed_series(series(["edition", "label", "year"], rows, year="year"), LABELS, "en")
    assert shown.heads == (("Line", False), ("Year", True))
    assert shown.rows[1] == ("2024 edition, members", "1990")
