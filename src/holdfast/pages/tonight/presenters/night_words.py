"""Whose words belong to tonight: what nobody has decided about, and any injury or threat of the last 72 hours."""

import re
from datetime import datetime, timedelta

from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.engine.reference.record_view import order
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.record.contact_decisions import decisions_in
from holdfast.standards.professions import normal
from holdfast.standards.roles import EMERGENCY_DUTY_TITLES
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.contact_text import WORDS_APART, ContactPart, apart
from holdfast.vocabulary.entry import Entry

RECENT = timedelta(hours=72)
# What somebody tells us tonight of last week is news to us. Of last year it is history, and would push tonight's words down.
NEWS_REACHES_BACK = timedelta(days=28)
# A contact of some years ago without a decision is a gap in an old record, and nothing that waits for somebody tonight.
UNDECIDED_REACHES_BACK = timedelta(days=365)
# Too much is better than too little: words that are shown for nothing cost ten seconds.
THREAT = re.compile(
    r"\b(kill\w*|murder\w*|stab\w*|kni(?:fe|ves)|machete|guns?|weapons?|acid|petrol|threat\w*|strangl\w*|chok(?:e|ed|ing)|"
    r"throttl\w*|suicid\w*|overdos\w*|hang(?:ed)? (?:him|her|my|them)sel\w+|"
    r"hit(?:s|ting)?|punch\w*|kick\w*|slap\w*|smack\w*|beat(?:s|en|ing)?|"
    r"attack\w*|assault\w*|rap(?:e|ed|ing)|smash\w*|dragg?\w*|burn(?:t|ed|s)?|bruis\w*|bleed\w*|blood\w*|injur\w*|hurt\w*|"
    r"broken (?:arm|leg|rib|wrist|bone|nose)s?|black eye)\b",
    re.IGNORECASE,
)
# Always of an injury or a threat; of the others, where their words speak of one or somebody said that it is serious.
ALWAYS = ("voice_recorded", "injury_recorded", "suspicion_recorded")
WORDS_OF = {
    "voice_recorded": "words",
    "injury_recorded": "text",
    "suspicion_recorded": "text",
    "contact_received": "text",
    "message_received": "text",
    "observation_recorded": "text",
    "referrer_heard": "text",
    "adult_disclosure_recorded": "kind",
}


def undecided(night: NightFamily) -> list[Entry]:
    """Contacts about any of the children that nobody has decided for each of them whom it is about, the newest first."""
    since = night.case.moment.as_at - UNDECIDED_REACHES_BACK
    return [
        entry
        for entry in sorted(night.entries("contact_received"), key=order, reverse=True)
        if latest_instant(entry) >= since and _waits_for_a_decision(night, entry)
    ]


def _waits_for_a_decision(night: NightFamily, contact: Entry) -> bool:
    """Whether one of these children is still without a decision, though a brother has his."""
    return not night.ids.isdisjoint(decisions_in(night.case.known, contact).undecided)


def heard_lately(night: NightFamily) -> list[Entry]:
    """What was said, seen or threatened in the last 72 hours, the newest first."""
    found = [entry for entry in night.entries(*WORDS_OF) if is_recent(entry, night.case.moment.as_at) and _speaks_of_harm(entry)]
    # The words of one child under the name of another would be believed of them.
    found = [entry for entry in found if entry.type != "voice_recorded" or value(entry, "child") in night.ids]
    return sorted(found, key=order, reverse=True)


def latest_instant(entry: Entry) -> datetime:
    """The latest instant at which it can have happened: never after it was written down."""
    return min(entry.happened.end, entry.recorded_at)


def is_recent(entry: Entry, at: datetime) -> bool:
    """Whether it can have happened within 72 hours, or the record learned in that time of something not long before."""
    happened = latest_instant(entry)
    return happened >= at - RECENT or (entry.recorded_at >= at - RECENT and happened >= at - NEWS_REACHES_BACK)


def _speaks_of_harm(entry: Entry) -> bool:
    if entry.type in ALWAYS:
        return True
    # What the night itself did is told under its own heading, and is no new threat.
    if is_from_the_night(entry):
        return False
    serious = value(entry, "immediate_harm") or value(entry, "possible_serious_harm")
    return bool(serious) or THREAT.search(words_of(entry)) is not None


def words_of(entry: Entry) -> str:
    """The words in which it was said, whole. Of a concern in parts, what was seen or heard."""
    said = str(value(entry, WORDS_OF[entry.type]) or "")
    if entry.type != "contact_received":
        return said
    seen = part_of(entry, ContactPart.SAW)
    return said if seen is None else "" if seen == WORDS_APART else seen


def part_of(contact: Entry, part: ContactPart) -> str | None:
    """What a concern says in one of its parts; ``None`` where it is one text without parts."""
    parts = apart(str(value(contact, "text")))
    return None if parts is None else next((each.said for each in parts if each.part is part), "")


def spoken_beside(night: NightFamily, contact: Entry) -> Entry | None:
    """The child's own words that came with a concern."""
    source = source_of(night.case.known.history.root(contact.id))
    voices = [entry for entry in night.entries("voice_recorded") if entry.source == source]
    return voices[-1] if voices else None


def is_from_the_night(entry: Entry) -> bool:
    """Whether somebody of the emergency team wrote it for the day."""
    return entry.type == "message_received" and normal(str(row_value(value(entry, "from"), "role"))) in EMERGENCY_DUTY_TITLES
