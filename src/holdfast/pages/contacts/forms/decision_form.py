"""What somebody who decides about a concern is asked: a decision with reasons for each child, and what the referrer is told."""

from typing import Any

from django import forms

from holdfast.actions.decide_contact import DecisionForChild
from holdfast.pages.child_names import child_name
from holdfast.pages.forms import GovForm
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


class ContactDecisionForm(GovForm):
    """A decision with reasons about each child, and what the referrer is told."""

    outcome = OwnWordsField(label="What the referrer will be told", rows=4)
    later = forms.BooleanField(label="I will tell them later", required=False)

    def __init__(self, *args: Any, children: list[KnownPerson], referrer: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.children = children
        self.look = {"outcome": {"strong": True, "optional": False, "rows": 4}, "later": {"optional": False}}
        several = len(children) > 1
        names = []
        for number, child in enumerate(children):
            name = child_name(child)
            decision, reasons = f"decision_{number}", f"reasons_{number}"
            # Nothing is preselected, and each child has an own question: what is right for one is easily taken for all.
            self.fields[decision] = forms.ChoiceField(
                label=f"What happens for {name}?",
                choices=[(code.value, code.label) for code, _ in DECISIONS],
                widget=forms.RadioSelect,
                error_messages={"required": f"Decide what happens for {name}"},
            )
            self.fields[reasons] = OwnWordsField(
                label=f"Why, for {name}?" if several else "Why?",
                help_text="For the child’s record. Say what you know, what you do not know, and what it means for the child.",
                required=True,
                error_messages={"required": f"Give the reasons for {name}" if several else "Give the reasons"},
            )
            self.look[decision] = {"strong": True, "hints": {code.value: hint for code, hint in DECISIONS if hint}}
            self.look[reasons] = {"strong": True, "rows": 5}
            names += [decision, reasons]
        self.order_fields([*names, "outcome", "later"])
        self.fields["outcome"].label = f"What {referrer} will be told"
        self.fields["outcome"].help_text = (
            "They see these words, the decision and what happens next: nothing else from the record. Say why, and what you ask "
            "of them."
        )

    def clean(self) -> dict[str, Any]:
        """Whoever told us hears back, now or later: it is said which."""
        # Either words now or a promise: a blank would leave whoever told us without an answer and nobody aware of it.
        cleaned = super().clean() or {}
        if not cleaned.get("outcome") and not cleaned.get("later") and "outcome" not in self.errors:
            self.add_error("outcome", "Say what the referrer will be told, or tick that you will tell them later")
        return cleaned

    def decisions(self) -> list[DecisionForChild]:
        """What was decided for each child. Only to be asked of a form that is valid."""
        said = self.cleaned_data
        return [
            DecisionForChild(child.id, said[f"decision_{number}"], said[f"reasons_{number}"])
            for number, child in enumerate(self.children)
        ]
