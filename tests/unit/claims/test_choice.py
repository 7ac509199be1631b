import pytest

from roundtable import claims
from roundtable.errors import ParameterError


def chosen(theme, **parameters):
    return [claim.id for claim in claims.of_briefing(claims.every(), theme, parameters)]


def test_a_corridor_shows_what_is_said_of_its_own_two_ends():
    found = chosen("bilateral", origin="MLI", destination="FRA")
    assert "mali-in-europe" in found
    assert "usa-latin-america" not in found


def test_a_corridor_of_which_nothing_is_said_shows_the_worlds_claims():
    assert chosen("bilateral", origin="NZL", destination="JPN") == ["neighbours"]


def test_a_bloc_shows_the_claims_on_it():
    assert "mali-in-ecowas" in chosen("regional", bloc="ecowas")
    assert chosen("regional", bloc="amu") == ["maghreb-free-movement"]


def test_a_country_shows_claims_from_either_end_that_its_theme_may_show():
    assert "israel-grants" in chosen("new_trends", country="ISR")
    assert "birthright-countries" not in chosen("new_trends", country="ISR")


def test_the_claims_of_a_country_are_those_of_its_blocs_too():
    found = {claim.id for claim in claims.of_country(claims.every(), "SEN")}
    assert "mali-in-ecowas" in found
    assert "brazil-largest-round" not in found


def test_a_country_or_theme_that_is_not_there_is_told():
    with pytest.raises(ParameterError, match=r"'FR' is not an ISO.*Did you mean 'FRA'"):
        claims.of_country(claims.every(), "FR")
    with pytest.raises(ParameterError, match=r"'bilatral'.*Did you mean 'bilateral'"):
        claims.of_theme(claims.every(), "bilatral")
