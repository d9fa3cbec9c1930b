"""The pages on which somebody reports a concern: which child, the three safety questions, what happened, check, send."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages.concern import checking, roll
from holdfast.pages.concern.answers import Answers, begun
from holdfast.pages.concern.forms import DANGER
from holdfast.pages.concern.ringing import to_ring
from holdfast.pages.concern.sending import already_sent, send
from holdfast.pages.concern.thread import listed
from holdfast.pages.forms import FormPage, GovForm
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.faults import Refused

SHOWN = 60
"""How many children fit on a page before somebody is asked to type part of a name."""


def answers(request: PageRequest, concern_id: UUID) -> Answers:
    """What has been answered so far."""
    return Answers.load(request.user, concern_id, known=roll.known_to(request.user.worker, request.moment), at=request.at)


@page(permission=Permission.REPORT_CONCERN)
def start(request: PageRequest) -> HttpResponse:
    """Which child: one tap takes one of those the organisation knows."""
    known = roll.known_to(request.user.worker, request.moment)
    if request.method == "POST":
        return _begin(request, known)
    wanted = request.GET.get("name", "").strip()
    found = [each for each in known if wanted.casefold() in each.name.casefold()]
    context = {
        "concern_id": new_id(),
        "children": found[:SHOWN],
        "found": len(found),
        "known": len(known),
        "search": len(known) > SHOWN,
        "wanted": wanted,
        "begun": begun(request.user),
        "organisation": getattr(request.user.worker, "organisation", None),
    }
    return render(request, "concern/start.html", context)


def _begin(request: PageRequest, known: list[roll.Listed]) -> HttpResponse:
    try:
        concern_id = UUID(request.POST.get("concern_id", ""))
    except ValueError:
        concern_id = new_id()
    if already_sent(concern_id):
        return redirect("concern:start")
    chosen = request.POST.get("children", "")
    telling = Answers.load(request.user, concern_id, known=known, at=request.at)
    if chosen not in {each.id for each in known}:
        return redirect("concern:children", concern_id)
    telling.keep(telling.children_form(), {"children": [chosen]})
    return redirect("concern:safety", concern_id)


@page(permission=Permission.REPORT_CONCERN)
def resume(request: PageRequest, concern_id: UUID) -> HttpResponse:
    """Carry on where they left off; a concern that was sent is shown as sent."""
    if already_sent(concern_id):
        return redirect("concern:followed", concern_id)
    unanswered = answers(request, concern_id).first_unanswered() or "concern:check"
    return redirect(unanswered) if unanswered == "concern:start" else redirect(unanswered, concern_id)


class Step(FormPage):
    """One page of the telling. What is answered on it is kept with the rest until all of it is sent."""

    button = "Continue"
    draft_title = "Report a concern"
    next = ""
    before = ""

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.concern_id: UUID = kwargs["concern_id"]

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if already_sent(self.concern_id):
            return redirect("concern:followed", self.concern_id)
        return super().get(request, *args, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if already_sent(self.concern_id):
            return redirect("concern:followed", self.concern_id)
        return super().post(request, *args, **kwargs)

    @property
    def answers(self) -> Answers:
        """What has been answered so far."""
        if not hasattr(self, "_answers"):
            self._answers = answers(self.request, self.concern_id)
        return self._answers

    @property
    def back(self) -> str:  # type: ignore[override]
        """Where they came from: the check page, where that is so."""
        if self.request.GET.get("from") == "check":
            return reverse("concern:check", args=[self.concern_id])
        return reverse(self.before, args=[] if self.before == "concern:start" else [self.concern_id])

    def bound(self, data: Any) -> GovForm:
        """The form with what was sent."""
        raise NotImplementedError

    def form_class(self, data: Any = None, **options: Any) -> GovForm:  # type: ignore[override]
        """As :class:`FormPage` makes it, filled in with what was answered before."""
        if data is not None:
            return self.bound(data)
        return self.blank({**self._answered(), **options.get("initial", {})})

    def blank(self, initial: dict[str, Any]) -> GovForm:
        """The form as it is shown first."""
        raise NotImplementedError

    def _answered(self) -> dict[str, Any]:
        form, data = self.blank({}), self.answers.data
        return {
            name: field.widget.value_from_datadict(data, {}, name)  # type: ignore[arg-type]
            for name, field in form.fields.items()
            if not field.widget.value_omitted_from_data(data, {}, name)  # type: ignore[arg-type]
        }

    def form_options(self) -> dict[str, Any]:
        return {}

    def done(self, form: GovForm) -> str:
        self.answers.keep(form, self.request.POST)
        where = "concern:check" if self.request.GET.get("from") == "check" else self.next
        return reverse(where, args=[self.concern_id])

    def context(self, form: GovForm) -> dict[str, Any]:
        names = [name for _, name in self.answers.named_children()]
        return {
            "in_danger": self.answers.in_danger,
            "duty": to_ring(self.request.at),
            "caption": f"Report a concern about {listed(names)}" if names else "Report a concern",
        }


@page(permission=Permission.REPORT_CONCERN)
class Children(Step):
    """More than one child, or one who is not listed."""

    title = "Which child are you worried about?"
    template_name = "concern/children.html"
    next, before = "concern:safety", "concern:start"

    def bound(self, data: Any) -> GovForm:
        return self.answers.children_form(data=data)

    def blank(self, initial: dict[str, Any]) -> GovForm:
        return self.answers.children_form(initial=initial)


@page(permission=Permission.REPORT_CONCERN)
class Safety(Step):
    """The three safety questions, before anything else."""

    template_name = "concern/safety.html"
    next, before = "concern:happened", "concern:children"

    @property
    def title(self) -> str:  # type: ignore[override]
        return "Are the children safe now?" if len(self.answers.named_children()) > 1 else "Is the child safe now?"

    def bound(self, data: Any) -> GovForm:
        return self.answers.safety_form(data=data)

    def blank(self, initial: dict[str, Any]) -> GovForm:
        return self.answers.safety_form(initial=initial)

    def context(self, form: GovForm) -> dict[str, Any]:
        chosen = form["danger"].value()
        choices = [
            {"id": f"id_danger_{number}", "value": code, "label": label, "checked": code == chosen, "panel": code == "yes"}
            for number, (code, label) in enumerate(DANGER)
        ]
        return {**super().context(form), "danger_choices": choices}


@page(permission=Permission.REPORT_CONCERN)
class Happened(Step):
    """What happened, who has been told, who is at home."""

    title = "What has happened?"
    template_name = "concern/happened.html"
    next, before = "concern:check", "concern:safety"

    def bound(self, data: Any) -> GovForm:
        return self.answers.happened_form(data=data)

    def blank(self, initial: dict[str, Any]) -> GovForm:
        return self.answers.happened_form(initial=initial)


@page(permission=Permission.REPORT_CONCERN)
def check(request: PageRequest, concern_id: UUID) -> HttpResponse:
    """Check the answers, and send. Sending twice sends once."""
    if already_sent(concern_id):
        return redirect("concern:followed", concern_id)
    telling = answers(request, concern_id)
    unanswered = telling.first_unanswered()
    if unanswered:
        return redirect(unanswered) if unanswered == "concern:start" else redirect(unanswered, concern_id)
    faults: tuple[Any, ...] = ()
    if request.method == "POST" and request.user.worker is not None:
        try:
            send(telling.concern(), at=request.at, actor=request.user)
        except Refused as refusal:
            faults = refusal.faults
        else:
            telling.forget()
            return redirect("concern:sent", concern_id)
    shown = checking.present(telling, request.user)
    context = {
        "shown": shown,
        "concern_id": concern_id,
        "in_danger": telling.in_danger,
        "duty": to_ring(request.at),
        "faults": faults,
    }
    return render(request, "concern/check.html", context, status=422 if faults else 200)


@page(permission=Permission.REPORT_CONCERN)
@require_POST
def throw_away(request: PageRequest, concern_id: UUID) -> HttpResponse:
    """Throw away a concern that was begun and not sent."""
    answers(request, concern_id).forget()
    return redirect("concern:start")
