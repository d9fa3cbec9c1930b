"""The lines of source that a standard written out whole is made of, each part with what the rule does not use left out. They
stand in a loop over starts, which are ``entry`` on ``day`` (``at`` an instant, where it has one)."""

from collections.abc import Sequence

from holdfast.engine.compiled.instants import LONG_AGO, MICROSECONDS
from holdfast.engine.compiled.terms import Terms
from holdfast.rules.limit import Limit

Lines = list[str]


def indented(lines: Sequence[str], by: int) -> Lines:
    """Lines of a loop's body, further in."""
    return ["    " * (by - 1) + line for line in lines]


def before_the_loop(terms: Terms) -> Lines:
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


def due_lines(limit: Limit, otherwise: str) -> Lines:
    """When it is due, counted from ``day``; where no calendar reaches, ``otherwise``."""
    n = int(limit.n or 0)
    if limit.unit in MICROSECONDS:
        # Hours count from the midnight that ends the day where no time is known.
        return [f"        due = (midnight(day + 1) if at is None else at) + {n * MICROSECONDS[limit.unit]}"]
    if limit.unit == "working_days" and n:
        return [
            "        place_of_day = day - BEGINS",
            f"        if not 0 <= place_of_day <= COVERED or (wanted := WORKED[place_of_day] + {n - 1}) >= WORKING_DAYS:",
            *otherwise.splitlines(),
            "        due = WORKING[wanted]",
        ]
    if limit.unit in ("working_days", "calendar_days", "weeks"):
        # "Beginning with": the day it started is the first of them.
        first_counts = 1 if limit.count_from == "day_of_trigger" and n and limit.unit != "working_days" else 0
        return [f"        due = day + {n * (7 if limit.unit == 'weeks' else 1) - first_counts}"]
    return ["        due = count_from(day, at).at", "        if due is None:", *otherwise.splitlines()]


def met_lines(terms: Terms) -> Lines:
    """The first thing that meets it, and the day on which it counts."""
    return [
        "        options = there.get(entry.root, NONE) if isinstance(there, dict) else there",
        "        met: CompactEntry | None = None",
        "        if options.plain:",
        "            days, exact, count = options.days, options.exact, len(options.exact)",
        "            place = bisect_left(days, day)",
        "            while place < count:",
        "                each = exact[place]",
        # By identity, since there is one state and so one object for each entry.
        "                if each is not entry and (at is None or each.instant is None or each.instant >= at):",
        "                    met, met_on = each, each.first if each.first > day else day",
        "                    break",
        "                place += 1",
        "        elif options is not NONE and (pair := first(person, met_by, start)) is not None:",
        "            met, met_on = pair",
    ]


def stretch_lines() -> Lines:
    return [
        "        held: CompactSpan | None = None",
        "        for span in stretches:",
        "            if span.end == span.start == day and span.started_by is entry:",
        "                held = span",
        "                break",
        # The first that holds, unless one began and ended with this very start: that is looked for to the end.
        "            if held is None and span.start <= day < span.end:",
        "                held = span",
    ]


def over_lines(terms: Terms, stretch: Lines) -> Lines:
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
            # Last, and only if it is earlier: of several on one day the first that is looked at is said.
            "        if majority < over_on:",
            "            over_on, over_by, over_why = majority, None, '18th birthday'",
        ]
    return lines


def clock_lines(terms: Terms, *, timed: bool) -> Lines:
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
        lines.append(f"        clock.warn_from = warn_from(warn, due, timed={timed})")
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
    # Known as the rule is compiled: nearly every standard is in force for every start.
    if terms.in_force_from == LONG_AGO:
        return [*lines, "        found.append(clock)"]
    if timed:
        return [*lines, "        if is_in_force(terms, clock):", "            found.append(clock)"]
    return [*lines, f"        if day >= {terms.in_force_from}:", "            found.append(clock)"]
