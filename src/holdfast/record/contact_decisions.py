"""What is decided about contacts, child by child, and whose decision is still owed: one reading for the page of a concern, for
every list and for whoever told us."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from holdfast.engine.reference.entry_fields import value
from holdfast.engine.reference.person_view import PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.kernel.moment import Moment
from holdfast.record.entry_versions import first_version, for_each_child, history_of
from holdfast.record.models import EntryEnvelope
from holdfast.record.read import entries_about_of, entries_by_id, people, relationships
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import World

LIFE = ("birth_recorded", "death_recorded")


@dataclass(frozen=True)
class ContactDecisions:
    """``decided`` is the decision that stands about each person there is one for, as it reads for them; ``undecided`` are those
    for whom one is still owed."""

    decided: Mapping[str, Entry]
    undecided: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether something is decided and nothing is owed."""
        return bool(self.decided) and not self.undecided


def decisions_in(known: RecordView, contact: Entry) -> ContactDecisions:
    """Of one contact as it reads now, by everything that ``known`` shows. What was withdrawn decides nothing."""
    decided = known.keep("decisions of contacts", _by_contact).get(known.history.root(contact.id), {})
    # Whose age is not asked need not be read: most contacts are decided for everybody.
    if all(person in decided for person in contact.about):
        return ContactDecisions(decided, ())
    return ContactDecisions(decided, tuple(person for person in _owed_to(known, contact) if person not in decided))


def _by_contact(known: RecordView) -> dict[str, dict[str, Entry]]:
    found: dict[str, dict[str, Entry]] = {}
    for entry in known.of("contact_decided"):
        # Each as it reads for that child: of one entry with a row for each, the reasons given for a brother are not hers. Of two
        # decisions about one child the later stands.
        found.setdefault(known.history.root(str(value(entry, "contact"))), {}).update(for_each_child(entry))
    return found


def _owed_to(known: RecordView, contact: Entry) -> list[str]:
    """Whom a decision is owed: the living children it is about. An adult beside them has none of their own, and a child who has
    died needs none; of nobody else it is owed to everybody it is about."""
    # On the day it happened: whoever has grown up since was told of as a child, and her mother's turn does not come by that.
    views = [PersonView.of(known, person) for person in contact.about]
    children = [view for view in views if not view.is_adult(contact.happened.first)]
    return [view.id for view in [each for each in children if each.died is None] or children or views]


def decisions_of(contacts: Iterable[str], moment: Moment) -> dict[str, ContactDecisions]:
    """Of each of these contacts, by their first versions, about which anything was ever decided."""
    versions = history_of(contacts, moment).by_id
    named = [id for id, entry in versions.items() if entry.type == "contact_received"]
    decisions = history_of(_decisions_naming(named), moment).by_id
    known = RecordView(World({}, {}, {}, (), (*versions.values(), *decisions.values())), moment)
    every = known.keep("decisions of contacts", _by_contact)
    standing = [contact for id in every if (contact := known.current(id)) is not None]
    owed = [each for each in standing if not set(each.about) <= set(every[known.history.root(each.id)])]
    if owed:
        # Whoever is told of together: that a grown-up without a date of birth is one shows by whose mother she is.
        about = {person for each in owed for person in each.about}
        lives = entries_about_of(about, (*LIFE, "entry_withdrawn"), moment)
        entries = {entry.id: entry for entry in (*known.world.entries, *lives)}
        known = RecordView(World({}, {}, people(about, moment), relationships(about, moment), tuple(entries.values())), moment)
    return {known.history.root(each.id): decisions_in(known, each) for each in standing}


def _decisions_naming(contacts: list[str]) -> set[str]:
    """The first version of every decision of which any version names one of these contacts."""
    rows = EntryEnvelope.objects.filter(type="contact_decided", body__data__contact__in=contacts).values_list("pk", "corrects")
    corrected = entries_by_id([str(pk) for pk, corrects in rows if corrects is not None])
    firsts = {first_version(entry).id for entry in corrected.values()}
    return firsts | {str(pk) for pk, corrects in rows if corrects is None}


def as_sent(first: Entry, now: Entry) -> dict[str, str]:
    """Of those whom a contact is about ``now``, whom whoever sent it spoke of, each by whom they were taken to be then: a child
    who was found since stands for "a child whose name is not known"."""
    spoken_of = {person: person for person in now.about if person in first.about}
    gone = [person for person in first.about if person not in now.about]
    # Only where one stood for another: a brother whom the concern did not name is not the sender's to learn of.
    since = [person for person in now.about if person not in first.about]
    return spoken_of | dict(zip(since, gone, strict=False))
