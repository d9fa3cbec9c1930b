"""A concern as the person who decides about it reads it: the child's words first, then what was told, then what the record
already holds about these children."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from holdfast.access.decide import may
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.duty.rota import roster
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.responsibility.roster import Roster
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.concern.following import Challenge, Holder, Line, challenges, decided, holder_of, titled
from holdfast.pages.concern.telling import Part
from holdfast.pages.concern.thread import Thread, child_name
from holdfast.pages.today.links import child_page
from holdfast.record.models import Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import sender
from holdfast.vocabulary.world import Person


@dataclass(frozen=True)
class ChildShown:
    """A child the concern is about, what tells them apart, and who works with them."""

    id: str
    name: str
    url: str
    born: str
    worker: str
    earlier: tuple["Earlier", ...]


@dataclass(frozen=True)
class Earlier:
    """A concern the record already held about the child."""

    id: str
    when: When
    who: str
    came_to: str


@dataclass(frozen=True)
class Asked:
    """One thing that was asked of the referrer. ``blank`` is what a blank means to whoever picks this up."""

    label: str
    said: str
    blank: str
    strong: bool


BLANKS = {
    Part.TONIGHT: "Nobody has said. Find out before the end of the day.",
    Part.NOT_TO_KNOW: "Nobody has said. Ask the referrer before you ring or write to the home.",
    Part.HOUSEHOLD: "Not known to the referrer.",
}


@dataclass(frozen=True)
class Deciding:
    """The page."""

    id: str
    reference: str
    names: str
    came_at: datetime
    referrer: str
    organisation: str
    phone: str
    can_reply: bool
    in_danger: bool
    words: str
    words_of: str
    words_source: str
    asked: tuple[Asked, ...]
    text: str
    children: tuple[ChildShown, ...]
    holder: Holder
    reads: tuple[Line, ...]
    due: datetime | None
    overdue: bool
    decided: tuple[Any, ...]
    reasons: tuple[tuple[str, str], ...]
    told: tuple[Line, ...]
    lines: tuple[Line, ...]
    challenges: tuple[Challenge, ...]
    waiting: bool
    may_decide: bool


def present(thread: Thread, user: User, at: datetime) -> Deciding:
    """The page for ``user``."""
    contact, referrer = thread.current, thread.sender()
    words = thread.words
    by_id = {child.id: child for child in thread.children}
    return Deciding(
        id=thread.contact.id,
        reference=thread.reference,
        names=thread.names,
        came_at=contact.recorded_at,
        referrer=titled(referrer) if referrer else sender(thread.known.world.names, value(contact, "from")),
        organisation=referrer.organisation.name if referrer and referrer.organisation else "",
        phone=_phone(referrer),
        can_reply=referrer is not None and referrer != user.worker,
        in_danger=bool(value(contact, "immediate_harm")),
        words=value(words, "words") if words else "",
        words_of=child_name(by_id[value(words, "child")]) if words and value(words, "child") in by_id else "",
        words_source=f"said to {titled(referrer)}" if referrer else "",
        asked=_asked(thread),
        text="" if thread.parts else value(contact, "text"),
        children=tuple(_child(thread, child, user, at) for child in thread.children),
        holder=holder_of(thread, at),
        reads=tuple(Line(titled(read.worker), read.at, "", False) for read in thread.reads),
        due=thread.due,
        overdue=bool(thread.undecided and thread.due and at > thread.due),
        decided=tuple(decided(thread, by_id)),
        reasons=tuple(dict.fromkeys((entry.id, value(entry, "reasons")) for entry in thread.decisions.values())),
        told=tuple(Line(_who(each), each.recorded_at, value(each, "outcome"), False) for each in thread.informed),
        lines=tuple(_line(each, user.worker) for each in thread.since),
        challenges=challenges(thread),
        waiting=bool(thread.undecided),
        may_decide=bool(thread.undecided) and bool(_may(user, thread, at)),
    )


def _may(user: User, thread: Thread, at: datetime) -> bool:
    return may(user, Permission.DECIDE_CONCERN, None, Moment.live(at), entry=thread.contact.id).allowed


def _phone(referrer: Worker | None) -> str:
    if referrer is None:
        return ""
    return referrer.phone or (referrer.organisation.phone if referrer.organisation else "")


def _asked(thread: Thread) -> tuple[Asked, ...]:
    return tuple(
        Asked(each.part.value, each.said, BLANKS.get(each.part, "Not said."), each.part is Part.NOT_TO_KNOW)
        for each in thread.parts or ()
        if each.part is not Part.DANGER
    )


def _who(entry: Entry) -> str:
    found = Worker.objects.filter(pk=entry.by).first() if entry.by else None
    return titled(found) if found else "Holdfast"


def _line(entry: Entry, viewer: Worker | None) -> Line:
    mine = viewer is not None and entry.by == viewer.pk
    words = entry.type == "voice_recorded"
    return Line("You" if mine else _who(entry), entry.recorded_at, value(entry, "words" if words else "text"), mine, words)


def _child(thread: Thread, child: Person, user: User, at: datetime) -> ChildShown:
    earlier = [
        each
        for each in thread.known.about(child.id, "contact_received")
        if each.id != thread.contact.id and each.recorded_at <= thread.contact.recorded_at
    ]
    rows = tuple(_earlier(thread, each, child.id) for each in reversed(earlier))
    born = child.born.in_words() if child.born else ""
    return ChildShown(child.id, child_name(child), _page_of(child.id, user, at), born, _worker(child.id, at), rows)


def _page_of(child: str, user: User, at: datetime) -> str:
    """The address of the child's page, for those who may open it."""
    allowed = may(user, Permission.SEE_CHILD, child, Moment.live(at)).allowed
    return child_page(child) if allowed else ""


def _earlier(thread: Thread, contact: Entry, child: str) -> Earlier:
    found = [
        each
        for each in thread.known.about(child, "contact_decided")
        if thread.known.same(str(value(each, "contact")), contact.id)
    ]
    came_to = value(found[-1], "decision").label if found else "No decision is recorded"
    return Earlier(contact.id, contact.happened, sender(thread.known.world.names, value(contact, "from")), came_to)


def _worker(child: str, at: datetime) -> str:
    """ "Sam Poole leads, and is away since 3 Sep 2019. Dana Whitlock covers." """
    now = roster(child, at)
    lead = now.lead(child)
    if lead is None:
        return "Nobody in children’s services works with this child now."
    away = now.away(lead)
    if away is None:
        return f"{now.name(lead)} is the lead worker."
    return f"{now.name(lead)} is the lead worker and {away.in_words()}. {_cover(now, lead, child)}"


def _cover(now: Roster, lead: str, child: str) -> str:
    cover = now.cover(lead, child)
    return f"{now.name(cover)} covers." if cover else "Nobody is named to cover."
