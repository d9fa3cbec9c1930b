"""Putting an entry right: a correction is a whole entry beside the first, a withdrawal takes it back. Nothing is removed."""

from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages import drafts
from holdfast.pages.entries.forms.entry_form import EntryForm
from holdfast.pages.entries.forms.submission import Boxes
from holdfast.pages.entries.links import correct_url, entry_url, withdraw_url
from holdfast.pages.entries.queries.entry_access import Opened, opened
from holdfast.pages.entries.queries.reference_choices import Circle
from holdfast.pages.entries.record_entry import may_put_right, withdraw
from holdfast.pages.entries.views.entry_form_view import NOT_IN_THE_PAST, Ask
from holdfast.pages.forms import FormPage, GovForm
from holdfast.record.models import EntryEnvelope
from holdfast.vocabulary.catalogue import describe
from holdfast.vocabulary.entry import Entry


def to_put_right(request: PageRequest, entry_id: Any, page: str) -> Opened | HttpResponse:
    """The entry, if it stands and this person may put it right; else the page that says why not, or the version that does."""
    if request.in_the_past:
        return render(request, "holdfast/cannot_show.html", {"why": NOT_IN_THE_PAST}, status=400)
    found = opened(request, entry_id, page)
    if isinstance(found, HttpResponse):
        return found
    if (sent := _sent_before(request, found.entry)) is not None:
        return redirect("entries:saved", sent) if page == "correct" else redirect(entry_url(found.entry.id))
    if not may_put_right(request.user, found.entry, request.at):
        return render(request, "entries/not_yours.html", {"back": entry_url(found.entry.id)}, status=403)
    current = _standing(found)
    if current is None:
        _keep(request, request.path)
        return render(request, "entries/withdrawn_already.html", {"back": entry_url(found.entry.id)}, status=409)
    if current.id != found.entry.id:
        newer = (correct_url if page == "correct" else withdraw_url)(current.id)
        _keep(request, newer)
        return redirect(newer)
    return found


def _sent_before(request: PageRequest, entry: Entry) -> str | None:
    """The id of what this very form has recorded already: a second press of the button is harmless."""
    try:
        sent = UUID(request.POST.get("send_id", ""))
    except ValueError:
        return None
    there = EntryEnvelope.objects.filter(Q(corrects=entry.id) | Q(withdraws=entry.id), pk=sent, recorded_by=request.user.worker)
    return str(sent) if there.exists() else None


def _keep(request: PageRequest, address: str) -> None:
    """Somebody else put it right while this was being written: what was typed waits at the version that stands now."""
    if request.method != "POST":
        return
    drafts.save(request.user, address, request.POST, at=request.at, title="Putting an entry right")
    messages.warning(
        request,
        "Somebody else put this right while you were writing. Nothing you typed was recorded, and it is kept as a draft. "
        "Compare it with what the entry says now.",
    )


def _standing(found: Opened) -> Entry | None:
    """The version that stands; a withdrawal stands unless it was taken back itself."""
    chains, known_at = found.known.chains, found.known.moment.known_at
    if found.entry.withdraws is not None:
        return found.entry if chains.withdrawal(found.entry, known_at) is None else None
    return chains.current(chains.by_id[chains.root(found.entry.id)], known_at)


@page(permission=Permission.SIGNED_IN)
class Correct(Ask):
    """The form, filled in with what the entry says."""

    def prepare(self) -> HttpResponse | None:
        found = to_put_right(self.request, self.kwargs["entry_id"], "correct")
        if isinstance(found, HttpResponse):
            return found
        if found.entry.type == "entry_withdrawn":
            return redirect(withdraw_url(found.entry.id))
        child = found.entry.about[0] if found.entry.about else None
        circle = Circle.around(child, self.request.user.worker, self.request.moment, found.entry)
        self.form = EntryForm(describe(found.entry.type), circle, at=self.request.at, correcting=found.entry)
        return None

    def start(self) -> Boxes:
        assert self.form.correcting is not None
        return self.form.filled(self.form.correcting)

    @property
    def title(self) -> str:
        return f"Correct: {self.form.described.title}"

    @property
    def back(self) -> str:
        return entry_url(str(self.kwargs["entry_id"]))


class ReasonForm(GovForm):
    """Why an entry should not have been made."""

    reason = forms.CharField(
        label="Why should it not stand?",
        help_text="For example: it was recorded about the wrong child. The entry and this reason stay in the record, for good.",
        widget=forms.Textarea,
    )


@page(permission=Permission.SIGNED_IN)
class Withdraw(FormPage):
    """Take an entry back."""

    form_class = ReasonForm
    template_name = "entries/withdraw.html"
    title = "Withdraw this"
    button = "Withdraw it"
    found: Opened

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only what stands can be taken back, by whoever may record it."""
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
        taken = self.found.known.chains.by_id.get(entry.withdraws or "")
        shown = taken or entry
        return {
            "entry": shown,
            "sentence": shown.data.sentence(names),
            "about": [names.person(person) for person in shown.about],
            "putting_back": taken is not None,
        }

    def done(self, form: GovForm) -> str:
        """Withdrawn: to the entry, where the withdrawal and its reason now stand."""
        withdraw(
            at=self.request.at,
            actor=self.request.user,
            id=self.send_id,
            entry=self.found.entry,
            reason=form.cleaned_data["reason"],
        )
        return entry_url(self.found.entry.id)
