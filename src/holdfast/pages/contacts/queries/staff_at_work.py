"""Who in children's services is at work and can be given what follows a decision."""

from datetime import datetime

from holdfast.access.role_grants import role_of
from holdfast.duty.rota import staffing_roster
from holdfast.record.models import Worker
from holdfast.vocabulary.world import KnownPerson


def staff_at_work(at: datetime, children: list[KnownPerson]) -> list[tuple[str, str]]:
    """Each by id and in words, the children's own workers first."""
    now = staffing_roster(at)
    leads = [lead for child in children if (lead := now.lead(child.id)) is not None]
    rows = Worker.objects.filter(organisation__kind="childrens_social_care").order_by("name")
    # Nobody who is away: what is given to them would wait for them.
    in_post = now.those_in_post(worker.pk for worker in rows)
    there = [worker for worker in rows if worker.pk in in_post]
    there.sort(key=lambda worker: worker.pk not in leads)
    return [(worker.pk, f"{worker.name}, {role_of(worker.role).title}") for worker in there]
