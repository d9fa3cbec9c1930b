"""Small invented cases made from a rule's own definition, so that every branch of it is tried.

For a rule, entries are made that start it, meet it just before, on and just after it is due, excuse it, refer to one another,
name the child or do not, are only known to a range of days, are recorded late, put right or taken back. Everything is
drawn from a seed: the same rule and number always give the same case.
"""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from holdfast.engine.reference import due_day
from holdfast.engine.reference.due_day import Start
from holdfast.kernel.when import LONDON, When
from holdfast.rules import conditions
from holdfast.rules.event import Condition, Event
from holdfast.rules.limit import Gate
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Gathers
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.faults import EntryRefused
from holdfast.vocabulary.field_types import Shape, shapes
from holdfast.vocabulary.type_registry import ENTRY_TYPES
from holdfast.vocabulary.world import World
from tests.bulk.peopling import world_of
from tests.specs.kit import ORGANISATIONS

CHILDREN = ("ash", "birch")
ADULTS = ("mother", "father", "gran")
FIRST = date(2021, 3, 1)
WORDS = ("I want to be safe", "I like my school", "He hits me and I am scared", "NEGLECT pre-proceedings", "  ")


ABOUT_NOBODY: tuple[str, ...] = ()


@dataclass
class Making:
    """A case being made, its entries about whoever is drawn, or all about ``about``."""

    draw: Random
    about: tuple[str, ...] | None = None
    entries: list[Entry] = field(default_factory=list)

    def some(self, *types: str) -> str | None:
        """The id of an earlier entry of these types (of any, when none is named)."""
        found = [entry.id for entry in self.entries if not types or entry.type in types]
        return self.draw.choice(found) if found else None

    def add(self, type: str, day: date, wanted: dict[str, Any], **rest: Any) -> Entry | None:
        """One entry more, where what was drawn is allowed."""
        data = {**data_for(type, day, self), **wanted}
        drawn = rest.pop("about", None)
        about = (
            self.about
            if self.about is not None
            else drawn
            if drawn is not None
            else self.draw.choice([("ash",), ("ash",), ("ash", "birch"), ("ash", "mother"), ("birch",)])
        )
        happened = rest.pop("happened", None) or self.happened(day)
        recorded = rest.pop("recorded_at", None) or self.recorded(happened)
        number = len(self.entries)
        try:
            entry = Entry.build(
                id=f"e{number:02}",
                type=type,
                happened=happened,
                about=about,
                data=data,
                recorded_at=recorded,
                arrived=number,
                by=self.draw.choice(("sam", "ravi", "kay", "fin", "dsl", "hv", None)),
                **rest,
            )
        except EntryRefused:
            return None
        self.entries.append(entry)
        return entry

    def happened(self, day: date) -> When:
        """A day, mostly; sometimes an hour of it, sometimes only a range."""
        chance = self.draw.random()
        if chance < 0.25:
            return When.at(datetime.combine(day, time(self.draw.randrange(0, 24), self.draw.choice((0, 30))), LONDON))
        if chance < 0.37:
            return When.between(day - timedelta(days=self.draw.randrange(0, 20)), day + timedelta(days=self.draw.randrange(0, 9)))
        return When.day(day)

    def recorded(self, happened: When) -> datetime:
        """As it happened, mostly; sometimes late, sometimes ahead."""
        later = self.draw.choice((0, 0, 0, 0, 0, 1, 3, 30, 200, -4))
        return (happened.end + timedelta(days=later)).astimezone(LONDON)


def data_for(type: str, day: date, making: Making) -> dict[str, Any]:
    """What an entry of a type might say."""
    found = {}
    for shape in shapes(ENTRY_TYPES[type]):
        if shape.required or making.draw.random() < 0.7:
            value = _drawn(shape, day, making)
            if value is not None:
                found[shape.name] = value
    return found


def _drawn(shape: Shape, day: date, making: Making) -> Any:
    if shape.many:
        found = [value for _ in range(making.draw.randrange(0, 4)) if (value := _one(shape, day, making)) is not None]
        unique = [each for number, each in enumerate(found) if each not in found[:number]]
        return unique or ([] if not shape.required else None)
    return _one(shape, day, making)


def _one(shape: Shape, day: date, making: Making) -> Any:
    draw = making.draw
    match shape.kind:
        case "row":
            return {each.name: value for each in shape.fields if (value := _drawn(each, day, making)) is not None}
        case "boolean":
            return draw.random() < 0.5
        case "code":
            return draw.choice(shape.codes)[0]
        case "when":
            return (day + timedelta(days=draw.choice((0, 1, 5, 9, 14, 30, 60, -30, -400)))).isoformat()
        case "integer" | "number":
            return int(draw.choice((shape.lowest or 0, 1, 2, 3, shape.highest or 5, 4)))
        case "person":
            return draw.choice((*CHILDREN, *CHILDREN, *ADULTS))
        case "worker":
            return draw.choice(("sam", "ravi", "kay", "hv", "duty"))
        case "organisation":
            return draw.choice(tuple(ORGANISATIONS))
        case "party":
            return draw.choice((*ADULTS, "sam", "dsl", "school", "neighbour", "mother's friend"))
        case "entry":
            code = draw.choice(shape.codes)[0] if shape.codes and draw.random() < 0.5 else None
            return code or making.some(*shape.entry_types)
    return (
        draw.choice(WORDS)
        if shape.kind in ("words", "long_text")
        else draw.choice(("social_worker", "health visitor", "no", "x y"))
    )


def cases(rule: Standard | Signal, count: int, about: tuple[str, ...] | None = None) -> Iterator[World]:
    """So many cases of one rule."""
    for number in range(count):
        making = Making(Random(f"{rule.id} {number}"), about)
        _fill(rule, making)
        yield world_of(draw=making.draw, entries=tuple(making.entries))


def nodes(value: Any) -> Iterator[Any]:
    """Every node of a rule, however deep."""
    if isinstance(value, list | tuple):
        for each in value:
            yield from nodes(each)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for each in fields(value):
            yield from nodes(getattr(value, each.name))


def _events(value: Any) -> list[Event]:
    return [node for node in nodes(value) if isinstance(node, Event)]


def _fill(rule: Standard | Signal, making: Making) -> None:
    draw = making.draw
    shape = rule if isinstance(rule, Standard) else rule.shape
    every = _events(shape)
    reads = sorted({type for event in every for type in event.types} or set(getattr(rule, "reads", ())))
    trigger = _events(getattr(shape, "trigger", None)) or every
    day = FIRST + timedelta(days=draw.randrange(0, 200))
    for _ in range(draw.choice((1, 2, 3))):
        started = _fit(draw.choice(trigger), day, making, None) if trigger else None
        for event in draw.sample(every, k=min(len(every), draw.randrange(0, 5))):
            _fit(event, _about_due(rule, day, draw), making, started)
        day += timedelta(days=draw.choice((0, 1, 15, 40, 120)))
    for gathers in [node for node in nodes(shape) if isinstance(node, Gathers)]:
        if draw.random() < 0.6:
            _gather(gathers, day, making)
    for type in reads[:3] if draw.random() < 0.3 else ():
        making.add(type, day + timedelta(days=draw.randrange(0, 60)), {})
    _life_events(making, day)
    _put_right(making)


def _gather(gathers: Gathers, day: date, making: Making) -> None:
    """About as many as it takes, close together; now and then two of them said to be one event."""
    draw = making.draw
    days = {"hours": 1, "months": 30, "weeks": 7}.get(gathers.within.unit, 1) * gathers.within.n
    found = []
    for _ in range(gathers.n + draw.randrange(-1, 4)):
        when = day + timedelta(days=draw.randrange(0, max(2, min(days, 400))))
        found.append(_fit(draw.choice(gathers.events), when, making, None))
    made = [entry for entry in found if entry is not None]
    for _ in range(draw.randrange(0, 3) if gathers.counting == "occasions" and len(made) > 1 else 0):
        one, other = draw.sample(made, 2)
        said = day + timedelta(days=draw.randrange(0, max(3, days * 2)))
        making.add("reports_linked", said, {"entry": one.id, "same_as": other.id}, about=("ash",))


def _about_due(rule: Standard | Signal, day: date, draw: Random) -> date:
    """Near when something that starts on ``day`` is due: the day before, on it, the day after; or anywhere."""
    if isinstance(rule, Standard) and draw.random() < 0.75 and not isinstance(rule.limit, Gate):
        due = None
        with suppress(AttributeError, TypeError):  # counted from more than a day
            due = due_day.due(rule.limit, Start(None, day))  # type: ignore[arg-type]
        if isinstance(due, date):
            near = due.date() if isinstance(due, datetime) else due
            return near + timedelta(days=draw.choice((-1, 0, 0, 1, 4)))
    return day + timedelta(days=draw.choice((0, 0, 1, 2, 5, 10, 30, 90, 200, -3)))


def _fit(event: Event, day: date, making: Making, started: Entry | None) -> Entry | None:
    """An entry that is mostly what the event means, and sometimes just is not."""
    type = making.draw.choice(event.types)
    fields = {shape.name: shape for shape in shapes(ENTRY_TYPES[type])}
    wanted: dict[str, Any] = {}
    for condition in event.where:
        if making.draw.random() < 0.88:
            wanted |= _satisfying(condition, fields, making, started)
    if event.names is not None and event.names in fields and making.draw.random() < 0.85:
        wanted |= _naming(event.names, fields[event.names], wanted)
    about = ("ash",) if making.draw.random() < 0.7 else None
    return making.add(type, day, {name: value for name, value in wanted.items() if name in fields}, about=about)


def _naming(name: str, shape: Shape, wanted: dict[str, Any]) -> dict[str, Any]:
    if shape.kind != "row":
        return {name: ["ash"] if shape.many else "ash"}
    return {} if name in wanted else {name: [_decision("plan_made") if name == "decisions" else {"child": "ash", "how": "words"}]}


def _decision(decision: str) -> dict[str, Any]:
    return {
        "child": "ash",
        "decision": decision,
        "reasons": "Reasons.",
        **({"category": "NEG"} if decision == "plan_made" else {}),
    }


def _satisfying(condition: Condition, fields: dict[str, Shape], making: Making, started: Entry | None) -> dict[str, Any]:
    many = {name: shape.many for name, shape in fields.items()}

    def put(name: str, value: Any) -> dict[str, Any]:
        return {name: [value] if many.get(name) else value}

    match condition:
        case conditions.FieldIn():
            return put(condition.field, making.draw.choice(condition.values))
        case conditions.FieldIs():
            return put(condition.field, condition.value)
        case conditions.OwnRowIn(column="decision"):
            return {"decisions": [_decision(making.draw.choice(condition.values))]}
        case conditions.PlanIs():
            return put(condition.field, condition.plan)
        case conditions.RefersTo(start_field=None) if started is not None:
            return put(condition.field, started.id)
        case conditions.SameAs() if started is not None:
            theirs = started.data.written().get(condition.start_field)
            return put(condition.field, (theirs[0] if isinstance(theirs, list) else theirs)) if theirs else {}
        case conditions.RefersTo(start_field=str(start_field)) if started is not None:
            theirs = started.data.written().get(start_field)
            return put(condition.field, theirs) if isinstance(theirs, str) else {}
        case conditions.Mentions():
            return put(making.draw.choice(condition.fields), f"A word about {making.draw.choice(condition.words)}.")
        case conditions.AnyOf():
            return _satisfying(making.draw.choice(condition.conditions), fields, making, started)
        case conditions.Earlier() | conditions.Later():
            day = FIRST + timedelta(days=making.draw.randrange(0, 200))
            _fit(condition.event, day, making, started)
    return {}


def _life_events(making: Making, day: date) -> None:
    """Now and then a birth, a death, a plan made or ended, a worker away."""
    draw = making.draw
    later = day + timedelta(days=draw.randrange(1, 120))
    if draw.random() < 0.12:
        making.add("birth_recorded", FIRST + timedelta(days=draw.randrange(0, 150)), {"child": "ash"}, about=("ash",))
    if draw.random() < 0.08:
        making.add("death_recorded", later, {"person": draw.choice(("ash", "mother"))}, about=("ash",))
    if draw.random() < 0.3:
        decided = {"kind": draw.choice(("initial", "review")), "decisions": [_decision(draw.choice(("plan_made", "plan_ended")))]}
        making.add("conference_held", later, decided, about=("ash",))
    if draw.random() < 0.15:
        making.add("absence_started", later, {"worker": "sam"}, about=())


def _put_right(making: Making) -> None:
    """Now and then an entry that corrects another, or takes it back."""
    draw = making.draw
    for entry in list(making.entries):
        chance = draw.random()
        recorded = (entry.recorded_at + timedelta(days=draw.randrange(1, 90))).astimezone(LONDON)
        if chance < 0.07:
            day = entry.happened.last + timedelta(days=draw.choice((-3, 0, 1, 20)))
            making.add(
                entry.type,
                day,
                entry.data.written(),
                about=entry.about,
                recorded_at=recorded,
                corrects=entry.id,
                reason="Wrong day.",
            )
        elif chance < 0.12:
            making.add(
                "entry_withdrawn",
                recorded.date(),
                {},
                about=entry.about,
                recorded_at=recorded,
                withdraws=entry.id,
                reason="Not so.",
            )
