"""The duty rota, and putting somebody on it or taking them off."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from holdfast.access.decide import may
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.actions.mark_read import mark_read
from holdfast.actions.remove_shift import remove_shift
from holdfast.actions.set_shift import ShiftAnswers, set_shift
from holdfast.duty.models import DutyShift, RotaGap
from holdfast.duty.refusals import DutyRefused
from holdfast.kernel.when import When, london_day
from holdfast.pages.forms import FormPage, GovForm
from holdfast.pages.forms.first_answers import first_answer, note_answer
from holdfast.pages.navigation import home_for
from holdfast.pages.rota.forms import ShiftForm
from holdfast.pages.rota.presenters import rota_page
from holdfast.pages.rota.queries import rota_week, who_keeps, who_may_be_on
from holdfast.record.models import Worker
from holdfast.vocabulary.contact_reference import reference


@page(permission=Permission.SEE_ROTA)
def home(request: PageRequest) -> HttpResponse:
    """Who is on, week by week."""
    if request.in_the_past:
        messages.info(request, AS_IT_STANDS)
        return redirect(f"{reverse('rota:home')}?week={_monday(request).isoformat()}")
    return render(request, "rota/home.html", {"rota": rota_page(rota_week(_monday(request), request.at))})


AS_IT_STANDS = "The rota is always shown as it stands now. Who was on that day stands in its week."


@page(permission=Permission.READ_ROTA_GAP, matter="matter")
def gap(request: PageRequest, matter: UUID) -> HttpResponse:
    """One hole in the rota, to whoever was told of it: also to somebody who stands in and keeps no rota."""
    found = RotaGap.objects.filter(pk=matter).first()
    if found is None:
        raise Http404("There is no such gap.")
    if not request.in_the_past:
        mark_read(at=request.at, by=request.user, matter=matter)
    context = {
        "gap": found,
        "week": f"{reverse('rota:home')}?week={london_day(found.starts).isoformat()}",
        "sees_rota": may(request.user, Permission.SEE_ROTA, None, request.moment).allowed,
        "fills": may(request.user, Permission.KEEP_ROTA, None, request.moment).allowed,
        "keepers": who_keeps(found.team, request.at),
        "reference": reference(str(matter)),
        "back": home_for(request.user, request.moment),
    }
    return render(request, "rota/gap.html", context)


def _monday(request: PageRequest) -> date:
    try:
        day = date.fromisoformat(request.GET.get("week", ""))
    except ValueError:
        # An address that somebody cut short still opens the rota.
        day = london_day(request.at)
    # A year that no rota reaches is no week to show, and not all of them have one before and after.
    if not FIRST_WEEK <= day <= LAST_WEEK:
        day = london_day(request.at)
    return day - timedelta(days=day.weekday())


FIRST_WEEK, LAST_WEEK = date(2000, 1, 1), date(2200, 1, 1)


def _week_of(shift: DutyShift) -> str:
    return f"{reverse('rota:home')}?week={london_day(shift.starts).isoformat()}"


def _shift(shift_id: int) -> DutyShift:
    found = DutyShift.objects.select_related("worker").filter(pk=shift_id).first()
    if found is None:
        raise Http404("There is no such shift: it may have been taken off the rota.")
    return found


@page(permission=Permission.KEEP_ROTA)
class SetShift(FormPage):
    """Put somebody on the rota."""

    form_class, title, button = ShiftForm, "Put somebody on the rota", "Put them on"
    keeps_draft = False

    @property
    def back(self) -> str:  # type: ignore[override]
        return reverse("rota:home")

    @property
    def shift(self) -> DutyShift | None:
        """The shift that is changed; none for a new one."""
        return None

    def form_options(self) -> dict[str, Any]:
        """Everybody who could be on; a gap's link brings its own team."""
        asked = {name: self.request.GET[name] for name in ("team",) if name in self.request.GET}
        return {**super().form_options(), "people": who_may_be_on(), "initial": asked}

    def done(self, form: GovForm) -> str:
        """Set it."""
        assert isinstance(form, ShiftForm)
        said = form.cleaned_data
        worker = Worker.objects.get(pk=said["worker"])
        answers = ShiftAnswers(worker, said["team"], form.instant("starts"), form.instant("ends"), change=self.shift)
        kept = set_shift(by=self.request.user, at=self.request.at, shift=answers)
        messages.success(self.request, f"{worker.name} is on the rota.")
        return _week_of(kept)


@page(permission=Permission.KEEP_ROTA)
class ChangeShift(SetShift):
    """Change a shift that is not over, or take it off."""

    title, button, template_name = "Change a shift", "Change it", "rota/change.html"

    @property
    def shift(self) -> DutyShift:
        """The shift."""
        return _shift(self.kwargs["shift_id"])

    def form_options(self) -> dict[str, Any]:
        """As it is now."""
        shift = self.shift
        now = {
            "worker": shift.worker_id,
            "team": shift.team,
            "starts": When.at(shift.starts),
            "ends": When.at(shift.ends),
        }
        return {**super().form_options(), "initial": now}

    def context(self, form: GovForm) -> dict[str, Any]:
        """Whose shift it is."""
        return {"shift": self.shift, "begun": self.shift.starts <= self.request.at}


@require_POST
@page(permission=Permission.KEEP_ROTA)
def take_off(request: PageRequest, shift_id: int) -> HttpResponse:
    """Take a shift off the rota."""
    send_id = request.POST.get("send_id", "")
    # The shift is gone by the first press, and with it the week to go back to.
    if send_id and (first := first_answer(request, send_id)) is not None:
        return redirect(first)
    shift = _shift(shift_id)
    week = _week_of(shift)
    try:
        remove_shift(by=request.user, at=request.at, shift=shift)
    except DutyRefused as refused:
        messages.error(request, " ".join(f"{each.what} {each.do}" for each in refused.faults))
        return redirect(week)
    messages.success(request, f"{shift.worker.name} is off the rota.")
    if send_id:
        note_answer(request, send_id, week)
    return redirect(week)
