"""What the check page shows before a concern is sent: every answer, and every blank as a blank."""

from dataclasses import dataclass

from holdfast.actions.receive_contact import ReportedContact
from holdfast.pages.child_names import listed
from holdfast.pages.contacts.forms.report_draft import ReportDraft
from holdfast.vocabulary.contact_text import DANGER, PARENTS


@dataclass(frozen=True)
class CheckedAnswer:
    """One answer, and the page where it can be changed."""

    label: str
    value: str
    change: str
    words: bool = False


def answers_check(draft: ReportDraft) -> tuple[CheckedAnswer, ...]:
    """The answers in the order they were asked."""
    contact = draft.contact()
    names = listed([name for _, name in draft.named_children()])
    return (*_children(contact, names), *_safety(contact), *_happened(draft, contact))


def _children(contact: ReportedContact, names: str) -> list[CheckedAnswer]:
    unlisted = contact.unlisted
    several = len(contact.children) + (unlisted is not None) > 1
    found = [CheckedAnswer("Children" if several else "Child", names, "contacts:children")]
    if unlisted is None:
        return found
    # The date and the address show as left empty where they were: whoever reads them would ask for just those. What else says
    # which child is only asked so that somebody can be meant without a name, and a blank there is no gap.
    found.append(CheckedAnswer("Date of birth", unlisted.born.in_words() if unlisted.born else "", "contacts:children"))
    found.append(CheckedAnswer("Where they live", unlisted.address, "contacts:children"))
    if unlisted.which:
        found.append(CheckedAnswer("What else says which child", unlisted.which, "contacts:children"))
    return found


def _safety(contact: ReportedContact) -> list[CheckedAnswer]:
    return [
        CheckedAnswer("Hurt or in danger now", dict(DANGER)[contact.danger], "contacts:safety"),
        CheckedAnswer("Tonight", contact.tonight, "contacts:safety"),
        CheckedAnswer("Who must not know", contact.not_to_know, "contacts:safety"),
    ]


def _happened(draft: ReportDraft, contact: ReportedContact) -> list[CheckedAnswer]:
    # Of several children the words are one's, and it is said whose before they are sent: they go into that child's record alone.
    who = dict(draft.named_children())[contact.whose]
    return [
        CheckedAnswer(f"What {who if contact.words else 'the child'} said", contact.words, "contacts:happened", words=True),
        CheckedAnswer("What you saw, heard or noticed", contact.saw, "contacts:happened"),
        CheckedAnswer("Parents told", dict(PARENTS)[contact.parents], "contacts:happened"),
        CheckedAnswer("Who lives in the home", contact.household, "contacts:happened"),
    ]
