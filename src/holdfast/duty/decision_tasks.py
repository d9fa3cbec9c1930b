"""What follows a decision about a concern is somebody's task at once: the discussion, the assessment, what was passed on, telling
the family. Its days are the standard's own and the one that was decided."""

from datetime import datetime

from holdfast.duty.contact_intake import receive, sender_of
from holdfast.duty.contact_thread import ContactThread
from holdfast.duty.decided_days import put_days, task_id, whose_now
from holdfast.duty.models import Delivery
from holdfast.duty.outbox import notify
from holdfast.duty.rota import roster
from holdfast.engine.reference.entry_fields import value
from holdfast.kernel.when import When
from holdfast.record.entry_versions import versions_of
from holdfast.record.models import StoredClock, Worker
from holdfast.record.projection.derivation import alert_id
from holdfast.standards.assessment import AS_01
from holdfast.standards.pre_birth import UB_02, UB_03
from holdfast.standards.strategy import CP_01
from holdfast.vocabulary.contact_reference import source_of
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.front_door import ContactDecision

# The standards that say by when: before the birth there are two of their own.
CLOCKS = {
    ContactDecision.STRATEGY_DISCUSSION: (CP_01.id, UB_03.id),
    ContactDecision.ASSESSMENT: (AS_01.id, UB_02.id),
}
ASKS = {
    ContactDecision.PASSED_ON: "This concern was passed to you to act on. Read it with the concern.",
    ContactDecision.EARLY_HELP: "Early help was decided about this concern. Please tell the family, and offer it to them.",
    ContactDecision.INFORMATION_AND_ADVICE: "Information and advice were decided about this concern. Please tell the family.",
    ContactDecision.NO_FURTHER_ACTION: "No further action was decided. Please tell the family what they may know.",
}


def clocks_after(decided: Entry, child: str, thread: ContactThread) -> list[StoredClock]:
    """The clocks of what one child's decision began, that run still."""
    rules = CLOCKS.get(ContactDecision(value(decided, "decision")), ())
    triggers = [decided.id, *versions_of([thread.contact.id], thread.moment)]
    return list(StoredClock.objects.filter(child=child, standard__in=rules, trigger__in=triggers, open=True))


def give_task(decided: Entry, child: str, thread: ContactThread, *, at: datetime, by: Worker) -> None:
    """Put what follows one child's decision before whoever was named for it, or else before whoever answers for it."""
    decision = ContactDecision(value(decided, "decision"))
    now = roster(child, at)
    named, told = value(decided, "who"), whose_now(decision, value(decided, "who"), child, now)
    if decision in ASKS:
        # To whoever was named, though they are away: that it was passed on from them is said by the message's own way.
        who = Worker.objects.filter(pk=named or next((each.worker for each in told), None)).first()
        if who is not None:
            _ask(decided, child, thread, at=at, by=by, who=who, text=ASKS[decision])
        return
    # A discussion cannot wait for the morning; the day team has it as well, from when it opens.
    told = now.reaching(
        told, urgent=decision is ContactDecision.STRATEGY_DISCUSSION and named not in [each.worker for each in told]
    )
    for clock in clocks_after(decided, child, thread):
        # The warning that comes before something is due, at once: it goes when the clock is met, or turns into the alert.
        notify(at=at, kind=Delivery.Kind.WARNING, matter=alert_id(child, clock.key), child=child, rung=-1, told=told)
    # The day that was decided beside the clock's own: a clock of 45 days says nothing of the visit tomorrow.
    put_days([child], at=at)


def _ask(decided: Entry, child: str, thread: ContactThread, *, at: datetime, by: Worker, who: Worker, text: str) -> None:
    # None of the decision's own reasons: what is said about a concern is on the referrer's page too, where it was said to theirs.
    day = value(decided, "when")
    receive(
        at=at,
        by=by,
        type="message_received",
        happened=When.at(at),
        about=(child,),
        data={"for": who.pk, "from": sender_of(by), "text": f"{text} By {day.in_words()}." if day else text},
        id=task_id(decided.id),
        source=source_of(thread.contact.id),
    )
