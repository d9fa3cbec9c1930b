"""Away until…: an absence in three taps, who covers for whom, and back at work."""

from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.actions.end_absence import end_absence
from holdfast.actions.name_cover import name_cover
from holdfast.actions.record_absence import record_absence
from holdfast.duty.refusals import DutyRefused
from holdfast.duty.rota import staffing_roster
from holdfast.pages.child_names import listed
from holdfast.pages.date_phrases import day
from holdfast.pages.forms import FormPage, GovForm
from holdfast.pages.worklists.forms import AbsenceForm
from holdfast.pages.worklists.presenters.cover_rows import cover_rows
from holdfast.pages.worklists.queries.cover_choices import CoverChoices, cover_choices
from holdfast.record.models import Worker


def their_worker(request: PageRequest, worker_id: str) -> Worker:
    """A worker of the team of whoever is looking."""
    found = Worker.objects.filter(pk=worker_id).first()
    manager = request.user.worker
    if found is None or manager is None:
        raise Http404("Nobody has this address.")
    # Their own absence too: a manager who falls ill records it themselves, and names who covers.
    if manager.pk != found.pk and manager.pk not in staffing_roster(request.at).managers(found.pk):
        raise Http404("Nobody of your team has this address.")
    return found


@page(permission=Permission.ARRANGE_COVER)
class RecordAbsence(FormPage):
    """Record that a worker is away from now on. Everything of theirs that waits goes at once to somebody at work."""

    form_class, button, draft_title = AbsenceForm, "Record it and see who covers", "A worker is away"
    template_name = "worklists/away.html"
    # Three taps and no words of anybody's: a draft of it would only offer yesterday's date again.
    keeps_draft = False

    @property
    def title(self) -> str:  # type: ignore[override]
        return f"{self.worker.name} is away"

    @property
    def back(self) -> str:  # type: ignore[override]
        return reverse("account:first_page")

    @property
    def worker(self) -> Worker:
        """Who is away."""
        return their_worker(self.request, self.kwargs["worker_id"])

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        # They are away already: what is left to do is to say who covers.
        if staffing_roster(self.request.at).away(self.worker.pk) is not None:
            return redirect("worklists:cover", self.worker.pk)
        return super().get(request, *args, **kwargs)

    def done(self, form: GovForm) -> str:
        at, worker = self.request.at, self.worker
        expected = cast(AbsenceForm, form).expected_back(at)
        try:
            record_absence(at=at, by=self.request.user, worker=worker, expected_until=expected)
        except DutyRefused:
            # Pressed twice, or two managers at once: they are away already, and what matters is who covers.
            return reverse("worklists:cover", args=[worker.pk])
        back = f" until {day(expected)}" if expected else ""
        messages.success(self.request, f"{worker.name} is recorded as away{back}. Now say who covers.")
        return reverse("worklists:cover", args=[worker.pk])


@page(permission=Permission.ARRANGE_COVER)
def cover(request: PageRequest, worker_id: str) -> HttpResponse:
    """Who covers each child: proposed by who has met the child, then by who has fewest. Accept all, or change some."""
    worker = their_worker(request, worker_id)
    found = cover_choices(worker, asked_by=request.user.worker, at=request.at)
    problems: list[str] = []
    if request.method == "POST":
        chosen = _chosen(request.POST, found)
        try:
            name_cover(at=request.at, by=request.user, worker=worker, covers=chosen)
        except DutyRefused as refusal:
            problems = [f"{fault.what} {fault.do}" for fault in refusal.faults]
        else:
            _say_who_covers(request, worker, chosen)
            return redirect("account:first_page")
    context = {
        "worker": worker,
        "rows": cover_rows(found, request.POST),
        "colleagues": found.colleagues,
        "problems": problems,
        "away": found.now.away(worker.pk),
    }
    return render(request, "worklists/cover.html", context, status=422 if problems else 200)


def _chosen(sent: QueryDict, found: CoverChoices) -> dict[str, Worker]:
    """Who was chosen for each child, where it is somebody who can be and does not cover them already."""
    colleagues = {each.pk: each for each in found.colleagues}
    chosen = {child: sent.get(f"cover_{child}", "") for child in found.children}
    # The page sends every row. Naming again whoever covers already would put an entry in a child's record that says nothing new.
    return {
        child: colleagues[who]
        for child, who in chosen.items()
        if who in colleagues and found.now.cover(found.worker.pk, child) != who
    }


def _say_who_covers(request: PageRequest, worker: Worker, chosen: dict[str, Worker]) -> None:
    names = [each.name for each in dict.fromkeys(chosen.values())]
    if names:
        messages.success(request, f"{listed(names)} {'covers' if len(names) == 1 else 'cover'} for {worker.name} from now on.")


@page(permission=Permission.ARRANGE_COVER)
@require_POST
def back(request: PageRequest, worker_id: str) -> HttpResponse:
    """The worker is back at work."""
    worker = their_worker(request, worker_id)
    try:
        end_absence(at=request.at, by=request.user, worker=worker)
    except DutyRefused:  # somebody said so already
        return redirect("account:first_page")
    messages.success(request, f"{worker.name} is recorded as back at work.")
    return redirect("account:first_page")
