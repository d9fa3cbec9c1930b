"""Standards written out whole: for a plain child in one state of knowledge, the text of one function that does in a row what the
general one does in many calls, with what the rule does not use left out.

A child is plain whose birth is known, who has not died, and in whose record nothing was learned late or put right. Whatever is
not plain (a start with more to it, an adult, a day no calendar reaches) goes the general way. Both must give the same, and the
tests ask both."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, cast

from holdfast.engine.compiled.calendar_arrays import BEGINS, ENDS, WORKED, WORKING
from holdfast.engine.compiled.clock_start import CompactStart
from holdfast.engine.compiled.compact_clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.event_lookup import NONE, candidates, first
from holdfast.engine.compiled.instants import FAR_OFF, midnight
from holdfast.engine.compiled.limit.template import (
    Lines,
    before_the_loop,
    clock_lines,
    due_lines,
    indented,
    met_lines,
    over_lines,
    stretch_lines,
)
from holdfast.engine.compiled.outcome import is_in_force, warn_from
from holdfast.engine.compiled.standard import Now
from holdfast.engine.compiled.state import span_on, spans
from holdfast.engine.compiled.terms import CompiledLimit, Terms
from holdfast.engine.compiled.trigger import CompiledTrigger
from holdfast.rules.limit import Deadline, FirstThenEvery, FromAge, Interval, LastsAtMost, Limit, RecordedWithin

# Units that are a sum of days, or a length of time. The others ask the record for something.
PLAIN_UNITS = ("working_days", "calendar_days", "weeks", "months", "years", "hours", "minutes")


def is_writable(terms: Terms) -> bool:
    """Whether a standard has nothing but what is written out here: a limit in a unit with a length, met by any of its events;
    of something done again and again, one that changes with the child's age and nothing else."""
    limit = terms.rule.limit
    changes = limit.changes if isinstance(limit, Interval) else ()
    return (
        not terms.days
        and _is_plain(limit)
        and all(isinstance(change, FromAge) and change.unit in PLAIN_UNITS for change in changes)
        # A length that changes with age is found anew for each interval; in hours nobody has needed that, so it is not
        # written out.
        and not (changes and terms.limits[0].timed)
        and terms.met_by is not None
        and not terms.all_of
        and terms.starts_after is None
        and terms.stops_after is None
    )


def _is_plain(limit: Limit) -> bool:
    match limit:
        case RecordedWithin() | FirstThenEvery():
            return False
        case Deadline() if limit.extended is not None:
            return False
        case LastsAtMost() if limit.noon_after_holiday:
            return False
    return limit.unit in PLAIN_UNITS


def single_clock(compiler: Compiler, terms: Terms, trigger: CompiledTrigger, settle: Callable[..., Any], general: Now) -> Now:
    """One clock for each start."""
    timed = terms.limits[0].timed
    body = [
        "    starts = trigger.starts(person)",
        "    if not starts:",
        "        return ()",
        # One question for the whole child, so that nothing of what follows need be asked for each start.
        "    if not person.plain:",
        "        return general(person)",
        *before_the_loop(terms),
        "    for start in starts:",
        "        entry, day, at = start.entry, start.day, start.instant",
        # What became of it is stored and can come no otherwise.
        "        if entry.root in over:",
        "            continue",
        # A start with more to it, or of an adult, goes the general way alone; the others do not wait for it.
        "        if not start.plain or day >= majority:",
        "            found += settle(person, start)",
        "            continue",
        *indented(due_lines(terms.limits[0].limit, "            found += settle(person, start)\n            continue"), 1),
        *indented(met_lines(terms), 1),
        *indented(over_lines(terms, stretch_lines()), 1),
        *indented(clock_lines(terms, timed=timed), 1),
        "    return found",
    ]
    return _made(compiler, terms, body, {"trigger": trigger, "settle": settle, "general": general})


def recurring_clocks(compiler: Compiler, terms: Terms, general: Now, changes: Sequence[tuple[int, CompiledLimit]]) -> Now:
    """One clock for each interval: from the start of the state (or the birthday from which it is asked), then from each thing
    done, by the limit for the child's age (``changes``)."""
    timed = terms.limits[0].timed
    body = [
        "    stretches = spans(person, during)",
        "    if not stretches:",
        "        return ()",
        # Each interval leads to the next, so one that is not plain takes the whole chain along.
        "    if not person.plain or any(stretch.started_by.last >= person.majority for stretch in stretches):",
        "        return general(person)",
        *before_the_loop(terms),
        *(f"    turned_{age} = person.identity().turns({age})" for age in _ages(terms, changes)),
        "    if isinstance(there, dict) or not (there is NONE or there.plain):",
        "        return general(person)",
        "    days, exact, count = there.days, there.exact, len(there.exact)",
        "    for stretch in stretches:",
        "        entry = stretch.started_by",
        "        day, at, exactly, follows = entry.last, entry.instant, entry.exact, False",
        *_from_age(terms),
        # The place only moves on: what met one interval lies before whatever meets the next.
        "        place = bisect_left(days, day)",
        "        while True:",
        "            met: CompactEntry | None = None",
        "            while place < count:",
        "                each = exact[place]",
        "                place += 1",
        "                if each is not entry and (at is None or each.instant is None or each.instant >= at):",
        "                    met, met_on = each, each.first if each.first > day else day",
        "                    break",
        # Of an interval that is over nothing is made, but the next still begins with what met it.
        "            if met is None or entry.root not in over:",
        *_interval(terms, changes, timed=timed),
        *_onward(),
        "    return found",
    ]
    assert terms.during is not None
    limits = (terms.limits[0], *(limit for _, limit in changes))
    # Only here is it known that each interval by itself can be left out.
    terms.leaves_out = terms.stand_alone()
    return _made(compiler, terms, body, {"general": general, "end_types": terms.during.end_types, "limits": limits})


def _interval(terms: Terms, changes: Sequence[tuple[int, CompiledLimit]], *, timed: bool) -> Lines:
    """The clock of one interval."""
    return [
        "                start = CompactStart()",
        "                start.entry, start.day, start.instant, start.exact = entry, day, at, exactly",
        "                if follows:",
        "                    start.follows = True",
        *indented(_due_at_age(terms, changes, "            return general(person)"), 3),
        *indented(over_lines(terms, stretch_lines()), 3),
        *indented(clock_lines(terms, timed=timed), 3),
        "                if clock.met is None:",
        "                    break",
    ]


def _ages(terms: Terms, changes: Sequence[tuple[int, CompiledLimit]]) -> list[int]:
    asked_from = [] if terms.from_age is None else [terms.from_age]
    return sorted({*asked_from, *(age for age, _ in changes)})


def _from_age(terms: Terms) -> Lines:
    """Where the child is too young at the start of the state, it starts on the birthday, if they are still in it then."""
    if terms.from_age is None:
        return []
    return [
        f"        if turned_{terms.from_age} > day:",
        f"            if turned_{terms.from_age} >= stretch.end:",
        "                continue",
        f"            day, at = turned_{terms.from_age}, None",
    ]


def _due_at_age(terms: Terms, changes: Sequence[tuple[int, CompiledLimit]], otherwise: str) -> Lines:
    """When it is due by the limit for the age on ``day``."""
    if not changes:
        return due_lines(terms.limits[0].limit, otherwise)
    lines = ["        limit = limits[0]"]
    for place, (age, _) in enumerate(changes, 1):
        lines += [f"        if day >= turned_{age}:", f"            limit = limits[{place}]"]
    return [*lines, "        due = limit.count(day, at).at", "        if due is None:", *otherwise.splitlines()]


def _onward() -> Lines:
    """From what was done on to the next interval, while the state lasts."""
    return [
        "            assert met is not None",
        "            day = met.last if met.last > day else day",
        "            within = stretch if stretch.start <= day < stretch.end else span_on(person, during, day)",
        "            if within is None or (met.type in end_types and within.ended_by is met):",
        "                break",
        "            entry, at, exactly, follows = met, met.instant, met.exact and exactly, True",
    ]


def _made(compiler: Compiler, terms: Terms, body: Lines, constants: dict[str, Any]) -> Now:
    # Handed to the function as its own names: looking one up in a module takes longer than most of what is done with it.
    names = constants | {
        "terms": terms,
        "limit": terms.limits[0],
        "met_by": terms.met_by,
        "excused_by": terms.excused_by,
        "during": terms.during,
        "warn": terms.warn,
        "BEGINS": BEGINS,
        "COVERED": ENDS - BEGINS,
        "WORKED": WORKED,
        "WORKING": WORKING,
        "WORKING_DAYS": len(WORKING),
        "NONE": NONE,
        "FAR_OFF": FAR_OFF,
        "candidates": candidates,
        "first": first,
        "spans": spans,
        "span_on": span_on,
        "midnight": midnight,
        "warn_from": warn_from,
        "CompactClock": CompactClock,
        "CompactStart": CompactStart,
        "count_from": terms.limits[0].count,
        "is_in_force": is_in_force,
        "bisect_left": bisect_left,
    }
    return cast("Now", compiler.whole(terms.rule.id, terms.rule.title, body, names))
