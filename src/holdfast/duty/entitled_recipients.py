"""Who is told of something that must not reach everybody: whoever must not know is left out, and somebody
who may know stands in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from holdfast.access.kept_back_matters import hidden_among, kept_back
from holdfast.engine.responsibility.roster import Recipient, Roster
from holdfast.kernel.moment import Moment
from holdfast.record.kept_back_reach import people_of
from holdfast.record.models import Worker

INSTEAD = ("front_door_team_manager", "service_manager", "director_of_childrens_services")
"""Whose it is where those who would be told must not know, in this order, after whoever is on duty and the managers above."""
BECAUSE = "nobody nearer may have it"
"""What they are told of why. No more: whom it is kept from is on its own page, for those who may know."""


def those_who_may_know(
    told: Sequence[Recipient], entries: Iterable[str], child: str | None, now: Roster, at: datetime
) -> tuple[Recipient, ...]:
    """``told`` without those from whom any of these entries is kept back. Where nobody who is there is left, somebody who may
    know is told instead; where there is none, the on-call mailbox."""
    ids, moment = list(entries), Moment.live(at)
    people = {*people_of(ids), *([child] if child else [])}
    # Nearly always nothing is kept back, and everybody is told who would be.
    if not kept_back(sorted(people), moment):
        return tuple(told)
    left = tuple(each for each in told if not _must_not_know(each, ids, moment))
    if len(left) == len(told) or any(each.worker is not None and each.from_ is None for each in left):
        return left
    for other in _instead(told, child, now):
        if other.worker is not None and not _must_not_know(other, ids, moment):
            return (*now.reaching([other], urgent=False), *left)
    mailbox = [each for each in told if each.worker is None]
    return (*left, *(mailbox or [replace(told[0], worker=None, because=BECAUSE, way="mailbox", from_=None)]))


def _must_not_know(recipient: Recipient, entries: Sequence[str], moment: Moment) -> bool:
    worker = Worker.objects.select_related("organisation").filter(pk=recipient.worker).first() if recipient.worker else None
    return worker is not None and not hidden_among(entries, worker, moment).isdisjoint(entries)


def _instead(told: Sequence[Recipient], child: str | None, now: Roster) -> Iterator[Recipient]:
    for duty in now.on_duty():
        yield Recipient("duty_social_worker", duty, BECAUSE)
    for each in told:
        for manager in now.managers(each.worker) if each.worker else ():
            if now.in_post(manager) and not now.missing(manager):
                yield Recipient("team_manager", manager, BECAUSE)
    for manager in now.managers_there():
        yield Recipient("manager_on_call", manager, BECAUSE)
    for role in INSTEAD:
        for each in now.resolve(role, child):
            yield replace(each, because=BECAUSE)
