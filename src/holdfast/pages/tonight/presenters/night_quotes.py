"""What somebody said, for the danger box: the newest undecided contact first, whole, with who, when and by whom heard."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.identity.same_name import name_of
from holdfast.pages.child.presenters.case_phrases import NOBODY_NAMED, who_recorded, worker_words
from holdfast.pages.child.queries.case_signals import is_current
from holdfast.pages.tonight.night_phrases import capital, near
from holdfast.pages.tonight.presenters.night_words import heard_lately, is_recent, part_of, spoken_beside, undecided, words_of
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.record.contact_sender import confirmed_in
from holdfast.vocabulary.contact_text import ContactPart
from holdfast.vocabulary.entry import Entry

ASKS_FOR_SAFETY = "SIG-CHILD-ASKS-FOR-SAFETY"


@dataclass(frozen=True)
class NightQuote:
    """What somebody said, whole. ``child`` is the child's name where the words are a child's own, ``more`` what else was said,
    ``open`` that nobody has decided or answered. ``contact`` is the concern's id where it is one, ``speaker`` the agency or
    person whom one that waits came from."""

    entry: str
    words: str
    source: str
    child: str = ""
    more: tuple[str, ...] = ()
    open: str = ""
    contact: str = ""
    speaker: str = ""


@dataclass(frozen=True)
class Plea:
    """A child asks to be safe and nobody has answered: "Tia does not want to go home". ``entry`` holds the words,
    ``lately`` says that they are of the last 72 hours."""

    words: str
    raised_at: datetime
    entry: Entry
    lately: bool


def unanswered_pleas(night: NightFamily) -> list[Plea]:
    """What each of the children asks, the newest first."""
    found = []
    # One signal for each and not all of them: a family of six must not wait while everything about each is worked out.
    for case in night.children:
        for line in night.family.reader.read(case.id, [ASKS_FOR_SAFETY]).signals:
            if isinstance(line.what, Finding) and is_current(line, line.what, case):
                asks = re.fullmatch(r"This child, .*?, (.+?)(?:: read the words)?\.?", line.what.why)
                words = f"{name_of(case.person)} {asks[1] if asks else 'asks to be safe'}"
                entry = case.known.current(line.what.evidence[-1])
                if entry is not None:
                    found.append(Plea(words, line.what.raised_at, entry, is_recent(entry, case.moment.as_at)))
    return sorted(found, key=lambda each: each.raised_at, reverse=True)


def night_quotes(night: NightFamily, pleas: list[Plea]) -> Iterator[NightQuote]:
    """The newest undecided contact first, with the child's own words before ours; then the other words, the newest first."""
    waiting = undecided(night)
    seen: set[str] = set()
    for contact in waiting[:1]:
        voice = spoken_beside(night, contact)
        for entry in (voice, contact):
            if entry is not None and (quote := _quote(night, entry, contact)).words:
                seen.add(entry.id)
                yield quote
    # Words that ask to be safe stay until somebody answers them, however long ago a child said them.
    asked = [each.entry for each in pleas]
    for entry in (*asked, *heard_lately(night), *waiting):
        if entry.id not in seen and (quote := _quote(night, entry, entry if entry in waiting else None)).words:
            seen.add(entry.id)
            yield quote


def _quote(night: NightFamily, entry: Entry, waiting: Entry | None) -> NightQuote:
    """``waiting`` is the undecided contact that the words are of, or came with."""
    is_contact = entry.type == "contact_received"
    # A concern that is the child's words alone says the rest, such as where the child is tonight, under them.
    more = waiting if waiting is not None and (is_contact or not words_of(waiting)) else entry if is_contact else None
    return NightQuote(
        entry.id,
        words_of(entry),
        _source(night, entry),
        child=night.name(str(value(entry, "child"))) if entry.type == "voice_recorded" else "",
        more=tuple(_beside(more)) if more is not None else (),
        open="Nobody has decided." if waiting is not None else _open(night, entry),
        contact=_first(night, waiting or entry) if waiting is not None or is_contact else "",
        speaker=capital(_sender(night, waiting).split(", ")[-1]) if waiting is not None else "",
    )


def _first(night: NightFamily, contact: Entry) -> str:
    """The version of a concern by which its page is opened: the first."""
    return night.case.known.history.root(contact.id)


def _beside(contact: Entry) -> Iterator[str]:
    # What a school says of tonight is asked at every door. Who must not know has its own banner, for its own readers.
    for part, words in ((ContactPart.DANGER, "Hurt or in danger now"), (ContactPart.TONIGHT, "Tonight")):
        said = part_of(contact, part)
        if said:
            yield f"{words}: {said.rstrip('. ')}."


def _open(night: NightFamily, entry: Entry) -> str:
    answers = {"voice_recorded": ("voice_answered", "voice"), "message_received": ("message_answered", "message")}
    if entry.type in answers and night.is_settled(entry, *answers[entry.type]) is None:
        return "Nobody has answered."
    return ""


def _source(night: NightFamily, entry: Entry) -> str:
    at, case = night.case.moment.as_at, night.case
    when = near(entry.happened, at)
    if entry.type == "voice_recorded":
        heard = worker_words(case, str(value(entry, "worker"))) if value(entry, "worker") else who_recorded(case, entry)
        to = "who heard it is not recorded" if heard == NOBODY_NAMED else f"to {heard}"
        return f"{night.name(str(value(entry, 'child')))}, {to}, {when}."
    if entry.type in ("contact_received", "message_received"):
        return f"{capital(_sender(night, entry))}, {when}."
    about = night.whom(entry.about)
    return f"{entry.data.title}{f' ({about})' if about else ''}: {who_recorded(case, entry)}, {when}."


def _sender(night: NightFamily, entry: Entry) -> str:
    if (confirmed := confirmed_in(night.case.known, entry)) is not None:
        return night.called(confirmed)
    sent = value(entry, "from")
    if isinstance(sent, str):
        return night.called(sent)
    worker, agency = row_value(sent, "worker"), row_value(sent, "organisation")
    name = night.case.names.worker(str(worker)) if worker else row_value(sent, "name")
    role = str(row_value(sent, "role")).replace("_", " ")
    return ", ".join(str(part) for part in (name or role, night.called(str(agency)) if agency else "") if part)
