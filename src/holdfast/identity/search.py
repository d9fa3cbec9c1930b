"""Finding a child: by their name however it is spelt, by another name, a parent's name, where they live, when they were born, or
a number.

The database finds candidates by stored keys (see :mod:`holdfast.identity.search_keys`), this ranks them. What was typed is
neither logged nor put into an address.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db import connection

from holdfast.access.details_shown import open_details_for
from holdfast.engine.reference.person_view import GROWN_UP, PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.identity import search_keys as keys
from holdfast.identity import search_relevance as relevance
from holdfast.identity.kin_forms import KinAsked
from holdfast.identity.search_relevance import Candidate
from holdfast.identity.search_terms import SearchTerms, readings, search_terms
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.record import read
from holdfast.record.models import Worker
from holdfast.record.person_details import PersonDetails
from holdfast.vocabulary.stated_facts import FactKind, dialled
from holdfast.vocabulary.world import World

MOST_SHOWN = 20
MOST_CANDIDATES = 2 * MOST_SHOWN
"""Each candidate is read and ranked by every word: a common name alone must not have thousands read."""
WEIGHED = 2000
"""Of a name that more people have than this, which of them are ranked is left to chance: the page asks for another word."""

NUMBERS = (FactKind.NHS_NUMBER, FactKind.TELEPHONE)
BY_KEYS = "SELECT * FROM identity_candidates(%(asked)s::tsquery, %(own)s::tsquery[], %(weighed)s, %(most)s)"

FAMILIES = """
SELECT link.from_person_id, link.to_person_id FROM record_relationship link
WHERE link.kind = ANY(%(kinds)s) AND link.recorded_at <= %(known)s
  AND (link.from_person_id = ANY(%(ids)s) OR link.to_person_id = ANY(%(ids)s))
"""


@dataclass(frozen=True)
class Found:
    """What a search found: the children, best first; and adults who fit and are not found by the card of a child of theirs, or
    who are the kin that was asked for. ``exact`` are those of whom the record says just what was typed; ``addresses`` every
    address recorded for each, the latest first."""

    asked: SearchTerms
    children: tuple[str, ...]
    adults: tuple[str, ...]
    world: World
    more: bool = False
    exact: frozenset[str] = field(default=frozenset())
    addresses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def find(text: str, moment: Moment, *, reader: Worker | None) -> Found:
    """Everyone who may be meant by ``text``, as the record knew them at ``moment``. Where nobody is, what was typed is read
    another way; and what no way of reading finds is said, where it was more than names. An address that is kept back from its
    ``reader`` finds nobody for them."""
    found = None
    for asked in readings(text, london_day(moment.as_at)):
        found = _found(asked, moment, reader)
        if found.children or found.adults:
            return found
    assert found is not None  # there is always one way of reading
    return replace(found, asked=search_terms(text, london_day(moment.as_at)).not_understood())


def _found(wanted: SearchTerms, moment: Moment, reader: Worker | None) -> Found:
    ids = candidates(wanted)
    family = families_of(ids, moment)
    # Twice: a grandmother's name leads to the mother, and she to the child who is meant.
    family |= families_of(sorted(family), moment)
    world = _people({*ids, *family}, moment)
    addresses, known = _details(world, moment, reader)
    fits = relevance.best_first((id, relevance.fit(wanted, each), each.name) for id, each in known.items())
    view, day = RecordView(world, moment), london_day(moment.as_at)
    children = [id for id, _ in fits if not PersonView(view, id).is_adult(day)]
    exact = frozenset(id for id, fit in fits if fit.exact)
    shown = children[:MOST_SHOWN]
    # A mother who is looked for is found by her child's card. She stands by herself where no child of hers is shown, or only one
    # who fits less well than she does.
    by_child = {
        link.from_person
        for link in world.relationships
        if link.kind in GROWN_UP and link.to_person in shown and (link.to_person in exact or link.from_person not in exact)
    }
    adults = [id for id, _ in fits if id not in children and id not in by_child]
    found = Found(wanted, tuple(shown), tuple(adults[:MOST_SHOWN]), world, len(children) > MOST_SHOWN, exact, addresses)
    return found if wanted.kin is None or not fits else _with_kin(found, wanted.kin, known)


def _with_kin(found: Found, kin: KinAsked, known: Mapping[str, Candidate]) -> Found:
    """With whoever is the mother, or what was asked for, of those who are called so themselves."""
    named = {id for id, each in known.items() if relevance.fits_by_name(found.asked, each)}
    links = [link for link in found.world.relationships if link.to_person in named and link.kind in kin.kinds]
    meant = dict.fromkeys(link.from_person for link in links if link.from_person in known)
    exact = found.exact | {link.from_person for link in links if link.to_person in found.exact}
    if not meant:
        looked = (
            f"No {kin.word} of theirs is on the record." if kin.kinds else f"We cannot look for a {kin.word} by whose they are."
        )
        said = f"{looked} Open the child’s page to see the family."
        return replace(found, asked=replace(found.asked, faults=(*found.asked.faults, said)))
    adults = tuple(dict.fromkeys((*meant, *(id for id in found.adults if id in named))))
    return replace(found, adults=adults[:MOST_SHOWN], exact=exact)


def _people(ids: set[str], moment: Moment) -> World:
    """People alone: what is recorded about a child has no part in whether they are found, and who works where has none either."""
    return World({}, {}, read.people(ids, moment), read.relationships(ids, moment), ())


def _details(world: World, moment: Moment, reader: Worker | None) -> tuple[dict[str, tuple[str, ...]], dict[str, Candidate]]:
    """The addresses of each that its reader may know, and each as somebody who might be meant."""
    details = open_details_for(reader, world.people, moment)
    addresses = {id: _said(each, FactKind.ADDRESS) for id, each in details.items()}
    grown_ups, known = _grown_ups(world), dict[str, Candidate]()
    for id, person in world.people.items():
        near = grown_ups.get(id, ())
        known[id] = Candidate(
            person.name,
            tuple(str(name) for name in person.names),
            tuple(str(name) for each in near for name in world.people[each].names),
            tuple(line for each in (id, *near) for line in addresses[each]),
            person.born or person.expected,
            tuple(dialled(said) for each in (id, *near) for kind in NUMBERS for said in _said(details[each], kind)),
        )
    return addresses, known


def _grown_ups(world: World) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for link in world.relationships:
        if link.kind in GROWN_UP and link.from_person in world.people:
            found.setdefault(link.to_person, {})[link.from_person] = None
    return {id: tuple(near) for id, near in found.items()}


def candidates(wanted: SearchTerms) -> list[str]:
    """Ids of those who may be meant: whom every word fits exactly, then alike, then all words but one or the wrong day."""
    own = [f"'n{word}'" for word in wanted.words if word.isalnum()]
    found: dict[str, None] = {}
    with connection.cursor() as cursor:
        for asked in _questions(wanted):
            # Enough of the nearest: further ways would only bring those who fit less.
            if len(found) >= MOST_CANDIDATES:
                break
            cursor.execute(BY_KEYS, {"asked": asked, "own": own, "weighed": WEIGHED, "most": MOST_CANDIDATES})
            found.update(dict.fromkeys(row[0] for row in cursor.fetchall()))
    return list(found)


def _questions(wanted: SearchTerms) -> Iterator[str]:
    """What to ask the keys, the narrowest first."""
    for number in wanted.numbers:
        yield keys.number(number)
    born = keys.born(wanted.born) if wanted.born else ""
    if not wanted.words:
        if born:
            yield born
        return
    exactly, alike = keys.all_words(wanted, keys.exactly), keys.all_words(wanted, keys.alike)
    if born:
        yield keys.both(exactly, born)
        yield keys.both(alike, born)
    yield exactly
    yield alike
    if len(wanted.words) > 1:
        yield keys.all_but_one(wanted.words)


def families_of(ids: Sequence[str], moment: Moment) -> set[str]:
    """Children of adults who fit, and parents of children who fit, so that a mother's name finds her child."""
    if not ids:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(FAMILIES, {"kinds": sorted(GROWN_UP), "known": moment.known_at, "ids": list(ids)})
        return {id for row in cursor.fetchall() for id in row}


def parents_of(world: World, child: str) -> tuple[str, ...]:
    """Parents, carers and other grown-ups recorded as somebody's, in the order recorded."""
    links = (link.from_person for link in world.relationships if link.to_person == child and link.kind in GROWN_UP)
    return tuple(dict.fromkeys(id for id in links if id in world.people))


def addresses_of(people: Iterable[str], moment: Moment, reader: Worker | None) -> dict[str, tuple[str, ...]]:
    """Every address recorded for each person by the moment that is not kept back from the reader, the latest first."""
    return {id: _said(details, FactKind.ADDRESS) for id, details in open_details_for(reader, people, moment).items()}


def _said(details: PersonDetails, kind: FactKind) -> tuple[str, ...]:
    """What is said of them of this kind, whether or not it still holds: a caller may know an old address."""
    return tuple(each.value for each in (*details.facts, *details.ended) if each.kind is kind)
