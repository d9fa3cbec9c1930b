"""Conditions that are answered from what came before an entry, or around it: for every entry of a type at once."""

from typing import Any

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import FALSE, TRUE, Answer, Asked, CannotCompile, Preparing, answer, meaning, text
from holdfast.engine.bulk.before_and_after import digest, every_entry, shifted
from holdfast.engine.bulk.meeting import beside, whole_family
from holdfast.engine.bulk.people import child_on, order
from holdfast.engine.bulk.starting import fitting, plan_is, span_table
from holdfast.rules import conditions as c
from holdfast.rules.limit import Amount

guard.CONDITIONS |= {
    "SoFar": frozenset({"events", "within", "least"}), "Near": frozenset({"event", "within"}),
    "Previous": frozenset({"event", "where"}), "LastedUnder": frozenset({"state", "amount"}), "NotYet": frozenset({"events"}),
    "AtLeast": frozenset({"event", "n", "within"}), "Outgrows": frozenset({"days", "times"}),
    "OfThatConference": frozenset({"field"}),
}  # fmt: skip
NOW = "{it}.child = %s AND {it}.id = e.id"


def looked_up(name: str, asked: Asked, build: Any) -> str:
    """The alias of a table that is made once, of entries by the child they are read for; it is joined to each entry."""
    if asked.filed_anywhere and asked.source == "each":
        raise CannotCompile(f"what came before a {asked.type} filed anywhere")
    full = f"{name}_{digest(asked.type, asked.source)}"
    if full not in asked.prepare.made:
        asked.prepare.machine.keep(full, build(full))
        asked.prepare.made[full] = full
    return asked.join(full, NOW % asked.child)


def each_of(asked: Asked) -> str:
    """The entries asked about, by child, with their day."""
    return f"SELECT e.child, e.id, e.last FROM {asked.source}_{asked.type} AS e"


def away(amount: Amount, asked: Asked) -> str:
    """The table of the day so long after each day of the entries asked about."""
    return shifted(amount, f"SELECT DISTINCT last FROM known_{asked.type}", asked.prepare)


def back(amount: Amount) -> Amount:
    return Amount(-amount.n, amount.unit)


def every(events: Any, preparing: Preparing) -> str:
    """A query for every entry that certainly is one of several events."""
    return " UNION ALL ".join(f"SELECT * FROM ({fitting(event, preparing, lambda asked: '')}) AS q" for event in events)


@meaning(c.SoFar)
def so_far(condition: c.SoFar, asked: Asked) -> Answer:
    def build(name: str) -> str:
        joined, since = f"({each_of(asked)}) AS a", ""
        if condition.within is not None:
            joined += f" LEFT JOIN {away(back(condition.within), asked)} AS b ON b.day = a.last"
            since = " AND (b.other IS NULL OR f.last >= b.other)"
        done = every(condition.events, asked.prepare)
        return (
            f"SELECT a.child, a.id FROM {joined} JOIN ({done}) AS f ON f.child = a.child AND f.last <= a.last{since} "
            f"GROUP BY a.child, a.id HAVING count(DISTINCT f.id) >= {condition.least}"
        )

    return Answer(f"{looked_up(f'so_far_{digest(condition)}', asked, build)}.id IS NOT NULL")


@meaning(c.Near)
def near(condition: c.Near, asked: Asked) -> Answer:
    def build(name: str) -> str:
        around = "(b.other IS NULL OR f.last >= b.other) AND (u.other IS NULL OR f.last <= u.other)"
        return (
            f"SELECT DISTINCT a.child, a.id FROM ({each_of(asked)}) AS a "
            f"LEFT JOIN {away(back(condition.within), asked)} AS b ON b.day = a.last "
            f"LEFT JOIN {away(condition.within, asked)} AS u ON u.day = a.last "
            f"JOIN ({fitting(condition.event, asked.prepare, lambda asked: '')}) AS f ON f.child = a.child AND {around}"
        )

    return Answer(f"{looked_up(f'near_{digest(condition)}', asked, build)}.id IS NOT NULL")


@meaning(c.Previous)
def previous(condition: c.Previous, asked: Asked) -> Answer:
    """Whether the latest earlier entry of the kind passes, this one standing as the start."""

    def build(name: str) -> str:
        preparing = asked.prepare
        table = every_entry(name, (condition.event, condition.where), asked)
        queries: list[str] = []
        for type in condition.event.types:
            when = [f"{order('e')} < {order('s')}", "e.id <> s.id"]
            queries += beside(condition.event, type, table, preparing, f"s.n, e.id, '{type}' AS type, {order('e')} AS turn", when)
        found = " UNION ALL ".join(queries) or f"SELECT n, id, '' AS type, {order('s')} AS turn FROM {table} AS s WHERE FALSE"
        latest = f"SELECT n, arg_max(struct_pack(id := id, type := type), turn) AS it FROM ({found}) AS f GROUP BY n"
        preparing.machine.keep(f"{name}_latest", latest)
        return " UNION ALL ".join(_passing(condition, type, table, f"{name}_latest", preparing) for type in condition.event.types)

    return Answer(f"{looked_up(f'previous_{digest(condition)}', asked, build)}.id IS NOT NULL")


def _passing(condition: c.Previous, type: str, table: str, latest: str, preparing: Preparing) -> str:
    one = Asked(type, preparing, child="s.child", started=True)
    passes = " AND ".join(f"({answer(each, one).certain})" for each in condition.where) or TRUE
    return (
        f"SELECT s.child, s.id FROM {latest} AS l JOIN {table} AS s ON s.n = l.n JOIN known_{type} AS e ON e.id = l.it.id "
        f"JOIN person AS p ON p.id = s.child{one.joined()} WHERE l.it.type = '{type}' AND {passes}"
    )


@meaning(c.NotYet)
def not_yet(condition: c.NotYet, asked: Asked) -> Answer:
    """Whether nothing of the kind had been done about the entry by the start of the clock."""
    if not asked.started:
        return Answer(TRUE)

    def build(name: str) -> str:
        table = every_entry(name, condition.events, asked)
        queries: list[str] = []
        for event in condition.events:
            for type in event.types:
                queries += beside(event, type, table, asked.prepare, f"s.child, s.id, {order('e')} AS turn", ["e.id <> s.id"])
        found = " UNION ALL ".join(queries) or f"SELECT child, id, {order('s')} AS turn FROM {table} AS s WHERE FALSE"
        return f"SELECT child, id, min(turn) AS turn FROM ({found}) AS f GROUP BY child, id"

    alias = looked_up(f"not_yet_{digest(condition)}", asked, build)
    return Answer(f"NOT COALESCE({alias}.turn < {order('s')}, FALSE)")


@meaning(c.AtLeast)
def at_least(condition: c.AtLeast, asked: Asked) -> Answer:
    """Whether there were so many in the window that ends with the entry, itself among them where it is one."""

    def build(name: str) -> str:
        preparing = asked.prepare
        table = every_entry(name, condition.event, asked)
        opens = away(back(condition.within), asked)
        preparing.machine.keep(
            f"{name}_from", f"SELECT s.*, b.other AS opens FROM {table} AS s LEFT JOIN {opens} AS b ON b.day = s.day"
        )
        within = "e.id = s.id OR ((s.opens IS NULL OR e.last > s.opens) AND e.first <= s.day)"
        queries: list[str] = []
        for type in condition.event.types:
            queries += beside(condition.event, type, f"{name}_from", preparing, "s.child, s.id, e.id AS other", [within])
        found = " UNION ALL ".join(queries) or f"SELECT child, id, id AS other FROM {table} WHERE FALSE"
        return f"SELECT child, id FROM ({found}) AS f GROUP BY child, id HAVING count(DISTINCT other) >= {condition.n}"

    return Answer(f"{looked_up(f'at_least_{digest(condition)}', asked, build)}.id IS NOT NULL")


@meaning(c.Outgrows)
def outgrows(condition: c.Outgrows, asked: Asked) -> Answer:
    """Whether there were many more indicators of neglect in so many days than in as many before."""

    def build(name: str) -> str:
        own = Asked("observation_recorded", asked.prepare)
        shown = f"SELECT e.child, e.id, e.last, array_length({own.listed('neglect')}) AS n FROM each_observation_recorded AS e"
        since = f"a.last - {condition.days}"
        new = f"COALESCE(sum(f.n) FILTER (WHERE f.last > {since}), 0)"
        old = f"COALESCE(sum(f.n) FILTER (WHERE f.last > a.last - {2 * condition.days} AND f.last <= {since}), 0)"
        return (
            f"SELECT a.child, a.id, ({new} > {condition.times} * {old}) AS so FROM ({each_of(asked)}) AS a "
            f"JOIN ({shown}) AS f ON f.child = a.child AND f.last <= a.last GROUP BY a.child, a.id, a.last"
        )

    return Answer(f"COALESCE({looked_up(f'outgrows_{digest(condition)}', asked, build)}.so, FALSE)")


@meaning(c.LastedUnder)
def lasted_under(condition: c.LastedUnder, asked: Asked) -> Answer:
    """Whether the state that ended with the entry had lasted less than so long."""
    span = span_table(condition.state, asked.prepare)

    def make() -> str:
        limits = shifted(condition.amount, f"SELECT DISTINCT start_day FROM {span}", asked.prepare)
        short = f"FROM {span} AS h JOIN {limits} AS b ON b.day = h.start_day WHERE h.end_day < b.other"
        return f"SELECT DISTINCT h.child, h.ended.id AS id {short}"

    table = asked.prepare.table(f"lasted_under_{digest(condition)}", make)
    return Answer(f"{asked.join(table, NOW % asked.child)}.id IS NOT NULL")


@meaning(c.OfThatConference)
def of_that_conference(condition: c.OfThatConference, asked: Asked) -> Answer:
    """Whether the field names the booking that started the clock, or the conference of its kind that was held next."""
    root = asked.root(condition.field)
    if root is None or not asked.started:
        return Answer(FALSE)

    def make() -> str:
        booked = f"SELECT b.child, b.id, arg_min(c.root, {order('c')}) AS root FROM each_conference_booked AS b "
        held = "JOIN each_conference_held AS c ON c.child = b.child AND c.f_kind IS NOT DISTINCT FROM b.f_kind "
        return f"{booked}{held}WHERE {order('c')} > {order('b')} GROUP BY b.child, b.id"

    table = asked.prepare.table("held_after_booking", make)
    next_held = asked.join(table, "{it}.child = s.child AND {it}.id = s.id")
    return Answer(f"COALESCE({root} = s.root OR {root} = {next_held}.root, FALSE)")


@meaning(c.EndedByConference)
def ended_by_conference(condition: c.EndedByConference, asked: Asked) -> Answer:
    """Whether the last word by then was a conference's, that the plan was to end; or the child was none any more."""

    def build(name: str) -> str:
        one = Asked("plan_started", asked.prepare)
        made = plan_is(c.PlanIs("child_protection"), one).certain
        row = "list_filter(c.f_decisions, lambda x: x.child = c.child)[1]"
        ending = f"{row}.decision IN ('plan_ended', 'no_plan') AND c.f_kind IN ('review', 'transfer_in')"
        said = (
            f"SELECT c.child, c.start_at, {order('c')} AS turn, COALESCE({ending}, FALSE) AS ended "
            f"FROM each_conference_held AS c WHERE {row} IS NOT NULL UNION ALL "
            f"SELECT e.child, e.start_at, {order('e')} AS turn, FALSE AS ended "
            f"FROM each_plan_started AS e{one.joined()} WHERE {made}"
        )
        every = f"SELECT e.child, e.id, e.end_at FROM {asked.source}_{asked.type} AS e"
        return (
            f"SELECT a.child, a.id, arg_max(w.ended, w.turn) AS ended FROM ({every}) AS a JOIN ({said}) AS w "
            "ON w.child = a.child AND w.start_at <= a.end_at GROUP BY a.child, a.id"
        )

    alias = looked_up("ended_by_conference", asked, build)
    return Answer(f"(NOT {child_on('e.last')} OR COALESCE({alias}.ended, FALSE))")


@meaning(c.EveryActionDone)
def every_action_done(condition: c.EveryActionDone, asked: Asked) -> Answer:
    """Whether every action of the plan had been said to be done by then."""

    def build(name: str) -> str:
        one, reviewed = Asked("action_agreed", asked.prepare), Asked("action_reviewed", asked.prepare)
        agreed = plan_is(c.PlanIs("child_protection"), one).certain
        actions = f"SELECT e.child, e.root, e.start_at FROM each_action_agreed AS e{one.joined()} WHERE {agreed}"
        said = f"SELECT {reviewed.root('action')} AS action, e.f_status AS status, e.start_at, {order('e')} AS turn "
        reviews = f"{said}FROM known_action_reviewed AS e{reviewed.joined()}"
        every = f"SELECT e.child, e.id, e.end_at FROM {asked.source}_{asked.type} AS e"
        last = (
            f"SELECT a.child, a.id, t.root, arg_max(r.status, r.turn) AS status FROM ({every}) AS a "
            f"JOIN ({actions}) AS t ON t.child = a.child AND t.start_at <= a.end_at "
            f"LEFT JOIN ({reviews}) AS r ON r.action = t.root AND r.start_at <= a.end_at GROUP BY a.child, a.id, t.root"
        )
        return f"SELECT child, id, bool_and(COALESCE(status = 'done', FALSE)) AS done FROM ({last}) AS l GROUP BY child, id"

    alias = looked_up("every_action_done", asked, build)
    return Answer(f"COALESCE({alias}.done, FALSE)", f"CASE WHEN {alias}.id IS NULL THEN {text('what actions the plan held')} END")


@meaning(c.ForAbsentWorker)
def for_absent_worker(condition: c.ForAbsentWorker, asked: Asked) -> Answer:
    """Whether somebody it was for was, or may have been, away as it came."""
    listed = asked.listed("for")
    if listed is None:
        return Answer(FALSE)

    def make() -> str:
        family = whole_family(asked.prepare, asked.type, "absence_started", "absence_ended")
        ours = f"known_{asked.type} AS e LEFT JOIN {family} AS f ON f.person = e.about[1]"
        sent = f"SELECT e.id, e.end_at, f.family, UNNEST({listed}) AS worker FROM {ours}"
        told = f"SELECT x.*, f.family FROM planned_absence_{{}} AS x LEFT JOIN {family} AS f ON f.person = x.about[1]"
        whose = "(array_length({0}.about) = 0 OR {0}.family = m.family)"
        later = f"b.start_at > a.end_at OR (b.end_at >= a.start_at AND {_written('b')} >= {_written('a')})"
        over = f"b.f_worker = a.f_worker AND b.seen_at <= m.end_at AND ({later}) AND {whose.format('b')}"
        gone = f"a.f_worker = m.worker AND a.start_at <= m.end_at AND {whose.format('a')}"
        away = f"FROM ({sent}) AS m JOIN ({told.format('started')}) AS a ON {gone}"
        return f"SELECT DISTINCT m.id {away} LEFT JOIN ({told.format('ended')}) AS b ON {over} WHERE b.id IS NULL"

    alias = asked.join(asked.prepare.table(f"for_absent_{asked.type}", make), "{it}.id = e.id")
    return Answer(f"{alias}.id IS NOT NULL")


def _written(alias: str) -> str:
    return f"struct_pack(r := {alias}.recorded_at, o := {order(alias)})"


__all__ = ["each_of", "every", "looked_up"]
