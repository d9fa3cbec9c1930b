"""Children tonight, by what happens if nobody acts: missing, in police protection, handed over, trouble expected."""

from collections.abc import Callable
from dataclasses import dataclass

from holdfast.access.entry_readers import Reader
from holdfast.identity.person_cards import Card, cards
from holdfast.kernel.moment import Moment
from holdfast.pages.for_you.presenters.told_lines import TONIGHT
from holdfast.pages.tonight.presenters.night_notices import NightNotice, night_notices
from holdfast.pages.tonight.presenters.night_words import RECENT
from holdfast.pages.tonight.queries.children_tonight import families_tonight
from holdfast.pages.tonight.queries.night_family import NightFamily

CONSEQUENCE = ("Missing", "Police protection", "Handed over tonight", "Expected", "Done tonight")


@dataclass(frozen=True)
class ChildTonight:
    """One child whom tonight is about, and why: the worst of the reasons first."""

    card: Card
    notices: tuple[NightNotice, ...]


def children_tonight(moment: Moment, may_see: Callable[[str], bool], reader: Reader | None = None) -> list[ChildTonight]:
    """Those whom ``may_see`` lets through, by what the reader may read."""
    family, ids = families_tonight(moment, tonight=TONIGHT, recent=RECENT, reader=reader)
    found = []
    for id in ids:
        case = family.child(id)
        notices = night_notices(NightFamily(case, (case,)))
        if notices and may_see(id):
            found.append((id, notices))
    found.sort(key=lambda each: min(CONSEQUENCE.index(notice.kind) for notice in each[1]))
    worker = reader.user.worker if reader is not None else None
    faces = {card.id: card for card in cards([id for id, _ in found], family.world, moment, reader=worker)}
    return [ChildTonight(faces[id], tuple(notices)) for id, notices in found]
