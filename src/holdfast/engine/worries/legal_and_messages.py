"""Signals about pre-proceedings that drift and messages that reach nobody."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from holdfast.engine import who
from holdfast.engine.absence import away
from holdfast.engine.fields import listed, value
from holdfast.engine.folding import spans
from holdfast.engine.life import Life
from holdfast.engine.patterns import each_parent_after_first_meeting
from holdfast.engine.raised import Raised
from holdfast.engine.worries.shape import after_working_days, raise_, root, seen_at, when_words
from holdfast.kernel.when import later
from holdfast.signals.model import Signal
from holdfast.standards.pre_proceedings import LEGAL_ACTIVITY
from holdfast.standards.states import PRE_PROCEEDINGS
from holdfast.vocabulary.entry import Entry


def pre_proceedings_idle(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each stretch of open pre-proceedings with no legal activity for too long."""
    days = int(signal.numbers["working_days"])
    for span in spans(life, PRE_PROCEEDINGS):
        marks = [span.started_by] + [
            entry
            for entry in life.entries(*LEGAL_ACTIVITY.types)
            if entry.id != span.started_by.id
            and span.start <= entry.happened.last
            and (span.end is None or entry.happened.first < span.end)
            and entry != span.ended_by
        ]
        for number, entry in enumerate(marks):
            following = marks[number + 1] if number + 1 < len(marks) else span.ended_by
            at = after_working_days(entry.happened.last, days)
            if at is None or life.is_adult(entry.happened.last) or (following is not None and following.happened.start < at):
                continue
            ended = (seen_at(following.happened), following) if following is not None else None
            last = f"the last, {when_words(entry)}"
            why = f"Pre-proceedings is open; nothing legal is recorded for {days} working days after {last}."
            yield raise_(life, signal, at, (span.started_by, entry), why, key=root(life, entry), ended=ended)


def expectations_unsigned(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each adult who had not signed in time after the first meeting."""
    days = int(signal.numbers["working_days"])
    for start in each_parent_after_first_meeting(life):
        at = after_working_days(start.day, days)
        if at is None or life.is_adult(start.day):
            continue
        ending = next(
            (
                entry
                for entry in life.known.of("expectations_signed", "preproceedings_ended", "court_application_made")
                if entry.happened.last >= start.day and _settles(life, entry, start.about)
            ),
            None,
        )
        if ending is not None and ending.happened.start < at:
            continue
        name = life.world.names.person(start.about[0]) if start.about else "Nobody"
        verb = "had not signed" if start.about else "had signed"
        met = when_words(start.entry)
        why = f"{name} {verb} the schedule of expectations {days} working days after the first meeting, {met}."
        ended = (seen_at(ending.happened), ending) if ending is not None else None
        key = "/".join((root(life, start.entry), *start.about))
        yield raise_(life, signal, at, (start.entry,), why, key=key, ended=ended)


def _settles(life: Life, entry: Entry, about: tuple[str, ...]) -> bool:
    if entry.type != "expectations_signed":
        return life.id in entry.about
    return not about or about[0] in listed(entry, "by")


def contact_unanswered(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each contact with no reply in time, or that had to be made again."""
    contacts = [entry for entry in life.entries("contact_received", "message_received") if _from_someone(life, entry)]
    for number, entry in enumerate(contacts):
        at = after_working_days(entry.happened.last, int(signal.numbers["working_days"]))
        if at is None:
            continue
        words = f"The contact {when_words(entry)} had no reply in {signal.numbers['working_days']} working days."
        evidence: tuple[Entry, ...] = (entry,)
        again = next((each for each in contacts[number + 1 :] if _sender(each) == _sender(entry) and _sender(entry)), None)
        if again is not None and seen_at(again.happened) < at:
            at, evidence = seen_at(again.happened), (entry, again)
            words = f"The sender {when_words(entry)} had no reply and tried again {when_words(again)}."
        reply = _reply(life, entry)
        if reply is not None and reply.happened.start < at:
            continue
        ended = (seen_at(reply.happened), reply) if reply is not None else None
        yield raise_(life, signal, at, evidence, words, key=root(life, entry), ended=ended)


def _from_someone(life: Life, entry: Entry) -> bool:
    sender = who.sender_of(entry)
    if isinstance(sender, str) and sender in life.world.people:
        return True
    return who.is_professional(life.known, sender) or (not isinstance(sender, str) and who.is_family(sender))


def _sender(entry: Entry) -> Any:
    sender = who.sender_of(entry)
    if isinstance(sender, str):
        return sender
    parts = tuple(getattr(sender, part, None) for part in ("worker", "name", "organisation", "role"))
    return parts if any(parts) else None


def _reply(life: Life, contact: Entry) -> Entry | None:
    for entry in life.known.of("referrer_informed", "message_answered"):
        named = value(entry, "contact") or value(entry, "message")
        if named is not None and life.known.same(str(named), contact.id):
            return entry
    return None


OPENED = ("message_rerouted", "message_answered", "contact_assigned", "contact_acknowledged", "contact_decided")


def message_to_absent_worker(life: Life, signal: Signal) -> Iterator[Raised]:
    """Each message that only an absent worker had, an hour on."""
    absences = life.known.planned("absence_started", "absence_ended")
    for entry in life.entries("message_received", "contact_received"):
        recipients = [str(each) for each in listed(entry, "for")]
        gone = [found for each in recipients if (found := away(each, absences, entry.happened.end)) is not None]
        if not recipients or len(gone) < len(recipients):
            continue
        at = later(entry.happened.end, timedelta(hours=signal.numbers["hours"]))
        opened = _opened(life, entry)
        if opened is not None and opened.happened.start <= at:
            continue
        ended = (seen_at(opened.happened), opened) if opened is not None else None
        absence = life.known.current(gone[0].entry)
        name = life.world.names.worker(recipients[0])
        away_words = f"{name}, who was {gone[0].in_words()}"
        why = f"The message {when_words(entry)} went only to {away_words}; nobody else had opened it an hour on."
        yield raise_(life, signal, at, (entry, *((absence,) if absence else ())), why, key=root(life, entry), ended=ended)


def _opened(life: Life, message: Entry) -> Entry | None:
    for entry in life.known.of(*OPENED):
        named = value(entry, "message") or value(entry, "contact")
        if named is not None and life.known.same(str(named), message.id):
            return entry
    return None
