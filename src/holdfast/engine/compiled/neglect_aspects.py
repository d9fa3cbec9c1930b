"""The aspects of neglect that entries about a child showed, and those that a meeting or an assessment looked at."""

from collections.abc import Iterable
from typing import cast

from holdfast.engine.compiled.calendar_arrays import Span, after
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entry_fields import plain
from holdfast.engine.compiled.event_lookup import Candidates
from holdfast.engine.compiled.instants import LONG_AGO
from holdfast.engine.compiled.neighbouring_entries import touching
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.reference.change_between_meetings import ASPECTS

OBSERVED, ANALYSED = ("observation_recorded",), ("aspects_analysed",)
WORDS = {aspect: tuple(map(plain, words)) for aspect, words in ASPECTS.items()}
"""The words by which a meeting is taken to speak of an aspect, as they are compared."""
NOTHING = Candidates((), None)


def shown_aspects(person: PersonRecord, meeting: CompactEntry, within: Span) -> set[str]:
    """The aspects of neglect that entries about the child showed in the time up to a meeting."""
    day = meeting.last
    since = after(day, (-within[0], within[1]))
    if since is None:
        return set()
    # From the day after the one exactly so long before, which is out.
    there = touching(person, _showing(person), since + 1, day)
    return {str(aspect) for each in there if each.last <= day for aspect in listed(each, "neglect")}


def not_looked_at(person: PersonRecord, meeting: CompactEntry, until: CompactEntry, within: Span) -> set[str]:
    """Those of them that the meeting did not look at, nor any analysis of it by the day of ``until``."""
    shown = shown_aspects(person, meeting, within)
    return shown - _looked_at(person, meeting, until, shown) if shown else shown


def unseen_aspects(person: PersonRecord, meeting: CompactEntry, months: int) -> str:
    """The aspects that were shown in the months up to a meeting and that it did not look at, in words."""
    return ", ".join(sorted(not_looked_at(person, meeting, meeting, (months, "months"))))


def _showing(person: PersonRecord) -> Candidates:
    found = person.kept.get("showing neglect")
    if found is None:
        # Every version, whenever it was read: which of them count now is asked as they are gone through, so that the list
        # serves every state.
        versions = person.record.timeline(person.id, OBSERVED).versions
        found = person.kept["showing neglect"] = Candidates([each for each in versions if listed(each, "neglect")], None)
    return cast("Candidates", found)


def _looked_at(person: PersonRecord, meeting: CompactEntry, until: CompactEntry, of: Iterable[str]) -> set[str]:
    # Made plain once and not for each aspect: a conference's words are long.
    texts = [plain(text) for text in (*listed(meeting, "outcome"), person.row(meeting, "decisions").get("reasons") or "")]
    found = {aspect for aspect in of if any(word in text for word in WORDS.get(aspect, ()) for text in texts)}
    analyses = _analyses(person).get(meeting.root, NOTHING)
    for analysis in touching(person, analyses, LONG_AGO, until.last):
        if analysis.last <= until.last:
            found.update(str(aspect) for aspect in listed(analysis, "aspects"))
    return found


def _analyses(person: PersonRecord) -> dict[str, Candidates]:
    """The analyses of each meeting."""
    found = person.kept.get("analyses")
    if found is None:
        there: dict[str, list[CompactEntry]] = {}
        for each in person.record.timeline(person.id, ANALYSED).versions:
            there.setdefault(person.record.root(str(each.data.get("of"))), []).append(each)
        found = person.kept["analyses"] = {root: Candidates(versions, None) for root, versions in there.items()}
    return cast("dict[str, Candidates]", found)
