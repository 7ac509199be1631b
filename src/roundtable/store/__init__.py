"""The tables that every figure comes from, as the project keeps them."""

from roundtable.store.tables import Tables, load, read, write

__all__ = ["Tables", "load", "read", "write"]
