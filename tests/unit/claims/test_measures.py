import pytest

from roundtable.claims.document_measures import (
    ColonialAmong,
    Largest,
    MembersAmong,
    MembersOfBloc,
    Product,
    Stated,
    Sum,
)
from roundtable.claims.figures import Missing, OnlyInStore
from roundtable.claims.model import MEASURES
from roundtable.claims.stock_measures import (
    AmongLargestOrigins,
    EmigrantsOfPopulation,
    Persons,
    RankOfDestination,
    RankOfEmigrants,
    RatioOfOrigins,
    ShareOfDestinations,
    ShareOfOrigins,
)
from roundtable.claims.world_measures import (
    AgreementsGrowth,
    AgreementsOfNeighbours,
    WorldShare,
    WorldStock,
    WorldStockOfPopulation,
)

OLD, NEW, BANK = "undesa-2020", "undesa-2024", "worldbank"
TOWARDS_ECOWAS = ShareOfDestinations(
    measure="share_of_destinations", origins=["MLI"], destinations=["ecowas"]
)


def test_share_of_destinations_counts_a_bloc_by_its_members_of_the_year(figures):
    assert TOWARDS_ECOWAS.value(figures, OLD, 2010) == 0.6
    assert TOWARDS_ECOWAS.value(figures, NEW, 2010) == 0.8
    assert TOWARDS_ECOWAS.value(figures, NEW, 2024) == 0.45


def test_share_of_destinations_takes_a_region_by_its_name(figures):
    europe = TOWARDS_ECOWAS.model_copy(update={"destinations": ("Europe",)})
    assert europe.value(figures, OLD, 2010) == 0.3


def test_the_world_banks_matrix_is_read_like_an_edition(figures):
    assert TOWARDS_ECOWAS.value(figures, BANK, 2010) == 0.5


def test_the_embedded_figures_say_that_the_matrix_is_in_the_full_store(embedded):
    with pytest.raises(OnlyInStore, match=r"full store only"):
        TOWARDS_ECOWAS.value(embedded, BANK, 2010)


def test_a_year_that_an_edition_lacks_is_told(figures):
    with pytest.raises(Missing, match=r"undesa-2020 has no year 2024"):
        TOWARDS_ECOWAS.value(figures, OLD, 2024)


def test_share_of_origins_has_people_of_unknown_origin_in_its_whole(figures):
    share = ShareOfOrigins(measure="share_of_origins", destination="FRA", origins=["DZA"])
    assert share.value(figures, OLD, 2010) == 150 / 200


def test_persons_are_added_over_all_destinations_or_some(figures):
    everywhere = Persons(measure="persons", origins=["MLI"])
    assert everywhere.value(figures, OLD, 2010) == 100
    in_europe = Persons(measure="persons", origins=["MLI"], destinations=["Europe"])
    assert in_europe.value(figures, OLD, 2010) == 30


def test_persons_on_a_corridor_that_no_row_gives_are_no_estimate_and_not_none(figures):
    absent = Persons(measure="persons", origins=["CHN"], destinations=["Africa"])
    assert absent.value(figures, OLD, 2010) is None


def test_emigrants_are_set_against_the_population_of_their_origin(figures):
    share = EmigrantsOfPopulation(measure="emigrants_of_population", origin="MLI")
    assert share.value(figures, OLD, 2010) == 100 / 1000
    assert share.value(figures, NEW, 2010) == 100 / 1250


def test_rank_of_emigrants_counts_only_places_of_the_group(figures):
    # By emigrants: Algeria 150, Mali 100, Guinea 40; "Others" is no place of Africa.
    rank = RankOfEmigrants(measure="rank_of_emigrants", origin="MLI", among=["Africa"])
    assert rank.value(figures, OLD, 2010) == 2


def test_rank_of_destination_leaves_out_migration_among_the_origins(figures):
    rank = RankOfDestination(
        measure="rank_of_destination", origins=["MLI", "SEN"], destination="FRA"
    )
    # Senegal has 60 of them, but is an origin itself: France leads with 30, Cameroon has 10.
    assert rank.value(figures, OLD, 2010) == 1
    from_mali = rank.model_copy(update={"origins": ("MLI",)})
    assert from_mali.value(figures, OLD, 2010) == 2


def test_rank_is_no_estimate_where_nobody_is_listed(figures):
    rank = RankOfDestination(measure="rank_of_destination", origins=["MLI"], destination="ESP")
    assert rank.value(figures, OLD, 2010) is None


def test_ratio_of_origins_divides_the_first_by_the_others(figures):
    ratio = RatioOfOrigins(
        measure="ratio_of_origins", destinations=["FRA"], origins=["MLI"], against=["DZA"]
    )
    assert ratio.value(figures, OLD, 2010) == 30 / 150


def test_among_largest_origins_compares_with_as_many(figures):
    # The two largest origins in France are Algeria and Mali; one of the two named is among them.
    named = AmongLargestOrigins(
        measure="among_largest_origins", destination="FRA", origins=["DZA", "GIN"]
    )
    assert named.value(figures, OLD, 2010) == 1


def test_world_stock_is_the_total_of_an_edition_and_the_sum_of_the_banks_matrix(figures):
    stock = WorldStock(measure="world_stock")
    assert stock.value(figures, OLD, 2010) == 300
    assert stock.value(figures, BANK, 2010) == 120
    of_population = WorldStockOfPopulation(measure="world_stock_of_population")
    assert of_population.value(figures, NEW, 2010) == 0.033


def test_world_share_is_read_from_the_table_of_the_world(figures):
    share = WorldShare(
        measure="world_share", share="contiguous", group="world", variant="known origin"
    )
    assert share.value(figures, NEW, 2010) == 0.42
    assert share.value(figures, BANK, 2010) == 0.3
    with pytest.raises(Missing, match=r"no such share in 2015"):
        share.value(figures, NEW, 2015)


def test_agreements_of_neighbours_leave_out_parties_without_a_code(figures):
    share = AgreementsOfNeighbours(measure="agreements_of_neighbours", until=2005)
    # Of three agreements up to 2005 with two codes, France and Belgium made one.
    assert share.value(figures, "bla-chilton-woda", 2010) == 1 / 3


def test_agreements_growth_compares_periods_of_equal_length(figures):
    growth = AgreementsGrowth(measure="agreements_growth", start=2003, end=2012)
    # 2005 and 2012 against the two of 2001; 1990 lies before both periods.
    assert growth.value(figures, "bla-chilton-woda", 2010) == 1


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        (Sum(measure="sum", parts=[0.15, 0.057, 0.053], of="share"), 0.26),
        (Product(measure="product", factors=[5, 400_000], of="shekels"), 2_000_000),
        (Largest(measure="largest", parts=[27_000, 36_990], of="persons"), 36_990),
        (
            MembersAmong(
                measure="members_among", bloc="eu", in_year=2009, places=["POL", "IND", "ROU"]
            ),
            2,
        ),
        (MembersOfBloc(measure="members_of_bloc", bloc="ca-4", in_year=2010), 4),
        (ColonialAmong(measure="colonial_among", country="GBR", places=["IND", "POL"]), 1),
        (
            Stated(measure="stated", stated=20080923, by="a-68-283", where="§1", of="date"),
            20080923,
        ),
    ],
    ids=lambda item: getattr(item, "measure", ""),
)
def test_measures_of_documents_and_lists(figures, measure, expected):
    assert measure.value(figures, measure.series[0], 2010) == expected


def test_every_measure_says_what_it_measures():
    assert len(MEASURES) == 23
    assert all(measure.definition and measure.series for measure in MEASURES)


@pytest.mark.parametrize("end", ["origins", "destinations"])
def test_a_word_that_is_no_place_is_refused_with_the_closest(end):
    groups = {"origins": ["MLI"], "destinations": ["SEN"]} | {end: ["ecowa"]}
    with pytest.raises(
        ValueError, match=r"no country's code, bloc or region. Did you mean 'ecowas'"
    ):
        ShareOfDestinations(measure="share_of_destinations", **groups)
