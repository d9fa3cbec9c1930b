"""Withdrawing an entry: it is taken back in the open, and can be put back. Nothing is removed."""

from typing import Any, cast

from django.http import HttpRequest, HttpResponse

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.actions.withdraw_entry import withdraw_entry
from holdfast.pages.entries.forms.withdrawal_form import WithdrawalForm
from holdfast.pages.entries.links import entry_url
from holdfast.pages.entries.queries.entry_world import OpenedEntry
from holdfast.pages.entries.views.correction_access import to_put_right
from holdfast.pages.forms import FormPage, GovForm


@page(permission=Permission.SIGNED_IN)
class Withdraw(FormPage):
    """Take an entry back."""

    form_class = WithdrawalForm
    template_name = "entries/withdraw.html"
    title = "Withdraw this"
    button = "Withdraw it"
    found: OpenedEntry

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only what stands can be taken back, by whoever may record it."""
        # Before get and post alike, so that the page is shown to nobody who could not send it.
        found = to_put_right(cast(PageRequest, request), kwargs["entry_id"], "withdraw")
        if isinstance(found, HttpResponse):
            return found
        self.found = found
        if found.entry.withdraws is not None:
            self.title, self.button = "Put it back", "Put it back"
        return cast(HttpResponse, super().dispatch(request, *args, **kwargs))

    @property
    def back(self) -> str:  # type: ignore[override]
        """The entry."""
        return entry_url(self.found.entry.id)

    def context(self, form: GovForm) -> dict[str, Any]:
        """The entry in words."""
        entry, names = self.found.entry, self.found.world.names
        taken = self.found.known.history.by_id.get(entry.withdraws or "")
        shown = taken or entry
        return {
            "entry": shown,
            "sentence": shown.data.sentence(names),
            "about": [names.person(person) for person in shown.about],
            "putting_back": taken is not None,
        }

    def done(self, form: GovForm) -> str:
        """Withdrawn: to the entry, where the withdrawal and its reason now stand."""
        withdraw_entry(
            at=self.request.at,
            by=self.request.user,
            id=self.send_id,
            entry=self.found.entry,
            reason=form.cleaned_data["reason"],
        )
        return entry_url(self.found.entry.id)
