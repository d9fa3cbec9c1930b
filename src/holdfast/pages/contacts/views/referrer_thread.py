"""What a referrer does after sending: reads the receipt, follows what became of it, adds to it, disagrees."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.duty.outbox import read
from holdfast.pages.contacts.contact_thread import Thread, child_name
from holdfast.pages.contacts.forms.report_draft import begun
from holdfast.pages.contacts.forms.report_forms import DANGER, Told
from holdfast.pages.contacts.presenters import referrer_page as following
from holdfast.pages.contacts.queries.duty_phone import to_ring
from holdfast.pages.contacts.queries.own_contacts import mine as own_concerns
from holdfast.pages.contacts.reply_to_contact import add_more, disagree
from holdfast.pages.forms import FormPage, GovForm


def thread_or_404(contact_id: UUID, request: PageRequest) -> Thread:
    """The concern at this address."""
    thread = Thread.find(contact_id, request.moment)
    if thread is None:
        raise Http404("There is no concern at this address.")
    return thread


@page(permission=Permission.SEE_OWN_CONCERNS)
def mine(request: PageRequest) -> HttpResponse:
    """The concerns somebody reported, and those they began."""
    rows = own_concerns(request.user.worker, request.moment) if request.user.worker else []
    return render(request, "contacts/mine.html", {"rows": rows, "begun": begun(request.user), "at": request.moment.as_at})


@page(permission=Permission.SEE_OWN_CONCERN, entry="contact_id")
def sent(request: PageRequest, contact_id: UUID) -> HttpResponse:
    """The receipt: a reference, a name, a telephone number and a time."""
    return _show(request, contact_id, receipt=True)


@page(permission=Permission.SEE_OWN_CONCERN, entry="contact_id")
def followed(request: PageRequest, contact_id: UUID) -> HttpResponse:
    """What became of it."""
    return _show(request, contact_id, receipt=False)


def _show(request: PageRequest, contact_id: UUID, *, receipt: bool) -> HttpResponse:
    thread = thread_or_404(contact_id, request)
    worker = request.user.worker
    if worker is not None and not request.in_the_past:
        for message in thread.since:
            read(at=request.at, by=worker.pk, matter=message.id)
    shown = following.present(thread, worker, request.moment.as_at)
    context = {"concern": shown, "receipt": receipt, "duty": to_ring(request.moment.as_at)}
    return render(request, "contacts/followed.html", context)


class More(GovForm):
    """More about the same concern."""

    danger = forms.ChoiceField(
        label="Is the child hurt or in danger now?",
        choices=DANGER,
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the child is hurt or in danger now"},
    )
    whose = forms.ChoiceField(label="Which child said this?", widget=forms.RadioSelect, required=False)
    words = Told(label="What did the child say?", help_text="Their exact words. They are kept as you type them.")
    text = Told(label="What else do you want to tell us?")
    look = {
        "danger": {"strong": True},
        "whose": {"inline": True, "optional": False},
        "words": {"strong": True, "words": True, "rows": 3, "optional": False},
        "text": {"strong": True, "rows": 6, "optional": False},
    }

    def __init__(self, *args: Any, children: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        if len(children) > 1:
            self.fields["whose"].choices = children  # type: ignore[attr-defined]
            self.order_fields(["danger", "words", "whose", "text"])
        else:
            del self.fields["whose"]

    def clean(self) -> dict[str, Any]:
        """There has to be something more; and words belong to one child."""
        cleaned = super().clean() or {}
        if cleaned.get("words") and "whose" in self.fields and not cleaned.get("whose"):
            self.add_error("whose", "Say which child said this")
        if not any(cleaned.get(name) or name in self.errors for name in ("words", "text")):
            self.add_error("text", "Say what the child said, or what else you want to tell us")
        return cleaned


class AboutAConcern(FormPage):
    """A form about a concern that was sent."""

    draft_title = "About a concern"

    @property
    def thread(self) -> Thread:
        """The concern."""
        if not hasattr(self, "_thread"):
            self._thread = thread_or_404(self.kwargs["contact_id"], self.request)
        return self._thread

    @property
    def own_page(self) -> str:
        """The referrer's page about it."""
        return reverse("contacts:followed", args=[self.kwargs["contact_id"]])

    @property
    def back(self) -> str:  # type: ignore[override]
        return self.own_page

    @property
    def caption(self) -> str:  # type: ignore[override]
        return f"Your concern about {self.thread.names}, {self.thread.reference}"


@page(permission=Permission.SEE_OWN_CONCERN, entry="contact_id")
class AddMore(AboutAConcern):
    """Add to a concern: it goes to whoever has it now, and as a new concern where the child is in danger or it was decided."""

    form_class, title, button = More, "Add more information", "Send"
    template_name = "contacts/more.html"

    def form_options(self) -> dict[str, Any]:
        return {**super().form_options(), "children": [(each.id, child_name(each)) for each in self.thread.children]}

    def done(self, form: GovForm) -> str:
        said = form.cleaned_data
        taken = add_more(
            self.thread,
            at=self.request.at,
            actor=self.request.user,
            id=self.send_id,
            danger=said["danger"],
            words=said["words"],
            whose=said.get("whose") or self.thread.contact.about[0],
            text=said["text"],
        )
        who = taken.held.worker.name if taken.held.worker else "the on-call mailbox"
        messages.success(self.request, f"Sent. It is with {who} now.")
        return self.own_page


class Differently(GovForm):
    """A professional disagreement, in the referrer's own words."""

    text = Told(
        label="What do you think the child needs, and by when?",
        rows=6,
        required=True,
        error_messages={"required": "Say what you think the child needs"},
    )
    risk = forms.ChoiceField(
        label="Is the child at risk now?",
        choices=(("yes", "Yes"), ("no", "No")),
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the child is at risk now"},
    )
    look = {"text": {"strong": True}, "risk": {"strong": True}}


@page(permission=Permission.SEE_OWN_CONCERN, entry="contact_id")
class Disagree(AboutAConcern):
    """I see this differently: the decision is already quoted, and the answer has to give reasons."""

    form_class, title, button = Differently, "I see this differently", "Send"
    template_name = "contacts/disagree.html"

    def context(self, form: GovForm) -> dict[str, Any]:
        return {"concern": following.present(self.thread, self.request.user.worker, self.request.at)}

    def done(self, form: GovForm) -> str:
        taken = disagree(
            self.thread,
            at=self.request.at,
            actor=self.request.user,
            id=self.send_id,
            text=form.cleaned_data["text"],
            immediate_risk=form.cleaned_data["risk"] == "yes",
        )
        who = taken.held.worker.name if taken.held.worker else "the on-call mailbox"
        messages.success(self.request, f"It is on the child’s record and with {who}, whose answer has to give reasons.")
        return self.own_page
