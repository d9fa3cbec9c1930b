"""Standards written out whole: for a plain child in one state of knowledge, the text of one function that does in a row what the
general one does in many calls, with what the rule does not use left out.

A child is plain whose birth is known, who has not died, and in whose record nothing was learned late or put right. Whatever is
not plain (a start with more to it, an adult, a day no calendar reaches) goes the general way. Both must give the same, and the
tests ask both."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import Any, cast

from holdfast.engine.compiled.calendar import BEGINS, ENDS, WORKED, WORKING
from holdfast.engine.compiled.candidates import NONE, candidates, first
from holdfast.engine.compiled.clock import CompactClock
from holdfast.engine.compiled.compiler import Compiler
from holdfast.engine.compiled.instants import FAR_OFF, LONG_AGO, MICROSECONDS, midnight
from holdfast.engine.compiled.outcome import is_in_force, warn_from
from holdfast.engine.compiled.standard import Now
from holdfast.engine.compiled.start import CompactStart
from holdfast.engine.compiled.state import span_on, spans
from holdfast.engine.compiled.terms import CompiledLimit, Terms
from holdfast.engine.compiled.trigger import CompiledTrigger
from holdfast.rules.limit import Deadline, FirstThenEvery, FromAge, Interval, LastsAtMost, Limit, RecordedWithin

Lines = list[str]
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


def once(compiler: Compiler, terms: Terms, trigger: CompiledTrigger, settle: Callable[..., Any], general: Now) -> Now:
    """One clock for each start."""
    timed = terms.limits[0].timed
    body = [
        "    starts = trigger.starts(person)",
        "    if not starts:",
        "        return ()",
        "    if not person.plain:",
        "        return general(person)",
        *_before_the_loop(terms),
        "    for start in starts:",
        "        entry, day, at = start.entry, start.day, start.instant",
        "        if entry.root in over:",
        "            continue",
        "        if not start.plain or day >= majority:",
        "            found += settle(person, start)",
        "            continue",
        *_indented(_due(terms.limits[0].limit, "            found += settle(person, start)\n            continue"), 1),
        *_indented(_met(terms), 1),
        *_indented(_over(terms, _stretch()), 1),
        *_indented(_clock(terms, timed), 1),
        "    return found",
    ]
    return _made(compiler, terms, body, {"trigger": trigger, "settle": settle, "general": general})


def again(compiler: Compiler, terms: Terms, general: Now, changes: Sequence[tuple[int, CompiledLimit]]) -> Now:
    """One clock for each interval: from the start of the state (or the birthday from which it is asked), then from each thing
    done, by the limit for the child's age (``changes``)."""
    timed = terms.limits[0].timed
    body = [
        "    stretches = spans(person, during)",
        "    if not stretches:",
        "        return ()",
        "    if not person.plain or any(stretch.started_by.last >= person.majority for stretch in stretches):",
        "        return general(person)",
        *_before_the_loop(terms),
        *(f"    turned_{age} = person.identity().turns({age})" for age in _ages(terms, changes)),
        "    if isinstance(there, dict) or not (there is NONE or there.plain):",
        "        return general(person)",
        "    days, exact, count = there.days, there.exact, len(there.exact)",
        "    for stretch in stretches:",
        "        entry = stretch.started_by",
        "        day, at, exactly, follows = entry.last, entry.instant, entry.exact, False",
        *_from_age(terms),
        "        place = bisect_left(days, day)",
        "        while True:",
        "            met: CompactEntry | None = None",
        "            while place < count:",
        "                each = exact[place]",
        "                place += 1",
        "                if each is not entry and (at is None or each.instant is None or each.instant >= at):",
        "                    met, met_on = each, each.first if each.first > day else day",
        "                    break",
        "            if met is None or entry.root not in over:",
        *_interval(terms, changes, timed=timed),
        *_onward(),
        "    return found",
    ]
    assert terms.during is not None
    limits = (terms.limits[0], *(limit for _, limit in changes))
    terms.leaves_out = terms.stand_alone()
    return _made(compiler, terms, body, {"general": general, "end_types": terms.during.end_types, "limits": limits})


def _interval(terms: Terms, changes: Sequence[tuple[int, CompiledLimit]], *, timed: bool) -> Lines:
    """The clock of one interval."""
    return [
        "                start = CompactStart()",
        "                start.entry, start.day, start.instant, start.exact = entry, day, at, exactly",
        "                if follows:",
        "                    start.follows = True",
        *_indented(_due_at_age(terms, changes, "            return general(person)"), 3),
        *_indented(_over(terms, _stretch()), 3),
        *_indented(_clock(terms, timed), 3),
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
        return _due(terms.limits[0].limit, otherwise)
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
    names = constants | {
        "terms": terms, "limit": terms.limits[0], "met_by": terms.met_by, "excused_by": terms.excused_by, "during": terms.during,
        "warn": terms.warn, "BEGINS": BEGINS, "COVERED": ENDS - BEGINS, "WORKED": WORKED, "WORKING": WORKING,
        "WORKING_DAYS": len(WORKING), "NONE": NONE, "FAR_OFF": FAR_OFF, "candidates": candidates, "first": first, "spans": spans,
        "span_on": span_on, "midnight": midnight, "warn_from": warn_from, "CompactClock": CompactClock,
        "CompactStart": CompactStart, "count_from": terms.limits[0].count, "is_in_force": is_in_force, "bisect_left": bisect_left,
    }  # fmt: skip
    return cast("Now", compiler.whole(terms.rule.id, terms.rule.title, body, names))


def _indented(lines: Sequence[str], by: int) -> Lines:
    """Lines of a loop's body, further in."""
    return ["    " * (by - 1) + line for line in lines]


def _before_the_loop(terms: Terms) -> Lines:
    lines = [
        "    found: list[CompactClock] = []",
        "    id, majority = person.id, person.majority",
        "    there = candidates(person, met_by)",
        "    over = person.over_of(terms)",
    ]
    if terms.excused_by is not None:
        lines.append("    excusing = candidates(person, excused_by)")
    if terms.during is not None:
        lines.append("    stretches = spans(person, during)")
    return lines


def _due(limit: Limit, otherwise: str) -> Lines:
    """When it is due, counted from ``day``; where no calendar reaches, ``otherwise``."""
    n = int(limit.n or 0)
    if limit.unit in MICROSECONDS:
        return [f"        due = (midnight(day + 1) if at is None else at) + {n * MICROSECONDS[limit.unit]}"]
    if limit.unit == "working_days" and n:
        return [
            "        place_of_day = day - BEGINS",
            f"        if not 0 <= place_of_day <= COVERED or (wanted := WORKED[place_of_day] + {n - 1}) >= WORKING_DAYS:",
            *otherwise.splitlines(),
            "        due = WORKING[wanted]",
        ]
    if limit.unit in ("working_days", "calendar_days", "weeks"):
        first_counts = 1 if limit.count_from == "day_of_trigger" and n and limit.unit != "working_days" else 0
        return [f"        due = day + {n * (7 if limit.unit == 'weeks' else 1) - first_counts}"]
    return ["        due = count_from(day, at).at", "        if due is None:", *otherwise.splitlines()]


def _met(terms: Terms) -> Lines:
    """The first thing that meets it, and the day on which it counts."""
    return [
        "        options = there.get(entry.root, NONE) if isinstance(there, dict) else there",
        "        met: CompactEntry | None = None",
        "        if options.plain:",
        "            days, exact, count = options.days, options.exact, len(options.exact)",
        "            place = bisect_left(days, day)",
        "            while place < count:",
        "                each = exact[place]",
        "                if each is not entry and (at is None or each.instant is None or each.instant >= at):",
        "                    met, met_on = each, each.first if each.first > day else day",
        "                    break",
        "                place += 1",
        "        elif options is not NONE and (pair := first(person, met_by, start)) is not None:",
        "            met, met_on = pair",
    ]


def _stretch() -> Lines:
    return [
        "        held: CompactSpan | None = None",
        "        for span in stretches:",
        "            if span.end == span.start == day and span.started_by is entry:",
        "                held = span",
        "                break",
        "            if held is None and span.start <= day < span.end:",
        "                held = span",
    ]


def _over(terms: Terms, stretch: Lines) -> Lines:
    """What first ends the need for it: of several on one day, the first that is looked at."""
    lines = ["        over_on = FAR_OFF", "        over_by: CompactEntry | None = None", "        over_why: str | None = None"]
    if terms.excused_by is not None:
        lines += [
            "        if excusing is not NONE and (pair := first(person, excused_by, start)) is not None:",
            "            over_by, over_on = pair",
        ]
    if terms.during is not None:
        why = f"{terms.during.title} ended"
        lines += [
            *stretch,
            "        if held is not None and held.ended_by is not None and held.end < over_on:",
            f"            over_on, over_by, over_why = held.end, held.ended_by, {why!r}",
        ]
    if not terms.outlives:
        lines += [
            "        if majority < over_on:",
            "            over_on, over_by, over_why = majority, None, '18th birthday'",
        ]
    return lines


def _clock(terms: Terms, timed: bool) -> Lines:
    rule = terms.rule
    late = "met.start > due" if timed else "met.first > due"
    unsure = "not met.exact or met.instant is None" if timed else "not met.exact"
    lines = [
        "        clock = CompactClock()",
        "        clock.terms, clock.limit, clock.start, clock.person, clock.due = terms, limit, start, id, due",
        f"        clock.key = f'{rule.id}/{{id}}/{{entry.root}}'",
        f"        clock.about = {'(id,)' if terms.per_child else 'entry.about or (id,)'}",
        f"        clock.starts = {'(midnight(day + 1) if at is None else at)' if timed else 'day'}",
        f"        clock.approximate = not start.exact{' or at is None' if timed else ''}",
    ]
    if timed:
        lines.append("        clock.timed = clock.due_timed = True")
    if terms.warn is not None:
        lines.append(f"        clock.warn_from = warn_from(warn, due, {timed})")
    lines += [
        "        if met is not None and met_on <= over_on:",
        "            clock.met, clock.met_on, clock.evidence = met, met_on, (met,)",
        f"            if {late}:",
        "                clock.late = True",
        f"            if {unsure}:",
        "                clock.approximate = True",
        "        elif over_on != FAR_OFF:",
        "            clock.excused_on, clock.excused_by, clock.excused_why = over_on, over_by, over_why",
    ]
    if terms.in_force_from == LONG_AGO:
        return [*lines, "        found.append(clock)"]
    if timed:
        return [*lines, "        if is_in_force(terms, clock):", "            found.append(clock)"]
    return [*lines, f"        if day >= {terms.in_force_from}:", "            found.append(clock)"]
