"""Finding a child: by their name however it is spelt, by another name, a parent's name or where they live.

The database finds candidates by keys (see :mod:`holdfast.identity.name_forms`), this ranks them. What was typed is neither
logged nor put into an address.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from holdfast.engine.reference.person_view import GROWN_UP, PersonView
from holdfast.engine.reference.record_view import RecordView
from holdfast.identity import search_relevance as relevance
from holdfast.identity.search_relevance import Candidate, SearchTerms
from holdfast.kernel.moment import Moment
from holdfast.kernel.when import london_day
from holdfast.record import read
from holdfast.record.person_details import details_of
from holdfast.vocabulary.stated_facts import FactKind
from holdfast.vocabulary.world import World

# Each candidate is ranked by every word of their names, their parents' and their addresses: a common name alone must not have
# thousands ranked.
MOST_CANDIDATES = 400
MOST_SHOWN = 20

# Each statement stands whole, with the same two lines of what was known and had not been replaced by then: a condition kept apart
# and put in would make the text of a query out of texts, and here strangers type what is looked for.
BY_NAME = """
SELECT fact.person_id, max(
    cardinality(ARRAY(
      SELECT word FROM unnest(%(words)s::text[]) AS word WHERE identity_name_vector(fact.value) @@ (word || ':*')::tsquery
    ))
    + 0.5 * cardinality(ARRAY(SELECT unnest(identity_name_sounds(fact.value)) INTERSECT SELECT unnest(%(sounds)s::text[])))
  ) AS found
FROM record_personfact fact
WHERE fact.kind = 'name' AND fact.recorded_at <= %(known)s AND fact.value IS NOT NULL
  AND NOT EXISTS (SELECT FROM record_personfact later WHERE later.replaces_id = fact.id AND later.recorded_at <= %(known)s)
  AND (identity_name_vector(fact.value) @@ %(query)s::tsquery OR identity_name_sounds(fact.value) && %(sounds)s::text[])
GROUP BY fact.person_id ORDER BY found DESC, fact.person_id LIMIT %(most)s
"""

BY_ADDRESS = """
SELECT fact.person_id FROM record_personfact fact
WHERE fact.kind = 'address' AND fact.recorded_at <= %(known)s AND fact.value IS NOT NULL
  AND NOT EXISTS (SELECT FROM record_personfact later WHERE later.replaces_id = fact.id AND later.recorded_at <= %(known)s)
  AND identity_vector(fact.value #>> '{}') @@ %(query)s::tsquery
UNION
SELECT body.data ->> 'person' FROM record_entrybody body JOIN record_entryenvelope entry ON entry.id = body.envelope_id
WHERE body.data ? 'address' AND identity_vector(body.data ->> 'address') @@ %(query)s::tsquery
  AND entry.recorded_at <= %(known)s
LIMIT %(most)s
"""

BY_BIRTH = """
SELECT fact.person_id FROM record_personfact fact
WHERE fact.kind = 'born' AND fact.recorded_at <= %(known)s AND fact.value IS NOT NULL
  AND NOT EXISTS (SELECT FROM record_personfact later WHERE later.replaces_id = fact.id AND later.recorded_at <= %(known)s)
  AND fact.value = to_jsonb(%(born)s::text) LIMIT %(most)s
"""

FAMILIES = """
SELECT link.from_person_id, link.to_person_id FROM record_relationship link
WHERE link.kind = ANY(%(kinds)s) AND link.recorded_at <= %(known)s
  AND (link.from_person_id = ANY(%(ids)s) OR link.to_person_id = ANY(%(ids)s))
"""


@dataclass(frozen=True)
class Found:
    """What a search found: the children, best first; and adults who fit but have no child in the record."""

    asked: SearchTerms
    children: tuple[str, ...]
    adults: tuple[str, ...]
    world: World
    more: bool = False


def find(text: str, moment: Moment) -> Found:
    """Everyone who may be meant by ``text``, as the record knew them at ``moment``."""
    wanted = relevance.search_terms(text)
    ids = candidates(wanted, moment)
    family = families_of(ids, moment)
    # Twice: a grandmother's name leads to the mother, and she to the child who is meant.
    family |= families_of(sorted(family), moment)
    # People alone and no entries: what is recorded about a child has no part in whether they are found.
    world = read.world_of({*ids, *family}, (), moment)
    addresses = addresses_of(world.people, moment)
    known = RecordView(world, moment)
    day = london_day(moment.as_at)
    scored: list[tuple[str, float, str]] = []
    for id, person in world.people.items():
        parents = parents_of(world, id)
        candidate = Candidate(
            tuple(str(name) for name in person.names),
            tuple(str(name) for parent in parents for name in world.people[parent].names),
            tuple(line for each in (id, *parents) for line in addresses.get(each, ())),
            person.born,
        )
        scored.append((id, relevance.fit(wanted, candidate), person.name))
    order = relevance.best_first(scored)
    children = [id for id in order if not PersonView(known, id).is_adult(day)]
    # A mother who is looked for is found by her child's card. She stands alone only where the record has no child of hers.
    adults = [
        id
        for id in order
        if id not in children and not any(r.from_person == id and r.kind in GROWN_UP for r in world.relationships)
    ]
    return Found(wanted, tuple(children[:MOST_SHOWN]), tuple(adults[:MOST_SHOWN]), world, len(children) > MOST_SHOWN)


def candidates(wanted: SearchTerms, moment: Moment) -> list[str]:
    """Ids of those whom any word, sound, address or birth could mean."""
    words = [*wanted.words, *([wanted.joined] if len(wanted.words) > 1 else [])]
    prefixes = [word for word in words if len(word) > 1]
    asked = {
        "known": moment.known_at,
        "most": MOST_CANDIDATES,
        "words": [_lexeme(word) for word in prefixes],
        "query": " | ".join(_lexeme(word) + ":*" for word in prefixes),
        "sounds": list(wanted.sounds),
        "born": wanted.born.isoformat() if wanted.born else None,
    }
    found: dict[str, None] = {}
    with connection.cursor() as cursor:
        if prefixes:
            cursor.execute(BY_NAME, asked)
            found.update(dict.fromkeys(row[0] for row in cursor.fetchall()))
            cursor.execute(BY_ADDRESS, asked)
            found.update(dict.fromkeys(row[0] for row in cursor.fetchall()))
        if wanted.born:
            cursor.execute(BY_BIRTH, asked)
            found.update(dict.fromkeys(row[0] for row in cursor.fetchall()))
    return list(found)


def _lexeme(word: str) -> str:
    # Quoted as a lexeme, so that nothing that was typed is read as an operator of the search.
    return "'" + word.replace("\\", "").replace("'", "") + "'"


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


def addresses_of(people: Iterable[str], moment: Moment) -> dict[str, tuple[str, ...]]:
    """Every address recorded for each person by the moment, the latest first."""
    found = details_of(people, moment)
    return {
        id: tuple(each.value for each in (*details.facts, *details.ended) if each.kind is FactKind.ADDRESS)
        for id, details in found.items()
    }
