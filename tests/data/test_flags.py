"""All flags of both editions together."""


def test_every_row_has_one_kind_that_is_known(flagged, full):
    assert len(flagged) == len(full.stocks)
    assert set(flagged["kind"]) == {"measured", "revised", "carried-forward", "disputed"}
    assert not flagged[["frozen", "linear", "disputed", "citizens", "kind"]].isna().any(axis=None)
