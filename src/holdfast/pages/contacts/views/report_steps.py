"""The pages on which somebody reports a concern: which child, the three safety questions, what happened, check, send."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.actions.receive_contact import receive_contact
from holdfast.pages.child_names import listed
from holdfast.pages.contacts.forms.report_draft import ReportDraft, begun
from holdfast.pages.contacts.presenters.answers_check import answers_check
from holdfast.pages.contacts.queries.duty_phone import duty_phone
from holdfast.pages.contacts.queries.known_children import KnownChild, known_to
from holdfast.pages.contacts.queries.own_contacts import already_sent
from holdfast.pages.forms import FormPage, GovForm
from holdfast.record.models.person_facts import new_id
from holdfast.vocabulary.contact_text import DANGER
from holdfast.vocabulary.faults import Refused

SHOWN = 60
"""How many children fit on a page before somebody is asked to type part of a name."""


def answers(request: PageRequest, concern_id: UUID) -> ReportDraft:
    """What has been answered so far."""
    return ReportDraft.load(request.user, concern_id, known=known_to(request.user.worker, request.moment), at=request.at)


@page(permission=Permission.REPORT_CONCERN)
def start(request: PageRequest) -> HttpResponse:
    """Which child: one tap takes one of those the organisation knows."""
    # Searching here goes through the children on this list and no others: a page open to every professional must not answer
    # whether the record knows somebody.
    known = known_to(request.user.worker, request.moment)
    if request.method == "POST":
        return _begin(request, known)
    wanted = request.GET.get("name", "").strip()
    found = [each for each in known if wanted.casefold() in each.name.casefold()]
    context = {
        "concern_id": new_id(),  # made with the page, and the entry's own later: whatever is pressed twice is one concern
        "children": found[:SHOWN],
        "found": len(found),
        "known": len(known),
        "search": len(known) > SHOWN,
        "wanted": wanted,
        "begun": begun(request.user),
        "organisation": getattr(request.user.worker, "organisation", None),
    }
    return render(request, "contacts/start.html", context)


def _begin(request: PageRequest, known: list[KnownChild]) -> HttpResponse:
    try:
        concern_id = UUID(request.POST.get("concern_id", ""))
    except ValueError:
        concern_id = new_id()
    if already_sent(concern_id):
        return redirect("contacts:start")
    # The id comes with the page that was shown, so that going back and choosing again is the same concern and not a second one.
    chosen = request.POST.get("children", "")
    draft = ReportDraft.load(request.user, concern_id, known=known, at=request.at)
    if chosen not in {each.id for each in known}:
        return redirect("contacts:children", concern_id)
    draft.keep(draft.children_form(), {"children": [chosen]})
    return redirect("contacts:safety", concern_id)


@page(permission=Permission.REPORT_CONCERN)
def resume(request: PageRequest, concern_id: UUID) -> HttpResponse:
    """Carry on where they left off; a concern that was sent is shown as sent."""
    if already_sent(concern_id):
        return redirect("contacts:followed", concern_id)
    unanswered = answers(request, concern_id).first_unanswered() or "contacts:check"
    return redirect(unanswered) if unanswered == "contacts:start" else redirect(unanswered, concern_id)


class ReportStep(FormPage):
    """One page of the draft. What is answered on it is kept with the rest until all of it is sent."""

    button = "Continue"
    draft_title = "Report a concern"
    next = ""
    before = ""

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.concern_id: UUID = kwargs["concern_id"]

    # A page of a concern that was sent leads to what became of it: the browser's back button must not offer it for sending again.
    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if already_sent(self.concern_id):
            return redirect("contacts:followed", self.concern_id)
        return super().get(request, *args, **kwargs)

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        if already_sent(self.concern_id):
            return redirect("contacts:followed", self.concern_id)
        return super().post(request, *args, **kwargs)

    @property
    def answers(self) -> ReportDraft:
        """What has been answered so far."""
        if not hasattr(self, "_answers"):
            self._answers = answers(self.request, self.concern_id)
        return self._answers

    @property
    def back(self) -> str:  # type: ignore[override]
        """Where they came from: the check page, where that is so."""
        if self.request.GET.get("from") == "check":
            return reverse("contacts:check", args=[self.concern_id])
        return reverse(self.before, args=[] if self.before == "contacts:start" else [self.concern_id])

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
        # With what was said of who must not know, which is asked about by what it says.
        data = self.answers.data
        form = self.blank({"not_to_know": data.get("not_to_know", "")})
        return {
            name: field.widget.value_from_datadict(data, {}, name)  # type: ignore[arg-type]
            for name, field in form.fields.items()
            if not field.widget.value_omitted_from_data(data, {}, name)  # type: ignore[arg-type]
        }

    def first_answer(self) -> str | None:
        # A step only keeps what was said, as often as it is said.
        return None

    def form_options(self) -> dict[str, Any]:
        return {}

    def done(self, form: GovForm) -> str:
        self.answers.keep(form, self.request.POST)
        where = "contacts:check" if self.request.GET.get("from") == "check" else self.next
        return reverse(where, args=[self.concern_id])

    def context(self, form: GovForm) -> dict[str, Any]:
        names = [name for _, name in self.answers.named_children()]
        return {
            "in_danger": self.answers.in_danger,
            "duty": duty_phone(self.request.at),
            "caption": f"Report a concern about {listed(names)}" if names else "Report a concern",
        }


@page(permission=Permission.REPORT_CONCERN)
class ChildrenStep(ReportStep):
    """More than one child, or one who is not listed."""

    title = "Which child are you worried about?"
    template_name = "contacts/children.html"
    next, before = "contacts:safety", "contacts:start"

    def bound(self, data: Any) -> GovForm:
        return self.answers.children_form(data=data)

    def blank(self, initial: dict[str, Any]) -> GovForm:
        return self.answers.children_form(initial=initial)


@page(permission=Permission.REPORT_CONCERN)
class SafetyStep(ReportStep):
    """The three safety questions, before anything else."""

    template_name = "contacts/safety.html"
    next, before = "contacts:happened", "contacts:children"

    @property
    def title(self) -> str:  # type: ignore[override]
        return "Are the children safe now?" if len(self.answers.named_children()) > 1 else "Is the child safe now?"

    def bound(self, data: Any) -> GovForm:
        return self.answers.safety_form(data=data)

    def blank(self, initial: dict[str, Any]) -> GovForm:
        return self.answers.safety_form(initial=initial)

    def context(self, form: GovForm) -> dict[str, Any]:
        # Our own radios, because the number to ring opens under "Yes" before anything is sent, and without scripts stands open.
        chosen = form["danger"].value()
        choices = [
            {"id": f"id_danger_{number}", "value": code, "label": label, "checked": code == chosen, "panel": code == "yes"}
            for number, (code, label) in enumerate(DANGER)
        ]
        return {**super().context(form), "danger_choices": choices}


@page(permission=Permission.REPORT_CONCERN)
class HappenedStep(ReportStep):
    """What happened, who has been told, who is at home."""

    title = "What has happened?"
    template_name = "contacts/happened.html"
    next, before = "contacts:check", "contacts:safety"

    def bound(self, data: Any) -> GovForm:
        return self.answers.happened_form(data=data)

    def blank(self, initial: dict[str, Any]) -> GovForm:
        return self.answers.happened_form(initial=initial)


@page(permission=Permission.REPORT_CONCERN)
def check(request: PageRequest, concern_id: UUID) -> HttpResponse:
    """Check the answers, and send. Sending twice sends once."""
    if already_sent(concern_id):
        return redirect("contacts:followed", concern_id)
    draft = answers(request, concern_id)
    unanswered = draft.first_unanswered()
    if unanswered:
        return redirect(unanswered) if unanswered == "contacts:start" else redirect(unanswered, concern_id)
    faults: tuple[Any, ...] = ()
    if request.method == "POST" and request.user.worker is not None:
        try:
            receive_contact(by=request.user, at=request.at, contact=draft.contact())
        except Refused as refusal:  # the answers are still in the draft, and the page says so beside what is wrong
            faults = refusal.faults
        else:
            draft.forget()
            return redirect("contacts:sent", concern_id)
    context = {
        "answers": answers_check(draft),
        "concern_id": concern_id,
        "in_danger": draft.in_danger,
        "duty": duty_phone(request.at),
        "faults": faults,
    }
    return render(request, "contacts/check.html", context, status=422 if faults else 200)


@page(permission=Permission.REPORT_CONCERN)
@require_POST
def throw_away(request: PageRequest, concern_id: UUID) -> HttpResponse:
    """Throw away a concern that was begun and not sent."""
    answers(request, concern_id).forget()
    return redirect("contacts:start")
