"""What DuckDB is asked as a snapshot is partitioned: whole statements, with no part of one put together from text.

What differs from one snapshot to the next stands under names before any of them runs: ``entries``, ``all_people``,
``all_relationships`` and ``all_workers`` are what is in the snapshot, ``lines`` what was staged for one part; numbers and lists
are variables of the connection.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from holdfast.engine.bulk.duckdb_session import Duck, literal, read_parquet
from holdfast.engine.bulk.snapshot_schema import ENTRIES

# DuckDB has its own days and instants, and JSON has a null where SQL would make nothing of the whole text. The compiled rules
# count days from the first of the calendar, as Python does.
MACROS = """
CREATE OR REPLACE MACRO as_json(value) AS
    CASE WHEN value IS NULL THEN 'null' ELSE CAST(to_json(value) AS VARCHAR) END;
CREATE OR REPLACE MACRO as_instant(value) AS coalesce(CAST(epoch_us(value) AS VARCHAR), 'null');
CREATE OR REPLACE MACRO as_day(value) AS datediff('day', DATE '0001-01-01', value) + 1;
CREATE OR REPLACE MACRO as_flag(value) AS coalesce(CAST(value AS VARCHAR), 'null');
"""

NUMBERED = """
SELECT id, row_number() OVER (ORDER BY id) - 1 AS number
FROM (
    SELECT id FROM all_people
    UNION SELECT from_person FROM all_relationships
    UNION SELECT to_person FROM all_relationships
    UNION SELECT unnest(about) FROM entries
)
"""

RELATED = "SELECT from_person AS one, to_person AS other FROM all_relationships"

NAMED_TOGETHER = """
SELECT about[1] AS one, unnest(list_concat(about, named)) AS other
FROM entries
WHERE len(about) > 0 AND len(about) + len(named) > 1
"""

# An entry may point at one that is about somebody else, or put it right. Only the types that can point are joined with
# everything: most name nothing but people, and the join is what partitioning takes its time for.
POINTED_AT = """
SELECT DISTINCT pointing.one, pointed_at.about[1] AS other
FROM (
    SELECT about[1] AS one, unnest(named) AS id
    FROM entries
    WHERE len(about) > 0
        AND (list_contains(getvariable('pointing_types'), type) OR corrects IS NOT NULL OR withdraws IS NOT NULL)
) AS pointing
JOIN entries AS pointed_at ON pointed_at.id = pointing.id
WHERE len(pointed_at.about) > 0 AND pointing.one <> pointed_at.about[1]
"""

TIED_BY_NUMBER = """
SELECT DISTINCT first_of_two.number AS one, second_of_two.number AS other
FROM tied
JOIN numbered AS first_of_two ON first_of_two.id = tied.one
JOIN numbered AS second_of_two ON second_of_two.id = tied.other
WHERE first_of_two.number <> second_of_two.number
"""

MEMBER = """
SELECT numbered.id, family_of.family
FROM numbered JOIN family_of ON family_of.number = numbered.number
"""

SIZES = """
SELECT family, sum(size) AS size
FROM (
    SELECT member.family, count(*) AS size
    FROM entries JOIN member ON member.id = entries.about[1]
    GROUP BY member.family
    UNION ALL
    SELECT member.family, 0 AS size FROM all_people JOIN member ON member.id = all_people.id WHERE all_people.expected
)
GROUP BY family
"""

# A part of families of whom nothing is recorded but that a birth is awaited.
NO_LINES = """
SELECT 0 AS family, 0 AS arrived, '' AS id, '' AS line, CAST([] AS VARCHAR[]) AS mentions WHERE false
"""

# Families stay whole: a part ends with the family that fills it.
PART_OF = """
SELECT family, size, CAST((sum(size) OVER (ORDER BY family) - size) // getvariable('part_size') AS INTEGER) AS part
FROM sizes
"""

PLACED = """
SELECT member.id, member.family, part_of.part
FROM member JOIN part_of ON part_of.family = member.family
"""

ENTRY_LINES = """
SELECT
    type, id, about, named, recorder, arrived,
    concat('[', concat_ws(',',
        to_json(id), to_json(type), as_day(first), as_day(last), as_instant(instant), epoch_us(recorded_at), as_json(recorder),
        to_json(about), body, as_json(corrects), as_json(withdraws), arrived, happened
    ), ']') AS line
FROM entries
"""

NOBODYS = """
SELECT
    line, arrived, id,
    CASE WHEN list_contains(getvariable('asked_by_name'), type) THEN list_concat(named, [id]) ELSE CAST([] AS VARCHAR[]) END
        AS names
FROM entry_lines
WHERE len(about) = 0
"""

NOBODYS_IN_ORDER = "SELECT line, names FROM nobodys ORDER BY arrived, id"

# A manager's leave matters to whoever works with somebody they manage, though no entry about the family names the manager.
ASKED_FOR = """
SELECT DISTINCT name
FROM (
    SELECT unnest(names) AS name FROM nobodys
    UNION ALL
    SELECT all_workers.id AS name FROM all_workers JOIN (SELECT unnest(names) AS name FROM nobodys) AS named
        ON named.name = all_workers.manager
)
"""

# Where nothing is asked for by name, what an entry mentions would be the larger half of what is staged, for nothing.
STAGED = """
SELECT
    placed.part, placed.family, entry_lines.arrived, entry_lines.id, entry_lines.line,
    CASE WHEN getvariable('any_asked_for') THEN list_concat(about, named, [entry_lines.id, recorder])
        ELSE CAST([] AS VARCHAR[]) END AS mentions
FROM entry_lines JOIN placed ON placed.id = entry_lines.about[1]
"""

PART_SIZES = "SELECT part, count(*), sum(size) FROM part_of GROUP BY part ORDER BY part"

OF_PART = """
WITH people AS (
    SELECT
        placed.family,
        string_agg(
            concat('[', concat_ws(',',
                to_json(all_people.id), as_json(sex), written, as_instant(known_from), as_instant(known_until)
            ), ']'),
            ',' ORDER BY all_people.id, known_from NULLS FIRST
        ) AS found
    FROM all_people JOIN placed ON placed.id = all_people.id
    WHERE placed.part = getvariable('part')
    GROUP BY placed.family
), relationships AS (
    SELECT
        placed.family,
        string_agg(
            concat('[', concat_ws(',',
                to_json(from_person), to_json(to_person), to_json(kind), as_flag(parental_responsibility), written,
                as_instant(known_from), as_instant(known_until)
            ), ']'),
            ',' ORDER BY position
        ) AS found
    FROM all_relationships JOIN placed ON placed.id = all_relationships.from_person
    WHERE placed.part = getvariable('part')
    GROUP BY placed.family
), asks AS (
    SELECT mentioned.family, list(DISTINCT mentioned.name) AS found
    FROM (SELECT family, unnest(mentions) AS name FROM lines) AS mentioned
    JOIN asked_for ON asked_for.name = mentioned.name
    GROUP BY mentioned.family
), of_family AS (
    SELECT family, string_agg(line, ',' ORDER BY arrived, id) AS found FROM lines GROUP BY family
    UNION ALL
    SELECT DISTINCT placed.family, '' AS found
    FROM all_people JOIN placed ON placed.id = all_people.id
    WHERE placed.part = getvariable('part') AND all_people.expected AND placed.family NOT IN (SELECT family FROM lines)
)
SELECT
    of_family.family,
    concat('[', coalesce(people.found, ''), ']') AS people,
    concat('[', coalesce(relationships.found, ''), ']') AS relationships,
    coalesce(asks.found, CAST([] AS VARCHAR[])) AS asks,
    concat('[', of_family.found, ']') AS entries
FROM of_family
LEFT JOIN people ON people.family = of_family.family
LEFT JOIN relationships ON relationships.family = of_family.family
LEFT JOIN asks ON asks.family = of_family.family
ORDER BY of_family.family
"""


def name_entries(machine: Duck, snapshot: Path, files: Mapping[str, Sequence[str]]) -> None:
    """The views ``entries``, every entry of a snapshot with its type, and ``entry_lines``, each as it is read back."""
    machine.connection.execute(MACROS)
    if files:
        machine.view(
            "entries",
            " UNION ALL ".join(
                f"FROM {read_parquet([snapshot / file for file in there])} SELECT {literal(type)} AS type, *"
                for type, there in sorted(files.items())
            ),
        )
    else:
        machine.load_table("no_entries", ENTRIES.empty_table())
        machine.view("entries", "SELECT '' AS type, * FROM no_entries")
    machine.view("entry_lines", ENTRY_LINES)
