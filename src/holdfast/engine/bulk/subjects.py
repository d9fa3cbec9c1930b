"""Starts that are somebody's each: one for every responsible adult, agency, linked child or adult in the home."""

from collections.abc import Callable

import pyarrow as pa

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import FALSE, TRUE, Answer, Asked, Preparing, meaning, text, texts
from holdfast.engine.bulk.people import adult, child_on
from holdfast.engine.bulk.relatives import parents, siblings
from holdfast.engine.bulk.starting import MEANINGS, TYPES, types_of
from holdfast.engine.reference.concerned import LOOKED_AT_TOGETHER, RELATED
from holdfast.engine.reference.life import MAJORITY, PARENTS
from holdfast.rules import conditions as c
from holdfast.rules.trigger import ForEach
from holdfast.standards import professions as p

guard.PARTS["ForEach"] = frozenset({"who", "trigger"})
guard.CONDITIONS |= {"TookPart": frozenset(), "HasResponsibility": frozenset(), "AboutSubject": frozenset()}


def _responsible_adults(preparing: Preparing) -> str:
    """Every parent, and adult with parental responsibility, who is alive, by child."""
    dead = "SELECT DISTINCT f_person AS person FROM known_death_recorded"
    return (
        f"SELECT DISTINCT r.to_person AS child, r.from_person AS subject FROM relationships AS r LEFT JOIN ({dead}) AS d "
        f"ON d.person = r.from_person WHERE (r.kind IN {texts(PARENTS)} OR COALESCE(r.parental_responsibility, FALSE)) "
        "AND d.person IS NULL"
    )


def _agencies(preparing: Preparing) -> str:
    """Every agency that was at a core group, but children's social care, with the day, by child."""
    machine = preparing.machine
    present = "SELECT e.child, e.last, UNNEST(e.f_present) AS x FROM each_core_group_held AS e"
    parts = ", ".join(f"COALESCE(x.{part}, '') AS {part}" for part in ("worker", "role", "organisation"))
    each = f"SELECT child, last, {parts} FROM ({present}) AS y"
    workers = {id: (role, agency) for id, role, agency in machine.rows("SELECT id, role, organisation FROM all_workers")}
    known = {id: (id, kind, name) for id, kind, name in machine.rows("SELECT id, kind, name FROM all_organisations")}
    rows = []
    for worker, role, agency in machine.rows(f"SELECT DISTINCT worker, role, organisation FROM ({each}) AS z"):
        their_role, their_agency = workers.get(worker, (None, None))
        said, where = p.normal(role) or p.normal(their_role), agency or their_agency
        ours = p.speaks_of(p.SOCIAL_CARE_WORDS, said, *known.get(where, (where,)))
        if where and said not in p.FAMILY_ROLES and not ours:
            rows.append({"worker": worker, "role": role, "organisation": agency, "subject": where})
    names = ("worker", "role", "organisation", "subject")
    machine.put("core_agencies", pa.Table.from_pylist(rows, schema=pa.schema([(name, pa.string()) for name in names])))
    same = "c.worker = z.worker AND c.role = z.role AND c.organisation = z.organisation"
    found = f"SELECT z.child, c.subject, min(z.last) AS since FROM ({each}) AS z JOIN core_agencies AS c ON {same}"
    return f"{found} GROUP BY z.child, c.subject"


def _linked(preparing: Preparing) -> str:
    """Children of another family, by child: related otherwise than as brothers and sisters, or by the father alone."""
    both = "FROM relationships WHERE kind IN " + texts(RELATED)
    theirs = parents(preparing)
    shared = (
        f"SELECT b.child, b.sibling AS subject FROM {siblings(preparing)} AS b JOIN {theirs} AS a ON a.child = b.child "
        f"JOIN {theirs} AS c ON c.child = b.sibling AND c.parent = a.parent JOIN person AS x ON x.id = b.child "
        "JOIN person AS y ON y.id = b.sibling WHERE NOT list_has_any(x.mothers, y.mothers) "
        "AND (array_length(x.mothers) > 0 OR array_length(y.mothers) > 0)"
    )
    return (
        f"SELECT from_person AS child, to_person AS subject {both} UNION "
        f"SELECT to_person AS child, from_person AS subject {both} UNION {shared}"
    )


def _each_linked(preparing: Preparing, inner: str) -> str:
    """Those not yet looked at together with the child."""
    together = " UNION ALL ".join(f"SELECT child, last, about FROM each_{type}" for type in LOOKED_AT_TOGETHER)
    person = f"SELECT t.child, t.last, UNNEST(t.about) AS person FROM ({together}) AS t"
    since = f"SELECT q.child, q.person, min(q.last) AS since FROM ({person}) AS q GROUP BY q.child, q.person"
    links = preparing.table("linked_children", lambda: _linked(preparing))
    preparing.table("looked_at_together", lambda: since)
    return (
        f"SELECT s.*, c.subject FROM ({inner}) AS s JOIN {links} AS c ON c.child = s.child "
        "LEFT JOIN looked_at_together AS g ON g.child = s.child AND g.person = c.subject AND g.since <= s.last "
        "JOIN person AS p ON p.id = c.subject "
        f"WHERE g.person IS NULL AND NOT list_contains(s.about, c.subject) AND {child_on('s.last')}"
    )


def _each_in_the_home(preparing: Preparing, inner: str, types: set[str]) -> str:
    """Everybody whom the entry names as living there, but the children, whoever is known to live there, and children."""
    each = []
    for type in sorted(types):
        asked = Asked(type, preparing)
        for field in ("joined", "members", "partners"):
            if (listed := asked.listed(field)) is not None:
                each.append(f"SELECT e.id, '{type}' AS type, UNNEST({listed}) AS who FROM known_{type} AS e")
    named = preparing.table("named_in_the_home", lambda: f"SELECT DISTINCT id, type, who FROM ({' UNION ALL '.join(each)}) AS n")
    theirs = parents(preparing)
    own = f"SELECT DISTINCT child FROM {theirs}"
    unborn = f"NOT {adult('s.last', 'a')} AND w.child IS NOT NULL"
    young = f"(CASE WHEN a.born_first IS NULL THEN {unborn} ELSE COALESCE(s.last < a.y{MAJORITY}_first, FALSE) END)"
    return (
        f"SELECT s.*, n.who AS subject FROM ({inner}) AS s JOIN {named} AS n ON n.id = s.id AND n.type = s.type "
        f"LEFT JOIN {siblings(preparing)} AS b ON b.child = s.child AND b.sibling = n.who "
        f"LEFT JOIN {theirs} AS r ON r.child = s.child AND r.parent = n.who AND s.type = 'household_recorded' "
        f"LEFT JOIN person AS a ON a.id = n.who LEFT JOIN ({own}) AS w ON w.child = n.who "
        f"WHERE n.who <> s.child AND b.child IS NULL AND r.child IS NULL AND NOT {young}"
    )


def _for_each(trigger: ForEach, preparing: Preparing, carry: Callable[[Asked], str]) -> str:
    inner = MEANINGS[type(trigger.trigger)](trigger.trigger, preparing, carry)
    match trigger.who:
        case "responsible_adults":
            table = preparing.table("responsible_adults", lambda: _responsible_adults(preparing))
            return f"SELECT s.*, c.subject FROM ({inner}) AS s LEFT JOIN {table} AS c ON c.child = s.child"
        case "core_group_agencies":
            table = preparing.table("core_group_agencies", lambda: _agencies(preparing))
            return f"SELECT s.*, c.subject FROM ({inner}) AS s JOIN {table} AS c ON c.child = s.child AND c.since <= s.last"
        case "linked_children":
            return _each_linked(preparing, inner)
    return _each_in_the_home(preparing, inner, types_of(trigger.trigger))


@meaning(c.NamesSubject)
def names_subject(condition: c.NamesSubject, asked: Asked) -> Answer:
    if not asked.started:
        return Answer(TRUE)
    listed = asked.listed(condition.field)
    return Answer(f"(s.subject IS NULL OR {'FALSE' if listed is None else f'list_contains({listed}, s.subject)'})")


@meaning(c.AboutSubject)
def about_subject(condition: c.AboutSubject, asked: Asked) -> Answer:
    return Answer("COALESCE(list_contains(e.about, s.subject), FALSE)" if asked.started else FALSE)


@meaning(c.HasResponsibility)
def has_responsibility(condition: c.HasResponsibility, asked: Asked) -> Answer:
    if not asked.started:
        return Answer(FALSE)
    mother = "list_contains(x.mothers, r.from_person) AND r.parental_responsibility IS NULL"
    found = (
        "SELECT DISTINCT r.to_person AS child, r.from_person AS subject FROM relationships AS r "
        f"JOIN person AS x ON x.id = r.to_person WHERE COALESCE(r.parental_responsibility, FALSE) OR ({mother})"
    )
    table = asked.prepare.table("has_responsibility", lambda: found)
    return Answer(f"{asked.join(table, '{it}.child = s.child AND {it}.subject = s.subject')}.child IS NOT NULL")


@meaning(c.TookPart)
def took_part(condition: c.TookPart, asked: Asked) -> Answer:
    """Whether the adult was present, by name or by what they are to the child."""
    if not asked.started:
        return Answer(TRUE)
    shape, missing = asked.shape("present"), text("who was present")
    if shape is None or shape.kind != "row":
        return Answer("s.subject IS NULL", f"CASE WHEN s.subject IS NOT NULL THEN {missing} END")
    kinds = "SELECT to_person AS child, from_person AS subject, list(DISTINCT kind) AS kinds FROM relationships "
    table = asked.prepare.table("kinds_of_relative", lambda: f"{kinds}GROUP BY to_person, from_person")
    theirs = asked.join(table, "{it}.child = s.child AND {it}.subject = s.subject")
    roles = asked.join(_roles(asked), "{it}.id = e.id")
    named = "array_length(list_filter(e.f_present, lambda x: x.person = s.subject)) > 0"
    there = f"COALESCE({named}, FALSE) OR COALESCE(list_has_any({roles}.roles, {theirs}.kinds), FALSE)"
    unsaid = f"CASE WHEN s.subject IS NOT NULL AND e.f_present IS NULL THEN {missing} END"
    return Answer(f"(s.subject IS NULL OR {there})", unsaid)


def _roles(asked: Asked) -> str:
    """The roles, as they are compared, of everybody at each meeting who is not named."""

    def make() -> str:
        rows = f"SELECT id, UNNEST(f_present) AS x FROM known_{asked.type}"
        unnamed = f"SELECT id, x.role AS role FROM ({rows}) AS r WHERE COALESCE(x.person, '') = '' AND x.role IS NOT NULL"
        said = [role for (role,) in asked.prepare.machine.rows(f"SELECT DISTINCT role FROM ({unnamed}) AS u")]
        schema = pa.schema([("role", pa.string()), ("plain", pa.string())])
        asked.prepare.machine.put("roles_said", pa.table({"role": said, "plain": [p.normal(one) for one in said]}, schema=schema))
        joined = f"FROM ({unnamed}) AS u JOIN roles_said AS q ON q.role = u.role"
        return f"SELECT u.id, list(DISTINCT q.plain) AS roles {joined} GROUP BY u.id"

    return asked.prepare.table(f"roles_at_{asked.type}", make)


MEANINGS[ForEach] = _for_each
TYPES[ForEach] = lambda trigger: types_of(trigger.trigger)
