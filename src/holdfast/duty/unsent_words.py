"""A message that something was begun in Holdfast and not sent: never what it is about, and nobody's name."""

from datetime import datetime

from django.conf import settings

from holdfast.duty.models import Notice
from holdfast.duty.rota import staffing_roster
from holdfast.kernel.when import day_in_words, london_day
from holdfast.record.models import Worker
from holdfast.standards.professions import normal
from holdfast.standards.roles import SAFEGUARDING_LEAD_TITLES

SUBJECT = "Something was begun in Holdfast and not sent"


def safeguarding_leads(writer: Worker, at: datetime) -> tuple[Worker, ...]:
    """Who leads on safeguarding where the writer works and is at work there; where nobody does, the first of the writer's own
    managers who is in post."""
    colleagues = Worker.objects.filter(organisation=writer.organisation_id, organisation__isnull=False).exclude(pk=writer.pk)
    leads = {each.pk: each for each in colleagues.order_by("pk") if normal(each.role) in SAFEGUARDING_LEAD_TITLES}
    now = staffing_roster(at, [writer.pk, *leads])
    if there := now.those_in_post(leads):
        return tuple(leads[id] for id in there)
    managers = now.those_in_post(now.managers(writer.pk))[:1]
    return tuple(Worker.objects.filter(pk__in=managers))


def tell_writer(writer: Worker, *, removed: datetime, at: datetime) -> None:
    """Tell whoever began it."""
    when = day_in_words(london_day(removed))
    _send(writer, f"You began something in Holdfast and have not sent it. It is kept until {when}. Carry on with it", at)


def tell_lead(lead: Worker, *, removed: datetime, at: datetime) -> None:
    """Tell whoever leads on safeguarding where it was begun."""
    when = day_in_words(london_day(removed))
    _send(lead, f"A concern was begun where you work and not sent. It is kept until {when}. See what you can do", at)


def _send(worker: Worker, says: str, at: datetime) -> None:
    # By e-mail where there is one: it has waited for weeks and wakes nobody.
    channel, to = (Notice.Channel.EMAIL, worker.email) if worker.email else (Notice.Channel.TEXT, worker.phone)
    if to:
        body = f"{says}: {settings.ORIGIN}/"
        Notice.objects.create(worker=worker, channel=channel, to=to, subject=SUBJECT, body=body, made_at=at)
