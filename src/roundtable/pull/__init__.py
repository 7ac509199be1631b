"""Build the full store: read the publishers' files, derive what follows from them."""

from roundtable.pull.folder import from_folder
from roundtable.pull.jobs import needs

__all__ = ["from_folder", "needs"]
