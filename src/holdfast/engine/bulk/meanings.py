"""Every further module that says what a node means in a query, brought in so that each of them is registered."""

from holdfast.engine.bulk import (
    anyone,
    histories,
    lacking,
    meanwhile,
    occasions,
    plans,
    relatives,
    sequences,
    stretches,
    subjects,
)

__all__ = ["anyone", "histories", "lacking", "meanwhile", "occasions", "plans", "relatives", "sequences", "stretches", "subjects"]
