"""The form factory: from the fields of an entry type to questions, one for each, whatever the type."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from holdfast.pages.entries.forms.choice_questions import ChooseOne, ChooseSeveral
from holdfast.pages.entries.forms.date_question import WhenQuestion
from holdfast.pages.entries.forms.option import Option
from holdfast.pages.entries.forms.party_questions import ChooseOrSay, EntryQuestion, WorkerQuestion
from holdfast.pages.entries.forms.question import Question, in_sentence
from holdfast.pages.entries.forms.row_questions import ListQuestion, RowQuestion
from holdfast.pages.entries.forms.submission import Path
from holdfast.pages.entries.forms.text_questions import NumberQuestion, TextQuestion, YesNoQuestion
from holdfast.pages.entries.queries.reference_choices import ReferenceChoices
from holdfast.record.models import Alert
from holdfast.vocabulary.field_types import Shape, people_named
from holdfast.vocabulary.type_catalogue import Described, describe

FOR_EXAMPLE = ", for example "
EXACTLY = "Exactly as they said it. Do not tidy it up, and do not put it into other words."
KNOWN = "Somebody the record knows"
NOBODY = ("person", "worker", "party")
SAYS_WHO_MUST_NOT_KNOW = {("kept_back", "from"), ("contact_received", "kept_from")}


QuestionParts = dict[str, Any]
"""What every question is made with: its name, path, label and so on."""


class QuestionFactory:
    """Makes the questions of one entry type, with what can be named around one child."""

    def __init__(self, described: Described, references: ReferenceChoices) -> None:
        self.described = described
        self.references = references

    def questions(self) -> tuple[Question, ...]:
        """A question for every field of the entry's data, in the order of its definition."""
        return tuple(self._question(shape, f"data-{shape.name}", ("data", shape.name), "") for shape in self.described.fields)

    def _question(self, shape: Shape, name: str, path: Path, where: str) -> Question:
        label, hint = parted(shape.label or shape.name)
        common = {"name": name, "path": path, "label": label, "hint": hint, "where": where, "strong": not where}
        common |= {"required": shape.required, "asked": shape.asked}
        if shape.many:
            return self._several(shape, common)
        return self._one(shape, common)

    def _one(self, shape: Shape, common: QuestionParts) -> Question:
        # An alert is no entry and no person. Its field holds an id like any text: the one field whose choices the definition of
        # its type cannot tell.
        if (shape.name, self.described.name) == ("alert", "alert_answered"):
            return EntryQuestion(**common, choices=self._alerts, wanted="an alert that waits for an answer")
        make: dict[str, Callable[[Shape, QuestionParts], Question]] = {
            "boolean": lambda shape, common: YesNoQuestion(**common, or_words="text" in shape.also),
            "code": lambda shape, common: ChooseOne(**common, choices=_codes(shape)),
            # A time of day is asked for only where something is booked for it: a question that nobody can answer is one that is
            # answered with a guess.
            "when": lambda shape, common: WhenQuestion(**common, with_time=shape.name == "for"),
            "integer": _number,
            "number": _number,
            "person": lambda shape, common: ChooseOne(**common, choices=self._people_for(shape), compact=bool(common["where"])),
            "worker": self._worker,
            "organisation": lambda shape, common: ChooseOne(**common, choices=self._organisations, compact=bool(common["where"])),
            "party": self._party,
            "entry": self._entry,
            "row": self._row,
        }
        return make.get(shape.kind, _text)(shape, common)

    def _several(self, shape: Shape, common: QuestionParts) -> Question:
        if shape.kind == "code":
            return ChooseSeveral(**common, choices=_codes(shape), none="" if shape.required else "None of these")
        if shape.kind == "person":
            return ChooseSeveral(**common, choices=self._people, none="" if shape.required else "Nobody")
        nobody = shape.kind in NOBODY or any(field.name == "role" for field in shape.fields)
        each = self._row_for_each_child(shape)

        def item(name: str, path: Path, where: str) -> Question:
            label = where if common["where"] == "" else f"{common['where']}, {in_sentence(where)}"
            # Not required, whatever the field says: a row left empty is one that was not needed, and the list says what is
            # missing.
            inner = {"name": name, "path": path, "label": label, "where": label, "required": False, "asked": True}
            return self._one(shape, inner)

        return ListQuestion(
            **common,
            item=item,
            one="Person" if nobody else "Organisation" if shape.kind == "organisation" else "Item",
            none="" if shape.required else "Nobody" if nobody else "None",
            each=each,
            each_field="child" if each else "",
        )

    def _party(self, shape: Shape, common: QuestionParts) -> Question:
        # A party may be a person, a worker or an agency. A field of this name means an agency, and a list of people in it would
        # only invite a slip.
        if shape.name == "organisation":
            return ChooseOrSay(**common, choices=self._organisations, say="Another organisation")
        known = self.references.everybody() if (self.described.name, shape.name) in SAYS_WHO_MUST_NOT_KNOW else None
        return ChooseOrSay(**common, choices=self._parties, known=known)

    def _worker(self, shape: Shape, common: QuestionParts) -> Question:
        return WorkerQuestion(**common, choices=self._workers, compact=bool(common["where"]), find=self.references.workers_called)

    def _row(self, shape: Shape, common: QuestionParts) -> Question:
        where = common["where"] or common["label"]
        name, path = common["name"], common["path"]
        fields = tuple(self._question(each, f"{name}-{each.name}", (*path, each.name), where) for each in shape.fields)
        or_party: Question | None = None
        if "party" in shape.also:
            inner = {
                "name": f"{common['name']}_party",
                "path": common["path"],
                "label": KNOWN,
                "where": where,
            }
            or_party = ChooseOrSay(**inner, choices=self._parties, asked=True, say="Or say who, in your own words")
        return RowQuestion(**common, fields=fields, or_party=or_party)

    def _entry(self, shape: Shape, common: QuestionParts) -> Question:
        choices = (*_codes(shape), *self.references.entries(*shape.entry_types))
        # Some entries name what was never recorded here, such as a letter from before the record began.
        if "text" in shape.also:
            earlier = tuple(Option(choice.value, choice.label, group="Earlier entries") for choice in choices)
            return ChooseOrSay(**common, choices=earlier, say="Or say what it is")
        titles = [in_sentence(describe(name).title) for name in shape.entry_types]
        return EntryQuestion(**common, choices=choices, wanted=" or ".join(titles) or "entry")

    def _row_for_each_child(self, shape: Shape) -> tuple[tuple[str, str], ...]:
        """Where each row is about one child: the children of the family, so that nobody's is forgotten."""
        # A conference decides for each child. A row for each is on the page before anybody adds one.
        if any(field.name == "child" and field.kind == "person" and field.required for field in shape.fields):
            return tuple((choice.value, choice.label) for choice in self.references.children())
        return ()

    def _people_for(self, shape: Shape) -> tuple[Option, ...]:
        """The family; the children alone where a child is asked for, with whoever an entry being put right names."""
        if shape.name != "child":
            return self._people
        named_before = set(people_named(self.references.entry.data)) if self.references.entry else set()
        children = self.references.children()
        if not children:
            return self._people
        return (*children, *(each for each in self.references.adults() if each.value in named_before))

    @cached_property
    def _people(self) -> tuple[Option, ...]:
        return self.references.people()

    @cached_property
    def _workers(self) -> tuple[Option, ...]:
        return self.references.workers()

    @cached_property
    def _organisations(self) -> tuple[Option, ...]:
        return self.references.organisations()

    @cached_property
    def _parties(self) -> tuple[Option, ...]:
        return self.references.parties()

    @property
    def _alerts(self) -> tuple[Option, ...]:
        """Alerts about this child that wait for an answer; the one that an entry being put right answers, too."""
        waiting = Alert.objects.filter(child=self.references.child, ended_at=None, answered_by=None).order_by("raised_at")
        choices = tuple(Option(str(alert.pk), alert.why) for alert in waiting)
        # The alert that this entry answers waits no longer because of it, and would vanish from the form that corrects it.
        named_before = getattr(self.references.entry.data, "alert", None) if self.references.entry else None
        known = {choice.value for choice in choices}
        return (
            choices
            if not named_before or named_before in known
            else (*choices, Option(named_before, "The alert answered before"))
        )


def parted(label: str) -> tuple[str, str]:
    """A label and the hint inside it: "Role, for example teacher" is "Role", with the hint "For example teacher"."""
    short, comma, examples = label.partition(FOR_EXAMPLE)
    return (short, f"For example {examples}") if comma else (label, "")


def _codes(shape: Shape) -> tuple[Option, ...]:
    return tuple(Option(code, label) for code, label in shape.codes)


def _text(shape: Shape, common: QuestionParts) -> Question:
    kind = shape.kind if shape.kind in ("long_text", "words") else "text"
    if kind == "words":
        common = {**common, "hint": EXACTLY}
    return TextQuestion(**common, kind=kind)


def _number(shape: Shape, common: QuestionParts) -> Question:
    return NumberQuestion(
        **common,
        whole=shape.kind == "integer",
        lowest=shape.lowest,
        highest=shape.highest,
        percent=(shape.lowest, shape.highest) == (0, 100),
    )
