"""People whom entries describe in words and nobody has identified: drawn as persons not known, never left out or guessed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.identity.name_forms import folded
from holdfast.pages.child.presenters.case_phrases import who_recorded
from holdfast.pages.child.presenters.living_arrangements import who_left
from holdfast.pages.tonight.night_phrases import capital, near
from holdfast.pages.tonight.presenters.night_words import heard_lately, latest_instant, part_of, undecided, words_of
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.vocabulary.contact_text import ContactPart
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import listed as in_a_row

# Where an entry names who was there by a field that takes words as well as people.
NAMED_IN: dict[str, tuple[str, ...]] = {
    "household_changed": ("joined",),
    "household_recorded": ("members", "partners"),
    "incident_recorded": ("involved",),
    "stay_started": ("with",),
    "family_time_held": ("with",),
    "suspicion_recorded": ("person",),
}
# Longer ago a stranger is part of the history and no longer somebody who may be behind the door.
STILL_ASKED = timedelta(weeks=26)
WHOSE = r"(?:mum|mummy|mam|mother|dad|daddy|father|nan|gran|aunt|her|his|their|my)(?:[’']s)?"
HOW = r"(?:(?:new|old|older|young|younger|strange|other|unknown|unidentified|different|tall|big|drunk)\s+)*"
WHO = r"(?:man|men|bloke|guy|fella|boyfriend|girlfriend|lodger|stranger|male)"
DESCRIBES = re.compile(
    # A partner only of somebody: partner agencies are in half of all letters.
    rf"\b(?i:(?:(?:an?|some|another|this|that|the|{WHOSE})\s+)?{HOW}{WHO}|{WHOSE}\s+{HOW}partner|new\s+partner|some(?:body|one)(?=\s+called))\b"
    r"(?:\s*,?\s*(?:called|named)?\s+(?P<name>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?))?"
)
AGENCY = re.compile(r"\b(police|school|nursery|ambulance|hospital|housing|council|services?|probation|health)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


@dataclass(frozen=True)
class PersonNotKnown:
    """Somebody whom the record cannot name. ``said`` is what they were called, ``words`` the sentence, ``source`` by whom
    and when, ``may_be`` people of the record whom it could be; who it is stays a question."""

    said: str
    words: str
    source: str
    may_be: str
    entry: str


def people_not_known(night: NightFamily) -> list[PersonNotKnown]:
    """Each person once, whoever was spoken of last in front."""
    found: dict[str, PersonNotKnown] = {}
    for each in (*_in_texts(night), *_in_fields(night)):
        found.setdefault(folded(each.said), each)
    return list(found.values())


def _in_texts(night: NightFamily) -> Iterator[PersonNotKnown]:
    entries = {entry.id: entry for entry in (*undecided(night), *heard_lately(night))}
    for entry in entries.values():
        for text in _texts(entry):
            for sentence in SENTENCE.split(text):
                yield from _in_sentence(night, entry, sentence.strip())


def _texts(entry: Entry) -> Iterator[str]:
    yield words_of(entry)
    if entry.type == "contact_received":
        # Where a school says who is in the home or where the child sleeps, it names people whom nobody else has met.
        for part in (ContactPart.TONIGHT, ContactPart.HOUSEHOLD):
            yield part_of(entry, part) or ""


def _in_sentence(night: NightFamily, entry: Entry, sentence: str) -> Iterator[PersonNotKnown]:
    described = False
    for match in DESCRIBES.finditer(sentence):
        described, name = True, match["name"] or ""
        if name and _full_name(night, name):
            continue
        alike = _called(night, name) if name else _partners(night, match[0]) if re.search("partner|friend", match[0]) else []
        yield _not_known(night, entry, name or match[0].strip(" ,"), sentence, alike)
    if described:
        return
    # "Lee came round again", where three men are called Lee: that one is meant is known, and not which.
    for ids in (group.people for group in night.family.same_names.groups()):
        names = {str(name.given) for id in ids for name in night.case.world.people[id].names if name.given}
        for name in sorted(names) if len(ids) > 1 else ():
            if re.search(rf"\b{re.escape(name)}\b(?!\s+[A-Z])", sentence) and not night.ids.issuperset(ids):
                yield _not_known(night, entry, name, sentence, list(ids))


def _not_known(night: NightFamily, entry: Entry, said: str, sentence: str, alike: list[str]) -> PersonNotKnown:
    names = [night.name(id) for id in alike if night.person(id).died is None and id not in night.ids]
    may_be = f"It may be {', '.join(names)}, or somebody else." if names else "Nobody in the record is known to be this person."
    return PersonNotKnown(capital(said), sentence, _source(night, entry), may_be, entry.id)


def _source(night: NightFamily, entry: Entry) -> str:
    sent = value(entry, "from") if entry.type in ("contact_received", "message_received") else None
    agency = row_value(sent, "organisation")
    who = night.called(str(agency)) if agency else row_value(sent, "name") or who_recorded(night.case, entry)
    if entry.type == "voice_recorded":
        who = night.name(str(value(entry, "child")))
    return f"{who}, {near(entry.happened, night.case.moment.as_at)}"


def _full_name(night: NightFamily, name: str) -> bool:
    """Whether the name is given and family name of somebody of the record."""
    return " " in name and any(folded(str(each)) == folded(name) for id in night.case.world.people for each in _names(night, id))


def _called(night: NightFamily, name: str) -> list[str]:
    first = folded(name).split()[:1]
    return [
        id
        for id in night.case.world.people
        if any(folded(str(each.given or "")).split()[:1] == first for each in _names(night, id))
    ]


def _names(night: NightFamily, person: str) -> tuple[object, ...]:
    return night.case.world.people[person].names


def _partners(night: NightFamily, said: str) -> list[str]:
    """Whoever is recorded as the partner of the parent spoken of: "mum's boyfriend" may be they."""
    of_the_father = re.search(r"\b(dad|father|his)", said, re.IGNORECASE) is not None
    parents = {
        each for child in night.children for each in child.view.parents if (each in child.view.mothers) is not of_the_father
    }
    pairs = [
        (link.from_person, link.to_person)
        for link in night.case.world.relationships
        if _of_a_pair(link.kind) and link.end is None
    ]
    found = [other for one, two in pairs for here, other in ((one, two), (two, one)) if here in parents]
    return list(dict.fromkeys(found))


def _of_a_pair(kind: str) -> bool:
    return kind in ("partner", "married", "spouse", "husband", "wife", "cohabiting", "boyfriend", "girlfriend")


def _in_fields(night: NightFamily) -> Iterator[PersonNotKnown]:
    since = night.case.moment.as_at - STILL_ASKED
    gone = {folded(party) for each in night.children for party in who_left(each)}
    for entry in reversed(night.entries(*NAMED_IN)):
        in_the_home = entry.type in ("household_changed", "household_recorded")
        for party in night.parties(entry, *NAMED_IN[entry.type]):
            if night.identified(party) or AGENCY.search(party) or folded(party) in gone:
                continue
            # Somebody who moved in and has not moved out is in the home tonight, however long ago that was.
            if in_the_home or latest_instant(entry) >= since:
                words = f"{entry.data.title}: {party}."
                yield PersonNotKnown(capital(party), words, _source(night, entry), _may_be(night, party), entry.id)


def _may_be(night: NightFamily, party: str) -> str:
    names = [night.name(id) for id in _called(night, party) if id not in night.ids]
    return f"It may be {in_a_row(names)}, or somebody else." if names else "Nobody in the record is known to be this person."
