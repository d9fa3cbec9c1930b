"""Finding out about a concern: who it was that told us, and which child it is about."""

from typing import Any

from django.contrib import messages
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import page
from holdfast.actions.confirm_sender import confirm_sender
from holdfast.actions.name_contact_child import name_contact_child
from holdfast.duty.contact_thread import ContactThread
from holdfast.identity.person_cards import cards
from holdfast.identity.search import find
from holdfast.kernel.moment import Moment
from holdfast.pages.contacts.forms.thread_forms import ChildFoundForm, SenderForm
from holdfast.pages.contacts.queries.possible_senders import possible_senders
from holdfast.pages.contacts.views.contact_decision import StaffContactView
from holdfast.pages.forms import GovForm

NOBODY = "nobody"
LEAST_LETTERS = 2


@page(permission=Permission.READ_CONCERN, entry="contact_id")
class ConfirmSender(StaffContactView):
    """Who rang, wrote or came in: offered by the number or address they gave, and asked where only the name is the same."""

    form_class, button = SenderForm, "Confirm"
    template_name = "contacts/sender.html"
    title, draft_title = "Who told us?", "Who told us"

    @property
    def back(self) -> str:  # type: ignore[override]
        return self.own_page

    @property
    def reach(self) -> str:
        """A number or address that somebody has typed since."""
        return self.request.POST.get("reach", "")[:200]

    def form_options(self) -> dict[str, Any]:
        found = possible_senders(self.thread, self.reach)
        choices = [(each.choice, each.name) for each in found]
        hints = {each.choice: each.why for each in found} | {NOBODY: "It comes off the page of anybody it was put with."}
        return {**super().form_options(), "choices": [*choices, (NOBODY, "It is not known who told us")], "hints": hints}

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        # The box that finds somebody by a number is on the same page, and sending it confirms nobody.
        if "look" in request.POST:
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def context(self, form: GovForm) -> dict[str, Any]:
        return {"reach": self.reach}

    def done(self, form: GovForm) -> str:
        kind, _, id = form.cleaned_data["who"].partition(":")
        who = {kind: id} if kind in ("worker", "person") else {}
        confirm_sender(**self.doing(), **who, how=form.cleaned_data["how"])
        messages.success(
            self.request, "It is on the record who told us." if who else "It is on the record that nobody knows who told us."
        )
        return self.own_page


@page(permission=Permission.READ_CONCERN, entry="contact_id")
class NameChild(StaffContactView):
    """Which child it is, where nobody could say when the concern came."""

    form_class, button = ChildFoundForm, "This is the child"
    template_name = "contacts/which_child.html"
    title, draft_title = "Which child is this?", "Which child a concern is about"
    keeps_draft = False

    @property
    def back(self) -> str:  # type: ignore[override]
        return self.own_page

    @property
    def typed(self) -> str:
        """The name that is looked for: in the body alone, since an address is kept in histories."""
        return self.request.POST.get("looked_for", "").strip()[:200]

    def form_options(self) -> dict[str, Any]:
        choices, hints = [], {}
        if len(self.typed) >= LEAST_LETTERS:
            moment = Moment.live(self.request.at)
            worker = self.request.user.worker
            found = find(self.typed, moment, reader=worker)
            for card in cards(found.children, found.world, moment, reader=worker, addresses=found.addresses):
                choices.append((card.id, card.name))
                told_apart = (card.age, f"born {card.born}" if card.born else "", card.street, card.school)
                hints[card.id] = ", ".join(part for part in told_apart if part)
        return {**super().form_options(), "choices": choices, "hints": hints}

    def post(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        if "look" in request.POST:
            return self.get(request, *args, **kwargs)
        return super().post(request, *args, **kwargs)

    def context(self, form: GovForm) -> dict[str, Any]:
        return {"typed": self.typed, "found": bool(form.fields["child"].choices)}  # type: ignore[attr-defined]

    def done(self, form: GovForm) -> str:
        said = form.cleaned_data
        contact = self.thread.contact.id
        name_contact_child(by=self.request.user, at=self.request.at, contact=contact, child=said["child"], reason=said["reason"])
        has = ContactThread.at(contact, Moment.live(self.request.at)).assignee
        # Said where it went to somebody else: whoever found out has to know whom to tell what else they know.
        moved = f" It is with {has.worker.name} now." if has.worker not in (None, self.request.user.worker) else ""
        messages.success(self.request, f"The concern is about this child now. Its clocks go on from when it first came.{moved}")
        return reverse("contacts:one", args=[self.kwargs["contact_id"]])
