"""The editions of Working Together, the statutory guidance, and the days each is in force."""

from datetime import date

from holdfast.rules.standard import Edition

SINCE_2018, SINCE_2023, SINCE_2026 = date(2018, 7, 4), date(2023, 12, 15), date(2026, 3, 1)


# One function, so that a limit which nobody has seen change does not say so three times in thirty standards, and so that reading
# the edition of 2026 is one change here for all of them.
def working_together(in_2018: str, read_2018: str, in_2023: str) -> tuple[Edition, ...]:
    """What the three editions say of a limit that the 2018 edition states and nobody has seen changed since: where in each, and
    how the first was checked. The text of 2026 was not available, so that it is unchanged is only assumed."""
    return (
        Edition("WT2018", SINCE_2018, SINCE_2023, "as stated", in_2018, read_2018),
        Edition("WT2023", SINCE_2023, SINCE_2026, "unchanged", in_2023, "knowledge"),
        Edition("WT2026", SINCE_2026, None, "assumed unchanged - NOT VERIFIED", "check PDF", "not_verified"),
    )
