"""Many things at once: which rules were overdue or open, and from which causes."""

from bisect import bisect_right
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from holdfast.engine.reference import standard
from holdfast.engine.reference.departure import Departure
from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.findings import root
from holdfast.engine.reference.in_post import Absence, PostHolders
from holdfast.engine.reference.lead_worker import lead_episodes
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.shapes import matches
from holdfast.engine.reference.shapes.matches import MEANINGS, Match
from holdfast.engine.reference.state import spans
from holdfast.engine.rulebook import InUse
from holdfast.kernel.when import TICK, london_day, start_of_day
from holdfast.rules.limit import Amount
from holdfast.rules.shapes import Together
from holdfast.rules.standard import Standard
from holdfast.signals import SIGNALS
from holdfast.vocabulary.entry import Entry

BY_THE_WORKER = frozenset({"lead_social_worker", "lead_practitioner", "visiting_worker", "recording_worker", "case_owner"})
"""Whose absence is the cause of what they should have done meanwhile."""


@dataclass(frozen=True)
class Trouble:
    """One rule that was overdue or open: its words, from when to when, and what caused it."""

    rule: str
    title: str
    begins: datetime
    until: datetime | None
    cause: str
    entry: Entry


def _together(person: PersonView, shape: Together, rules: InUse) -> Iterator[Match]:
    inside = spans(person, shape.during)
    # None of the rules that it counts has to be worked out for a child who was never in the state.
    if not inside:
        return
    # By when they began and then by rule, so that of two that begin at once it is always the same one that makes enough.
    found = sorted(_troubles(person, shape, rules), key=lambda each: (each.begins, each.rule))
    at_once = _at_once(found, [each.begins for each in found], shape)
    # The instants at which too few are left. They are looked for once for all, because every worry ends at the first of them
    # after it.
    few = [gone for gone, number in _at_once(found, _gone(found, shape), shape).items() if number < shape.n]
    above = False
    for trouble in found:
        day = london_day(trouble.begins)
        span = next((each for each in inside if each.holds_on(day)), None)
        enough = span is not None and at_once[trouble.begins] >= shape.n and person.is_child_on(day)
        # When there come to be enough, and not for every further one: it is a list, and not a score.
        if enough and not above and span is not None:
            there = _there(found, trouble.begins, shape)
            over = few[at] if (at := bisect_right(few, trouble.begins)) < len(few) else None
            ends = [each for each in (over, start_of_day(span.end) if span.end else None) if each is not None]
            # Braces would be taken for places to fill in when the sentence is made.
            named = "; ".join(dict.fromkeys(each.title for each in there)).replace("{", "(").replace("}", ")")
            entries = tuple(dict.fromkeys(each.entry for each in there if each.entry is not trouble.entry))
            yield Match(
                trouble.begins,
                (*sorted(entries, key=order), trouble.entry),
                (min(ends), None) if ends else None,
                why=f"At once for this child: {named}.",
                part=trouble.rule,
            )
        above = enough


def _there(found: list[Trouble], at: datetime, shape: Together) -> list[Trouble]:
    """What was overdue or open at some time in the window that ends at ``at``."""
    opens = add(london_day(at), Amount(-shape.within.n, shape.within.unit))
    if not isinstance(opens, date):
        return []
    return [each for each in found if each.begins <= at and (each.until is None or london_day(each.until) > opens)]


def _gone(found: list[Trouble], shape: Together) -> list[datetime]:
    """The instants at which something that is over leaves the window."""
    # What is over stays in the window for as long as the window is: things that follow one another come together too.
    left = (add(london_day(each.until), shape.within) for each in found if each.until is not None)
    return [start_of_day(each) for each in left if isinstance(each, date)]


def _at_once(found: list[Trouble], instants: list[datetime], shape: Together) -> dict[datetime, int]:
    """How many there were in the window that ends at each of these instants, in their order: as many as there are rules
    and causes among them."""
    coming = deque(found)
    going = deque(sorted((london_day(each.until), number) for number, each in enumerate(found) if each.until is not None))
    there: set[int] = set()
    rules, causes = Counter[str](), Counter[str]()
    numbers: dict[datetime, int] = {}
    begun = 0
    for at in sorted(set(instants)):
        opens = add(london_day(at), Amount(-shape.within.n, shape.within.unit))
        if not isinstance(opens, date):
            numbers[at] = 0
            continue
        while coming and coming[0].begins <= at:
            each = coming.popleft()
            if each.until is None or london_day(each.until) > opens:
                there.add(begun)
                rules[each.rule] += 1
                causes[each.cause] += 1
            begun += 1
        while going and going[0][0] <= opens:
            _, number = going.popleft()
            if number in there:
                there.discard(number)
                for counted, key in ((rules, found[number].rule), (causes, found[number].cause)):
                    counted[key] -= 1
                    if not counted[key]:
                        del counted[key]
        # Twenty clocks of one absence are one cause, and one rule broken for four reasons is one rule: both have to be many.
        numbers[at] = min(len(rules), len(causes))
    return numbers


def _troubles(person: PersonView, shape: Together, rules: InUse) -> Iterator[Trouble]:
    for id in sorted(shape.standards):
        rule = rules.standards[id]
        yield from person.keep(("troubles", shape, rule), partial(_of_rule, shape=shape, rule=rule))
    for id in sorted(shape.signals):
        yield from person.keep(("troubles", id, rules), partial(_of_signal, id=id, rules=rules))


def _of_rule(person: PersonView, *, shape: Together, rule: Standard) -> tuple[Trouble, ...]:
    # A plan is no cause of what goes undone under it: only what came up since is.
    plans = {root(person, span.started_by) for span in spans(person, shape.during)}
    leads = lead_episodes(person)
    found = []
    for clock in standard.kept(person, rule):
        breach, entry = clock.breach(), person.known.current(clock.trigger)
        if breach is None or entry is None:
            continue
        cause = root(person, entry)
        # Whoever led when it fell due, and not who leads now.
        lead = next((worker for given, worker in reversed(leads) if given.happened.start <= breach[0]), None)
        gone = _missing(person, lead, breach[0] - TICK) if lead and rule.responsible in BY_THE_WORKER else None
        if gone is not None:
            cause = person.known.history.root(gone.entry)
        elif cause in plans:
            cause = f"{cause}/{rule.id}"
        found.append(Trouble(rule.id, rule.title, *breach, cause, entry))
    return tuple(found)


def _missing(person: PersonView, worker: str, at: datetime) -> Absence | Departure | None:
    return PostHolders.known(person.known, at).missing(worker)


def _of_signal(person: PersonView, *, id: str, rules: InUse) -> tuple[Trouble, ...]:
    signal = SIGNALS[id]
    return tuple(
        Trouble(
            id,
            signal.title,
            found.at,
            None if found.ended is None else found.ended[0],
            root(person, found.entries[-1]),
            found.entries[-1],
        )
        for found in matches.kept(person, signal.shape, rules)
    )


MEANINGS.update({Together: _together})
