"""Estimate the gravity model of migrant stocks on the full store, and write it beside this file.

Run from the checkout, after ``roundtable data pull``:

    python -m venv /somewhere && /somewhere/bin/pip install --group gravity -e .
    /somewhere/bin/python data/gravity/estimate.py

It writes ``gravity.yml`` (the coefficients) and ``effects.csv`` (the effects of origins and
destinations, from which expected corridors are reckoned). The product needs these two files only,
so pyfixest stays out of the lock. `data/README.md` tells the model and its limits.
"""

from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pyfixest
import yaml

from roundtable import store
from roundtable.indicators import expected

YEAR, EDITION = 2024, "undesa-2024"
HERE = Path(__file__).parent


def main() -> None:
    """Estimate and write."""
    tables = store.load("store")
    rows = expected.terms(
        tables.stocks[(tables.stocks["edition"] == EDITION) & (tables.stocks["year"] == YEAR)],
        pairs=tables.pairs,
    )
    rows["pair"] = ["-".join(sorted(ends)) for ends in rows[["origin", "destination"]].to_numpy()]
    formula = f"both ~ {' + '.join(expected.TERMS)} | origin + destination"
    found = pyfixest.fepois(formula, rows, vcov={"CRV1": "pair"})
    effects = found.fixef(atol=1e-12, btol=1e-12)
    own = pd.concat(
        [_effects(end, effects[f"C({end})"], known=found._data[end]) for end in expected.ENDS]
    )
    fitted = expected.fitted(
        rows,
        coefficients=found.coef().to_dict(),
        effects=own,
    )
    inside = fitted.notna()
    print("largest gap to pyfixest's own fit:", _gap(found, fitted[inside]))
    written = {
        "model": "PPML with origin and destination effects",
        "edition": EDITION,
        "year": YEAR,
        "estimated": datetime.now(UTC).date().isoformat(),
        "package": f"pyfixest {version('pyfixest')}",
        "errors": "clustered by pair of countries",
        "corridors": int(found._N),
        "people": int(rows.loc[inside, "both"].sum()),
        "pseudo_r2": round(float(found._pseudo_r2), 4),
        "terms": {
            term: {
                "coefficient": round(float(found.coef()[term]), 6),
                "error": round(float(found.se()[term]), 6),
            }
            for term in expected.TERMS
        },
    }
    (HERE / "gravity.yml").write_text(
        "# Written by estimate.py; data/README.md explains it.\n"
        + yaml.safe_dump(written, sort_keys=False),
        encoding="utf-8",
    )
    own.sort_values(["end", "place"]).to_csv(HERE / "effects.csv", index=False)


def _effects(end: str, found: dict[str, float], *, known: pd.Series) -> pd.DataFrame:
    """Return the effects of one end; the place that the package measures from has none: zero."""
    values = {place: round(float(found.get(place, 0.0)), 6) for place in sorted(set(known))}
    return pd.DataFrame({"end": end, "place": list(values), "effect": list(values.values())})


def _gap(found: Any, fitted: pd.Series) -> float:
    """Return the largest relative difference between the product's reckoning and the package's."""
    theirs = np.sort(np.asarray(found.predict(type="response"), dtype=float))
    mine = np.sort(fitted.to_numpy())
    return float(np.max(np.abs(mine - theirs) / np.maximum(theirs, 1)))


if __name__ == "__main__":
    main()
