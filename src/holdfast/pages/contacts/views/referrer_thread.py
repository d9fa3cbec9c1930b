"""What a referrer does after sending: reads the receipt, follows what became of it, adds to it, disagrees."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.actions.add_to_contact import MoreInformation, add_to_contact
from holdfast.actions.mark_concern_read import mark_concern_read
from holdfast.actions.raise_disagreement import raise_disagreement
from holdfast.duty.contact_thread import ContactThread
from holdfast.pages.child_names import child_name
from holdfast.pages.contacts.forms.report_draft import begun
from holdfast.pages.contacts.forms.thread_forms import DisagreementForm, MoreInformationForm
from holdfast.pages.contacts.presenters.referrer_page import referrer_page
from holdfast.pages.contacts.presenters.thread_lines import names_of
from holdfast.pages.contacts.queries.duty_phone import duty_phone
from holdfast.pages.contacts.queries.own_contacts import own_contacts
from holdfast.pages.forms import FormPage, GovForm


def thread_or_404(contact_id: UUID, request: PageRequest) -> ContactThread:
    """The concern at this address."""
    thread = ContactThread.find(contact_id, request.moment, request.user.worker)
    if thread is None:
        raise Http404("There is no concern at this address.")
    return thread


@page(permission=Permission.SEE_OWN_CONCERNS)
def mine(request: PageRequest) -> HttpResponse:
    """The concerns somebody reported, and those they began."""
    rows = own_contacts(request.user.worker, request.moment) if request.user.worker else []
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
    # Opening the page is what tells the other side that a reply was read. Looking at a day in the past opens nothing.
    if not request.in_the_past:
        written = [message.id for message in thread.since]
        mark_concern_read(at=request.at, by=request.user, contact=contact_id, matters=written)
    shown = referrer_page(thread, worker, request.moment.as_at)
    context = {"concern": shown, "receipt": receipt, "duty": duty_phone(request.moment.as_at)}
    return render(request, "contacts/followed.html", context)


class ContactView(FormPage):
    """A form about a concern that was sent."""

    draft_title = "About a concern"

    @property
    def thread(self) -> ContactThread:
        """The concern."""
        if not hasattr(self, "_thread"):
            self._thread = thread_or_404(self.kwargs["contact_id"], self.request)
        return self._thread

    def doing(self) -> dict[str, Any]:
        """What every command about a concern is given: who, when, about which, and under which id it is done once."""
        contact = self.thread.contact.id
        return {"by": self.request.user, "at": self.request.at, "contact": contact, "id": self.send_id}

    @property
    def own_page(self) -> str:
        """The referrer's page about it."""
        return reverse("contacts:followed", args=[self.kwargs["contact_id"]])

    @property
    def back(self) -> str:  # type: ignore[override]
        return self.own_page

    @property
    def caption(self) -> str:  # type: ignore[override]
        return f"Your concern about {names_of(self.thread)}, {self.thread.reference}"


@page(permission=Permission.SEE_OWN_CONCERN, entry="contact_id")
class AddInformation(ContactView):
    """Add to a concern: it goes to whoever has it now, and as a new concern where the child is in danger or it was decided."""

    form_class, title, button = MoreInformationForm, "Add more information", "Send"
    template_name = "contacts/more.html"

    def form_options(self) -> dict[str, Any]:
        return {**super().form_options(), "children": [(each.id, child_name(each)) for each in self.thread.children]}

    def done(self, form: GovForm) -> str:
        said = form.cleaned_data
        # With one child nobody was asked whose words these are.
        whose = said.get("whose") or self.thread.contact.about[0]
        more = MoreInformation(danger=said["danger"], words=said["words"], whose=whose, text=said["text"])
        hold = add_to_contact(**self.doing(), more=more)
        who = hold.assignee.worker.name if hold.assignee.worker else "the on-call mailbox"
        messages.success(self.request, f"Sent. It is with {who} now.")
        return self.own_page


@page(permission=Permission.SEE_OWN_CONCERN, entry="contact_id")
class RaiseDisagreement(ContactView):
    """I see this differently: the decision is already quoted, and the answer has to give reasons."""

    form_class, title, button = DisagreementForm, "I see this differently", "Send"
    template_name = "contacts/disagree.html"

    def context(self, form: GovForm) -> dict[str, Any]:
        return {"concern": referrer_page(self.thread, self.request.user.worker, self.request.at)}

    def done(self, form: GovForm) -> str:
        said = form.cleaned_data
        hold = raise_disagreement(**self.doing(), text=said["text"], immediate_risk=said["risk"] == "yes")
        who = hold.assignee.worker.name if hold.assignee.worker else "the on-call mailbox"
        messages.success(self.request, f"It is on the child’s record and with {who}, whose answer has to give reasons.")
        return self.own_page
