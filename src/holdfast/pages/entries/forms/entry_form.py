"""The form of one entry: when, about whom, what, and (where an earlier entry is put right) why."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from holdfast.actions.record_entry import EntryAnswers
from holdfast.kernel.when import When
from holdfast.pages.entries.forms.choice_questions import ChooseSeveral
from holdfast.pages.entries.forms.date_question import WhenQuestion, today_in_england
from holdfast.pages.entries.forms.question import Question
from holdfast.pages.entries.forms.question_factory import QuestionFactory
from holdfast.pages.entries.forms.row_questions import ListQuestion
from holdfast.pages.entries.forms.submission import Boxes, Submission
from holdfast.pages.entries.forms.text_questions import TextQuestion
from holdfast.pages.entries.queries.reference_choices import ReferenceChoices
from holdfast.vocabulary.entry import Entry, parse_data
from holdfast.vocabulary.faults import EntryRefused
from holdfast.vocabulary.field_types import Shape
from holdfast.vocabulary.type_catalogue import Described


class EntryForm:
    """Every question about one entry of a type. ``correcting`` is the entry that it puts right."""

    def __init__(
        self, described: Described, references: ReferenceChoices, *, at: datetime, correcting: Entry | None = None
    ) -> None:
        self.described, self.references, self.at, self.correcting = described, references, at, correcting
        self.doubted = False
        """Whether what was said is unlikely, so that the writer is asked why it is so."""

    @cached_property
    def happened(self) -> WhenQuestion:
        """When it took place."""
        return WhenQuestion(
            name="happened",
            path=("happened",),
            label="When did this happen?",
            hint="Give what you know. The month and year, or the year alone, will do.",
            required=True,
            with_time=True,
            today=today_in_england(self.at),
            strong=True,
        )

    @cached_property
    def about(self) -> ChooseSeveral | None:
        """Whom it is about, each named by somebody and nobody taken for granted."""
        if self.references.child is None:
            return None
        children = self.references.children()
        return ChooseSeveral(
            name="about",
            path=("about",),
            label="Who is this about?",
            hint="Tick each child it is about. It will stand in the record of each of them, and of nobody else."
            if len(children) > 1
            else "",
            required=True,
            strong=True,
            none="",
            choices=children,
            others=self.references.adults(),
            others_title="It is about an adult in the family",
        )

    @cached_property
    def data(self) -> tuple[Question, ...]:
        """What it says."""
        return QuestionFactory(self.described, self.references).questions()

    @cached_property
    def source(self) -> TextQuestion:
        """What it was taken from."""
        return TextQuestion(
            name="source",
            path=("source",),
            label="Where is it written down?",
            hint="A letter, a form or minutes it was taken from.",
        )

    @cached_property
    def reason(self) -> TextQuestion | None:
        """Why the earlier entry was wrong."""
        if self.correcting is None:
            return None
        return TextQuestion(
            name="reason",
            path=("reason",),
            label="Why are you putting this right?",
            hint="Both versions stay in the record, with this reason between them.",
            kind="long_text",
            required=True,
            strong=True,
        )

    @cached_property
    def because(self) -> TextQuestion:
        """Why it is so, where it is unlikely by what is recorded already."""
        return TextQuestion(
            name="because",
            path=("because",),
            label="Is it so all the same? Then say why",
            hint="It is kept beside the entry, for whoever reads both.",
            kind="long_text",
        )

    @property
    def questions(self) -> list[Question]:
        """All of them, in the order of the page."""
        asked = [self.reason, self.happened, self.because if self.doubted else None, self.about, *self.data, self.source]
        return [question for question in asked if question is not None]

    def empty(self, known: Mapping[str, list[str]] | None = None) -> Boxes:
        """The boxes of a form nobody has touched, with ``known`` fields filled in beforehand. The child whose page it came
        from is ticked; nobody else is."""
        # A link fills in and records nothing. What it names wrongly is left out: somebody who follows an old link gets an empty
        # box, not an error.
        known = known or {}
        boxes: Boxes = {}
        for question, shape in zip(self.data, self.described.fields, strict=True):
            boxes |= question.boxes(_value(shape, known[shape.name]) if known.get(shape.name) else None)
        if self.about is not None:
            boxes |= self.about.boxes([id for id in dict.fromkeys([self.references.child, *known.get("about", [])]) if id])
            # There is no order yet that somebody chose: the one of the page will do.
            del boxes["about_order"]
        if known.get("happened"):
            boxes |= self.happened.boxes(_date(known["happened"][-1]))
        return boxes

    def filled(self, entry: Entry) -> Boxes:
        """The boxes that say what ``entry`` says."""
        written = entry.data.written()
        boxes: Boxes = self.happened.boxes(entry.happened.to_json()) | self.source.boxes(entry.source)
        if self.about is not None:
            boxes |= self.about.boxes(list(entry.about))
        for question, shape in zip(self.data, self.described.fields, strict=True):
            boxes |= question.boxes(written.get(shape.name))
        return boxes

    def read(self, sent: Submission) -> EntryAnswers | None:
        """What was said, or nothing: then ``sent`` says what is wrong."""
        self.doubted = self.doubted or bool(sent.text("because").strip())
        # Every question is read before the first is said to be wrong: somebody who fills in a form hears all of it at once.
        said = {question.name: question.read(sent) for question in self.questions}
        if not sent.fine:
            return None
        written = {shape.name: said[f"data-{shape.name}"] for shape in self.described.fields}
        try:
            data = parse_data(self.described.name, {name: value for name, value in written.items() if value is not None})
        except EntryRefused as refusal:
            sent.refuse(refusal.faults)
            return None
        # Nobody is taken for granted: where no question asked whom it is about, it is about nobody.
        about = tuple(said.get("about") or ())
        return EntryAnswers(
            self.described.name,
            When.parse(said["happened"]),
            about,
            data,
            said.get("source"),
            said.get("reason"),
            said.get("because"),
        )

    def press(self, sent: Submission, button: str) -> bool:
        """Add or take away a row, or look for a professional, if that is what ``button`` (``add:data-present``) does."""
        what, _, name = button.partition(":")
        # The boxes stay as they are: the page is drawn again, and draws what was looked for.
        if what == "find":
            sent.boxes["focus"] = [f"id_{name}_find"]
            return True
        # Buttons, not a script: adding a row works in a browser that runs none, and on a council's slowest machine.
        for question in (each for each in self.data if isinstance(each, ListQuestion)):
            if what == "add" and name == question.name:
                sent.boxes["focus"] = [question.grown(sent)]
                return True
            if what == "remove" and name.startswith(f"{question.name}-"):
                sent.boxes["focus"] = [question.shrunk(sent, name.removeprefix(f"{question.name}-"))]
                return True
        return False

    def warnings(self, answers: EntryAnswers) -> list[str]:
        """What somebody should know before they save."""
        found = []
        for question, shape in zip(self.data, self.described.fields, strict=True):
            if isinstance(question, ListQuestion) and question.each and (rows := answers.data.written().get(shape.name)):
                named = {row.get("child") for row in rows}
                left = [name for id, name in question.each if id not in named]
                if left:
                    found.append(f"“{question.label}”: nothing is said about {' or '.join(left)}.")
        return found


def _value(shape: Shape, given: list[str]) -> Any:
    """A field filled in by a link."""
    if shape.many:
        return given
    if shape.kind == "boolean":
        return {"yes": True, "true": True, "no": False, "false": False}.get(given[-1].lower(), given[-1] if shape.also else None)
    if shape.kind == "when":
        return _date(given[-1])
    return None if shape.kind == "row" else given[-1]


def _date(text: str) -> str | None:
    try:
        When.parse(text)
    except ValueError:
        return None
    return text
