"""What the child has said, written, drawn or shown: exactly as it came, the newest first, and what anybody did about it."""

from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.record_view import order
from holdfast.pages.child.presenters.case_phrases import NOBODY_NAMED, on_with_ago, who_recorded, worker_words
from holdfast.pages.child.queries.case import Case
from holdfast.vocabulary.entry import Entry

HOW = {
    "words": "Said by {}",
    "writing": "Written by {}",
    "drawing": "Drawn by {}",
    "behaviour": "Shown by what {} did",
    "told_by": "Told by somebody else for {}",
}
NOBODY = "Nobody has answered this yet."


@dataclass(frozen=True)
class ChildWords:
    """One thing a child said. ``answers`` is what was done about it; empty says that nobody has answered."""

    entry: str
    words: str
    source: str
    wants: str
    answers: tuple[str, ...]

    @property
    def answered(self) -> bool:
        return bool(self.answers)


def child_words(case: Case) -> list[ChildWords]:
    """Everything the child is recorded as having said, newest first."""
    # Whose words they are is a field: an entry about three children holds the words of one.
    found = [entry for entry in case.known.of("voice_recorded") if value(entry, "child") == case.id]
    return [_said(case, entry) for entry in sorted(found, key=order, reverse=True)]


def _said(case: Case, entry: Entry) -> ChildWords:
    how = value(entry, "how")
    heard = worker_words(case, value(entry, "worker")) if value(entry, "worker") else who_recorded(case, entry)
    heard = "who heard it is not recorded" if heard == NOBODY_NAMED else f"heard by {heard}"
    source = f"{HOW.get(str(how), 'Told by {}').format(case.name)}, {on_with_ago(entry.happened, case)}; {heard}."
    wants = {"change": f"{case.name} wants something to change.", "tell": f"{case.name} wants to be heard."}
    return ChildWords(
        entry.id, str(value(entry, "words")), source, wants.get(str(value(entry, "wants")), ""), tuple(_answers(case, entry))
    )


def _answers(case: Case, entry: Entry) -> list[str]:
    said = []
    for answer in case.known.of("voice_answered"):
        # The answer may name an earlier version of the words than the one that stands now.
        if case.known.same(str(value(answer, "voice")), entry.id):
            told = {True: f"{case.name} was told.", False: f"{case.name} was not told."}
            words = str(value(answer, "answer")).rstrip(". ")
            # Three answers and not two: whether a child was told back is asked by reviews, and "no" is not the same as nobody
            # wrote it down.
            after = told.get(value(answer, "told_child"), f"Whether {case.name} was told is not recorded.")
            said.append(f"{words}. {after} {answer.happened.in_words()}, {who_recorded(case, answer)}.")
    return said
