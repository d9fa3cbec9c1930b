"""How long the tests are that make up their own cases, and which tests take longest: the one place that says so.

``make test`` runs the first number of each, and the same ones each time, so that a failure is one that anybody can repeat.
``make test-long`` runs the second, drawn anew each time, and prints what repeats a failure. Nothing else tells the two apart.
"""

import os
from typing import Any

from hypothesis import settings

LONG = os.environ.get("HOLDFAST_TESTS") == "long"

DRAWN = {
    "anything at all": (100, 400),
    "lives of a team": (10, 60),
    "teams whose people go": (100, 1_000),
    "staff and whom to tell": (400, 2_000),
    "months of a team, read by both engines": (60, 600),
    "what was told": (150, 600),
    "staff and the hour": (300, 3_000),
    "plans made and ended": (200, 600),
    "what was known when": (40, 150),
    "cases replayed": (10, 80),
    "families drawn": (60, 300),
    "forms filled in": (2, 5),
    "forms with an answer missing": (1, 2),
    "lives lived through": (3, 16),
    "cases brought in and out": (10, 60),
    "what is about nobody": (2, 8),
    "facts stated in any order": (20, 100),
    "addresses said and put right": (12, 60),
    "names in the database": (50, 400),
    "dates and ages printed": (60, 500),
    "case files written": (15, 100),
    "case files held to the schema": (5, 40),
    "entries of each type": (15, 60),
    "any value in any place": (400, 2_000),
    "any bytes at all": (200, 1_000),
}
"""How many examples Hypothesis draws: in ``make test``, in ``make test-long``."""

TAKEN = {
    "lives invented from each rule, read for everybody": (2, 4),
    "lives invented from each rule, read by both engines": (2, 6),
    "children on Spark": (600, 3_000),
    "entries about one child in one day": (2_000, 5_000),
    "entries that were each recorded late": (400, 600),
    "corrections of one another": (2_000, 3_000),
}
"""How many are taken: in ``make test``, in ``make test-long``."""

ONE_IN = {
    "examples of each rule, read for everybody": (4, 1),
    "examples of all rules, read at month ends": (24, 12),
    "people of the review, by the meaning of record as their case is lived": (4, 1),
    "kinds of entry in the review, opened and put right": (3, 1),
    "lives invented from each rule, with their history": (2, 1),
    "lives invented from each rule, read by every other": (6, 1),
    "rules read with nothing kept": (3, 1),
    "rules whose invented lives are lived through": (20, 5),
    "people of an earlier record, by the meaning of record": (60, 10),
    "people of the demonstration, by the meaning of record": (15, 3),
}
"""Of how many one is taken, always the same one: in ``make test``, in ``make test-long``."""

LONGEST_FIRST = (
    "pages/entries/test_every_form.py",
    "specs/test_mutants.py",
    "demo/test_loading.py",
    "specs/test_specs.py",
    "engine/test_bad_input.py",
    "engine/compiled/test_triggers.py",
    "engine/compiled/test_agreement.py",
    "record/test_lived_through.py",
    "record/test_projection.py",
    "duty/test_somebody_at_work.py",
    "pages/entries/test_in_chromium.py",
    "pages/entries/test_the_published_review.py",
    "pages/contacts/test_friday_ten_to_five.py",
    "pages/worklists/test_today_in_chromium.py",
    "pages/tonight/test_j3.py",
    "duty/test_killed_worker.py",
    "bulk/test_spark.py",
    "bulk/test_generated.py",
    "bulk/test_partnership.py",
    "demo/test_northmere.py",
    "record/test_before.py",
)
"""What takes longest is begun first, so that no processor is left with it when the other has nothing more to do."""


def drawn(what: str, **also: Any) -> settings:
    """How a test draws its examples. How long one takes says more about the machine than about the program."""
    return settings(max_examples=DRAWN[what][LONG], deadline=None, **also)


def taken(what: str) -> int:
    """How many are taken."""
    return TAKEN[what][LONG]


def one_in(what: str) -> int:
    """Of how many one is taken."""
    return ONE_IN[what][LONG]
