"""What the conditions mean in a query that ask only the entry itself, or how it refers to the start of a clock."""

from holdfast.engine.bulk.asking import FALSE, TRUE, Answer, Asked, CannotCompile, answer, meaning, some, text, texts
from holdfast.engine.bulk.layout import column
from holdfast.rules import conditions as c

BLANKS = "\\s\\x{0B}\\x{1C}-\\x{1F}\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}"


@meaning(c.FieldIn)
def field_in(condition: c.FieldIn, asked: Asked) -> Answer:
    listed = asked.listed(condition.field)
    if listed is None:
        return Answer(FALSE)
    shape = asked.shape(condition.field)
    if shape is not None and not shape.many:
        return Answer(f"COALESCE({asked.one(condition.field)} IN {texts(condition.values)}, FALSE)")
    return Answer(f"list_has_any({listed}, {some(condition.values)})")


def _says(field: str, value: bool, asked: Asked) -> str:
    shape = asked.shape(field)
    if shape is None or shape.kind != "boolean":
        return FALSE
    return f"COALESCE(e.{column(shape.name)} = {TRUE if value else FALSE}, FALSE)"


@meaning(c.FieldIs)
def field_is(condition: c.FieldIs, asked: Asked) -> Answer:
    return Answer(_says(condition.field, condition.value, asked))


@meaning(c.NotIs)
def not_is(condition: c.NotIs, asked: Asked) -> Answer:
    return Answer(f"NOT {_says(condition.field, condition.value, asked)}")


@meaning(c.Filled)
def filled(condition: c.Filled, asked: Asked) -> Answer:
    shape = asked.shape(condition.field)
    if shape is None:
        return Answer(FALSE)
    name = f"e.{column(shape.name)}"
    if shape.also or shape.kind == "row":
        raise CannotCompile(f"whether something was written in {asked.type}.{condition.field}")
    if asked_texts := asked.listed(condition.field) if shape.kind not in ("boolean", "when", "integer", "number") else None:
        return Answer(f"array_length(list_filter({asked_texts}, lambda x: regexp_matches(x, '[^{BLANKS}]'))) > 0")
    return Answer(f"COALESCE(array_length({name}) > 0, FALSE)" if shape.many else f"{name} IS NOT NULL")


@meaning(c.Mentions)
def mentions(condition: c.Mentions, asked: Asked) -> Answer:
    listed = asked.listed(condition.field)
    if listed is None:
        return Answer(FALSE)
    words = ["".join(letter for letter in word.lower() if letter.isalnum()) for word in condition.words]
    plain = "regexp_replace(lower(x), '[^\\p{L}\\p{N}]', '', 'g')"
    found = " OR ".join(f"contains({plain}, {text(word)})" for word in words)
    return Answer(f"array_length(list_filter({listed}, lambda x: {found})) > 0")


def _refers(field: str, to: str, asked: Asked) -> str:
    root = asked.root(field)
    if root is None or not asked.started:
        return FALSE
    return f"COALESCE({root} = {to}, FALSE)"


@meaning(c.RefersTo)
def refers_to(condition: c.RefersTo, asked: Asked) -> Answer:
    return Answer(_refers(condition.field, "s.root", asked))


@meaning(c.RefersToSame)
def refers_to_same(condition: c.RefersToSame, asked: Asked) -> Answer:
    return Answer(_refers(condition.field, f"s.r_{condition.start_field}", asked))


@meaning(c.RefersToEither)
def refers_to_either(condition: c.RefersToEither, asked: Asked) -> Answer:
    one, other = _refers(condition.field, "s.root", asked), _refers(condition.field, f"s.r_{condition.field}", asked)
    return Answer(f"({one} OR {other})")


@meaning(c.SameAs)
def same_as(condition: c.SameAs, asked: Asked) -> Answer:
    listed = asked.listed(condition.field)
    if listed is None or not asked.started:
        return Answer(FALSE)
    return Answer(f"list_has_any({listed}, s.l_{condition.start_field})")


@meaning(c.IsTrigger)
def is_trigger(condition: c.IsTrigger, asked: Asked) -> Answer:
    return Answer("e.id = s.id" if asked.started else FALSE)


@meaning(c.TellsOfHarmToOneWorker)
def tells_of_harm(condition: c.TellsOfHarmToOneWorker, asked: Asked) -> Answer:
    if asked.type == "message_received":
        return Answer(_says("possible_serious_harm", True, asked))
    listed = asked.listed("for")
    return Answer(f"({_says('immediate_harm', True, asked)} AND array_length({listed}) > 0)" if listed else FALSE)


@meaning(c.DecisionIs)
def decision_is(condition: c.DecisionIs, asked: Asked) -> Answer:
    row = own_row("decisions", asked)
    return Answer(FALSE if row is None else f"COALESCE({row}.decision IN {texts(condition.values)}, FALSE)")


@meaning(c.ChildViewHeard)
def child_view_heard(condition: c.ChildViewHeard, asked: Asked) -> Answer:
    row = own_row("child_views", asked)
    return Answer(FALSE if row is None else f"COALESCE({row}.how, 'none') <> 'none'")


@meaning(c.CategoryIs)
def category_is(condition: c.CategoryIs, asked: Asked) -> Answer:
    row, own = own_row("decisions", asked), asked.one("category")
    said = [f"NULLIF({own}, '')"] if own else []
    said += [f"{row}.category"] if row else []
    return Answer(f"COALESCE(COALESCE({', '.join(said)}) = {text(condition.category)}, FALSE)" if said else FALSE)


def own_row(field: str, asked: Asked) -> str | None:
    """This child's own row in a list of rows."""
    shape = asked.shape(field)
    if shape is None or shape.kind != "row":
        return None
    return f"list_filter(e.{column(shape.name)}, lambda x: x.child = {asked.child})[1]"


@meaning(c.DecidedWithReasons)
def decided_with_reasons(condition: c.DecidedWithReasons, asked: Asked) -> Answer:
    row = own_row("decisions", asked)
    if row is None:
        return Answer(FALSE, text("what was decided for each child"))
    reasons = f"regexp_matches(COALESCE({row}.reasons, ''), '[^{BLANKS}]')"
    category = f"(COALESCE({row}.decision, '') <> 'plan_made' OR COALESCE({row}.category, '') <> '')"
    missing = f"CASE WHEN e.f_decisions IS NULL THEN {text('what was decided for each child')} END"
    return Answer(f"({reasons} AND {category})", missing)


@meaning(c.Not)
def not_(condition: c.Not, asked: Asked) -> Answer:
    found = answer(condition.condition, asked)
    return Answer(f"NOT ({found.holds})", found.unknown)


@meaning(c.AnyOf)
def any_of(condition: c.AnyOf, asked: Asked) -> Answer:
    found = [answer(each, asked) for each in condition.conditions]
    certain = " OR ".join(f"({each.certain})" for each in found)
    doubts = [each.unknown for each in found if each.unknown != Answer(TRUE).unknown]
    if not doubts:
        return Answer(f"({certain})")
    return Answer(f"({certain})", f"CASE WHEN NOT ({certain}) THEN COALESCE({', '.join(doubts)}) END")


@meaning(c.Recorded)
def recorded(condition: c.Recorded, asked: Asked) -> Answer:
    shape = asked.shape(condition.field)
    if shape is None:
        return Answer(FALSE)
    if shape.also:
        raise CannotCompile(f"whether {asked.type}.{condition.field} was recorded")
    return Answer(f"e.{column(shape.name)} IS NOT NULL")


@meaning(c.NumberUnder)
def number_under(condition: c.NumberUnder, asked: Asked) -> Answer:
    shape = asked.shape(condition.field)
    if shape is None or shape.kind not in ("integer", "number"):
        return Answer(FALSE, text(condition.field))
    name = f"e.{column(shape.name)}"
    missing = f"CASE WHEN {name} IS NULL THEN {text(condition.field)} END"
    return Answer(f"COALESCE({name} < {condition.n}, FALSE)", missing)


@meaning(c.GradeAtLeast)
def grade_at_least(condition: c.GradeAtLeast, asked: Asked) -> Answer:
    shape = asked.shape("grades")
    if shape is None:
        return Answer(FALSE)
    each = [f"COALESCE(e.f_grades.{field.name} >= {condition.n}, FALSE)" for field in shape.fields if field.kind == "integer"]
    return Answer(f"({' OR '.join(each)})" if each else FALSE)
