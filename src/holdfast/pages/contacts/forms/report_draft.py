"""A concern while it is being told, over several pages: what has been answered so far, kept as a draft until it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from holdfast.access.kept_back_matters import everybody
from holdfast.access.models import User
from holdfast.actions.receive_contact import UNLISTED, ReportedContact, UnlistedChild
from holdfast.pages import drafts
from holdfast.pages.contacts.forms.report_forms import ChildrenForm, HappenedForm, SafetyForm
from holdfast.pages.contacts.queries.known_children import KnownChild
from holdfast.pages.forms import GovForm
from holdfast.pages.models import Draft

TITLE = "Report a concern"


@dataclass
class ReportDraft:
    """The answers so far to the concern ``id``, by the person who is telling it. ``known`` are the children they may
    choose from; the id will be the entry's id, so sending twice records once."""

    user: User
    id: UUID
    known: list[KnownChild]
    at: datetime
    data: QueryDict = field(default_factory=QueryDict)

    @classmethod
    def load(cls, user: User, id: UUID, *, known: list[KnownChild], at: datetime) -> "ReportDraft":
        """What has been answered before, if anything."""
        draft = drafts.find(user, key(id))
        return cls(user, id, known, at, drafts.as_query(draft) if draft else QueryDict())

    def keep(self, form: GovForm, sent: QueryDict | Mapping[str, list[str]]) -> None:
        """Put the answers of one page beside those of the others. Raises ``DraftTooLong``."""
        # One draft for all the pages, so that the check page has everything. A box that was unticked is sent as nothing at all:
        # what this page asks for and was not sent has to go, what others ask for stays.
        mine = _names(form)
        lists = dict(sent.lists() if isinstance(sent, QueryDict) else sent.items())
        kept = {name: values for name, values in self.data.lists() if name not in mine}
        kept.update({name: values for name, values in lists.items() if name in mine})
        # A draft in which nothing was typed is not kept, and here an empty answer is an answer: so one thing is always in it.
        drafts.save(self.user, key(self.id), {**kept, "begun": ["yes"]}, at=self.at, title=TITLE)
        self.data = QueryDict(mutable=True)
        for name, values in kept.items():
            self.data.setlist(name, values)

    def forget(self) -> None:
        """It has been sent: the drafts of it go."""
        # Each page also keeps a draft of itself while it is typed into.
        for step in ("", "children/", "safety/", "what-happened/"):
            drafts.discard(self.user, key(self.id) + step)

    def children_form(self, **options: Any) -> ChildrenForm:
        """The page that asks which child."""
        return ChildrenForm(**options, children=[(each.id, each.in_words) for each in self.known], at=self.at)

    def safety_form(self, **options: Any) -> SafetyForm:
        """The page with the three safety questions."""
        return SafetyForm(**options, several=len(self.named_children()) > 1, known=everybody(), at=self.at)

    def happened_form(self, **options: Any) -> HappenedForm:
        """The page that asks what happened."""
        return HappenedForm(**options, children=self.named_children(), at=self.at)

    def named_children(self) -> list[tuple[str, str]]:
        """Each child it is about, by id and name. The one who is not listed goes by :data:`UNLISTED`."""
        chosen = [(each.id, each.name) for each in self.chosen()]
        unlisted = self.unlisted()
        return [*chosen, (UNLISTED, unlisted.name)] if unlisted else chosen

    def chosen(self) -> tuple[KnownChild, ...]:
        """The listed children that were chosen; never one that they may not choose."""
        # Matched each time against what they may choose from: a draft is what a browser sent, and an id can be guessed.
        wanted = set(self.data.getlist("children"))
        return tuple(each for each in self.known if each.id in wanted)

    def unlisted(self) -> UnlistedChild | None:
        """The child who is not listed, if anything was said of one."""
        # What is valid of it is taken even where something else on the page is not yet: other pages call the child by this name.
        form = self.children_form(data=self.data)
        form.is_valid()
        said = form.cleaned_data
        found = UnlistedChild(
            said.get("given", ""), said.get("family", ""), said.get("born"), said.get("address", ""), said.get("which", "")
        )
        return found if found != UnlistedChild() else None

    @property
    def in_danger(self) -> bool:
        """Whether they said that the child is hurt or in danger now."""
        return self.data.get("danger") == "yes"

    def first_unanswered(self) -> str | None:
        """The address name of the first page that still lacks an answer."""
        # In the order of the pages, by the forms themselves: what each page accepts is said in one place.
        if not self.children_form(data=self.data).is_valid():
            return "contacts:children" if self.data else "contacts:start"
        if not self.safety_form(data=self.data).is_valid():
            return "contacts:safety"
        return None if self.happened_form(data=self.data).is_valid() else "contacts:happened"

    def contact(self) -> ReportedContact:
        """All of it. Only to be asked once nothing is unanswered."""
        safety, happened = self.safety_form(data=self.data), self.happened_form(data=self.data)
        if not (safety.is_valid() and happened.is_valid()):
            raise ValueError("the concern has pages that are not answered yet")
        said = {**safety.cleaned_data, **happened.cleaned_data}
        listed = self.named_children()
        return ReportedContact(
            id=str(self.id),
            children=tuple(each.id for each in self.chosen()),
            unlisted=self.unlisted(),
            danger=said["danger"],
            tonight=said["tonight"],
            not_to_know=said["not_to_know"],
            words=said["words"],
            whose=said.get("whose") or listed[0][0],
            saw=said["saw"],
            parents=said["parents"],
            household=said["household"],
            kept_from=safety.keeps_from(),
        )


def key(id: UUID | str) -> str:
    """The draft of a concern is kept under the address at which it carries on."""
    return reverse("contacts:resume", args=[id])


def _names(form: GovForm) -> set[str]:
    """The names under which a browser sends this form's fields: a date comes in parts."""
    return {
        f"{name}_{part}" if part else name
        for name, field in form.fields.items()
        for part in getattr(field.widget, "parts", ("",))
    }


def begun(user: User) -> list[Draft]:
    """The concerns that this person began and has not sent, newest first."""
    # The draft of a whole concern and of each of its pages are kept under addresses; only the depth tells them apart.
    start = reverse("contacts:start") + "new/"
    whole = start.count("/") + 1
    return [draft for draft in drafts.drafts_of(user) if draft.key.startswith(start) and draft.key.count("/") == whole]
