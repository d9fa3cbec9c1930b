"""The front door: a concern comes in, is acknowledged, is decided, and whoever raised it hears the outcome."""

from typing import Annotated, ClassVar

from pydantic import Field

from holdfast.vocabulary.base import (
    Ahead,
    Codes,
    Date,
    EntryData,
    EntryRef,
    LongText,
    NameLookup,
    OtherThan,
    Parties,
    PersonRef,
    Row,
    Text,
    WorkerRef,
    YesNo,
    asked,
    entry_type,
    optional,
)
from holdfast.vocabulary.common_rows import Sender, SenderOrText
from holdfast.vocabulary.sentence_parts import listed, lower, on, parties, party, quoted, spoken, stopped

ContactRef = Annotated[str, EntryRef("contact_received"), Field(min_length=1)]
MessageRef = Annotated[str, EntryRef("message_received"), Field(min_length=1)]


class ContactDecision(Codes):
    """What a manager decides about a contact."""

    NO_FURTHER_ACTION = "no_further_action", "No further action"
    INFORMATION_AND_ADVICE = "information_and_advice", "Information and advice"
    EARLY_HELP = "early_help", "Early help"
    ASSESSMENT = "assessment", "Assessment"
    STRATEGY_DISCUSSION = "strategy_discussion", "Strategy discussion"
    PASSED_ON = "passed_to_allocated_worker", "Passed to the allocated worker"


# A worker's name comes from the record and not from what was typed, so that one person is not two after a marriage.
def sender(names: NameLookup, sent: Sender | str) -> str:
    """Who it came from, as far as it was said."""
    if isinstance(sent, str):
        return party(names, sent)
    name = names.worker(sent.worker) if sent.worker else sent.name
    said = ", ".join(part for part in (sent.role.replace("_", " "), party(names, sent.organisation or "")) if part)
    return f"{name} ({said})" if name else said


@entry_type("contact_received", title="Contact received")
class ContactReceived(EntryData):
    """Somebody tells children's social care something about a child, by whatever way it arrives, before anyone has judged
    whether it is a referral. Every contact starts the clock for a manager's decision within one working day (Working
    Together)."""

    from_: Sender = Field(alias="from", description="Who is telling us")
    channel: Text = Field(description="How it reached us, for example phone, web form, letter or in person")
    text: LongText = Field(description="What they told us")
    # Its answer changes what has to happen today (FD-06), so it is asked of every contact and never worked out from the words.
    immediate_harm: YesNo | None = asked("Is the child at risk of harm right now?")
    # Whoever is named is not told of it, from the minute it is recorded.
    kept_from: Parties | None = asked("Who must not know that they have told us?")
    outsiders: Parties | None = asked("Those of them who work for no agency here, as written above")
    # A contact sent to one person is still everybody's: the address only says whose absence matters.
    for_: WorkerRef | None = optional("Who it was addressed to, if to one worker", alias="for")

    def sentence(self, names: NameLookup) -> str:
        to = f" for {names.worker(self.for_)}" if self.for_ else ""
        urgent = " At risk of harm right now." if self.immediate_harm else ""
        return f"Contact from {sender(names, self.from_)} by {spoken(self.channel)}{to}: {quoted(self.text)}{urgent}"


@entry_type("contact_assigned", title="Contact given to a worker")
class ContactAssigned(EntryData):
    """A named person who is at work takes hold of a contact, so that whoever raised the concern knows who has it."""

    contact: ContactRef = Field(description="The contact")
    worker: Annotated[WorkerRef, OtherThan("contact")] = Field(description="Who has it now")

    def sentence(self, names: NameLookup) -> str:
        return f"Contact given to {names.worker(self.worker)}."


@entry_type("contact_acknowledged", title="Contact acknowledged")
class ContactAcknowledged(EntryData):
    """Receipt goes back to whoever raised the concern."""

    contact: ContactRef = Field(description="The contact")
    # Required: an acknowledgement that reached nobody has to be impossible to record.
    to: Parties = Field(description="Who was told that it arrived")

    def sentence(self, names: NameLookup) -> str:
        return f"Contact acknowledged to {parties(names, self.to)}."


class DecisionOnChild(Row):
    """What is decided for one child: each has a row, with reasons of its own."""

    child: PersonRef = Field(description="The child")
    decision: ContactDecision = Field(description="What was decided")
    reasons: LongText = Field(description="Why, for this child")
    who: WorkerRef | None = optional("Who does what follows")
    when: Annotated[Date, Ahead()] | None = optional("By when, or on which day")


@entry_type("contact_decided", title="Contact decided")
class ContactDecided(EntryData):
    """A manager decides what happens with a contact, and says why. ``assessment`` and ``strategy_discussion`` make it a
    referral (Working Together). One decision is for every child whom the entry is about; where each child has a row, it is for
    the children who have one and for nobody else."""

    of_each: ClassVar[str | None] = "decisions"

    contact: ContactRef = Field(description="The contact")
    decision: ContactDecision = Field(description="What was decided")
    reasons: LongText = Field(description="Why")
    who: WorkerRef | None = optional("Who does what follows")
    when: Annotated[Date, Ahead()] | None = optional("By when, or on which day")
    # Where they are filled in the rows alone count, so that nobody is decided about by being in the list.
    decisions: tuple[DecisionOnChild, ...] | None = asked("What was decided for each child, where it is not one for all of them")

    def sentence(self, names: NameLookup) -> str:
        if not self.decisions:
            return f"Contact decided: {_decided(names, self)}"
        return "Contact decided. " + " ".join(f"{names.person(row.child)}: {_decided(names, row)}" for row in self.decisions)


def _decided(names: NameLookup, said: ContactDecided | DecisionOnChild) -> str:
    follows = ""
    if said.who or said.when:
        parts = (names.worker(said.who) if said.who else "", on(said.when) if said.when else "")
        follows = f" What follows: {', '.join(part for part in parts if part)}."
    return f"{lower(said.decision.label)}. {stopped(said.reasons)}{follows}"


@entry_type("sender_confirmed", title="Confirmed who told us")
class SenderConfirmed(EntryData):
    """A worker has made sure who it was that rang, wrote or came in. From then on the contact is on that professional's own page.
    A name that matches is not enough."""

    contact: ContactRef = Field(description="The contact")
    # Neither of the two says that it is not known after all, which is how a mistake about who rang is taken back.
    worker: WorkerRef | None = optional("Who it was, if a professional")
    person: PersonRef | None = optional("Who it was, if one of the family or somebody else the record knows")
    how: Text | None = optional("How this was made sure of, for example rung back on the school's own number")

    def sentence(self, names: NameLookup) -> str:
        how = f" {stopped(self.how)}" if self.how else ""
        if not self.worker and not self.person:
            return f"It is not known who told us.{how}"
        return f"Confirmed who told us: {names.worker(self.worker) if self.worker else names.person(self.person or '')}.{how}"


@entry_type("referrer_informed", title="Referrer told the outcome")
class ReferrerInformed(EntryData):
    """Whoever raised the concern is told what was decided and why (Working Together asks for feedback to referrers)."""

    contact: ContactRef = Field(description="The contact")
    outcome: LongText = Field(description="What they were told")
    # Nobody reads a page who has no way in: for them it is on record that somebody rang or wrote, and which.
    how: Text | None = optional("How they were told, for example by telephone")

    def sentence(self, names: NameLookup) -> str:
        by = f" ({self.how})" if self.how else ""
        return f"The referrer was told{by}: {stopped(self.outcome)}"


@entry_type("referrer_heard", title="Referrer spoken to")
class ReferrerHeard(EntryData):
    """Somebody talked with whoever raised the concern and heard it from them. Telling them afterwards what was decided is
    something else."""

    contact: ContactRef = Field(description="The contact")
    text: LongText = Field(description="What they said")

    def sentence(self, names: NameLookup) -> str:
        return f"The referrer was heard: {quoted(self.text)}"


@entry_type("message_received", title="Message received")
class MessageReceived(EntryData):
    """A message for one worker about a child whose case is open. Where that worker is away it has to reach someone who is
    at work."""

    # Required, unlike a contact's: a message without a worker is a contact, and gets a contact's clocks.
    for_: WorkerRef = Field(alias="for", description="Who it is for")
    from_: SenderOrText = Field(alias="from", description="Who it is from")
    text: LongText = Field(description="What it says")
    possible_serious_harm: YesNo | None = asked("Could it mean serious harm to a child?")

    def sentence(self, names: NameLookup) -> str:
        serious = " Possible serious harm." if self.possible_serious_harm else ""
        return f"Message for {names.worker(self.for_)} from {sender(names, self.from_)}: {quoted(self.text)}{serious}"


@entry_type("message_rerouted", title="Message passed to people at work")
class MessageRerouted(EntryData):
    """A message or contact for somebody who is away is passed to people who are at work."""

    message: Annotated[str, EntryRef("message_received", "contact_received"), Field(min_length=1)] = Field(
        description="The message or contact"
    )
    to: tuple[Annotated[WorkerRef, OtherThan("message")], ...] | None = asked("Who has it now")

    def sentence(self, names: NameLookup) -> str:
        who = "not recorded" if self.to is None else listed(names.worker(id) for id in self.to) or "nobody"
        return f"Message passed to {who}."


@entry_type("message_answered", title="Message answered")
class MessageAnswered(EntryData):
    """Somebody has answered a message."""

    message: MessageRef = Field(description="The message")

    def sentence(self, names: NameLookup) -> str:
        return "Message answered."
