"""What both sides see of a concern, in words: who has it, what was decided, what was said since and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from holdfast.access.role_grants import role_of
from holdfast.duty.contact_assignee import first_to_come
from holdfast.duty.contact_intake import ON_DUTY_ROLES
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.rota import next_change, roster_among
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import london_day
from holdfast.pages.child_names import child_name, listed
from holdfast.pages.contacts.queries.duty_phone import duty_phone
from holdfast.pages.date_phrases import clock, day, instant
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import ContactDecision
from holdfast.vocabulary.sentence_parts import on, spoken
from holdfast.vocabulary.world import KnownPerson

NEXT = {
    ContactDecision.NO_FURTHER_ACTION: "Children’s services will not do more for now. Your concern stays on the child’s record "
    "and counts if there is another. If you are still worried, say so below or report again: nobody will mind.",
    ContactDecision.INFORMATION_AND_ADVICE: "The family or you will be given information or advice. Your concern stays on the "
    "child’s record and counts if there is another.",
    ContactDecision.EARLY_HELP: "The family is offered early help. Whoever leads it may ask you to take part.",
    ContactDecision.ASSESSMENT: "A social worker will see the child and talk with the family. They may ask you what you know, "
    "and what the child is like with you.",
    ContactDecision.STRATEGY_DISCUSSION: "Children’s services, the police and health talk now about how to keep the child safe. "
    "You may be asked to join. Until you hear from them, do not tell the family what you reported.",
    ContactDecision.PASSED_ON: "The child already has a worker, who now has your concern and will act on it.",
}


@dataclass(frozen=True)
class HolderWords:
    """Who is looking at it now, and from when it is with somebody else: the words of the receipt."""

    now: str
    then: str
    phone: str
    phone_of: str


@dataclass(frozen=True)
class ContactOutcome:
    """What was decided about one child or several alike. ``follows`` is whose task it is and by when, for those who act."""

    children: str
    title: str
    at: datetime
    by: str
    next: str
    entry: str
    follows: str = ""
    reasons: str = ""


@dataclass(frozen=True)
class ThreadLine:
    """Something said since, by whom, when."""

    who: str
    at: datetime
    text: str
    mine: bool = False
    words: bool = False


@dataclass(frozen=True)
class ThreadDisagreement:
    """A disagreement and what came of it."""

    id: str
    who: str
    text: str
    at: datetime
    answers: tuple[ThreadLine, ...]


def names_of(thread: ContactThread) -> str:
    """The children's names, as a sentence lists them."""
    return listed([child_name(child) for child in thread.children])


def holder_of(thread: ContactThread, at: datetime) -> HolderWords:
    """Who has it at ``at``, and who from when the shift ends; with a number that somebody answers at this hour."""
    desk, has = duty_phone(at), thread.assignee
    # That nobody was found is said as plainly as a name would be: whoever reported it can ring, and nobody else yet knows to.
    if has.worker is None:
        now = "Nobody at work was found. It has gone to the on-call mailbox, which is treated as an incident. Ring now."
        return HolderWords(now, "", desk.phone, desk.of)
    name = has.worker.name
    read = any(each.worker.pk == has.worker.pk for each in thread.reads)
    # A shift's end passes on what nobody has opened; what somebody has opened stays theirs, and is the next shift's as well.
    now = f"{name}, {role_of(has.worker.role).title}, {'is looking at this' if read else 'has this now'}."
    then = _has_it_next(thread, at, read=read) if thread.undecided else ""
    # There is always a number. Instead of somebody without one, or who has gone home, whoever answers at this hour is rung: they
    # can see who has it.
    if has.worker.phone and roster_among([has.worker.pk], at).reached(has.worker.pk, urgent=True):
        return HolderWords(now, then, has.worker.phone, name)
    return HolderWords(now, then, desk.phone, desk.of)


def _has_it_next(thread: ContactThread, at: datetime, *, read: bool) -> str:
    """From when it is with somebody else, whoever that is: the child's own worker when they come to work, else the next shift."""
    has = thread.assignee
    comes = first_to_come(thread.contact.id, at)
    if comes is None and (has.way == "duty" or has.role in ON_DUTY_ROLES):
        change = next_change(at)
        comes = None if change is None or change[1].worker is None else (change[0], change[1].worker)
    if comes is None or (has.worker is not None and comes[1].pk == has.worker.pk):
        return ""
    when, worker = comes
    other_day = "" if london_day(when) == london_day(at) else f" on {day(when)}"
    also = "also " if read else ""
    return f"From {clock(when)}{other_day} it is {also}with {worker.name}, {role_of(worker.role).title}."


def is_by_form(contact: Entry) -> bool:
    """Whether whoever told us filled in a form here, and did not ring, write or come in."""
    # By the way it came and not by who recorded it: a file says who rang as if they had written it themselves.
    return str(value(contact, "channel")).strip().lower().endswith("form")


def came_words(contact: Entry) -> str:
    """ "Sent at 4:50pm on Friday 20 November 2026", "You told us (phone) at 12:30am on Monday 23 November 2026"."""
    if is_by_form(contact):
        return f"Sent at {instant(contact.recorded_at)}"
    happened = contact.happened
    when = f"at {instant(happened.instant)}" if happened.instant is not None else on(happened)
    return f"You told us ({spoken(str(value(contact, 'channel')))}) {when}"


def titled(worker: Worker) -> str:
    """ "Amina Khan, duty social worker"."""
    return f"{worker.name}, {role_of(worker.role).title}" if worker.role else worker.name


def author_of(entry: Entry) -> str:
    """Whoever recorded it, with their post."""
    # By their post of today: whoever reads this has to know whom to ask for now.
    found = Worker.objects.filter(pk=entry.by).first() if entry.by else None
    return titled(found) if found else "Holdfast"


def outcomes(thread: ContactThread, as_told: Mapping[str, KnownPerson]) -> list[ContactOutcome]:
    """What was decided, in the order of deciding. One decision for several children alike is one outcome."""
    # By the entry and not by the decision alone: two children decided alike on different days are two decisions, by two people.
    alike: dict[tuple[str, str], list[str]] = {}
    for child, entry in thread.decisions.items():
        alike.setdefault((entry.id, value(entry, "decision")), []).append(child)
    found = []
    for (id, code), children in alike.items():
        entry = thread.decisions[children[0]]
        decision = ContactDecision(code)
        spoken_of = dict.fromkeys(child_name(as_told[child]) for child in children if child in as_told)
        # A child whom whoever told us never spoke of is not theirs to learn of, nor that anything was decided.
        if spoken_of:
            names = listed(list(spoken_of))
            found.append(ContactOutcome(names, decision.label, entry.recorded_at, author_of(entry), NEXT[decision], id))
    return sorted(found, key=lambda each: each.at)


def thread_line(entry: Entry, viewer: Worker | None) -> ThreadLine:
    """Something said since, as ``viewer`` reads it."""
    mine = viewer is not None and entry.by == viewer.pk
    who = "You" if mine else author_of(entry)
    words = entry.type == "voice_recorded"
    return ThreadLine(who, entry.recorded_at, value(entry, "words" if words else "text"), mine=mine, words=words)


def disagreements(thread: ContactThread) -> tuple[ThreadDisagreement, ...]:
    """Every disagreement about it, with its answers."""
    return tuple(_disagreement(thread, each) for each in thread.disagreements)


def _disagreement(thread: ContactThread, entry: Entry) -> ThreadDisagreement:
    answers = tuple(
        ThreadLine(author_of(each), each.recorded_at, value(each, "answer") or value(each, "outcome"))
        for each in thread.answers_to(entry)
    )
    return ThreadDisagreement(entry.id, author_of(entry), value(entry, "text"), entry.recorded_at, answers)
