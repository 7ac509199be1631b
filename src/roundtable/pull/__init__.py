"""Build the full store: read the publishers' files, derive what follows from them."""

from roundtable.pull.folder import from_folder

__all__ = ["from_folder"]
