"""A concern as the person who decides about it reads it: the child's words first, then what was told, then what the record
already holds about these children."""

from dataclasses import dataclass, replace
from datetime import datetime

from holdfast.access.decide import may
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.duty.contact_about_nobody import is_unnamed
from holdfast.duty.contact_thread import ContactThread, instant_of
from holdfast.duty.decision_tasks import clocks_after
from holdfast.duty.rota import lead_now
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.child_names import child_name
from holdfast.pages.contacts.presenters.thread_lines import (
    ContactOutcome,
    HolderWords,
    ThreadDisagreement,
    ThreadLine,
    author_of,
    disagreements,
    holder_of,
    names_of,
    outcomes,
    thread_line,
    titled,
)
from holdfast.pages.contacts.queries.decidable import may_decide
from holdfast.pages.contacts.queries.duty_phone import DutyPhone, duty_phone
from holdfast.pages.date_phrases import instant
from holdfast.pages.entries.links import child_url
from holdfast.record.contact_decisions import decisions_in
from holdfast.record.contact_sender import confirmed_in
from holdfast.record.models import Worker
from holdfast.vocabulary.contact_text import ContactPart
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import sender
from holdfast.vocabulary.sentence_parts import party
from holdfast.vocabulary.world import KnownPerson


@dataclass(frozen=True)
class ContactChild:
    """A child the concern is about, what tells them apart, and who works with them."""

    id: str
    name: str
    url: str
    born: str
    worker: str
    earlier: tuple["EarlierContact", ...]


@dataclass(frozen=True)
class EarlierContact:
    """A concern the record already held about the child."""

    id: str
    when: When
    who: str
    came_to: str


@dataclass(frozen=True)
class AskedPart:
    """One thing that was asked of the referrer. ``blank`` is what a blank means to whoever picks this up."""

    label: str
    said: str
    blank: str
    strong: bool


# What nobody said is a thing to find out, and the page says so in words: an empty box reads as "nothing to worry about".
BLANKS = {
    ContactPart.TONIGHT: "Nobody has said. Find out before the end of the day.",
    ContactPart.NOT_TO_KNOW: "Nobody has said. Ask the referrer before you ring or write to the home.",
    ContactPart.HOUSEHOLD: "Not known to the referrer.",
}


@dataclass(frozen=True)
class DecisionPage:
    """The page."""

    id: str
    reference: str
    names: str
    came_at: datetime
    referrer: str
    organisation: str
    phone: str
    can_reply: bool
    confirmed: str
    read_here: bool
    unnamed: bool
    in_danger: bool
    words: str
    words_of: str
    words_source: str
    asked: tuple[AskedPart, ...]
    text: str
    children: tuple[ContactChild, ...]
    holder: HolderWords
    reads: tuple[ThreadLine, ...]
    due: datetime | None
    overdue: bool
    decided: tuple[ContactOutcome, ...]
    told: tuple[ThreadLine, ...]
    lines: tuple[ThreadLine, ...]
    challenges: tuple[ThreadDisagreement, ...]
    waiting: bool
    may_decide: bool
    may_answer: bool
    may_tell: bool
    who_decides: DutyPhone


def decision_page(thread: ContactThread, user: User, at: datetime) -> DecisionPage:
    """The page for ``user``."""
    contact, referrer = thread.current, thread.sender()
    words, may_act = thread.words, may_decide(user, thread.contact.id, at)
    by_id = {child.id: child for child in thread.children}
    return DecisionPage(
        id=thread.contact.id,
        reference=thread.reference,
        names=names_of(thread),
        came_at=thread.contact.recorded_at,
        referrer=sender_words(thread),
        organisation=referrer.organisation.name if referrer and referrer.organisation else "",
        phone=_phone(referrer),
        can_reply=thread.read_here and referrer != user.worker,
        confirmed=_confirmed(thread),
        read_here=thread.read_here,
        unnamed=any(is_unnamed(child) for child in thread.children),
        in_danger=bool(value(contact, "immediate_harm")),
        words=value(words, "words") if words else "",
        words_of=child_name(by_id[value(words, "child")]) if words and value(words, "child") in by_id else "",
        words_source=f"said to {titled(referrer)}" if referrer else "",
        asked=_asked(thread),
        # Shown in parts or whole, never both: the same words twice read as two people saying so.
        text="" if thread.parts else value(contact, "text"),
        children=tuple(_child(thread, child, user, at) for child in thread.children),
        holder=holder_of(thread, at),
        reads=tuple(ThreadLine(titled(read.worker), read.at, "") for read in thread.reads),
        due=thread.due,
        overdue=bool(thread.undecided and thread.due and at > thread.due),
        decided=tuple(_followed(thread, each) for each in outcomes(thread, by_id)),
        told=tuple(ThreadLine(author_of(each), each.recorded_at, value(each, "outcome")) for each in thread.informed),
        lines=tuple(thread_line(each, user.worker) for each in thread.since),
        challenges=disagreements(thread),
        waiting=bool(thread.undecided),
        may_decide=bool(thread.undecided) and may_act,
        may_answer=may_act,
        may_tell=may_act or (user.worker is not None and thread.assignee.worker == user.worker),
        who_decides=duty_phone(at),
    )


def _followed(thread: ContactThread, outcome: ContactOutcome) -> ContactOutcome:
    """With whose task it is now and by when, as the clock says; and the reasons, which are for the record."""
    child = next(child for child, entry in thread.decisions.items() if entry.id == outcome.entry)
    entry = thread.decisions[child]
    who = Worker.objects.filter(pk=value(entry, "who")).first() if value(entry, "who") else None
    due = min((instant_of(str(clock.due)) for clock in clocks_after(entry, child, thread) if clock.due), default=None)
    day = value(entry, "when")
    parts = [titled(who) if who else "", f"on {day.in_words()}" if day else "", f"due by {instant(due)}" if due else ""]
    said = ", ".join(part for part in parts if part)
    if not who and due:
        said = f"Nobody is named for it yet, {said}: it stays with the team manager"
    return replace(outcome, follows=f"{said}." if said else "", reasons=value(entry, "reasons"))


def _confirmed(thread: ContactThread) -> str:
    """How it is known who told us: by whom it was made sure of; empty where nobody has."""
    entry = thread.sent.confirmed
    if entry is None or not thread.sent.known:
        return ""
    return f"Confirmed by {author_of(entry)}: {value(entry, 'how') or 'how is not recorded'}"


def sender_words(thread: ContactThread) -> str:
    """Who told us, as far as that is sure; else what was said about who it was."""
    referrer = thread.sender()
    if referrer is not None:
        return titled(referrer)
    person = thread.known.world.people.get(thread.sent.person or "")
    return child_name(person) if person else sender(thread.known.world.names, value(thread.current, "from"))


def _phone(referrer: Worker | None) -> str:
    if referrer is None:
        return ""
    return referrer.phone or (referrer.organisation.phone if referrer.organisation else "")


def _asked(thread: ContactThread) -> tuple[AskedPart, ...]:
    return tuple(
        AskedPart(each.part.value, each.said, BLANKS.get(each.part, "Not said."), each.part is ContactPart.NOT_TO_KNOW)
        for each in thread.parts or ()
        if each.part is not ContactPart.DANGER  # it is a banner of its own, above everything
    )


def _child(thread: ContactThread, child: KnownPerson, user: User, at: datetime) -> ContactChild:
    earlier = [
        each
        for each in thread.known.about(child.id, "contact_received")
        # Of any version: deciding about a brother as well writes a new one of this very concern.
        if not thread.known.same(each.id, thread.contact.id) and _came_at(thread, each) <= thread.contact.recorded_at
    ]
    # Earlier by when we were told, and not by when it happened: what came since was not there to be weighed when this one came.
    rows = tuple(_earlier(thread, each, child.id) for each in reversed(earlier))
    born = child.born.in_words() if child.born else ""
    return ContactChild(child.id, child_name(child), _page_of(child.id, user, at), born, _worker(child.id, at), rows)


def _came_at(thread: ContactThread, contact: Entry) -> datetime:
    """When a concern came, however often it was put right since."""
    return thread.known.history.by_id[thread.known.history.root(contact.id)].recorded_at


def _page_of(child: str, user: User, at: datetime) -> str:
    """The address of the child's page, for those who may open it."""
    # Leave to read a concern is not leave to open the record of every child in it: those who may not see the name alone.
    allowed = may(user, Permission.SEE_CHILD, child, Moment.live(at)).allowed
    return child_url(child) if allowed else ""


def _earlier(thread: ContactThread, contact: Entry, child: str) -> EarlierContact:
    decision = decisions_in(thread.known, contact).decided.get(child)
    came_to = value(decision, "decision").label if decision is not None else "No decision is recorded"
    names, confirmed = thread.known.world.names, confirmed_in(thread.known, contact)
    who = party(names, confirmed) if confirmed is not None else sender(names, value(contact, "from"))
    return EarlierContact(contact.id, contact.happened, who, came_to)


def _worker(child: str, at: datetime) -> str:
    """ "Sam Poole is the lead worker and away since 3 Sep 2019. Dana Whitlock covers." """
    lead = lead_now(child, at)
    if lead is None:
        return "Nobody in children’s services works with this child now."
    if not lead.away:
        return f"{lead.name} is the lead worker."
    cover = f"{lead.cover} covers." if lead.cover else "Nobody is named to cover."
    return f"{lead.name} is the lead worker and {lead.away}. {cover}"
