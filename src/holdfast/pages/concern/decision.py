"""Deciding what happens about a concern, with reasons, and telling whoever reported it."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django import forms
from django.db import transaction

from holdfast.access.decide import require
from holdfast.access.models import User
from holdfast.access.permissions import Permission
from holdfast.engine.reference.fields import value
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import When
from holdfast.pages.concern.forms import Told
from holdfast.pages.concern.saying import settle
from holdfast.pages.concern.thread import Thread, child_name
from holdfast.pages.forms import GovForm
from holdfast.record.ledger.append import append
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import ContactDecision
from holdfast.vocabulary.world import Person

# The order in which somebody thinks about it: the most protective first, and nothing preselected.
DECISIONS = (
    (ContactDecision.STRATEGY_DISCUSSION, "The child may be suffering or likely to suffer significant harm."),
    (ContactDecision.ASSESSMENT, "The child may be in need. Makes it a referral, and starts 45 working days."),
    (ContactDecision.PASSED_ON, "The case is open, and the worker (or whoever covers) acts on it."),
    (ContactDecision.EARLY_HELP, "The family is offered help below the level of a social worker."),
    (ContactDecision.INFORMATION_AND_ADVICE, ""),
    (ContactDecision.NO_FURTHER_ACTION, "The concern stays on the child’s record and counts if there is another."),
)


class DecideForm(GovForm):
    """A decision with reasons about each child, and what the referrer is told."""

    outcome = Told(label="What the referrer will be told", rows=4)
    later = forms.BooleanField(label="I will tell them later", required=False)

    def __init__(self, *args: Any, children: list[Person], referrer: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.children = children
        self.look = {"outcome": {"strong": True, "optional": False, "rows": 4}, "later": {"optional": False}}
        several = len(children) > 1
        names = []
        for number, child in enumerate(children):
            name = child_name(child)
            decision, reasons = f"decision_{number}", f"reasons_{number}"
            self.fields[decision] = forms.ChoiceField(
                label=f"What happens for {name}?",
                choices=[(code.value, code.label) for code, _ in DECISIONS],
                widget=forms.RadioSelect,
                error_messages={"required": f"Decide what happens for {name}"},
            )
            self.fields[reasons] = Told(
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
        cleaned = super().clean() or {}
        if not cleaned.get("outcome") and not cleaned.get("later") and "outcome" not in self.errors:
            self.add_error("outcome", "Say what the referrer will be told, or tick that you will tell them later")
        return cleaned


@transaction.atomic
def decide(thread: Thread, form: DecideForm, *, at: datetime, actor: User, id: str) -> None:
    """Record the decision about each child, and what the referrer is told. Pressing twice decides once."""
    require(actor, Permission.DECIDE_CONCERN, None, Moment.live(at), entry=thread.contact.id)
    worker, contact = actor.worker, thread.contact
    for number, child in enumerate(form.children):
        data = {
            "contact": contact.id,
            "decision": form.cleaned_data[f"decision_{number}"],
            "reasons": form.cleaned_data[f"reasons_{number}"],
        }
        append(
            at=at,
            by=worker,
            type="contact_decided",
            happened=When.at(at),
            about=(child.id,),
            data=data,
            id=uuid5(UUID(id), child.id),
        )
    if form.cleaned_data.get("outcome"):
        tell_outcome(thread, form.cleaned_data["outcome"], at=at, actor=actor, id=str(uuid5(UUID(id), "told")))
    if worker is not None:
        for each in thread.since:
            if each.type == "message_received" and value(each, "for") != contact.by:
                settle(thread, each.id, at=at, by=worker)


@transaction.atomic
def tell_outcome(thread: Thread, outcome: str, *, at: datetime, actor: User, id: str) -> Entry:
    """Tell the referrer what was decided and why."""
    require(actor, Permission.DECIDE_CONCERN, None, Moment.live(at), entry=thread.contact.id)
    data = {"contact": thread.contact.id, "outcome": outcome}
    return append(
        at=at, by=actor.worker, type="referrer_informed", happened=When.at(at), about=thread.contact.about, data=data, id=id
    )
