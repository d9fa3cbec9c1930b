"""Ordinary families are left in peace: a small sample, so that a change which makes a signal cry wolf is seen the same day.

The whole measurement is ``make bench-signals``, with its results in docs/fair-signals.md.
"""

from collections import Counter

import pytest
from bench.ordinary import END, START, households
from bench.signals import COLUMNS, ENDS, Told, listen, table, write

from holdfast.signals import SIGNALS

CHILD_YEARS = 100
MOST = 6
"""How often a signal may sound in the sample without being named below."""

NOISY = {
    "SIG-ATTENDANCE": 12,
    "SIG-HEALTH-UNMET": 8,
    "SIG-INJURY-ON-PLAN": 10,
    "SIG-OPTIMISM": 9,
    "SIG-PLAN-ROLLED-OVER": 9,
    "SIG-REPEAT-INJURY": 12,
    "SIG-VISIT-WRONG-KIND": 12,
    "SIG-WEEKS-UNSEEN": 30,
}
"""Signals that may sound oftener, and how often: what is measured over two thousand child-years, with room for chance."""

ALL_TOGETHER = 85


@pytest.fixture(scope="module")
def told() -> Told:
    """What every signal says of about a hundred child-years."""
    return listen(CHILD_YEARS, processes=1)


def test_no_signal_cries_wolf_more_often_than_is_documented(told: Told) -> None:
    often = Counter(alarm.signal for alarm in told.alarms)
    assert {signal: n for signal, n in often.items() if n > NOISY.get(signal, MOST)} == {}
    assert sum(often.values()) <= ALL_TOGETHER


def test_most_signals_say_nothing_at_all_about_ordinary_families(told: Told) -> None:
    assert len({alarm.signal for alarm in told.alarms}) < len(SIGNALS) / 3


def test_there_are_families_enough_of_every_kind_to_be_wrong_about(told: Told) -> None:
    assert told.years.total() >= CHILD_YEARS - 1
    assert {level for level in COLUMNS if told.years[level] > 0} >= {"universal", "early help", "in need", "protected"}
    assert told.alarms, "a measurement that hears nothing measures nothing"


def test_the_same_families_come_every_time() -> None:
    first, second = ([each.world for each in households(15)] for _ in range(2))
    assert first == second


def test_ordinary_families_have_children_of_every_age_and_some_still_to_be_born() -> None:
    children = [child for each in households(400) for child in each.children]
    ages = {child.age(END) for child in children if child.born}
    assert any(child.born is None for child in children)
    assert ages >= {0, 1, 2, 3, 4, 6, 8, 11, 13, 15}
    assert all(child.born is None or (END - child.born).days < 18 * 366 for child in children)
    assert START < END


def test_the_table_goes_between_its_marks_and_leaves_the_rest_of_the_page_alone(told: Told, tmp_path) -> None:  # type: ignore[no-untyped-def]
    page = tmp_path / "page.md"
    page.write_text(f"Before.\n<!-- table: begin -->\nold\n{ENDS}\nAfter.\n", encoding="utf-8")
    write(page, table(told))
    text = page.read_text(encoding="utf-8")
    assert text.startswith("Before.\n")
    assert text.endswith("\nAfter.\n")
    assert "old" not in text
    assert text.count("| SIG-") == len({alarm.signal for alarm in told.alarms})
