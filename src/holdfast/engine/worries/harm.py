"""Signals about neglect that gathers, crises taken one at a time, carers nobody checked, and moves."""

from collections.abc import Iterator
from datetime import timedelta

from holdfast.engine import carers, complexity, neglect
from holdfast.engine.fields import value
from holdfast.engine.life import Life
from holdfast.engine.raised import Raised
from holdfast.engine.worries.shape import is_child, raise_, root, seen_at, when_words
from holdfast.kernel.when import start_of_day
from holdfast.signals.model import Signal
from holdfast.vocabulary.entry import Entry


def neglect_without_tool(life: Life, signal: Signal) -> Iterator[Raised]:
    """Indicators that reach the number with no tool completed."""
    tools = life.entries("neglect_tool_completed")
    for found in neglect.gatherings(life):
        if is_child(life, found.day):
            tool = next((entry for entry in tools if entry.happened.last >= found.day), None)
            ended = (seen_at(tool.happened), tool) if tool is not None else None
            why = (
                f"{len(found.evidence)} entries within eight weeks show neglect of this child, "
                f"the last {when_words(found.entry)}; no neglect tool has been completed."
            )
            yield raise_(life, signal, start_of_day(found.day), found.evidence, why, key=root(life, found.entry), ended=ended)


def neglect_cumulative(life: Life, signal: Signal) -> Iterator[Raised]:
    """Aspects, agencies and children that add up across the family."""
    family = [life, *(Life.of(life.known, child) for child in life.siblings)]
    found = sorted(
        ((each, person.id) for person in family for each in neglect.indicators(person)),
        key=lambda pair: (pair[0].day, pair[0].entry.id, pair[1], pair[0].aspect),
    )
    above = False
    for number, (last, _) in enumerate(found):
        if number + 1 < len(found) and found[number + 1][0].entry == last.entry:
            continue
        window = [pair for pair in found[: number + 1] if (last.day - pair[0].day).days < signal.numbers["days"]]
        aspects = {each.aspect for each, _ in window}
        agencies = {each.agency for each, _ in window if each.agency is not None}
        children = {child for _, child in window}
        enough = (
            len(aspects) >= signal.numbers["aspects"]
            and len(agencies) >= signal.numbers["agencies"]
            and len(children) >= signal.numbers["children"]
            and life.id in children
            and is_child(life, last.day)
        )
        if enough and not above:
            why = (
                f"{len(agencies)} agencies have recorded {len(aspects)} aspects of neglect for {len(children)} children of "
                f"this family within eight weeks, the last {when_words(last.entry)}."
            )
            evidence = [each.entry for each, _ in window]
            yield raise_(life, signal, start_of_day(last.day), evidence, why, key=root(life, last.entry))
        above = enough


def carer_unassessed(life: Life, signal: Signal) -> Iterator[Raised]:
    """Stays that repeat with a carer nobody has assessed."""
    for found in carers.repetitions(life):
        if not is_child(life, found.day):
            continue
        name = " and ".join(life.world.names.person(each) for each in found.carers)
        assessed = next(
            (
                entry
                for entry in life.known.of("viability_assessed")
                if value(entry, "carer") in found.carers
                and entry.happened.last >= found.day
                and value(entry, "outcome") != "more_needed"
            ),
            None,
        )
        ended = (seen_at(assessed.happened), assessed) if assessed is not None else None
        times = f"{len(found.evidence)} in 28 days, the last {when_words(found.entry)}"
        why = f"Overnight stays with {name} repeat ({times}) and no assessment is recorded."
        key = "/".join((root(life, found.evidence[0]), *found.carers))
        yield raise_(life, signal, start_of_day(found.day), found.evidence, why, key=key, ended=ended)


def moves(life: Life, signal: Signal) -> Iterator[Raised]:
    """Too many changes of where the child sleeps, and each removal that nobody was told of."""
    changes: list[Entry] = []
    above = False
    for entry in life.entries("stay_started", "stay_ended", "address_changed"):
        if not is_child(life, entry.happened.last):
            break
        if entry.type == "stay_ended" and value(entry, "unannounced") is True:
            why = f"This child was taken from an agreed stay unannounced {when_words(entry)}."
            yield raise_(life, signal, seen_at(entry.happened), (entry,), why, key=f"{root(life, entry)}/unannounced")
        if changes and changes[-1].happened.last == entry.happened.last:
            continue
        changes.append(entry)
        since = entry.happened.last - timedelta(days=int(signal.numbers["days"]))
        recent = [each for each in changes if each.happened.last > since]
        enough = len(recent) >= signal.numbers["n"]
        if enough and not above:
            why = f"Where this child sleeps changed {len(recent)} times in 90 days, the last {when_words(entry)}."
            yield raise_(life, signal, seen_at(entry.happened), recent, why, key=root(life, entry))
        above = enough


JOINED_UP = (
    "strategy_discussion_held", "conference_held", "assessment_completed", "multi_agency_supervision_held", "legal_planning_held",
)  # fmt: skip


def crisis_series(life: Life, signal: Signal) -> Iterator[Raised]:
    """Crises that nobody looked at together."""
    together = life.entries(*JOINED_UP)
    since_last: list[Entry] = []
    above = False
    for entry in complexity.crises(life):
        analysed = [each.happened.last for each in together if each.happened.last <= entry.happened.last]
        last = max(analysed, default=None)
        since_last = [each for each in since_last if last is None or each.happened.last > last]
        since_last.append(entry)
        begins = entry.happened.last - timedelta(days=int(signal.numbers["days"]))
        recent = [each for each in since_last if each.happened.last > begins]
        enough = len(recent) >= signal.numbers["n"] and is_child(life, entry.happened.last)
        if enough and not above:
            after = next((each for each in together if each.happened.last >= entry.happened.last), None)
            ended = (seen_at(after.happened), after) if after is not None else None
            why = f"{len(recent)} crises in 90 days, the last {when_words(entry)}; nothing recorded looks at them together."
            yield raise_(life, signal, seen_at(entry.happened), recent, why, key=root(life, entry), ended=ended)
        above = enough
