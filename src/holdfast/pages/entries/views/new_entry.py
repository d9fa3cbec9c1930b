"""Recording something new: for which child, and the form."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from holdfast.access.decide import Decision
from holdfast.access.entry_permissions import ABOUT_NOBODY, may_record
from holdfast.access.entry_readers import Reader
from holdfast.access.entry_writers import OF_ITS_OWN, permission_for
from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages.entries.forms.entry_form import EntryForm
from holdfast.pages.entries.forms.submission import Boxes
from holdfast.pages.entries.links import find_url, record_home
from holdfast.pages.entries.queries.recent_children import recent_children
from holdfast.pages.entries.queries.reference_choices import ReferenceChoices
from holdfast.pages.entries.views.entry_form_view import EntryFormView
from holdfast.vocabulary.type_catalogue import Described, describe
from holdfast.vocabulary.type_registry import ENTRY_TYPES


class NewEntry(EntryFormView):
    """The form for a new entry."""

    child: str | None = None

    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.child = kwargs.get("child_id")

    def prepare(self) -> HttpResponse | None:
        described = type_named(self.kwargs["type_name"])
        # Asked again here: the page was opened for recording in general, and this type may need a permission of its own.
        decision = may_record(self.request.user, described.name, self.child, self.request.at)
        if not decision.allowed:
            return refused(self.request, decision, permission_for(described.name))
        # Begun on the page of what it is about, where that can be read and where its own checks are made.
        if described.name in OF_ITS_OWN:
            return render(self.request, "entries/done_elsewhere.html", {"described": described, "back": self.back})
        user, moment = self.request.user, self.request.moment
        reader = Reader(user, moment, admitted=[self.child] if self.child is not None else [])
        references = ReferenceChoices.around(self.child, user.worker, moment, reader=reader)
        self.form = EntryForm(described, references, at=self.request.at)
        return None

    def start(self) -> Boxes:
        return self.form.empty({name: self.request.GET.getlist(name) for name in self.request.GET})

    @property
    def back(self) -> str:
        return record_home(self.child)


@page(permission=Permission.RECORD, child="child_id")
class RecordForChild(NewEntry):
    """Record one type of thing about a child."""


@page(permission=Permission.RECORD_SOMETHING)
class RecordOrChoose(NewEntry):
    """Record something about a worker; or say first which child it is about."""

    def prepare(self) -> HttpResponse | None:
        described = type_named(self.kwargs["type_name"])
        if described.name in ABOUT_NOBODY:
            return super().prepare()
        # A form without a script sends the child as a parameter. The address that is kept, linked and held as a draft names the
        # child.
        asked = self.request.GET.copy()
        child = (asked.pop("child", None) or [""])[-1]
        if child:
            form = reverse("entries:form", args=[described.name, child])
            return redirect(f"{form}?{asked.urlencode()}" if asked else form)
        context = {
            "described": described,
            "back": record_home(),
            "children": recent_children(self.request, described.name),
            "find": find_url(),
        }
        return render(self.request, "entries/choose_child.html", context)


def type_named(name: str) -> Described:
    """The entry type of this name. Raises ``Http404``."""
    if name not in ENTRY_TYPES:
        raise Http404("there is no such thing to record")
    return describe(name)


def refused(request: PageRequest, decision: Decision, permission: Permission) -> HttpResponse:
    """The page that says why not, and what to do instead."""
    return render(request, "holdfast/refused.html", {"decision": decision, "permission": permission}, status=403)
