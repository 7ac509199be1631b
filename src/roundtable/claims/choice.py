"""Which claims a briefing shows."""

from collections.abc import Mapping
from typing import Any

from roundtable.claims.model import Claim
from roundtable.errors import ParameterError, did_you_mean
from roundtable.places import blocs, problem_with

THEMES = ("bilateral", "regional", "historical", "new_trends")


def of_briefing(
    claims: Mapping[str, Claim], theme: str, parameters: Mapping[str, Any]
) -> list[Claim]:
    """Return the claims that concern a briefing, or those that frame its theme.

    Parameters
    ----------
    claims
        All claims by id.
    theme
        Theme of the briefing.
    parameters
        Its parameters.

    Returns
    -------
    list of Claim
        In the order of the file: what is said of its corridor, of the emigration of its origin,
        of the immigration of its destination, of its country or of its space. Where there is
        none, the world's claims that name the theme.
    """
    mine = [claim for claim in claims.values() if _may(claim, theme)]
    own = [claim for claim in mine if concerns(claim, parameters)]
    return own or [claim for claim in mine if claim.concerns.world and claim.concerns.themes]


def of_country(claims: Mapping[str, Claim], country: str) -> list[Claim]:
    """Return the claims that concern a country, directly or through a space.

    Raises
    ------
    ParameterError
        If the code is not known.
    """
    if problem := problem_with(country):
        raise ParameterError(f"`country`: {problem}")
    return [claim for claim in claims.values() if country in _places(claim)]


def of_theme(claims: Mapping[str, Claim], theme: str) -> list[Claim]:
    """Return the claims that notebooks of a theme may show.

    Raises
    ------
    ParameterError
        If there is no such theme.
    """
    if theme not in THEMES:
        raise ParameterError(
            f"`theme` is {theme!r}, which is not one of {', '.join(THEMES)}."
            + did_you_mean(theme, THEMES)
        )
    return [claim for claim in claims.values() if _may(claim, theme) and _fits(claim, theme)]


def _may(claim: Claim, theme: str) -> bool:
    return not claim.concerns.themes or theme in claim.concerns.themes


def _fits(claim: Claim, theme: str) -> bool:
    """Tell whether some briefing of the theme shows it."""
    told = claim.concerns
    if theme == "regional":
        return bool(told.spaces) or (told.world and bool(told.themes))
    return bool(told.origins or told.destinations or told.corridors) or (
        told.world and bool(told.themes)
    )


def concerns(claim: Claim, parameters: Mapping[str, Any]) -> bool:
    """Tell whether a claim is about the corridor, country or space of a briefing."""
    told = claim.concerns
    if "bloc" in parameters:
        return parameters["bloc"] in told.spaces
    if "country" in parameters:
        country = parameters["country"]
        ends = {end for pair in told.corridors for end in (pair.origin, pair.destination)}
        return country in {*told.origins, *told.destinations, *ends}
    origin, destination = parameters["origin"], parameters["destination"]
    return (
        origin in told.origins
        or destination in told.destinations
        or any((pair.origin, pair.destination) == (origin, destination) for pair in told.corridors)
    )


def _places(claim: Claim) -> set[str]:
    told = claim.concerns
    ends = {end for pair in told.corridors for end in (pair.origin, pair.destination)}
    members = {
        code
        for space in told.spaces
        if space in blocs.every()
        for code in blocs.members(space, on=claim.year)
    }
    return {*told.origins, *told.destinations, *ends, *members}
