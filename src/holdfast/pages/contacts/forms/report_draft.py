"""A concern while it is being told, over several pages: what has been answered so far, kept as a draft until it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from holdfast.access.models import User
from holdfast.kernel.when import When
from holdfast.pages import drafts
from holdfast.pages.contacts.forms.report_forms import ChildrenForm, HappenedForm, SafetyForm
from holdfast.pages.contacts.queries import known_children as roll
from holdfast.pages.forms import GovForm
from holdfast.pages.models import Draft

TITLE = "Report a concern"


@dataclass(frozen=True)
class Unlisted:
    """A child the record does not know yet, with only what was said. Nothing is filled in."""

    given: str = ""
    family: str = ""
    born: When | None = None
    address: str = ""
    which: str = ""

    @property
    def name(self) -> str:
        """What to call them."""
        return " ".join(part for part in (self.given, self.family) if part) or "a child whose name is not known"

    def __bool__(self) -> bool:
        return any((self.given, self.family, self.born, self.address, self.which))


@dataclass(frozen=True)
class Concern:
    """Everything that was answered, ready to be sent."""

    id: str
    children: tuple[roll.Listed, ...]
    unlisted: Unlisted
    danger: str
    tonight: str
    not_to_know: str
    words: str
    whose: str
    saw: str
    parents: str
    household: str


@dataclass
class Answers:
    """The answers so far to the concern ``id``, by the person who is telling it. ``known`` are the children they may
    choose from; the id will be the entry's id, so sending twice records once."""

    user: User
    id: UUID
    known: list[roll.Listed]
    at: datetime
    data: QueryDict = field(default_factory=QueryDict)

    @classmethod
    def load(cls, user: User, id: UUID, *, known: list[roll.Listed], at: datetime) -> "Answers":
        """What has been answered before, if anything."""
        draft = drafts.find(user, key(id))
        return cls(user, id, known, at, drafts.as_query(draft) if draft else QueryDict())

    def keep(self, form: GovForm, sent: QueryDict | Mapping[str, list[str]]) -> None:
        """Put the answers of one page beside those of the others. Raises ``DraftTooLong``."""
        mine = _names(form)
        lists = dict(sent.lists() if isinstance(sent, QueryDict) else sent.items())
        kept = {name: values for name, values in self.data.lists() if name not in mine}
        kept.update({name: values for name, values in lists.items() if name in mine})
        drafts.save(self.user, key(self.id), {**kept, "begun": ["yes"]}, at=self.at, title=TITLE)
        self.data = QueryDict(mutable=True)
        for name, values in kept.items():
            self.data.setlist(name, values)

    def forget(self) -> None:
        """It has been sent: the drafts of it go."""
        for step in ("", "children/", "safety/", "what-happened/"):
            drafts.discard(self.user, key(self.id) + step)

    def children_form(self, **options: Any) -> ChildrenForm:
        """The page that asks which child."""
        return ChildrenForm(**options, children=[(each.id, each.in_words) for each in self.known], at=self.at)

    def safety_form(self, **options: Any) -> SafetyForm:
        """The page with the three safety questions."""
        return SafetyForm(**options, several=len(self.named_children()) > 1, at=self.at)

    def happened_form(self, **options: Any) -> HappenedForm:
        """The page that asks what happened."""
        return HappenedForm(**options, children=self.named_children(), at=self.at)

    def named_children(self) -> list[tuple[str, str]]:
        """Each child it is about, by id and name. The one who is not listed goes by ``unlisted``."""
        chosen = [(each.id, each.name) for each in self.chosen()]
        unlisted = self.unlisted()
        return [*chosen, ("unlisted", unlisted.name)] if unlisted else chosen

    def chosen(self) -> tuple[roll.Listed, ...]:
        """The listed children that were chosen; never one that they may not choose."""
        wanted = set(self.data.getlist("children"))
        return tuple(each for each in self.known if each.id in wanted)

    def unlisted(self) -> Unlisted:
        """The child who is not listed, if anything was said of one."""
        form = self.children_form(data=self.data)
        form.is_valid()
        said = form.cleaned_data
        return Unlisted(
            said.get("given", ""), said.get("family", ""), said.get("born"), said.get("address", ""), said.get("which", "")
        )

    @property
    def in_danger(self) -> bool:
        """Whether they said that the child is hurt or in danger now."""
        return self.data.get("danger") == "yes"

    def first_unanswered(self) -> str | None:
        """The address name of the first page that still lacks an answer."""
        if not self.children_form(data=self.data).is_valid():
            return "contacts:children" if self.data else "contacts:start"
        if not self.safety_form(data=self.data).is_valid():
            return "contacts:safety"
        return None if self.happened_form(data=self.data).is_valid() else "contacts:happened"

    def concern(self) -> Concern:
        """All of it. Only to be asked once nothing is unanswered."""
        safety, happened = self.safety_form(data=self.data), self.happened_form(data=self.data)
        if not (safety.is_valid() and happened.is_valid()):
            raise ValueError("the concern has pages that are not answered yet")
        said = {**safety.cleaned_data, **happened.cleaned_data}
        listed = self.named_children()
        return Concern(
            id=str(self.id),
            children=self.chosen(),
            unlisted=self.unlisted(),
            danger=said["danger"],
            tonight=said["tonight"],
            not_to_know=said["not_to_know"],
            words=said["words"],
            whose=said.get("whose") or listed[0][0],
            saw=said["saw"],
            parents=said["parents"],
            household=said["household"],
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
    start = reverse("contacts:start") + "new/"
    whole = start.count("/") + 1
    return [draft for draft in drafts.drafts_of(user) if draft.key.startswith(start) and draft.key.count("/") == whole]
