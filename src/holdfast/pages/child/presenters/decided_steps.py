"""What was decided about a concern and has still to be done: with whom it is and by when, from the moment it is decided."""

from holdfast.duty.decision_tasks import CLOCKS
from holdfast.engine.clock import Clock
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.sentences import in_words
from holdfast.pages.child.queries.case import Case
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import ContactDecision

STILL_SHOWN = 28
"""Days for which a decision without a clock of its own stays in view: the chronology has it after that."""
RUNNING = ("running", "due_soon", "overdue")


def decided_steps(case: Case) -> tuple[str, ...]:
    """A sentence for each decision that something is still owed for, the latest first."""
    found = []
    for entry in reversed(case.entries("contact_decided")):
        decision = ContactDecision(value(entry, "decision"))
        if decision in CLOCKS:
            # Done, or no longer asked for, it is history.
            found += [_sentence(case, entry, decision, clock) for clock in _clocks(case, entry, decision)[:1]]
        elif (case.day - entry.happened.last).days <= STILL_SHOWN:
            found.append(_sentence(case, entry, decision, None))
    return tuple(found)


def _clocks(case: Case, entry: Entry, decision: ContactDecision) -> list[Clock]:
    contact = str(value(entry, "contact"))
    lines = [line.what for line in case.clocks if isinstance(line.what, Clock) and line.withdrawn_at is None]
    return [
        clock
        for clock in lines
        if clock.standard in CLOCKS[decision]
        and (clock.trigger == entry.id or case.known.same(clock.trigger, contact))
        and clock.state(case.moment.as_at) in RUNNING
    ]


def _sentence(case: Case, entry: Entry, decision: ContactDecision, clock: Clock | None) -> str:
    who, day = value(entry, "who"), value(entry, "when")
    parts = [case.names.worker(who) if who else ("nobody is named for it yet" if clock is not None else "")]
    parts.append(f"on {day.in_words()}" if day else "")
    parts.append(f"due by {in_words(clock.due)}" if clock is not None and clock.due else "")
    follows = ", ".join(part for part in parts if part)
    return f"{decision.label} decided {entry.happened.in_words()}{f': {follows}' if follows else ''}."
