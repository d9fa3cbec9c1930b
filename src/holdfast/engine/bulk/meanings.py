"""Every further module that says what a node means in a query, brought in so that each of them is registered."""

from holdfast.engine.bulk import histories, occasions, relatives, sequences, stretches

__all__ = ["histories", "occasions", "relatives", "sequences", "stretches"]
