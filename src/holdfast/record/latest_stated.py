"""Which of the things that somebody has one of at a time holds: a home, a school, a GP. What was told last took the place of what
stood, unless it is of an earlier day; what is over leaves a gap, and nothing that it once took the place of comes back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.kernel.when import london_day
from holdfast.vocabulary.stated_facts import StatedFact


@dataclass(frozen=True)
class Standing:
    """What stands so far, and the day before which nothing told later takes its place."""

    fact: StatedFact
    from_day: date

    @property
    def known_to_hold(self) -> date:
        """The last day of which anybody has said that it held."""
        last_told = london_day(told(self.fact))
        return min(self.fact.until.last, last_told) if self.fact.until else last_told


def told(fact: StatedFact) -> datetime:
    """When it was first told, however often it was put right or checked since."""
    instant = fact.told_at or fact.recorded_at
    assert instant is not None  # whatever is read from the record has its instant
    return instant


def latest(facts: Iterable[StatedFact], at: datetime) -> StatedFact | None:
    """The one of these, all of one kind, that holds at ``at``; nothing where the last of them is over, or nobody said any."""
    standing: Standing | None = None
    # Of two that were told at one moment, as by a file, the one that is given first is the last word.
    in_turn = sorted(enumerate(facts), key=lambda each: (told(each[1]), -each[0]))
    for _, fact in in_turn:
        if standing is None or _takes_its_place(fact, standing, at):
            since = fact.since.last if fact.since else date.min
            # Without a day of its own it held from no earlier than what it took the place of.
            standing = Standing(fact, max(since, standing.from_day) if standing and not fact.since else since)
    return None if standing is None or is_over(standing.fact, at) else standing.fact


def _takes_its_place(fact: StatedFact, standing: Standing, at: datetime) -> bool:
    if is_over(fact, at):
        # What was over before the other was said to hold is history, whenever it was told.
        assert fact.until is not None
        if fact.until.last < standing.known_to_hold:
            return False
    elif standing.fact.until is not None and is_over(standing.fact, at) and standing.fact.until.last <= london_day(told(fact)):
        return True
    return fact.since is None or fact.since.last >= standing.from_day


def is_over(fact: StatedFact, at: datetime) -> bool:
    """Whether it had certainly ended before ``at``."""
    # Until a vague day is certainly past, it may still hold.
    return fact.until is not None and fact.until.end < at


def newest_first(facts: Iterable[StatedFact]) -> Sequence[StatedFact]:
    """In the order in which a page lists them."""
    return sorted(facts, key=_newest, reverse=True)


def _newest(fact: StatedFact) -> tuple[date, datetime]:
    recorded = told(fact)
    return (fact.since.last if fact.since else london_day(recorded), recorded)
