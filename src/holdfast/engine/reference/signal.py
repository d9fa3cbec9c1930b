"""A signal: what finds it for one person, and the sentence a person reads."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Protocol

from holdfast.engine.raised_signal import Finding
from holdfast.engine.reference.change_between_meetings import unseen_aspects
from holdfast.engine.reference.death import ending_of_all, until_death
from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.findings import make_finding, root, when_words
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.safety_requests import plea
from holdfast.engine.reference.shapes import matches, shared_name, sibling_levels
from holdfast.engine.reference.shapes.matches import Match
from holdfast.engine.rulebook import InUse
from holdfast.engine.sentences import in_words
from holdfast.kernel.unknown_name import UnknownName
from holdfast.kernel.when import london_day
from holdfast.rules.limit import Amount
from holdfast.rules.signal import Signal
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.sentence_parts import listed, party


class SignalFinder(Protocol):
    """Finds what one signal raises for one person."""

    def __call__(self, person: PersonView, signal: Signal) -> Iterable[Finding]: ...


OWN: dict[str, SignalFinder] = {
    "SIG-SIB-DIFF-LEVEL": sibling_levels.siblings_at_different_levels,
    "SIG-SAME-NAME": shared_name.same_name,
}
"""The signals that no shape can say."""
NO_FUNCTION = "Give it a pattern, or a function in shapes/ of both engines and list that under OWN."


def finder(signal: Signal, rules: InUse) -> Callable[[PersonView], Iterable[Finding]]:
    """What finds a signal: its shape, or the function of its own that a comparison no shape can say has. What a shape says
    of standards is said of those in use."""
    if signal.pattern is None:
        if signal.id not in OWN:
            raise UnknownName("function of its own for the signal", signal.id, OWN, NO_FUNCTION)
        find: Callable[[PersonView], Iterable[Finding]] = partial(OWN[signal.id], signal=signal)
    else:
        find = partial(shaped, signal=signal, rules=rules)
    return lambda person: until_death(person, signal, find(person))


def shaped(person: PersonView, signal: Signal, rules: InUse) -> Iterable[Finding]:
    """Everything a signal that has a shape raises for one person."""
    said: set[str] = set()
    for match in matches.kept(person, signal.shape, rules):
        # By the day the worry came, not by today: a worry about a child stays that when they have grown up.
        if not signal.adults and person.is_adult(london_day(match.at)):
            continue
        # The parent it is about, or the carer: of the dead nothing more is asked.
        gone = None if signal.after_death else ending_of_all(person, match.who)
        if gone is not None and gone[0] <= match.at:
            continue
        ended = matches.sooner(match.ended, gone)
        # What is found in the family alone is known by whom it is about.
        began = (root(person, match.entries[-1]),) if match.entries else ()
        key = "/".join((*began, *match.who, *(str(each) for each in (match.counted_from, match.part) if each)))
        # Several shapes, or several states of one, may find what the same entry began: a person is asked once.
        if key not in said:
            said.add(key)
            # Brothers and sisters who were children then: whoever has grown up since was one of those it was about.
            about = (person.id, *_children(person, match)) if signal.about_family else ()
            why = _why(person, signal, match)
            yield make_finding(person, signal, match.at, match.entries, why, key=key, about=about, ended=ended)


def _children(person: PersonView, match: Match) -> Iterator[str]:
    day = london_day(match.at)
    return (child for child in person.siblings if PersonView.of(person.known, child).is_child_on(day))


FURTHER_WORDS: dict[str, Callable[[PersonView, Signal, Entry], str]] = {
    "asks": lambda person, signal, entry: plea(str(value(entry, "words"))) or "may ask for safety",
    "own": lambda person, signal, entry: party(person.world.names, person.id),
    "other": lambda person, signal, entry: str(value(entry, "other")),
    "alike": lambda person, signal, entry: str(value(entry, "alike_in")),
    "overlooked": lambda person, signal, entry: unseen_aspects(person, entry, Amount(int(signal.numbers["months"]), "months")),
}
"""What only some sentences say: what a child may be asking for, aspects of neglect that nobody looked at, what two records have
alike."""


def _why(person: PersonView, signal: Signal, match: Match) -> str:
    said = match.why or signal.why
    # Looking around for aspects takes as long as the signal itself, so it is done only where the sentence asks.
    further = {word: say(person, signal, match.entries[-1]) for word, say in FURTHER_WORDS.items() if f"{{{word}}}" in said}
    return said.format(
        **signal.numbers,
        **further,
        who=listed(party(person.world.names, each) for each in match.who) or "anybody",
        when=when_words(match.entries[-1]) if match.entries else "",
        first=when_words(match.entries[0]) if match.entries else "",
        entries=len(match.entries),
        due=in_words(match.due) if match.due is not None else "the day it was due",
    )
