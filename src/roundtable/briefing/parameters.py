"""What is wrong with the parameters of a briefing, all problems in one error."""

from collections.abc import Iterable, Mapping

from roundtable import places, prose, store
from roundtable.errors import ParameterError, did_you_mean, listing


def years_of(tables: store.Tables) -> dict[str, set[int]]:
    """Return the years that each edition gives.

    Parameters
    ----------
    tables
        Pack or store.

    Returns
    -------
    dict of str to set of int
        By edition, from its totals.
    """
    parts = tables.totals.groupby("edition", observed=True)["year"]
    return {str(edition): set(years.astype(int)) for edition, years in parts}


def problems_of(
    *, year: object, edition: object, language: object, years: Mapping[str, set[int]]
) -> list[str]:
    """Say what is wrong with the parameters that every theme takes.

    Parameters
    ----------
    year, edition, language
        As given.
    years
        Years of each edition.

    Returns
    -------
    list of str
        A sentence with the remedy for each; empty when all is right.
    """
    found = []
    if edition not in years:
        found.append(
            f"`edition` is {edition!r}, which is not one of {_quoted(years)}."
            + did_you_mean(edition, years)
        )
    if isinstance(year, bool) or not isinstance(year, int):
        found.append(f"`year` is {year!r}, which is not a whole number such as 2020.")
    elif edition in years and year not in years[edition]:
        listed = ", ".join(map(str, sorted(years[edition])))
        found.append(f"`year` is {year}, which edition '{edition}' does not give: it has {listed}.")
    if language not in prose.languages():
        found.append(
            f"`language` is {language!r}; there are words in {_quoted(prose.languages())} only."
        )
    return found


def problem_with_country(name: str, code: object, *, complete: frozenset[str], data: str) -> str:
    """Say what is wrong with a country parameter, or return an empty string.

    Parameters
    ----------
    name
        Name of the parameter.
    code
        As given.
    complete
        Places whose corridors are all in the tables.
    data
        ``pack`` or ``store``.
    """
    if wrong := places.problem_with(code):
        return f"`{name}`: {wrong}"
    if code in complete:
        return ""
    country = places.place(str(code)).name
    if data == "pack":
        return (
            f"`{name}` is '{code}' ({country}), which the embedded figures (data/pack) do not "
            f"hold. {store.tables.REMEDY}"
        )
    return f"`{name}` is '{code}' ({country}), which no edition of the UN stock lists."


def refuse(theme: str, problems: Iterable[str]) -> None:
    """Raise one ParameterError with all problems, if there are any.

    Parameters
    ----------
    theme
        Of the briefing.
    problems
        What is wrong; empty texts say nothing.

    Raises
    ------
    ParameterError
        With all of them, where there is at least one.
    """
    found = [problem for problem in problems if problem]
    if found:
        raise ParameterError(listing(found, heading=f"The parameters of '{theme}' do not fit:"))


def _quoted(values: Iterable[str]) -> str:
    return ", ".join(f"'{value}'" for value in sorted(values))
