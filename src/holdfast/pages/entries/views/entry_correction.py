"""Correcting an entry: a correction is a whole entry beside the first. Nothing is removed."""

from django.http import HttpResponse
from django.shortcuts import redirect

from holdfast.access.entry_readers import Reader
from holdfast.access.permissions import Permission
from holdfast.access.web import page
from holdfast.pages.entries.forms.entry_form import EntryForm
from holdfast.pages.entries.forms.submission import Boxes
from holdfast.pages.entries.links import entry_url, withdraw_url
from holdfast.pages.entries.queries.reference_choices import ReferenceChoices
from holdfast.pages.entries.views.correction_access import to_put_right
from holdfast.pages.entries.views.entry_form_view import EntryFormView
from holdfast.vocabulary.type_catalogue import describe


@page(permission=Permission.SIGNED_IN)
class Correct(EntryFormView):
    """The form, filled in with what the entry says."""

    def prepare(self) -> HttpResponse | None:
        found = to_put_right(self.request, self.kwargs["entry_id"], "correct")
        if isinstance(found, HttpResponse):
            return found
        # A withdrawal says nothing but its reason. What can be wrong with it is that it was made: it is withdrawn itself.
        if found.entry.type == "entry_withdrawn":
            return redirect(withdraw_url(found.entry.id))
        child = found.entry.about[0] if found.entry.about else None
        user, moment = self.request.user, self.request.moment
        reader = Reader(user, moment, admitted=[child] if child is not None else [])
        references = ReferenceChoices.around(child, user.worker, moment, found.entry, reader=reader)
        self.form = EntryForm(describe(found.entry.type), references, at=self.request.at, correcting=found.entry)
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
