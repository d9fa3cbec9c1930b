"""What is in force cannot change silently."""

from dataclasses import replace
from datetime import date

import pytest

from holdfast.rules.standard import Edition
from holdfast.standards import STANDARDS
from holdfast.standards.meaning_lock import digest, locked, meanings

CP_06 = STANDARDS["CP-06"]


def test_every_edition_of_every_standard_means_what_was_locked() -> None:
    held = {key: each.digest for key, each in locked().items()}
    changed = [f"{rule} {edition}".strip() for rule, edition, now in meanings() if held.get((rule, edition)) != now]
    assert changed == [], (
        "The meaning of these changed. If guidance changed, add an Edition from its day; if a mistake was put right: "
        "make lock BECAUSE='...'"
    )
    assert len(held) == len(list(meanings()))


def test_a_limit_that_changes_by_a_day_is_another_meaning() -> None:
    longer = replace(CP_06, limit=replace(CP_06.limit, n=16))
    assert digest(longer, CP_06.versions[0]) != digest(CP_06, CP_06.versions[0])


def test_other_words_for_a_standard_are_the_same_meaning() -> None:
    assert digest(replace(CP_06, title="Another title", note="A note."), None) == digest(CP_06, None)


def test_an_edition_that_leaves_a_gap_is_refused() -> None:
    first = Edition("WT2018", date(2018, 7, 4), date(2023, 12, 14), "as stated")
    second = Edition("WT2023", date(2023, 12, 15), None, "unchanged")
    with pytest.raises(ValueError, match="must end on the day WT2023 begins"):
        replace(CP_06, versions=(first, second))


def test_an_edition_that_overlaps_another_is_refused() -> None:
    first = Edition("WT2018", date(2018, 7, 4), date(2023, 12, 16), "as stated")
    second = Edition("WT2023", date(2023, 12, 15), None, "unchanged")
    with pytest.raises(ValueError, match="must end on the day WT2023 begins"):
        replace(CP_06, versions=(first, second))


def test_what_starts_on_the_last_day_of_an_edition_is_judged_by_it() -> None:
    tighter = replace(CP_06.limit, n=10)
    first = Edition("WT2018", date(2018, 7, 4), date(2023, 12, 15), "15 working days")
    second = Edition("WT2023", date(2023, 12, 15), None, "10 working days", limit=tighter)
    changed = replace(CP_06, versions=(first, second))
    assert changed.on(date(2023, 12, 14)).limit.n == 15
    assert changed.on(date(2023, 12, 15)).limit.n == 10
