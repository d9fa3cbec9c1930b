"""Conditions that ask about a child's relatives: who an entry names among them, and what was done for brothers and sisters."""

from holdfast.engine.bulk import guard
from holdfast.engine.bulk.asking import FALSE, Answer, Asked, CannotCompile, Preparing, meaning, naming, text, texts
from holdfast.engine.bulk.before_and_after import digest
from holdfast.engine.bulk.layout import column
from holdfast.engine.bulk.people import adult, child_on
from holdfast.engine.bulk.starting import fitting, span_table
from holdfast.engine.reference.life import PARENTS, SIBLINGS
from holdfast.rules import conditions as c
from holdfast.rules.event import Event

guard.CONDITIONS |= {
    "NamesChild": frozenset({"field"}), "NamesSibling": frozenset({"field", "state"}), "NamesParent": frozenset({"field"}),
    "NamesAdult": frozenset({"fields"}), "OfSibling": frozenset({"events"}),
    "LessThanSiblings": frozenset({"event", "share", "since", "least"}),
}  # fmt: skip


def parents(preparing: Preparing) -> str:
    """The table of each child's mothers and fathers."""
    found = f"SELECT DISTINCT to_person AS child, from_person AS parent FROM relationships WHERE kind IN {texts(PARENTS)}"
    return preparing.table("parents", lambda: found)


def siblings(preparing: Preparing) -> str:
    """The table of each child's brothers and sisters: those who share a parent, or are said to be, whole or half."""

    def make() -> str:
        theirs = parents(preparing)
        shared = f"SELECT a.child, b.child AS sibling FROM {theirs} AS a JOIN {theirs} AS b ON b.parent = a.parent"
        said = f"FROM relationships WHERE kind IN {texts(SIBLINGS)}"
        every = (
            f"SELECT child, sibling FROM ({shared}) AS s WHERE child <> sibling UNION ALL "
            f"SELECT from_person AS child, to_person AS sibling {said} UNION ALL "
            f"SELECT to_person AS child, from_person AS sibling {said}"
        )
        return f"SELECT DISTINCT child, sibling FROM ({every}) AS q"

    return preparing.table("siblings", make)


def _named(asked: Asked, fields: tuple[str, ...]) -> str | None:
    """Whoever each entry names in one of the fields: a query for the entry, its day, and who."""
    each = [
        f"SELECT e.id, e.last, UNNEST({listed}) AS who FROM known_{asked.type} AS e"
        for field in fields
        if (listed := asked.listed(field)) is not None
    ]
    return " UNION ALL ".join(each) or None


def _about(asked: Asked) -> None:
    if asked.filed_anywhere or asked.source != "each":
        raise CannotCompile(f"what a {asked.type} filed anywhere says of relatives")


@meaning(c.NamesChild)
def names_child(condition: c.NamesChild, asked: Asked) -> Answer:
    shape, missing = asked.shape(condition.field), text("who it names")
    if shape is None:
        return Answer(FALSE, missing)
    if shape.also and shape.kind == "row":
        raise CannotCompile(f"whether anybody was named in {asked.type}.{condition.field}")
    found = naming(Event((asked.type,), names=condition.field), asked)  # type: ignore[arg-type]
    return Answer(found, f"CASE WHEN e.{column(shape.name)} IS NULL THEN {missing} END")


@meaning(c.NamesParent)
def names_parent(condition: c.NamesParent, asked: Asked) -> Answer:
    named = _named(asked, (condition.field,))
    if named is None:
        return Answer(FALSE)
    preparing = asked.prepare
    found = f"SELECT DISTINCT x.id, r.child FROM ({named}) AS x JOIN {parents(preparing)} AS r ON r.parent = x.who"
    table = preparing.table(f"names_parent_{digest(asked.type, condition.field)}", lambda: found)
    return Answer(f"{asked.join(table, f'{{it}}.id = e.id AND {{it}}.child = {asked.child}')}.id IS NOT NULL")


@meaning(c.NamesSibling)
def names_sibling(condition: c.NamesSibling, asked: Asked) -> Answer:
    """Whether a brother or sister is named, and the state held that day for one of those or for the child."""
    named = _named(asked, (condition.field,))
    if named is None:
        return Answer(FALSE)
    preparing = asked.prepare
    span = span_table(condition.state, preparing)
    both = f"SELECT x.id, x.last, b.child, x.who FROM ({named}) AS x JOIN {siblings(preparing)} AS b ON b.sibling = x.who"
    lives = f"SELECT id, last, child, child AS life FROM ({both}) AS y UNION ALL SELECT id, last, child, who FROM ({both}) AS z"
    held = "h.child = v.life AND h.start_day <= v.last AND (h.end_day IS NULL OR v.last < h.end_day)"
    found = f"SELECT DISTINCT v.id, v.child FROM ({lives}) AS v JOIN {span} AS h ON {held}"
    table = preparing.table(f"names_sibling_{digest(asked.type, condition)}", lambda: found)
    return Answer(f"{asked.join(table, f'{{it}}.id = e.id AND {{it}}.child = {asked.child}')}.id IS NOT NULL")


@meaning(c.NamesAdult)
def names_adult(condition: c.NamesAdult, asked: Asked) -> Answer:
    """Whether somebody is named who is no child: an adult, or nobody the record knows."""
    named = _named(asked, condition.fields)
    if named is None:
        return Answer(FALSE)
    found = (
        f"SELECT DISTINCT x.id FROM ({named}) AS x LEFT JOIN people AS q ON q.id = x.who "
        f"LEFT JOIN person AS a ON a.id = x.who WHERE x.who IS NOT NULL AND (q.id IS NULL OR {adult('x.last', 'a')})"
    )
    table = asked.prepare.table(f"names_adult_{digest(asked.type, condition)}", lambda: found)
    return Answer(f"{asked.join(table, '{it}.id = e.id')}.id IS NOT NULL")


@meaning(c.LivingChild)
def living_child(condition: c.LivingChild, asked: Asked) -> Answer:
    return Answer(child_on("e.last"))


@meaning(c.AboutSiblings)
def about_siblings(condition: c.AboutSiblings, asked: Asked) -> Answer:
    """Whether every brother and sister who was a living child that day is among those the entry is about."""
    _about(asked)
    preparing = asked.prepare
    left_out = (
        f"SELECT DISTINCT e.child, e.id FROM each_{asked.type} AS e JOIN {siblings(preparing)} AS b ON b.child = e.child "
        f"JOIN person AS p ON p.id = b.sibling WHERE {child_on('e.last')} AND NOT list_contains(e.about, b.sibling)"
    )
    table = preparing.table(f"leaves_out_{asked.type}", lambda: left_out)
    return Answer(f"{asked.join(table, f'{{it}}.id = e.id AND {{it}}.child = {asked.child}')}.id IS NULL")


@meaning(c.OfSibling)
def of_sibling(condition: c.OfSibling, asked: Asked) -> Answer:
    """Whether a brother or sister had had such an entry by then."""
    preparing = asked.prepare

    def make() -> str:
        every = " UNION ALL ".join(
            f"SELECT f.child, f.first FROM ({fitting(event, preparing, lambda asked: '')}) AS f" for event in condition.events
        )
        joined = f"FROM {siblings(preparing)} AS b JOIN ({every}) AS f ON f.child = b.sibling"
        return f"SELECT b.child, min(f.first) AS first {joined} GROUP BY b.child"

    table = preparing.table(f"of_sibling_{digest(condition)}", make)
    return Answer(f"COALESCE({asked.join(table, f'{{it}}.child = {asked.child}')}.first <= e.last, FALSE)")


@meaning(c.LessThanSiblings)
def less_than_siblings(condition: c.LessThanSiblings, asked: Asked) -> Answer:
    """Whether the child has had far less than each younger brother or sister since the state began for each of them."""
    _about(asked)
    table = asked.prepare.table(f"less_than_{digest(condition, asked.type)}", lambda: _less(condition, asked))
    return Answer(f"{asked.join(table, f'{{it}}.id = e.id AND {{it}}.child = {asked.child}')}.id IS NOT NULL")


def _less(condition: c.LessThanSiblings, asked: Asked) -> str:
    preparing = asked.prepare
    span = span_table(condition.since, preparing)
    brothers = siblings(preparing)
    every = f"SELECT e.child, e.id, e.last AS day FROM each_{asked.type} AS e"
    family = (
        f"SELECT a.child, a.id, a.day, a.child AS life FROM ({every}) AS a UNION ALL "
        f"SELECT a.child, a.id, a.day, b.sibling AS life FROM ({every}) AS a JOIN {brothers} AS b ON b.child = a.child "
        "JOIN person AS p ON p.id = b.sibling JOIN person AS o ON o.id = a.child "
        f"WHERE {child_on('a.day')} AND p.born_first > o.born_last"
    )
    held = "h.child = f.life AND h.start_day <= f.day AND (h.end_day IS NULL OR f.day < h.end_day)"
    done = fitting(condition.event, preparing, lambda asked: "")
    counted = (
        f"SELECT f.child, f.id, f.life, count(DISTINCT d.id) AS had FROM ({family}) AS f JOIN {span} AS h ON {held} "
        f"LEFT JOIN ({done}) AS d ON d.child = f.life AND d.last >= h.start_day AND d.last <= f.day "
        "GROUP BY f.child, f.id, f.life"
    )
    mean = "avg(t.had) FILTER (WHERE t.life <> t.child)"
    mine = "max(t.had) FILTER (WHERE t.life = t.child)"
    enough = f"{mine} IS NOT NULL AND {mean} >= {condition.least} AND {mine} < {condition.share} * {mean}"
    return f"SELECT t.child, t.id FROM ({counted}) AS t GROUP BY t.child, t.id HAVING {enough}"
