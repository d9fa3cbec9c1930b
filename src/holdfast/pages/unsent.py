"""What was begun and not sent: told to its writer and, of a concern, to whoever leads on safeguarding there, then removed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from holdfast.access.models import User
from holdfast.duty.unsent_words import safeguarding_leads, tell_lead, tell_writer
from holdfast.pages import drafts
from holdfast.pages.models import Draft


@dataclass(frozen=True)
class UnsentWords:
    """Something begun at ``begun`` that is removed at ``removed``. ``whose`` is the colleague who began it, where it is not the
    reader; then there is nothing of it to open."""

    begun: datetime
    removed: datetime
    concern: bool
    url: str = ""
    whose: str = ""


def tell_and_remove(*, at: datetime) -> tuple[int, int]:
    """Tell whose drafts will be gone in a week, once, and remove those whose time is over. Returns how many of each."""
    told = [draft for draft in drafts.nearly_old(at=at) if drafts.note_told(draft, at=at)]
    for draft in _one_each(told):
        draft.told_at, writer = at, draft.user.worker
        if writer is None:
            continue
        tell_writer(writer, removed=drafts.removed_on(draft), at=at)
        for lead in safeguarding_leads(writer, at) if _is_concern(draft) else ():
            tell_lead(lead, removed=drafts.removed_on(draft), at=at)
    return len(told), drafts.remove_old(at=at)


def unsent_for(user: User, at: datetime) -> list[UnsentWords]:
    """What the reader was told of and has not gone: their own, and concerns that colleagues of theirs began."""
    own = Draft.objects.filter(user=user, told_at__isnull=False)
    found = [UnsentWords(each.saved_at, drafts.removed_on(each), _is_concern(each), each.key) for each in _one_each(own)]
    if user.worker is None:
        return found
    # Where the reader works, and nowhere else: of whose drafts they are to hear is asked of these few.
    here = Draft.objects.filter(user__worker__organisation=user.worker.organisation_id).exclude(user=user)
    others = here.filter(told_at__isnull=False, key__startswith=_start())
    for draft in _one_each(others.select_related("user__worker")):
        writer = draft.user.worker
        if writer is not None and user.worker in safeguarding_leads(writer, at):
            found.append(UnsentWords(draft.saved_at, drafts.removed_on(draft), concern=True, whose=writer.name))
    return found


def _one_each(found: Iterable[Draft]) -> list[Draft]:
    """One for each form: a concern keeps a draft of the whole of it and one of each of its pages."""
    first: dict[tuple[int, str], Draft] = {}
    for draft in sorted(found, key=lambda each: len(each.key)):
        first.setdefault((draft.user_id, _form(draft)), draft)
    return sorted(first.values(), key=lambda each: each.saved_at)


def _form(draft: Draft) -> str:
    return draft.key[len(_start()) :].split("/")[0] if _is_concern(draft) else draft.key


def _start() -> str:
    return reverse("contacts:start") + "new/"


def _is_concern(draft: Draft) -> bool:
    return draft.key.startswith(_start())
