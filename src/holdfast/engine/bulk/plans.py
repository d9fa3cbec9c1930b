"""Conditions that weigh what a plan did: shares of its actions, measures that moved, aspects of neglect that were looked at."""

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import FALSE, Answer, Asked, CannotCompile, Preparing, certainly, meaning, naming
from holdfast.engine.bulk.before_and_after import digest, every_entry
from holdfast.engine.bulk.histories import away, back, each_of, looked_up
from holdfast.engine.bulk.layout import column
from holdfast.engine.bulk.meeting import anyones, beside
from holdfast.engine.bulk.people import order
from holdfast.engine.bulk.starting import fitting
from holdfast.engine.reference.conditions.comparison import RECENT_RESPONSES, RESPONSES
from holdfast.engine.reference.meeting import ABOUT_WORKERS, BY_REFERENCE
from holdfast.rules import conditions as c
from holdfast.rules.event import Event

guard.CONDITIONS |= {
    "Share": frozenset({"part", "whole", "over", "latest_by"}), "Names": frozenset({"field", "event"}),
    "MeasureMoved": frozenset({"since", "reads"}), "AspectsShown": frozenset({"within", "least", "reads"}),
    "FellBy": frozenset({"field", "n", "days", "same"}),
    "WeakerResponse": frozenset({"by", "least"}), "Outweighed": frozenset({"supporting", "opposing", "within"}),
}  # fmt: skip
PLAIN = "regexp_replace(lower({0}), '[^\\p{{L}}\\p{{N}}]', '', 'g')"


@meaning(c.Share)
def share(condition: c.Share, asked: Asked) -> Answer:
    """Whether more than such a share of what there was by the end of the day was of the part."""
    preparing = asked.prepare
    types = tuple(dict.fromkeys((*condition.whole.types, *condition.part.types)))

    def build(name: str) -> str:
        every = " UNION ALL ".join(_weighed(condition, type, preparing) for type in types)
        there = f"SELECT a.child, a.id, f.named, f.turn, f.whole, f.part FROM ({each_of(asked)}) AS a JOIN ({every}) AS f "
        there += "ON f.child = a.child AND f.last <= a.last"
        if condition.latest_by is not None:
            last = "row_number() OVER (PARTITION BY t.child, t.id, t.named ORDER BY t.turn DESC)"
            there = f"SELECT * FROM (SELECT t.*, {last} AS copy FROM ({there}) AS t) AS u WHERE copy = 1"
        part = "count(*) FILTER (WHERE w.whole AND w.part)"
        whole = "count(*) FILTER (WHERE w.whole)"
        return (
            f"SELECT w.child, w.id FROM ({there}) AS w GROUP BY w.child, w.id "
            f"HAVING {whole} > 0 AND CAST({part} AS DOUBLE) / {whole} > {condition.over}"
        )

    return Answer(f"{looked_up(f'share_{digest(condition)}', asked, build)}.id IS NOT NULL")


def _weighed(condition: c.Share, type: str, preparing: Preparing) -> str:
    """Every entry of a type that may count, and whether it is of the whole and of the part."""
    if type in ABOUT_WORKERS:
        raise CannotCompile(f"a share of what is said of workers ({type})")
    source = anyones(type, preparing) if type in BY_REFERENCE else "each"
    asked = Asked(type, preparing, source=source, filed_anywhere=source != "each")
    whole = f"({certainly(condition.whole, asked)})" if type in condition.whole.types else FALSE
    part = f"({certainly(condition.part, asked)})" if type in condition.part.types else FALSE
    named = (asked.root(condition.latest_by) if condition.latest_by is not None else None) or "'None'"
    told = f"{source}_{type} AS e JOIN person AS p ON p.id = e.child{asked.joined()}"
    said = f"COALESCE({named}, 'None') AS named, {order('e')} AS turn, COALESCE({whole}, FALSE) AS whole, COALESCE({part}, FALSE)"
    return f"SELECT e.child, e.last, {said} AS part FROM {told}"


@meaning(c.Names)
def names(condition: c.Names, asked: Asked) -> Answer:
    """Whether the entry that a field names is one of these, about the child. It is followed however far the world has gone."""
    root = asked.root(condition.field)
    if root is None:
        return Answer(FALSE)
    preparing, each = asked.prepare, list[str]()
    for type in condition.event.types:
        source = "named_of"
        preparing.table(f"{source}_{type}", lambda type=type: f"SELECT *, UNNEST(about) AS child FROM current_{type}")  # type: ignore[misc]
        own = Asked(type, preparing, source=source)
        where = certainly(condition.event, own)
        told = f"{source}_{type} AS e JOIN person AS p ON p.id = e.child{own.joined()}"
        each.append(f"SELECT e.child, e.root FROM {told} WHERE {where}")
    found = " UNION ".join(each)
    table = preparing.table(f"names_{digest(condition)}", lambda: f"SELECT DISTINCT child, root FROM ({found}) AS f")
    return Answer(f"{asked.join(table, f'{{it}}.child = {asked.child} AND {{it}}.root = {root}')}.root IS NOT NULL")


@meaning(c.MeasureMoved)
def measure_moved(condition: c.MeasureMoved, asked: Asked) -> Answer:
    """Whether a measure came out otherwise, since the meeting before, than it had before."""

    def build(name: str) -> str:
        preparing = asked.prepare
        own = Asked("outcome_measured", preparing)
        who = naming(Event(("outcome_measured",), names="child"), own)
        turn = "e.end_at, e.start_at, e.recorded_at, e.arrived, e.id"
        before = f"lag(e.f_score) OVER (PARTITION BY e.child, {PLAIN.format('e.f_measure')} ORDER BY {turn})"
        told = f"each_outcome_measured AS e JOIN person AS p ON p.id = e.child{own.joined()} WHERE {who}"
        moved = f"SELECT m.child, m.last FROM (SELECT e.child, e.last, e.f_score AS score, {before} AS before FROM {told}) AS m "
        moved += "WHERE m.before IS NOT NULL AND m.before <> m.score"
        every = f"SELECT e.child, e.id, e.last, {order('e')} AS turn FROM {asked.source}_{asked.type} AS e"
        meetings = fitting(condition.since, preparing, lambda asked: "")
        since = (
            f"SELECT a.child, a.id, a.last, max(b.last) AS since FROM ({every}) AS a LEFT JOIN ({meetings}) AS b "
            f"ON b.child = a.child AND {order('b')} < a.turn AND b.id <> a.id GROUP BY a.child, a.id, a.last"
        )
        later = "m.child = s.child AND m.last <= s.last AND (s.since IS NULL OR m.last > s.since)"
        return f"SELECT DISTINCT s.child, s.id FROM ({since}) AS s JOIN ({moved}) AS m ON {later}"

    return Answer(f"{looked_up(f'measure_moved_{digest(condition)}', asked, build)}.id IS NOT NULL")


@meaning(c.FellBy)
def fell_by(condition: c.FellBy, asked: Asked) -> Answer:
    """Whether a number is far below what it was in an earlier entry of the kind, not long before."""
    number, same = asked.shape(condition.field), asked.shape(condition.same)
    if number is None or number.kind not in ("integer", "number"):
        return Answer(FALSE)

    def build(name: str) -> str:
        told = asked.one(condition.same) if same is not None else "'None'"
        said = f"SELECT e.child, e.id, e.first, e.last, {order('e')} AS turn, e.{column(number.name)} AS n, "
        every = f"{said}{PLAIN.format(f'''COALESCE({told}, 'None')''')} AS same FROM each_{asked.type} AS e"
        earlier = f"b.child = a.child AND b.same = a.same AND b.turn < a.turn AND b.last >= a.first - {condition.days}"
        fell = f"AND b.n - a.n >= {condition.n}"
        return f"SELECT DISTINCT a.child, a.id FROM ({every}) AS a JOIN ({every}) AS b ON {earlier} {fell}"

    return Answer(f"{looked_up(f'fell_by_{digest(condition)}', asked, build)}.id IS NOT NULL")


@meaning(c.Outweighed)
def outweighed(condition: c.Outweighed, asked: Asked) -> Answer:
    """Whether something spoke against it, and no more for it."""

    def build(name: str) -> str:
        preparing = asked.prepare
        table = every_entry(name, (condition.supporting, condition.opposing), asked)
        opens = away(back(condition.within), asked)
        joined = f"SELECT s.*, b.other AS opens FROM {table} AS s LEFT JOIN {opens} AS b ON b.day = s.day"
        preparing.machine.keep(f"{name}_from", joined)
        within = "e.id = s.id OR ((s.opens IS NULL OR e.last > s.opens) AND e.first <= s.day)"
        each: list[str] = []
        for side, events in (("TRUE", condition.supporting), ("FALSE", condition.opposing)):
            for event in events:
                for type in event.types:
                    select = f"s.child, s.id, e.id AS other, {side} AS speaks_for"
                    each += beside(event, type, f"{name}_from", preparing, select, [within])
        against = "count(DISTINCT other) FILTER (WHERE NOT speaks_for)"
        support = "count(DISTINCT other) FILTER (WHERE speaks_for)"
        return (
            f"SELECT child, id FROM ({' UNION ALL '.join(each)}) AS f GROUP BY child, id "
            f"HAVING {against} > 0 AND {support} <= {against}"
        )

    return Answer(f"{looked_up(f'outweighed_{digest(condition)}', asked, build)}.id IS NOT NULL")


def _shown(within: str, preparing: Preparing, every: str) -> str:
    """The aspects of neglect that were shown in the time up to each entry: child, id, aspect."""
    own = Asked("observation_recorded", preparing)
    aspects = f"SELECT e.child, e.last, UNNEST({own.listed('neglect')}) AS aspect FROM each_observation_recorded AS e"
    near = "f.child = a.child AND f.last <= a.last AND f.last > b.other"
    joined = f"FROM ({every}) AS a JOIN {within} AS b ON b.day = a.last JOIN ({aspects}) AS f ON {near}"
    return f"SELECT DISTINCT a.child, a.id, f.aspect {joined}"


@meaning(c.AspectsShown)
def aspects_shown(condition: c.AspectsShown, asked: Asked) -> Answer:
    def build(name: str) -> str:
        shown = _shown(away(back(condition.within), asked), asked.prepare, each_of(asked))
        return f"SELECT w.child, w.id FROM ({shown}) AS w GROUP BY w.child, w.id HAVING count(*) >= {condition.least}"

    return Answer(f"{looked_up(f'aspects_shown_{digest(condition)}', asked, build)}.id IS NOT NULL")


@meaning(c.WeakerResponse)
def weaker_response(condition: c.WeakerResponse, asked: Asked) -> Answer:
    """Whether this decision and the like one before are weaker than the like ones before those."""
    contact = asked.shape("contact")
    if asked.type != "contact_decided" or contact is None or contact.entry_types != ("contact_received",):
        raise CannotCompile(f"how {asked.type} responds")

    def build(name: str) -> str:
        own = Asked("contact_decided", asked.prepare)
        grade = "CASE e.f_decision " + " ".join(f"WHEN '{said}' THEN {n}" for said, n in RESPONSES.items()) + " END"
        harm = own.join("current_contact_received", f"{{it}}.root = {own.root('contact')}")
        said = f"e.child, e.id, {order('e')} AS turn, COALESCE({harm}.f_immediate_harm, FALSE) AS harm, {grade} AS grade"
        every = f"SELECT {said} FROM each_contact_decided AS e{own.joined()} WHERE {harm}.id IS NOT NULL"
        over = "(PARTITION BY d.child, d.harm ORDER BY d.turn"
        so_far = f"{over} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)"
        last = f"d.grade + lag(d.grade) OVER {over})"
        sums = f"count(*) OVER {so_far} AS n, sum(d.grade) OVER {so_far} AS whole, {last} AS recent"
        graded = f"SELECT d.child, d.id, {sums} FROM ({every}) AS d"
        weaker = f"(g.whole - g.recent) / CAST(g.n - 2 AS DOUBLE) - g.recent / CAST(2 AS DOUBLE) >= {condition.by}"
        return f"SELECT g.child, g.id FROM ({graded}) AS g WHERE g.n >= {max(condition.least, RECENT_RESPONSES + 1)} AND {weaker}"

    return Answer(f"{looked_up(f'weaker_{digest(condition)}', asked, build)}.id IS NOT NULL")
