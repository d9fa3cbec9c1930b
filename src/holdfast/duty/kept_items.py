"""What waits for somebody, without what is kept back from them: an alert's own sentence would tell it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar
from uuid import UUID

from holdfast.access.kept_back_matters import hidden_about
from holdfast.kernel.moment import Moment
from holdfast.record.kept_back_reach import people_of
from holdfast.record.models import Alert, Worker


class RestsOnEntries(Protocol):
    """Something that waits, with the entries that it rests on."""

    @property
    def matter(self) -> UUID: ...

    @property
    def child(self) -> str | None: ...

    @property
    def evidence(self) -> tuple[str, ...]: ...


Item = TypeVar("Item", bound=RestsOnEntries)


def without_kept_back(items: Iterable[Item], worker: Worker | None, at: datetime) -> list[Item]:
    """Those of the items that tell this worker nothing they must not know."""
    every = list(items)
    moment = Moment.live(at)
    # By whom its evidence is about as well: an alert about a child may rest on what is kept back about their mother.
    people = {item.child for item in every if item.child} | set(people_of(id for item in every for id in item.evidence))
    hidden = hidden_about(sorted(people), worker, moment)
    if not hidden:
        return every
    triggers = dict(Alert.objects.filter(pk__in=[item.matter for item in every]).values_list("pk", "trigger"))
    return [item for item in every if hidden.isdisjoint(_rests_on(item.matter, item.evidence, triggers.get(item.matter)))]


def is_kept_from(alert: Alert, worker: Worker | None, at: datetime) -> bool:
    """Whether an alert rests on something that this worker must not know."""
    moment = Moment.live(at)
    rests_on = _rests_on(alert.pk, alert.evidence, alert.trigger)
    hidden = hidden_about([alert.child_id, *people_of(rests_on)], worker, moment)
    return not hidden.isdisjoint(rests_on)


def _rests_on(matter: UUID, evidence: Sequence[object], trigger: str | None) -> set[str]:
    return {str(matter), *(str(each) for each in evidence), *([str(trigger)] if trigger else [])}
