"""Conditions that ask who somebody was: what the reference engine says of a role, an agency or a sender is looked up for each
different one that occurs, and joined."""

from collections.abc import Callable, Iterable
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk.asking import FALSE, Answer, Asked, CannotCompile, Preparing, meaning, text, texts
from holdfast.engine.bulk.layout import column
from holdfast.engine.reference import who
from holdfast.rules import conditions as c
from holdfast.standards import professions as p

ATTENDED = text("who was present")


def role_table(preparing: Preparing) -> str:
    """Every worker's role, as roles are compared."""

    def make() -> pa.Table:
        rows = preparing.machine.rows("SELECT id, role FROM all_workers")
        found = {"id": [id for id, _ in rows], "role": [p.normal(role) for _, role in rows]}
        return pa.table(found, schema=pa.schema([("id", pa.string()), ("role", pa.string())]))

    return preparing.put("worker_role", make)


def role_of(worker: str, asked: Asked) -> str:
    """The role of the worker an expression names; empty where it is not known."""
    return f"COALESCE({asked.join(role_table(asked.prepare), f'{{it}}.id = {worker}')}.role, '')"


@meaning(c.SocialWorkerVisited)
def social_worker_visited(condition: c.SocialWorkerVisited, asked: Asked) -> Answer:
    worker = asked.one("worker")
    return Answer("TRUE" if worker is None else f"{role_of(worker, asked)} NOT IN {texts(p.NOT_SOCIAL_WORKERS)}")


@meaning(c.ByQualifiedWorker)
def by_qualified_worker(condition: c.ByQualifiedWorker, asked: Asked) -> Answer:
    role = role_of("e.recorder", asked)
    return Answer(f"(e.recorder IS NULL OR {role} IN {texts(p.SOCIAL_WORKERS | p.SOCIAL_CARE_MANAGERS)})")


@meaning(c.ByRole)
def by_role(condition: c.ByRole, asked: Asked) -> Answer:
    worker = asked.one("worker")
    named = f"COALESCE(NULLIF({worker}, ''), e.recorder)" if worker else "e.recorder"
    return Answer(f"{role_of(named, asked)} IN {texts(condition.roles)}")


Texts = tuple[str | None, ...]


def _present(asked: Asked, name: str, flag: Callable[[Texts, str | None], Any], sum_up: str, extra: str = "FALSE") -> Answer:
    """What ``sum_up`` says of everybody present at each entry, where ``flag`` is what counts of one of them."""
    shape = asked.shape("present")
    if shape is None:
        return Answer(FALSE, ATTENDED)
    if shape.kind != "row":
        raise CannotCompile(f"who was present at {asked.type}")
    table = asked.prepare.table(f"{name}_{asked.type}", lambda: _attendance(asked, name, flag, sum_up, extra))
    alias = asked.join(table, "{it}.id = e.id")
    missing = f"CASE WHEN e.{column('present')} IS NULL THEN {ATTENDED} END"
    return Answer(f"COALESCE({alias}.so, FALSE)", missing)


def _attendance(asked: Asked, name: str, flag: Callable[[Texts, str | None], Any], sum_up: str, extra: str) -> str:
    machine = asked.prepare.machine
    rows = f"SELECT id, UNNEST({column('present')}) AS x FROM known_{asked.type}"
    fields = ", ".join(f"COALESCE(x.{field}, '') AS {field}" for field in ("worker", "role", "organisation"))
    each = f"SELECT id, {fields}, COALESCE(x.person, '') AS person FROM ({rows})"
    workers = {id: (role, agency) for id, role, agency in machine.rows("SELECT id, role, organisation FROM all_workers")}
    agencies = {id: (kind, name) for id, kind, name in machine.rows("SELECT id, kind, name FROM all_organisations")}
    found = []
    for worker, role, agency in machine.rows(f"SELECT DISTINCT worker, role, organisation FROM ({each})"):
        their_role, their_agency = workers.get(worker, (None, None))
        where = agency or their_agency
        words: Texts = (where, *agencies[where]) if where in agencies else (where,)
        flags = flag((p.normal(role) or p.normal(their_role), *words), worker or None)
        found.append({"worker": worker, "role": role, "organisation": agency, **flags})
    kinds = {key: pa.string() if isinstance(value, str) else pa.bool_() for row in found[:1] for key, value in row.items()}
    blank = flag(("",), None)
    columns = kinds or {name: pa.string() for name in ("worker", "role", "organisation")} | {
        key: pa.string() if isinstance(value, str) else pa.bool_() for key, value in blank.items()
    }
    people = f"{name}_people_{asked.type}"
    machine.put(people, pa.Table.from_pylist(found, schema=pa.schema(list(columns.items()))))
    joined = f"({each}) AS a JOIN {people} AS f ON f.worker = a.worker AND f.role = a.role AND f.organisation = a.organisation"
    return f"SELECT a.id, ({sum_up}) AS so FROM {joined} GROUP BY a.id"


@meaning(c.SocialWorkerPresent)
def social_worker_present(condition: c.SocialWorkerPresent, asked: Asked) -> Answer:
    own = dict(asked.prepare.machine.rows("SELECT id, role FROM all_workers"))

    def flag(words: Texts, worker: str | None) -> dict[str, Any]:
        return {"social": words[0] in p.SOCIAL_WORKERS or p.normal(own.get(worker)) in p.SOCIAL_WORKERS}

    covers = "a.worker IN (SELECT f_cover FROM known_cover_named WHERE f_cover IS NOT NULL)"
    return _present(asked, "social_worker_at", flag, f"bool_or(f.social OR {covers})")


def _is_social_care(words: Texts) -> bool:
    return words[0] in p.SOCIAL_WORKERS | p.SOCIAL_CARE_MANAGERS or p.speaks_of(p.SOCIAL_CARE_WORDS, *words)


@meaning(c.StrategyQuorum)
def strategy_quorum(condition: c.StrategyQuorum, asked: Asked) -> Answer:
    def flag(words: Texts, worker: str | None) -> dict[str, Any]:
        return {
            "social": _is_social_care(words),
            "police": p.speaks_of(p.POLICE_WORDS, *words),
            "health": p.speaks_of(p.HEALTH_WORDS, *words),
        }

    return _present(asked, "quorum_at", flag, "bool_or(f.social) AND bool_or(f.police) AND bool_or(f.health)")


@meaning(c.ConferenceQuorum)
def conference_quorum(condition: c.ConferenceQuorum, asked: Asked) -> Answer:
    def flag(words: Texts, worker: str | None) -> dict[str, Any]:
        speaks = words[0] not in p.FAMILY_ROLES | p.WITHOUT_A_VOICE
        social = _is_social_care(words)
        other = (words[1] if len(words) > 1 else None) or words[0] or ""
        return {"social": speaks and social, "other": other if speaks and not social else ""}

    others = f"count(DISTINCT NULLIF(f.other, '')) FILTER (a.person = '') >= {condition.agencies}"
    social = "COALESCE(bool_or(f.social) FILTER (a.person = ''), FALSE)"
    return _present(asked, f"agencies_{condition.agencies}_at", flag, f"{social} AND {others}")


@meaning(c.RolePresent)
def role_present(condition: c.RolePresent, asked: Asked) -> Answer:
    def flag(words: Texts, worker: str | None) -> dict[str, Any]:
        return {"speaks": p.speaks_of(condition.words, *words)}

    name = "speaks_" + "_".join("".join(letter for letter in word if letter.isalnum()) for word in sorted(condition.words))
    return _present(asked, f"{name[:80]}_at", flag, "bool_or(f.speaks)")


class _Sender:
    """A sender as :mod:`holdfast.engine.reference.who` reads one."""

    def __init__(self, role: str | None, worker: bool, organisation: bool) -> None:
        self.role, self.worker, self.organisation = role, worker, organisation


def _roles_of_senders(asked: Asked, says: Callable[[Any], bool]) -> str:
    """The roles, among those that occur, of which ``says`` is true, for ``IN``."""
    shape = asked.shape("from")
    rows = asked.prepare.machine.rows(f"SELECT DISTINCT COALESCE(f_from.role, '') FROM raw_{asked.type}") if shape else []
    return texts([role for (role,) in rows if says(_Sender(role, False, False))] or ["\x00"])


def _texts_of_senders(asked: Asked, says: Callable[[str], bool]) -> str:
    """The same of the plain ids and words that say who sent something."""
    shape = asked.shape("from")
    known = shape is not None and shape.also
    rows = asked.prepare.machine.rows(f"SELECT DISTINCT f_from__text FROM raw_{asked.type}") if known else []
    return texts([words for (words,) in rows if words and says(words)] or ["\x00"])


def _sent(asked: Asked, row: str, named: str) -> Answer:
    """By a row that says who, or by a plain id or words."""
    shape = asked.shape("from")
    if shape is None or shape.kind != "row" or shape.many:
        return Answer(FALSE)
    plain = f"WHEN e.f_from__text IS NOT NULL THEN {named} " if shape.also else ""
    return Answer(f"COALESCE(CASE {plain}WHEN e.f_from IS NOT NULL THEN {row} ELSE FALSE END, FALSE)")


def _among(tables: Iterable[str]) -> str:
    return " OR ".join(f"e.f_from__text IN (SELECT id FROM {table})" for table in tables)


@meaning(c.FromProfessional)
def from_professional(condition: c.FromProfessional, asked: Asked) -> Answer:
    role = "COALESCE(e.f_from.role, '')"
    family = f"{role} IN {_roles_of_senders(asked, who.is_family)}"
    at_work = f"{role} IN {_roles_of_senders(asked, lambda each: who.is_professional(None, each))}"  # type: ignore[arg-type]
    placed = "COALESCE(e.f_from.worker, '') <> '' OR COALESCE(e.f_from.organisation, '') <> ''"
    named = f"NOT ({_among(('people',))}) AND e.f_from__text IN {_texts_of_senders(asked, who.works_with_children)}"
    return _sent(
        asked,
        f"(NOT {family} AND ({placed} OR {at_work}))",
        f"({_among(('all_workers', 'all_organisations'))} OR ({named}))",
    )


@meaning(c.FromFamily)
def from_family(condition: c.FromFamily, asked: Asked) -> Answer:
    family = f"COALESCE(e.f_from.role, '') IN {_roles_of_senders(asked, who.is_family)}"
    named = (
        f"NOT ({_among(('all_workers', 'all_organisations'))}) AND e.f_from__text IN {_texts_of_senders(asked, who.is_family)}"
    )
    return _sent(asked, family, f"({_among(('people',))} OR ({named}))")


@meaning(c.ProfessionalsAgreed)
def professionals_agreed(condition: c.ProfessionalsAgreed, asked: Asked) -> Answer:
    listed = asked.listed("agreed_by")
    if listed is None:
        return Answer(FALSE)
    machine = asked.prepare.machine

    def make() -> str:
        parties = f"SELECT e.id, UNNEST({listed}) AS party FROM known_{asked.type} AS e"
        others = f"SELECT DISTINCT party FROM ({parties}) WHERE party NOT IN (SELECT id FROM people)"
        family = [party for (party,) in machine.rows(others) if p.normal(party) in p.FAMILY_ROLES]
        outside = f"party NOT IN (SELECT id FROM people) AND party NOT IN {texts(family or [chr(0)])}"
        return f"SELECT DISTINCT id FROM ({parties}) WHERE {outside}"

    alias = asked.join(asked.prepare.table(f"agreed_outside_{asked.type}", make), "{it}.id = e.id")
    return Answer(f"{alias}.id IS NOT NULL")
