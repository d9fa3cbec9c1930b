"""Who may have told us: whoever the record holds the number or address for that was given; whoever only has the name, apart from
them; and those of the family."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from holdfast.access.kept_back_matters import kept_back
from holdfast.duty.contact_thread import ContactThread
from holdfast.engine.reference.entry_fields import row_value, value
from holdfast.identity.name_forms import folded
from holdfast.kernel.calendar import add_months
from holdfast.kernel.moment import Moment
from holdfast.pages.child_names import child_name
from holdfast.record.models import Relationship, Worker
from holdfast.record.read import people
from holdfast.vocabulary.stated_facts import NUMBER, dialled
from holdfast.vocabulary.world import KnownPerson

ADDRESSES = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


SPEAKS = 24  # months: before that nobody tells anything in words


@dataclass(frozen=True)
class PossibleSender:
    """Somebody it may have been. ``choice`` says who for the form, ``name`` for the page, ``why`` what speaks for them."""

    choice: str
    name: str
    why: str


def possible_senders(thread: ContactThread, reach: str = "") -> list[PossibleSender]:
    """Who it may have been, surest first. ``reach`` is a number or address that somebody has since."""
    told = " ".join(filter(None, (reach, value(thread.current, "text"), value(thread.current, "channel"), _name(thread))))
    found: dict[str, PossibleSender] = {}
    for each in (*_reached_at(told), *_named_so(thread), *_family(thread)):
        found.setdefault(each.choice, each)
    return list(found.values())


def _name(thread: ContactThread) -> str:
    sent = value(thread.current, "from")
    return " ".join(str(part) for part in (row_value(sent, "name"), row_value(sent, "role")) if part)


def _reached_at(told: str) -> Iterable[PossibleSender]:
    numbers = {dialled(each) for each in NUMBER.findall(told)}
    addresses = {each.casefold() for each in ADDRESSES.findall(told)}
    if not numbers and not addresses:
        return
    rows = Worker.objects.select_related("organisation").exclude(Q(phone="") & Q(email="") & Q(organisation__phone=""))
    for worker in rows.order_by("name"):
        place = worker.organisation
        if dialled(worker.phone) in numbers or worker.email.casefold() in addresses:
            yield _possible(worker, "The number or address they gave is the one the record holds for them.")
        elif place is not None and place.phone and dialled(place.phone) in numbers:
            yield _possible(worker, f"The number they gave is that of {place.name}.")


def _named_so(thread: ContactThread) -> Iterable[PossibleSender]:
    sent = value(thread.current, "from")
    ask = "Only the name is the same. Ring back on the number the record holds before you choose this."
    if picked := row_value(sent, "worker"):
        for worker in Worker.objects.select_related("organisation").filter(pk=picked):
            yield _possible(worker, "Whoever typed it in chose this name from the list.")
    if name := row_value(sent, "name"):
        for worker in Worker.objects.select_related("organisation").filter(name__iexact=name):
            yield _possible(worker, ask)


def _family(thread: ContactThread) -> Iterable[PossibleSender]:
    about = thread.current.about
    links = Relationship.objects.filter(Q(from_person__in=about) | Q(to_person__in=about)).exclude(kind="")
    kinds = {(each.from_person_id if each.to_person_id in about else each.to_person_id): each.kind for each in links}
    named = people(set(kinds) | set(about), Moment.live(thread.moment.as_at))
    must_not = [folded(name) for each in kept_back(about, thread.moment) for name in each.kept_from]
    for id in dict.fromkeys((*about, *kinds)):
        if id in named and _may_have_told(named[id], must_not, thread):
            yield PossibleSender(f"person:{id}", child_name(named[id]), "The child" if id in about else "One of the family")


def _may_have_told(person: KnownPerson, must_not: list[str], thread: ContactThread) -> bool:
    """Whether somebody of the family can be the one who told us: not a child who cannot speak yet, and not whoever must not know
    that anybody did."""
    names = [folded(str(name)) for name in person.names if str(name)]
    speaks_from = add_months(person.born.last, SPEAKS) if person.born is not None else None
    too_young = speaks_from is not None and speaks_from > thread.current.happened.last
    return bool(names) and not too_young and not any(f" {name} " in f" {said} " for name in names for said in must_not)


def _possible(worker: Worker, why: str) -> PossibleSender:
    place = f", {worker.organisation.name}" if worker.organisation else ""
    return PossibleSender(f"worker:{worker.pk}", f"{worker.name}{place}", why)
