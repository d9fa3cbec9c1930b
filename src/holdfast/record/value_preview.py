"""Trying a partnership's value out before it is set, and what setting it touches."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from holdfast.engine.clock import Clock
from holdfast.engine.compiled.evaluate import evaluate
from holdfast.engine.rulebook import NUMBERS
from holdfast.kernel.moment import Moment
from holdfast.record import read
from holdfast.record.locks import lock_in_order
from holdfast.record.models import Alert, LocalSetting, StoredClock
from holdfast.record.partnership_values import load_values
from holdfast.record.projection.refresh import bring_up_to_date, everybody
from holdfast.record.projection.store import mark_for_recompute
from holdfast.standards import STANDARDS
from holdfast.standards.local_values import BIRTHDAYS, HOURS, LocalValue, Values, check
from holdfast.standards.working_hours import working_hours
from holdfast.vocabulary.world import World

Progress = Callable[[int, int], None]


def no_progress(done: int, total: int) -> None:
    """Say nothing of how far it has come."""


@dataclass(frozen=True)
class Preview:
    """What setting a value would do: how many clocks that run now it would move, bring or take away, and how many worries."""

    looked_at: int
    moved: int
    brought: int
    taken_away: int
    newly_overdue: int
    hours_of: int | None = None

    @property
    def changed(self) -> int:
        """How many lines would not stand as they stand now."""
        return self.moved + self.brought + self.taken_away

    def in_words(self) -> str:
        """The same in a sentence."""
        if self.hours_of is not None:
            whose = "1 person" if self.hours_of == 1 else f"{self.hours_of} people"
            return f"The working hours of {whose} change. No day by which something is due moves; only from when they are told."
        if not self.changed:
            return f"Nothing that runs now would change ({self.looked_at} people looked at)."
        said = (
            (self.moved, "would be due on another day"),
            (self.brought, "would begin"),
            (self.taken_away, "would end"),
            (self.newly_overdue, "would be overdue at once"),
        )
        parts = [f"{count} {words}" for count, words in said if count]
        people = "1 person" if self.looked_at == 1 else f"{self.looked_at} people"
        return f"Of what runs now for {people}, {', '.join(parts)}."


def preview(value: LocalValue, *, at: datetime, progress: Progress = no_progress) -> Preview:
    """What setting ``value`` would change of what runs at ``at``. Raises ``ValueRefused``. Nothing is written."""
    check(value, NUMBERS)
    now = load_values()
    if value.rule == HOURS:
        return _of_hours(value, now)
    then = Values((*now.values, value))
    people = _people(value, running=True)
    moved = brought = taken = overdue = 0
    for number, person in enumerate(people, start=1):
        # Read once and asked twice: what differs between the two is the value alone, and nothing that was written in between.
        world = read.world_around(person, Moment.live(at))
        before, after = (_lines(world, person, value.rule, at, each) for each in (now, then))
        moved += sum(1 for key in before.keys() & after.keys() if before[key][0] != after[key][0])
        brought += len(after.keys() - before.keys())
        taken += len(before.keys() - after.keys())
        overdue += sum(1 for key, (_, state) in after.items() if state == "overdue" and before.get(key, ("", ""))[1] != "overdue")
        progress(number, len(people))
    return Preview(len(people), moved, brought, taken, overdue)


def _of_hours(value: LocalValue, now: Values) -> Preview:
    """For how many workers other hours would hold on the day the value holds from."""
    organisations, workers = read.parties()
    before, after = (World(organisations, workers, {}, (), (), hours=each.hours) for each in (now, Values((*now.values, value))))
    changed = [
        each for each in workers.values() if len({working_hours(each, world, value.since) for world in (before, after)}) > 1
    ]
    return Preview(len(workers), 0, 0, 0, 0, hours_of=len(changed))


def _people(value: LocalValue, *, running: bool = False) -> list[str]:
    """Whom it could touch: those with a clock (``running``: one that runs) or an alert of the rule; for what is not on yet,
    everybody."""
    # Nobody's clock is moved by when somebody is at work.
    if value.rule == HOURS:
        return []
    # What is not on yet has no clock by which anybody could be found, and how birthdays are counted moves clocks of many rules.
    if value.rule == BIRTHDAYS or value.name in ("start", "in_force"):
        return everybody()
    if value.rule in STANDARDS:
        clocks = StoredClock.objects.filter(standard=value.rule)
        return sorted(set((clocks.filter(open=True) if running else clocks).values_list("child_id", flat=True)))
    return everybody() if not running else _raised(value.rule)


def _raised(signal: str) -> list[str]:
    return sorted(set(Alert.objects.filter(rule_id=signal, ended_at=None).values_list("child_id", flat=True)))


def _lines(world: World, person: str, rule: str, at: datetime, chosen: Values) -> dict[str, tuple[object, str]]:
    """Each line of the rule that is not over: what it says and its state."""
    only = None if rule == BIRTHDAYS else [rule]
    found: dict[str, tuple[object, str]] = {}
    for line in evaluate(world, person, Moment.live(at), only, values=chosen).lines:
        what = line.what
        state = what.state(at) if isinstance(what, Clock) else "ended" if what.ended_at is not None else "raised"
        if state in ("running", "due_soon", "overdue", "cannot_tell", "raised"):
            says = (what.starts, what.due, what.missing) if isinstance(what, Clock) else what.raised_at
            found[what.key] = (says, state)
    return found


def store_value(value: LocalValue, *, at: datetime) -> LocalSetting:
    """Put ``value`` among the partnership's own. Raises ``ValueRefused``. Whoever it touches is marked to be worked out again:
    the worker's sweep does so within minutes, or :func:`recompute_affected` at once."""
    # Whether somebody may is not asked here: a page asks it by a command, and the command line of whoever runs the server has
    # nobody who is signed in.
    check(value, NUMBERS)
    # The value and the marks together: a value without them would hold for whoever is written about next and for nobody else.
    # Nobody is worked out here, because that takes minutes and a page has to answer.
    with transaction.atomic():
        lock_in_order([f"value {value.rule} {value.name}"])
        said = {"value": value.value, "since": value.since, "by": value.by, "why": value.why}
        last = LocalSetting.objects.filter(rule=value.rule, name=value.name).order_by("pk").last()
        # Pressed twice it is set once.
        if last is not None and {name: getattr(last, name) for name in said} == said:
            return last
        row = LocalSetting.objects.create(
            rule=value.rule, name=value.name, value=value.value, since=value.since, by=value.by, why=value.why, set_at=at
        )
        mark_for_recompute(_people(value))
    return row


def recompute_affected(value: LocalValue, *, at: datetime, progress: Progress = no_progress) -> None:
    """Work out again everybody whom a value that was set touches."""
    people = _people(value)
    for number, person in enumerate(people, start=1):
        bring_up_to_date([person], at=at)
        progress(number, len(people))
