"""Conditions that read what somebody wrote: each different text is read once, by the reference engine's own reading, and
joined."""

from collections.abc import Callable, Iterable

import pyarrow as pa

from holdfast.engine.bulk.asking import FALSE, Answer, Asked, meaning, text
from holdfast.engine.bulk.before_and_after import digest
from holdfast.engine.bulk.workers import role_of
from holdfast.engine.reference.phrases import says
from holdfast.engine.reference.pleas import plea
from holdfast.rules import conditions as c
from holdfast.standards import professions as p


def read(asked: Asked, fields: Iterable[str], what: str, reads: Callable[[str], bool]) -> str:
    """Whether one of the texts in ``fields`` is one that ``reads`` says so of; ``what`` names the reading."""
    found = []
    for field in fields:
        listed = asked.listed(field)
        if listed is None:
            continue
        name = f"read_{digest(asked.type, field, what)}"
        asked.prepare.table(name, lambda listed=listed, name=name: _read(asked, listed, name, reads))  # type: ignore[misc]
        found.append(f"{asked.join(name, '{it}.id = e.id')}.id IS NOT NULL")
    return f"({' OR '.join(found)})" if found else FALSE


def _read(asked: Asked, listed: str, name: str, reads: Callable[[str], bool]) -> str:
    machine = asked.prepare.machine
    texts = f"SELECT e.id, UNNEST({listed}) AS said FROM known_{asked.type} AS e"
    rows = machine.rows(f"SELECT DISTINCT said FROM ({texts}) AS t WHERE said IS NOT NULL")
    meant = [said for (said,) in rows if reads(said)]
    machine.put(f"{name}_texts", pa.table({"said": meant}, schema=pa.schema([("said", pa.string())])))
    return f"SELECT DISTINCT t.id FROM ({texts}) AS t JOIN {name}_texts AS m ON m.said = t.said"


@meaning(c.Says)
def _says(condition: c.Says, asked: Asked) -> Answer:
    return Answer(read(asked, condition.fields, repr(condition.phrases), lambda said: says(said, condition.phrases)))


@meaning(c.AsksForSafety)
def _asks_for_safety(condition: c.AsksForSafety, asked: Asked) -> Answer:
    return Answer(read(asked, (condition.field,), "safety", lambda said: plea(said) is not None))


@meaning(c.AsLead)
def _as_lead(condition: c.AsLead, asked: Asked) -> Answer:
    role, worker = asked.one("role"), asked.one("worker")
    given = read(asked, ("role",), "lead", lambda said: p.normal(said) in p.LEAD_ROLES) if role is not None else FALSE
    unsaid = f"COALESCE(trim({role}), '') = ''" if role is not None else "TRUE"
    own = " OR ".join(f"{role_of(worker, asked)} = {text(each)}" for each in sorted(p.LEAD_ROLES)) if worker else FALSE
    return Answer(f"({given} OR ({unsaid} AND ({own})))")


__all__ = ["read"]
