"""The numbers a shape is made from."""

from collections.abc import Mapping

from holdfast.rules.limit import Amount

Numbers = Mapping[str, int | float]


def days(n: int | float) -> Amount:
    """So many days."""
    return Amount(int(n), "calendar_days")
