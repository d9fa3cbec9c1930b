"""The banner of who must not know, in words for its reader: drawn by the frame on every page about a child."""

from dataclasses import dataclass

from holdfast.access.kept_back_matters import KeptBackMatter, banner_for
from holdfast.access.web import PageRequest
from holdfast.kernel.when import london_day
from holdfast.record.models import Person
from holdfast.record.read import parties, people
from holdfast.vocabulary.sentence_parts import listed, party, stopped
from holdfast.vocabulary.world import World, WorldNames


@dataclass(frozen=True)
class MustNotKnowLine:
    """One thing that somebody must not know: who, what, why and by whose word, and when somebody looks at it again."""

    who: str
    what: str
    source: str
    look_again: str
    entry: str


def must_not_know(request: PageRequest) -> list[MustNotKnowLine]:
    """What the reader of this page is warned of; nothing for whoever must not know it themselves."""
    children = getattr(request, "warned_about", ())
    found = banner_for(request.user.worker, children, request.moment) if children else ()
    if not found:
        return []
    names = _names(found, request)
    return [_line(each, names, request) for each in found]


def _names(found: tuple[KeptBackMatter, ...], request: PageRequest) -> WorldNames:
    said = {id for each in found for id in (*each.kept_from, each.said_by)}
    known = Person.objects.filter(pk__in=said).values_list("pk", flat=True)
    organisations, workers = parties()
    return World(organisations, workers, people(known, request.moment), (), ()).names


def _line(matter: KeptBackMatter, names: WorldNames, request: PageRequest) -> MustNotKnowLine:
    who = listed(party(names, each) for each in matter.kept_from) or "It is not said who. Ask"
    if matter.said_as:
        who = f"{stopped(who)} In their words: “{matter.said_as}”"
    why = f"{matter.why}. " if matter.why else ""
    said = f"{why}Said by {party(names, matter.said_by)}, {matter.since.in_words()}."
    return MustNotKnowLine(stopped(who), stopped(matter.what), said, matter.look_again(london_day(request.at)), matter.id)
