"""Whether anything moved between one meeting and the next: the aspects a meeting looked at, the actions that stayed the same,
the measures of how a child is."""

from dataclasses import dataclass
from datetime import date

from holdfast.engine.reference.due_day import add
from holdfast.engine.reference.entry_fields import listed, plain, value
from holdfast.engine.reference.event import EntryContext, Truth
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import order
from holdfast.engine.reference.triggers.accumulation import fitting
from holdfast.kernel.when import When
from holdfast.rules import conditions as c
from holdfast.rules.limit import Amount
from holdfast.vocabulary.entry import Entry

ASPECTS = {
    "medical": ("medical", "health", "dental", "dentist", "teeth", "doctor", "medication", "immunis"),
    "nutritional": ("nutrition", "food", "meals", "diet", "hungry", "weight"),
    "emotional": ("emotional", "domestic abuse", "fear", "frightened", "scared", "warmth"),
    "educational": ("education", "school", "nursery", "attendance", "learning"),
    "physical": ("physical", "hygiene", "clothing", "clothes", "home conditions", "cold home", "cold house", "dirty"),
    "supervision": ("supervision", "supervis", "guidance", "boundaries", "left alone"),
}
"""The words by which a conference or an assessment is taken to speak of an aspect of neglect."""


def aspects_looked_at(condition: c.AspectsLookedAt, asked: EntryContext) -> Truth:
    """Whether every aspect that was shown before the meeting was looked at by it."""
    # Said of the conference where a later analysis is what is being asked of: the meeting is the one that should have looked.
    meeting = asked.start or asked.entry
    shown = shown_aspects(asked.person, meeting, condition.within)
    return not shown - _looked_at(asked.person, meeting, asked.entry)


def aspects_shown(condition: c.AspectsShown, asked: EntryContext) -> Truth:
    """Whether there were several aspects to look at."""
    return len(shown_aspects(asked.person, asked.entry, condition.within)) >= condition.least


def shown_aspects(person: PersonView, meeting: Entry, within: Amount) -> set[str]:
    """The aspects of neglect that entries about the child showed in the time up to a meeting."""
    day = meeting.happened.last
    since = add(day, Amount(-within.n, within.unit))
    return {
        str(aspect)
        for entry in person.entries("observation_recorded")
        # The day exactly so long before is out, as it is for everything that adds up in a window.
        if isinstance(since, date) and since < entry.happened.last <= day
        for aspect in listed(entry, "neglect")
    }


def unseen_aspects(person: PersonView, meeting: Entry, within: Amount) -> str:
    """The aspects that were shown and that the meeting did not look at, in words."""
    return ", ".join(sorted(shown_aspects(person, meeting, within) - _looked_at(person, meeting, meeting)))


def _looked_at(person: PersonView, meeting: Entry, until: Entry) -> set[str]:
    row = person.row(meeting, "decisions")
    # The meeting's own words and the reasons for this child: an aspect that was spoken of only for a brother was not looked
    # at for this one.
    texts = [*listed(meeting, "outcome"), *(() if row is None else (getattr(row, "reasons", None) or "",))]
    found = {aspect for aspect, words in ASPECTS.items() if any(plain(word) in plain(text) for word in words for text in texts)}
    for analysis in person.entries("aspects_analysed"):
        if person.known.same(str(value(analysis, "of")), meeting.id) and analysis.happened.last <= until.happened.last:
            found |= {str(aspect) for aspect in listed(analysis, "aspects")}
    return found


@dataclass(frozen=True)
class AgreedAction:
    """Something to be done, by what it says and for whom, and the day it was first due."""

    says: str
    whom: str


def actions_carried_over(condition: c.ActionsCarriedOver, asked: EntryContext) -> Truth:
    """Whether most actions are the same as some meetings ago, and many of them past their day."""
    before = [
        each
        for each in fitting(asked.person, (condition.meetings,))
        if order(each) < order(asked.entry) and each.id != asked.entry.id
    ]
    # Too few meetings yet to say that anything was carried from one to another.
    if len(before) < condition.back:
        return False
    day = asked.entry.happened.last
    earlier, now = open_actions(asked.person, before[-condition.back].happened.last), open_actions(asked.person, day)
    # Of all that was open at either: a plan that grew by ten new actions did not stay the same, though every old one is still
    # there.
    either = earlier.keys() | now.keys()
    if not either or not now:
        return False
    same = len(earlier.keys() & now.keys()) / len(either)
    late = sum(due < day for due in now.values()) / len(now)
    return same >= condition.unchanged and late >= condition.overdue


def open_actions(person: PersonView, day: date) -> dict[AgreedAction, date]:
    """The actions agreed for this child by the end of a day and not done by then, each with the day it was first due."""
    reviews: dict[str, str] = {}
    for review in person.known.of("action_reviewed"):
        if review.happened.last <= day:
            reviews[person.known.history.root(str(value(review, "action")))] = str(value(review, "status"))
    found: dict[AgreedAction, date] = {}
    for entry in person.entries("action_agreed"):
        due = value(entry, "due")
        # An action for no child in particular is each child's.
        mine = value(entry, "child") in (None, person.id)
        if entry.happened.last > day or not mine or not isinstance(due, When):
            continue
        action = AgreedAction(plain(value(entry, "action")), str(value(entry, "for")))
        # Agreed again after it was done, in the same words, it would be another: so what is done is taken out as it is met
        # with, in order.
        if reviews.get(person.known.history.root(entry.id)) == "done":
            found.pop(action, None)
        else:
            # The first day it was due, so that agreeing on the same thing again does not make it punctual.
            found[action] = min(due.last, found.get(action, due.last))
    return found


def measure_moved(condition: c.MeasureMoved, asked: EntryContext) -> Truth:
    """Whether any measure of how the child is came out otherwise since the meeting before."""
    day = asked.entry.happened.last
    before = [
        each
        for each in fitting(asked.person, (condition.since,))
        if order(each) < order(asked.entry) and each.id != asked.entry.id
    ]
    since = before[-1].happened.last if before else date.min
    last: dict[str, float] = {}
    moved = False
    for entry in asked.person.entries("outcome_measured"):
        if not asked.person.names_child(entry, "child") or entry.happened.last > day:
            continue
        measure, score = plain(value(entry, "measure")), float(value(entry, "score"))
        # In order, and only what came after the meeting before: a measure that moved and came back did move.
        moved = moved or (entry.happened.last > since and measure in last and last[measure] != score)
        last[measure] = score
    return moved
