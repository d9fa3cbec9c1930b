"""Entries that were first recorded about somebody else: every version is read with what is recorded about each of them."""

# Up to the first version and down again to all of them: a correction of a correction may be about a third person, and each of the
# three has to see why the entry came or went. Two that correct one after the other note the same rows, which are then left as
# they are.
NOTE_MOVED = """
WITH RECURSIVE climb(id, earlier) AS (
    SELECT id, coalesce(corrects_id, withdraws_id) FROM record_entryenvelope WHERE id = ANY(%(ids)s::uuid[])
    UNION
    SELECT e.id, coalesce(e.corrects_id, e.withdraws_id) FROM climb c JOIN record_entryenvelope e ON e.id = c.earlier
), version(first, id) AS (
    SELECT id, id FROM climb WHERE earlier IS NULL
    UNION
    SELECT v.first, e.id FROM version v JOIN record_entryenvelope e ON e.corrects_id = v.id OR e.withdraws_id = v.id
)
INSERT INTO record_movedentry (person_id, envelope_id)
SELECT DISTINCT a.person_id, v.id
FROM version v JOIN version other USING (first) JOIN record_entryabout a ON a.envelope_id = other.id
WHERE NOT EXISTS (SELECT FROM record_entryabout own WHERE own.envelope_id = v.id AND own.person_id = a.person_id)
ON CONFLICT DO NOTHING
"""
"""Note, for everybody whom one version of these entries is about, the versions that are not about them."""
