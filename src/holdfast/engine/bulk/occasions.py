"""Conditions about days, places and words: what is asked of the entry itself, or of it beside the one that started a clock."""

from datetime import timedelta
from typing import Any

import pyarrow as pa

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import FALSE, TRUE, Answer, Asked, CannotCompile, answer, meaning, text, texts
from holdfast.engine.bulk.before_and_after import digest
from holdfast.engine.bulk.conditions import BLANKS, own_row
from holdfast.engine.bulk.layout import column, text_column
from holdfast.engine.bulk.meeting import CARRIES
from holdfast.engine.bulk.texts import read
from holdfast.engine.reference.fields import plain
from holdfast.engine.reference.who import FAMILY_WORDS
from holdfast.kernel.calendar import england_and_wales
from holdfast.kernel.unknown import Unknown
from holdfast.rules import conditions as c
from holdfast.standards import professions as p

guard.CONDITIONS |= {
    "AllOf": frozenset({"conditions"}), "Surely": frozenset({"condition"}), "BeforeABreak": frozenset(),
    "RowIn": frozenset({"field", "column", "values"}), "OrganisationIs": frozenset({"field", "words"}),
    "StillAhead": frozenset({"field", "unsaid"}), "SaysOther": frozenset({"field"}), "SaysMore": frozenset({"field"}),
    "NotAfterPlanned": frozenset({"field"}), "Covers": frozenset({"start", "end", "days"}),
    "RolesAmong": frozenset({"field", "groups"}), "MorePresentThan": frozenset({"n"}), "SameSender": frozenset(),
    "SpeaksOf": frozenset({"field", "start_field"}),
}  # fmt: skip
CARRIES |= {
    c.SaysOther: lambda node: (f"l_{node.field}", lambda asked: asked.listed(node.field) or "CAST([] AS VARCHAR[])"),
    c.SaysMore: lambda node: (f"l_{node.field}", lambda asked: asked.listed(node.field) or "CAST([] AS VARCHAR[])"),
    c.SpeaksOf: lambda node: (f"l_{node.start_field}", lambda asked: asked.listed(node.start_field) or "CAST([] AS VARCHAR[])"),
    c.NotAfterPlanned: lambda node: (f"w_{node.field}", lambda asked: _day(node.field, asked) or "CAST(NULL AS DATE)"),
    c.SameSender: lambda node: ("sender", lambda asked: _sender(asked) or "CAST(NULL AS VARCHAR)"),
}
SHORTEST_TEXT = 4


def _plain(said: str) -> str:
    return f"regexp_replace(lower({said}), '[^\\p{{L}}\\p{{N}}]', '', 'g')"


@meaning(c.AllOf)
def all_of(condition: c.AllOf, asked: Asked) -> Answer:
    found = [answer(each, asked) for each in condition.conditions]
    certain = " AND ".join(f"({each.certain})" for each in found)
    doubts = [each.unknown for each in found if each.unknown != Answer(TRUE).unknown]
    if not doubts:
        return Answer(f"({certain})")
    false = " OR ".join(f"({each.unknown} IS NULL AND NOT ({each.holds}))" for each in found)
    return Answer(f"({certain})", f"CASE WHEN NOT ({false}) THEN COALESCE({', '.join([*doubts, 'NULL'])}) END")


@meaning(c.Surely)
def surely(condition: c.Surely, asked: Asked) -> Answer:
    return Answer(f"({answer(condition.condition, asked).certain})")


@meaning(c.BeforeABreak)
def before_a_break(condition: c.BeforeABreak, asked: Asked) -> Answer:
    """Whether it fell on a day on which nobody works, or just before one; for each day that occurs."""
    schema = pa.schema([("day", pa.date32()), ("so", pa.bool_()), ("missing", pa.string())])
    days = f"SELECT DISTINCT last FROM known_{asked.type}"

    def make() -> pa.Table:
        rows = [_before_a_break(day) for (day,) in asked.prepare.machine.rows(days)]
        return pa.Table.from_pylist(rows, schema=schema)

    alias = asked.join(asked.prepare.put(f"breaks_{asked.type}", make), "{it}.day = e.last")
    return Answer(f"COALESCE({alias}.so, FALSE)", f"{alias}.missing")


def _before_a_break(day: Any) -> dict[str, Any]:
    for each in (day, day + timedelta(days=1)):
        working = england_and_wales().is_working_day(each)
        if isinstance(working, Unknown):
            return {"day": day, "so": False, "missing": working.missing}
        if working is not True:
            return {"day": day, "so": True}
    return {"day": day, "so": False}


@meaning(c.RowIn)
def row_in(condition: c.RowIn, asked: Asked) -> Answer:
    shape, missing = asked.shape(condition.field), text(condition.field)
    if shape is None:
        return Answer(FALSE, missing)
    if shape.kind != "row" or not shape.many:
        raise CannotCompile(f"the rows of {asked.type}.{condition.field}")
    if all(each.name != condition.column for each in shape.fields):
        found = FALSE
    else:
        rows = f"list_filter(e.{column(shape.name)}, lambda x: x.{condition.column} IN {texts(condition.values)})"
        found = f"COALESCE(array_length({rows}) > 0, FALSE)"
    return Answer(found, f"CASE WHEN e.{column(shape.name)} IS NULL THEN {missing} END")


@meaning(c.OrganisationIs)
def organisation_is(condition: c.OrganisationIs, asked: Asked) -> Answer:
    known = {
        id: (id, kind, name) for id, kind, name in asked.prepare.machine.rows("SELECT id, kind, name FROM all_organisations")
    }
    return Answer(
        read(asked, (condition.field,), f"is {condition.words!r}", lambda s: p.speaks_of(condition.words, *known.get(s, (s,))))
    )


@meaning(c.ByAgency)
def by_agency(condition: c.ByAgency, asked: Asked) -> Answer:
    """Whether whoever recorded it works for such an agency, or as what only it has."""
    machine = asked.prepare.machine

    def make() -> pa.Table:
        agencies = {id: (id, kind, name) for id, kind, name in machine.rows("SELECT id, kind, name FROM all_organisations")}
        workers = machine.rows("SELECT id, role, organisation FROM all_workers")
        found = [id for id, role, where in workers if p.speaks_of(condition.words, role, *agencies.get(where, (where,)))]
        return pa.table({"id": found}, schema=pa.schema([("id", pa.string())]))

    alias = asked.join(asked.prepare.put(f"by_agency_{digest(condition)}", make), "{it}.id = e.recorder")
    return Answer(f"{alias}.id IS NOT NULL")


def _day(field: str, asked: Asked) -> str | None:
    """The last day that one dated field may mean."""
    shape = asked.shape(field)
    if shape is None:
        return None
    if shape.kind != "when" or shape.many:
        raise CannotCompile(f"{asked.type}.{field} is not one day")
    return f"e.{column(shape.name)}.last"


@meaning(c.StillAhead)
def still_ahead(condition: c.StillAhead, asked: Asked) -> Answer:
    planned = _day(condition.field, asked)
    if planned is None or not asked.started:
        return Answer(TRUE if condition.unsaid else FALSE)
    return Answer(f"COALESCE({planned} >= s.last, {TRUE if condition.unsaid else FALSE})")


@meaning(c.NotAfterPlanned)
def not_after_planned(condition: c.NotAfterPlanned, asked: Asked) -> Answer:
    return Answer(f"COALESCE(e.last <= s.w_{condition.field}, FALSE)" if asked.started else FALSE)


@meaning(c.Covers)
def covers(condition: c.Covers, asked: Asked) -> Answer:
    start, end = asked.shape(condition.start), asked.shape(condition.end)
    missing = text("the days it covers")
    if start is None or end is None or start.kind != "when" or end.kind != "when":
        return Answer(FALSE, missing)
    first, last = f"e.{column(start.name)}.first", f"e.{column(end.name)}.last"
    long = f"COALESCE(date_diff('day', {first}, {last}) + 1 >= {condition.days}, FALSE)"
    return Answer(long, f"CASE WHEN {first} IS NULL OR {last} IS NULL THEN {missing} END")


def _words(said: str) -> str:
    """The different things said, as they are compared."""
    return f"list_sort(list_distinct(list_filter(list_transform({said}, lambda x: {_plain('x')}), lambda y: y <> '')))"


@meaning(c.SaysOther)
def says_other(condition: c.SaysOther, asked: Asked) -> Answer:
    ours = asked.listed(condition.field) or "CAST([] AS VARCHAR[])"
    return Answer(f"{_words(ours)} <> {_words(f's.l_{condition.field}')}" if asked.started else FALSE)


def _how_long(said: str) -> str:
    return f"array_length(list_filter(string_split_regex(array_to_string({said}, ' '), '[{BLANKS}]+'), lambda x: x <> ''))"


@meaning(c.SaysMore)
def says_more(condition: c.SaysMore, asked: Asked) -> Answer:
    ours = asked.listed(condition.field) or "CAST([] AS VARCHAR[])"
    theirs = f"COALESCE({_how_long(f's.l_{condition.field}')}, 0)" if asked.started else "0"
    return Answer(f"COALESCE({_how_long(ours)}, 0) > {theirs}")


@meaning(c.SpeaksOf)
def speaks_of(condition: c.SpeaksOf, asked: Asked) -> Answer:
    ours = asked.listed(condition.field)
    if ours is None or not asked.started:
        return Answer(FALSE)
    told = f"list_filter({ours}, lambda x: contains({_plain('x')}, {_plain('t')}))"
    long = f"length({_plain('t')}) >= {SHORTEST_TEXT}"
    themes = f"list_filter(s.l_{condition.start_field}, lambda t: {long} AND array_length({told}) > 0)"
    return Answer(f"COALESCE(array_length({themes}) > 0, FALSE)")


@meaning(c.RolesAmong)
def roles_among(condition: c.RolesAmong, asked: Asked) -> Answer:
    shape, missing = asked.shape(condition.field), text(condition.field)
    if shape is None:
        return Answer(FALSE, missing)
    roles = {id: p.normal(role) for id, role in asked.prepare.machine.rows("SELECT id, role FROM all_workers")}

    def among(group: tuple[str, ...]) -> str:
        return read(asked, (condition.field,), f"among {group!r}", lambda said: (roles.get(said) or p.normal(said)) in group)

    found = " AND ".join(among(group) for group in condition.groups)
    return Answer(f"({found})", f"CASE WHEN e.{column(shape.name)} IS NULL THEN {missing} END")


@meaning(c.MorePresentThan)
def more_present(condition: c.MorePresentThan, asked: Asked) -> Answer:
    shape, missing = asked.shape("present"), text("who was present")
    if shape is None or shape.kind != "row":
        return Answer(FALSE, missing)
    rows = f"SELECT UNNEST(f_present) AS x FROM known_{asked.type}"
    found = asked.prepare.machine.rows(f"SELECT DISTINCT COALESCE(x.role, '') FROM ({rows}) AS r")
    family = texts([role for (role,) in found if p.normal(role) in p.FAMILY_ROLES] or ["\x01"])
    present = f"list_filter(e.f_present, lambda x: x.person IS NULL AND COALESCE(x.role, '') NOT IN {family})"
    so = f"COALESCE(array_length({present}) > {condition.n}, FALSE)"
    return Answer(so, f"CASE WHEN e.f_present IS NULL THEN {missing} END")


@meaning(c.ReasonGiven)
def reason_given(condition: c.ReasonGiven, asked: Asked) -> Answer:
    row, own = own_row("decisions", asked), asked.one("reason") if asked.shape("reason") is not None else None
    said = [each for each in (own, f"{row}.reasons" if row else None) if each]
    found = " OR ".join(f"contains({_plain(each)}, {text(plain(word))})" for each in said for word in condition.words)
    return Answer(f"COALESCE({found}, FALSE)" if len(said) == 1 and len(condition.words) == 1 else _any(said, condition.words))


def _any(said: list[str], words: tuple[str, ...]) -> str:
    found = [f"COALESCE(contains({_plain(each)}, {text(plain(word))}), FALSE)" for each in said for word in words]
    return f"({' OR '.join(found)})" if found else FALSE


@meaning(c.ReachesFamily)
def reaches_family(condition: c.ReachesFamily, asked: Asked) -> Answer:
    shape, missing = asked.shape(condition.field), text("who it was sent to")
    if shape is None:
        return Answer(FALSE, missing)
    people = {id for (id,) in asked.prepare.machine.rows("SELECT id FROM people")}
    reached = read(asked, (condition.field,), "family", lambda said: said in people or p.normal(said) in FAMILY_WORDS)
    return Answer(reached, f"CASE WHEN e.{column(shape.name)} IS NULL THEN {missing} END")


@meaning(c.BeginsWith)
def begins_with(condition: c.BeginsWith, asked: Asked) -> Answer:
    listed = asked.listed(condition.field)
    if listed is None:
        return Answer(FALSE)
    found = " OR ".join(f"starts_with({_plain('x')}, {text(plain(word))})" for word in condition.words)
    return Answer(f"array_length(list_filter({listed}, lambda x: {found})) > 0")


def _sender(asked: Asked) -> str | None:
    """Who sent an entry, as a text that can be compared; empty where it says nothing that could be recognised again."""
    shape = asked.shape("from")
    if shape is None:
        return None
    if shape.kind != "row" or shape.many:
        raise CannotCompile(f"who sent a {asked.type}")
    fields = {each.name for each in shape.fields}
    parts = [f"e.f_from.{part}" if part in fields else "''" for part in ("worker", "name", "organisation", "role")]
    said = " OR ".join(f"COALESCE({part}, '') <> ''" for part in parts)
    row = "concat(" + ", '|', ".join(f"COALESCE({part}, '-')" for part in parts) + ")"
    plainly = f"WHEN e.{text_column('from')} IS NOT NULL THEN concat('=', e.{text_column('from')}) " if shape.also else ""
    return f"CASE {plainly}WHEN {said} THEN {row} END"


@meaning(c.SameSender)
def same_sender(condition: c.SameSender, asked: Asked) -> Answer:
    found = _sender(asked)
    return Answer(f"COALESCE({found} = s.sender, FALSE)" if found is not None and asked.started else FALSE)
