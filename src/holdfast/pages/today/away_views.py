"""Away until…: an absence in three taps, and who covers for whom, proposed by who has met the child."""

from datetime import timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.duty.absence import children_held, end_absence, name_cover, propose_cover, start_absence
from holdfast.duty.alerts import team_worklist
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota import staff
from holdfast.kernel.when import When, london_day
from holdfast.pages.concern.thread import child_name, listed
from holdfast.pages.date_phrases import day
from holdfast.pages.forms import DayField, FormPage, GovForm
from holdfast.pages.today.lines import lines_of
from holdfast.pages.today.links import child_page
from holdfast.record.models import Worker
from holdfast.record.read import people
from holdfast.standards.professions import SOCIAL_WORKERS, normal

CHOICES = (
    ("1", "Tomorrow"),
    ("7", "In a week"),
    ("28", "In four weeks"),
    ("other", "On another day"),
    ("unknown", "Nobody knows yet"),
)


FEW = 5
"""How much of what waits for a child is listed while cover is being named."""


def their_worker(request: PageRequest, worker_id: str) -> Worker:
    """A worker of the team of whoever is looking."""
    found = Worker.objects.filter(pk=worker_id).first()
    manager = request.user.worker
    if found is None or manager is None:
        raise Http404("Nobody has this address.")
    if manager.pk != found.pk and manager.pk not in staff(request.at).managers(found.pk):
        raise Http404("Nobody of your team has this address.")
    return found


class AwayForm(GovForm):
    """Until when, as far as anybody knows."""

    until = forms.ChoiceField(
        label="When are they expected back?",
        choices=CHOICES,
        widget=forms.RadioSelect,
        error_messages={"required": "Say when they are expected back, or that nobody knows yet"},
    )
    day = DayField(label="Which day?", required=False)
    look = {"until": {"strong": True, "reveals": {"other": ["day"]}}, "day": {"optional": False}}

    def clean(self) -> dict[str, Any]:
        """Another day has to be one that is still to come."""
        cleaned = super().clean() or {}
        if cleaned.get("until") == "other" and "day" not in self.errors:
            if cleaned.get("day") is None:
                self.add_error("day", "Enter the day they are expected back")
            elif self.at is not None and cleaned["day"] <= london_day(self.at):
                self.add_error("day", "The day they are expected back must be in the future")
        return cleaned


@page(permission=Permission.ARRANGE_COVER)
class Away(FormPage):
    """Record that a worker is away from now on. Everything of theirs that waits goes at once to somebody at work."""

    form_class, button, draft_title = AwayForm, "Record it and see who covers", "A worker is away"
    template_name = "today/away.html"
    keeps_draft = False

    @property
    def title(self) -> str:  # type: ignore[override]
        return f"{self.worker.name} is away"

    @property
    def back(self) -> str:  # type: ignore[override]
        return reverse("today:home")

    @property
    def worker(self) -> Worker:
        """Who is away."""
        return their_worker(self.request, self.kwargs["worker_id"])

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if staff(self.request.at).away(self.worker.pk) is not None:
            return redirect("today:cover", self.worker.pk)
        return super().get(request, *args, **kwargs)

    def done(self, form: GovForm) -> str:
        at, until = self.request.at, form.cleaned_data["until"]
        expected = None
        if until == "other":
            expected = form.cleaned_data["day"]
        elif until != "unknown":
            expected = london_day(at) + timedelta(days=int(until))
        try:
            start_absence(
                at=at, by=self.request.user.worker, worker=self.worker, expected_until=When.day(expected) if expected else None
            )
        except DutyRefused:  # pressed twice: they are away already, and what matters is who covers
            return reverse("today:cover", args=[self.worker.pk])
        back = f" until {day(expected)}" if expected else ""
        messages.success(self.request, f"{self.worker.name} is recorded as away{back}. Now say who covers.")
        return reverse("today:cover", args=[self.worker.pk])


@page(permission=Permission.ARRANGE_COVER)
def cover(request: PageRequest, worker_id: str) -> HttpResponse:
    """Who covers each child: proposed by who has met the child, then by who has fewest. Accept all, or change some."""
    worker = their_worker(request, worker_id)
    now = staff(request.at)
    children = children_held(worker.pk, now)
    proposals = {each.child: each for each in propose_cover(worker=worker.pk, at=request.at)}
    colleagues = _colleagues(worker, request)
    problems: list[str] = []
    if request.method == "POST":
        problems = _name(request, worker, children, {each.pk: each for each in colleagues})
        if not problems:
            return redirect("today:home")
    persons = people(children, request.moment)
    waiting = _waiting(request, worker, children)
    rows = [
        {
            "id": child,
            "name": child_name(persons[child]),
            "url": child_page(child),
            "waiting": waiting.get(child, [])[:FEW],
            "more": max(0, len(waiting.get(child, [])) - FEW),
            "chosen": request.POST.get(f"cover_{child}", now.cover(worker.pk, child) or proposals[child].cover or ""),
            "because": proposals[child].because,
            "proposed": now.name(proposals[child].cover) if proposals[child].cover else "",  # type: ignore[arg-type]
            "now": now.name(str(now.cover(worker.pk, child))) if now.cover(worker.pk, child) else "",
        }
        for child in children
    ]
    rows.sort(key=lambda row: (-len(waiting.get(str(row["id"]), [])), str(row["name"])))
    context = {"worker": worker, "rows": rows, "colleagues": colleagues, "problems": problems, "away": now.away(worker.pk)}
    return render(request, "today/cover.html", context, status=422 if problems else 200)


def _colleagues(worker: Worker, request: PageRequest) -> list[Worker]:
    """Everybody at work in the same agency who could be named, the team first."""
    now = staff(request.at)
    rows = Worker.objects.filter(organisation=worker.organisation).exclude(pk=worker.pk).order_by("name")
    fit = [each for each in rows if normal(each.role) in SOCIAL_WORKERS and now.at_work(each.pk)]
    return sorted(fit, key=lambda each: (each.manager_id != worker.manager_id, each.name))


def _waiting(request: PageRequest, worker: Worker, children: tuple[str, ...]) -> dict[str, list[str]]:
    """What waits for each child, by what happens to them if it does."""
    manager = worker.manager_id or (request.user.worker.pk if request.user.worker else "")
    found: dict[str, list[str]] = {}
    items = [item for item in team_worklist(manager, request.at) if item.child in children and not item.answered]
    for item, line in zip(items, lines_of(items, request.at, owner=False), strict=True):
        found.setdefault(str(item.child), []).append(f"{line.says}{f' ({line.due})' if line.due else ''}")
    return found


@transaction.atomic
def _name(request: PageRequest, worker: Worker, children: tuple[str, ...], colleagues: dict[str, Worker]) -> list[str]:
    now = staff(request.at)
    chosen: dict[str, list[str]] = {}
    for child in children:
        who = request.POST.get(f"cover_{child}", "")
        if who in colleagues and now.cover(worker.pk, child) != who:
            chosen.setdefault(who, []).append(child)
    problems: list[str] = []
    for who, theirs in chosen.items():
        try:
            name_cover(at=request.at, by=request.user.worker, worker=worker, cover=colleagues[who], children=theirs)
        except DutyRefused as refusal:
            problems += [f"{fault.what} {fault.do}" for fault in refusal.faults]
    if problems:
        transaction.set_rollback(True)
        return problems
    names = listed([colleagues[who].name for who in chosen])
    if chosen:
        messages.success(request, f"{names} {'covers' if len(chosen) == 1 else 'cover'} for {worker.name} from now on.")
    return []


@page(permission=Permission.ARRANGE_COVER)
@require_POST
def back(request: PageRequest, worker_id: str) -> HttpResponse:
    """The worker is back at work."""
    worker = their_worker(request, worker_id)
    try:
        end_absence(at=request.at, by=request.user.worker, worker=worker)
    except DutyRefused:  # somebody said so already
        return redirect("today:home")
    messages.success(request, f"{worker.name} is recorded as back at work.")
    return redirect("today:home")
