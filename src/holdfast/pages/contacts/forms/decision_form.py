"""What somebody who decides about a concern is asked: a decision with reasons for each child, whose task it is, and what the
referrer is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from holdfast.actions.decide_contact import DecisionForChild
from holdfast.kernel.when import When
from holdfast.pages.child_names import child_name
from holdfast.pages.forms import DayField, GovForm
from holdfast.pages.forms.verbatim_fields import OwnWordsField
from holdfast.vocabulary.front_door import ContactDecision
from holdfast.vocabulary.world import KnownPerson

# The order in which somebody thinks about it: the most protective first, and nothing preselected.
DECISIONS = (
    (ContactDecision.STRATEGY_DISCUSSION, "The child may be suffering or likely to suffer significant harm."),
    (ContactDecision.ASSESSMENT, "The child may be in need. Makes it a referral, and starts 45 working days."),
    (ContactDecision.PASSED_ON, "The case is open, and the worker (or whoever covers) acts on it."),
    (ContactDecision.EARLY_HELP, "The family is offered help below the level of a social worker."),
    (ContactDecision.INFORMATION_AND_ADVICE, ""),
    (ContactDecision.NO_FURTHER_ACTION, "The concern stays on the child’s record and counts if there is another."),
)
CODES = [(code.value, code.label) for code, _ in DECISIONS]
HINTS = {code.value: hint for code, hint in DECISIONS if hint}
NOT_YET, LEFT_OUT = "not_yet", "left_out"
PARTS = ("decision", "reasons", "who", "when")


@dataclass(frozen=True)
class DecisionQuestions:
    """Whom it is asked about: the ``children`` of the concern who are undecided, and the ``others`` of the same adults. ``staff``
    are those at work who can be given what follows. ``told`` says whether whoever sent it can read what they are told here."""

    children: Sequence[KnownPerson]
    others: Sequence[KnownPerson]
    staff: Sequence[tuple[str, str]]
    referrer: str
    told: bool


class ContactDecisionForm(GovForm):
    """A decision with reasons about each child, and what the referrer is told."""

    outcome = OwnWordsField(label="What the referrer will be told", rows=4)
    later = forms.BooleanField(label="I will tell them later", required=False)

    def __init__(self, *args: Any, questions: DecisionQuestions, **options: Any) -> None:
        super().__init__(*args, **options)
        self.questions = questions
        self.look = {"outcome": {"strong": True, "optional": False, "rows": 4}, "later": {"optional": False}}
        for child in questions.children:
            self._ask(child, others=len(questions.children) > 1)
        for child in questions.others:
            self._ask(child, others=True, named=False)
        self.order_fields([*(f"{part}_{child.id}" for child in self._everyone() for part in PARTS), "outcome", "later"])
        if not questions.told:
            del self.fields["outcome"], self.fields["later"]
            return
        self.fields["outcome"].label = f"What {questions.referrer} will be told"
        self.fields["outcome"].help_text = (
            "They see these words, the decision and what happens next: nothing else from the record. Say why, and what you ask "
            "of them."
        )

    def _everyone(self) -> list[KnownPerson]:
        return [*self.questions.children, *self.questions.others]

    # By whose they are and not by their place: another tab may have decided about the first child meanwhile, and what was written
    # about the second would land on the third.
    def _ask(self, child: KnownPerson, *, others: bool, named: bool = True) -> None:
        name = child_name(child)
        decision, reasons, who, when = (f"{part}_{child.id}" for part in PARTS)
        undecided = (NOT_YET, "Not decided yet") if named else (LEFT_OUT, "Nothing is decided for this child now")
        # Nothing is preselected, and each child has an own question: what is right for one is easily taken for all.
        self.fields[decision] = forms.ChoiceField(
            label=f"What happens for {name}?",
            help_text="" if named else "Not named in the concern: another child of these adults.",
            choices=[*CODES, *([undecided] if others else [])],
            widget=forms.RadioSelect,
            required=named,
            error_messages={"required": f"Decide what happens for {name}"},
        )
        self.fields[reasons] = OwnWordsField(
            label=f"Why, for {name}?" if others else "Why?",
            help_text="For the child’s record. Say what you know, what you do not know, and what it means for the child.",
        )
        self.fields[who] = forms.ChoiceField(
            label=f"Who does what follows for {name}?" if others else "Who does what follows?",
            help_text="Who holds the discussion, assesses, takes it on or tells the family. It is on their list at once.",
            choices=[("", "Nobody named yet: it stays with the team manager"), *self.questions.staff],
            required=False,
        )
        self.fields[when] = DayField(label=f"On which day, for {name}?" if others else "On which day?", required=False)
        hint = "The clock goes on for this child." if named else "You can still decide later."
        self.look[decision] = {"strong": True, "hints": {**HINTS, undecided[0]: hint}, "optional": False}
        self.look[reasons] = {"strong": True, "rows": 5, "optional": False}
        self.look[who], self.look[when] = {"optional": False}, {"optional": True}

    def clean(self) -> dict[str, Any]:
        """Each decision has its own reasons, something is decided, and whoever told us hears back, now or later."""
        cleaned = super().clean() or {}
        several = len(self._everyone()) > 1
        for child in self._everyone():
            # Of a child whom the concern names the reasons are asked for with the decision, so that both are missed at once.
            named = child in self.questions.children and cleaned.get(f"decision_{child.id}") != NOT_YET
            if (named or self._is_decided(cleaned, child)) and not cleaned.get(f"reasons_{child.id}"):
                name = child_name(child)
                self.add_error(f"reasons_{child.id}", f"Give the reasons for {name}" if several else "Give the reasons")
        answered = any(name.startswith("decision_") for name in self.errors)
        if self._everyone() and not answered and not any(self._is_decided(cleaned, child) for child in self._everyone()):
            self.add_error(None, "Nothing is decided yet. Decide for at least one child, or leave the page: the clocks go on.")
        # Either words now or a promise: a blank would leave whoever told us without an answer and nobody aware of it.
        if "outcome" in self.fields and not cleaned.get("outcome") and not cleaned.get("later") and "outcome" not in self.errors:
            self.add_error("outcome", "Say what the referrer will be told, or tick that you will tell them later")
        return cleaned

    @staticmethod
    def _is_decided(cleaned: Mapping[str, Any], child: KnownPerson) -> bool:
        return cleaned.get(f"decision_{child.id}") not in (None, "", NOT_YET, LEFT_OUT)

    def decisions(self) -> list[DecisionForChild]:
        """What was decided for each child who was decided about. Only to be asked of a form that is valid."""
        said = self.cleaned_data
        return [
            DecisionForChild(
                child.id,
                said[f"decision_{child.id}"],
                said[f"reasons_{child.id}"],
                said.get(f"who_{child.id}") or None,
                When.day(said[f"when_{child.id}"]) if said.get(f"when_{child.id}") else None,
            )
            for child in self._everyone()
            if self._is_decided(said, child)
        ]


def filled_alike(form: ContactDecisionForm) -> dict[str, Any]:
    """What was typed, with the first child's answers also for the others: shown to be read, and recorded by nobody."""
    first, *others = form.questions.children
    found = {name: form[name].data for name in form.fields}
    for child in others:
        found |= {f"{part}_{child.id}": form[f"{part}_{first.id}"].data for part in PARTS}
    return found
