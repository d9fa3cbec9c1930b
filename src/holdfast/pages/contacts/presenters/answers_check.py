"""What the check page shows before a concern is sent: every answer, and every blank as a blank."""

from dataclasses import dataclass
from datetime import datetime

from holdfast.access.models import User
from holdfast.duty.rota import front_door
from holdfast.pages.contacts.contact_thread import listed
from holdfast.pages.contacts.forms.report_draft import Answers, Concern
from holdfast.pages.contacts.forms.report_forms import DANGER, PARENTS


@dataclass(frozen=True)
class Answer:
    """One answer, and the page where it can be changed."""

    label: str
    value: str
    change: str
    words: bool = False


@dataclass(frozen=True)
class Shown:
    """The check page."""

    names: str
    answers: tuple[Answer, ...]
    goes_to: str


def present(telling: Answers, user: User) -> Shown:
    """The answers in the order they were asked."""
    concern = telling.concern()
    names = listed([name for _, name in telling.named_children()])
    return Shown(names, (*_children(concern, names), *_safety(concern), *_happened(telling, concern)), goes_to(telling.at))


def goes_to(at: datetime) -> str:
    """Who stands at the front door at this moment, before it is known whose the child is."""
    held = front_door(at)
    return held.worker.name if held.worker else "the on-call mailbox"


def _children(concern: Concern, names: str) -> list[Answer]:
    unlisted = concern.unlisted
    found = [Answer("Child" if len(concern.children) + bool(unlisted) == 1 else "Children", names, "contacts:children")]
    if unlisted:
        found.append(Answer("Date of birth", unlisted.born.in_words() if unlisted.born else "", "contacts:children"))
        found.append(Answer("Where they live", unlisted.address, "contacts:children"))
    return [*found, Answer("What else says which child", unlisted.which, "contacts:children")] if unlisted.which else found


def _safety(concern: Concern) -> list[Answer]:
    return [
        Answer("Hurt or in danger now", dict(DANGER)[concern.danger], "contacts:safety"),
        Answer("Tonight", concern.tonight, "contacts:safety"),
        Answer("Who must not know", concern.not_to_know, "contacts:safety"),
    ]


def _happened(telling: Answers, concern: Concern) -> list[Answer]:
    who = dict(telling.named_children())[concern.whose]
    return [
        Answer(f"What {who if concern.words else 'the child'} said", concern.words, "contacts:happened", words=True),
        Answer("What you saw, heard or noticed", concern.saw, "contacts:happened"),
        Answer("Parents told", dict(PARENTS)[concern.parents], "contacts:happened"),
        Answer("Who lives in the home", concern.household, "contacts:happened"),
    ]
