"""Reading a concern that came in, deciding about it, and writing back to whoever sent it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import page
from holdfast.actions.answer_disagreement import answer_disagreement
from holdfast.actions.decide_contact import decide_contact
from holdfast.actions.inform_referrer import inform_referrer
from holdfast.actions.mark_concern_read import mark_concern_read
from holdfast.actions.reply_to_contact import reply_to_contact
from holdfast.pages.contacts.forms.decision_form import ContactDecisionForm
from holdfast.pages.contacts.forms.thread_forms import DisagreementAnswerForm, OutcomeForm, ReplyForm
from holdfast.pages.contacts.presenters.decision_page import decision_page
from holdfast.pages.contacts.presenters.thread_lines import names_of
from holdfast.pages.contacts.views.referrer_thread import ContactView
from holdfast.pages.forms import GovForm
from holdfast.pages.navigation import home_for


class StaffContactView(ContactView):
    """A page about a concern for those who act on it."""

    @property
    def own_page(self) -> str:
        return reverse("contacts:one", args=[self.kwargs["contact_id"]])

    @property
    def caption(self) -> str:  # type: ignore[override]
        return f"Concern about {names_of(self.thread)}, {self.thread.reference}"

    @property
    def referrer(self) -> str:
        """Whom to write to."""
        sender = self.thread.sender()
        return sender.name if sender else "the referrer"


@page(permission=Permission.READ_CONCERN, entry="contact_id")
class DecideContact(StaffContactView):
    """The concern, and the decision. Opening it says to the referrer that it was read."""

    template_name = "contacts/decide.html"
    title, button = "Decide what happens", "Record the decision"
    draft_title = "Decide about a concern"

    @property
    def back(self) -> str:  # type: ignore[override]
        return home_for(self.request.user, self.request.moment)

    def form_class(self, *args: Any, **options: Any) -> GovForm:  # type: ignore[override]
        return ContactDecisionForm(*args, **options, children=self.thread.undecided, referrer=self.referrer)

    def get(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        # The referrer sees who has opened it, and a concern that somebody opened stays with them when the shift ends. So the page
        # itself says so: a button would be forgotten.
        if not self.request.in_the_past:
            contact = self.kwargs["contact_id"]
            opened = (contact, *(each.id for each in self.thread.since))
            mark_concern_read(at=self.request.at, by=self.request.user, contact=contact, matters=opened)
        return super().get(request, *args, **kwargs)

    def context(self, form: GovForm) -> dict[str, Any]:
        return {"concern": decision_page(self.thread, self.request.user, self.request.moment.as_at)}

    def done(self, form: GovForm) -> str:
        # Two people may have had the page open. The second to send finds the decision made, and is shown it.
        if self.thread.undecided and isinstance(form, ContactDecisionForm):
            outcome = form.cleaned_data.get("outcome") or ""
            decide_contact(**self.doing(), decisions=form.decisions(), outcome=outcome)
            told = " and the referrer can see what you told them" if outcome else ""
            messages.success(self.request, f"The decision is on the record{told}.")
        return self.own_page


@page(permission=Permission.READ_CONCERN, entry="contact_id")
class ReplyToReferrer(StaffContactView):
    """A message to whoever reported the concern. It is on their page and in their messages."""

    form_class, button = ReplyForm, "Send"
    template_name = "contacts/reply.html"
    draft_title = "Write to a referrer"

    @property
    def title(self) -> str:  # type: ignore[override]
        return f"Write to {self.referrer}"

    @property
    def back(self) -> str:  # type: ignore[override]
        return self.own_page

    def done(self, form: GovForm) -> str:
        if self.thread.sender() is None:
            raise Http404("Nobody who can be written to reported this concern.")
        reply_to_contact(**self.doing(), text=form.cleaned_data["text"])
        messages.success(self.request, f"Sent to {self.referrer}. They see it beside their concern.")
        return self.own_page


@page(permission=Permission.DECIDE_CONCERN, entry="contact_id")
class InformReferrer(StaffContactView):
    """Tell the referrer what was decided and why."""

    form_class, button = OutcomeForm, "Tell them"
    draft_title = "Tell a referrer the outcome"

    @property
    def title(self) -> str:  # type: ignore[override]
        return f"Tell {self.referrer} what was decided"

    @property
    def back(self) -> str:  # type: ignore[override]
        return self.own_page

    def done(self, form: GovForm) -> str:
        inform_referrer(**self.doing(), outcome=form.cleaned_data["outcome"])
        messages.success(self.request, f"{self.referrer} can see it now.")
        return self.own_page


@page(permission=Permission.DECIDE_CONCERN, entry="contact_id")
class AnswerDisagreement(StaffContactView):
    """Answer somebody who sees the decision differently."""

    form_class, button = DisagreementAnswerForm, "Record the answer"
    title, draft_title = "Answer the disagreement", "Answer a disagreement"
    template_name = "contacts/answer.html"

    @property
    def back(self) -> str:  # type: ignore[override]
        return self.own_page

    @property
    def disagreement(self) -> Any:
        """The disagreement at this address."""
        wanted = str(self.kwargs["disagreement_id"])
        found = next((each for each in self.thread.disagreements if each.id == wanted), None)
        if found is None:
            raise Http404("There is no such disagreement about this concern.")
        return found

    def context(self, form: GovForm) -> dict[str, Any]:
        # Before the page is made: one that is not there is said to be not there, also where there are none at all.
        wanted = self.disagreement.id
        concern = decision_page(self.thread, self.request.user, self.request.moment.as_at)
        return {"challenge": next(each for each in concern.challenges if each.id == wanted)}

    def done(self, form: GovForm) -> str:
        answer_disagreement(**self.doing(), disagreement=self.disagreement.id, answer=form.cleaned_data["answer"])
        messages.success(self.request, "Your answer is on the child’s record and with whoever disagreed.")
        return self.own_page
