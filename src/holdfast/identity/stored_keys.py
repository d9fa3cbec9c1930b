"""Whether what people are stored under is what their facts say, and putting it right where it is not. The database keeps the keys
itself; this is for what it could not see, such as rows that were brought in past its triggers."""

from collections.abc import Iterator, Sequence

from django.db import connection

from holdfast.record.models import Person

AT_ONCE = 500
"""How many people are compared by one question: their keys are worked out in the database's memory."""

DIFFERENT = """
SELECT now.person FROM identity_search_keys(%(people)s::varchar[]) AS now
LEFT JOIN identity_searchkey AS kept ON kept.person_id = now.person
WHERE (coalesce(kept.keys, '') <> now.keys OR kept.born IS DISTINCT FROM now.born)
  AND now.person <> ALL(identity_found_by(ARRAY(SELECT person_id FROM identity_unkeyed)))
ORDER BY now.person
"""
"""But for whom this transaction has written of: their keys are made as it ends."""
MADE_ANEW = "SELECT identity_keep_search_keys(%(people)s::varchar[])"


def wrong_keys() -> Iterator[str]:
    """Ids of the people who would be found by something else than what their facts say, or by less."""
    for people in _batches():
        yield from _different(people)


def mend_keys() -> int:
    """Store what the facts say wherever something else is stored. Returns for how many people that was so."""
    mended = 0
    for people in _batches():
        if wrong := _different(people):
            # Worked out again under the locks that a write takes: somebody may be writing about them now.
            with connection.cursor() as cursor:
                cursor.execute(MADE_ANEW, {"people": wrong})
            mended += len(wrong)
    return mended


def _batches() -> Iterator[Sequence[str]]:
    after = ""
    while people := list(Person.objects.filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        yield people
        after = people[-1]


def _different(people: Sequence[str]) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(DIFFERENT, {"people": list(people)})
        return [str(id) for (id,) in cursor.fetchall()]
