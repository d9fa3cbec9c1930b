"""What the conditions about the words of the entry mean, written out."""

from collections.abc import Iterable

from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.entry_fields import each_text, mention_one_of, plain, plain_values, plain_words, value_text, worded
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.reference.conditions.text import SHORTEST_TEXT
from holdfast.engine.reference.phrases import says
from holdfast.engine.reference.safety_requests import asks_for_safety
from holdfast.rules import conditions as c

Types = tuple[str, ...]
START: frozenset[LooksAt] = frozenset({"start"})


def _mentions(compiler: Compiler, node: c.Mentions, types: Types) -> Expression:
    fields = ((worded(types, field, "each"), each_text(compiler, types, field)) for field in node.fields)
    # A field that none of the types has is left out of the text, and not looked for in every entry.
    parts = [_mentioned(compiler, node, each, texts) for each, texts in fields if texts != "()"]
    return Expression(" or ".join(parts) or "False")


def _mentioned(compiler: Compiler, node: c.Mentions, each: str, texts: str) -> str:
    match node.how:
        case "anywhere":
            return f"{compiler.use(mention_one_of)}({texts}, {plain_words(node.words)!r})"
        case "at_the_start":
            return f"any({compiler.use(plain)}(each).startswith({plain_words(node.words)!r}) for each in {texts})"
    return f"any({compiler.use(says)}({each}, {node.words!r}) for each in {texts})"


def _speaks_of(compiler: Compiler, node: c.SpeaksOf, types: Types) -> Expression:
    texts = each_text(compiler, types, node.field)
    return Expression(f"{compiler.use(speak_of_the_start)}({texts}, start, {node.start_field!r})", looks_at=START)


def speak_of_the_start(texts: Iterable[object], start: CompactEntry | None, field: str) -> bool:
    """Whether one of the texts has in it what the starting entry says in a field."""
    if start is None:
        return False
    wanted = tuple(word for word in map(plain, listed(start, field)) if len(word) >= SHORTEST_TEXT)
    return bool(wanted) and mention_one_of(texts, wanted)


def _says_beside(compiler: Compiler, node: c.SaysBeside, types: Types) -> Expression:
    if node.what == "more":
        count = compiler.use(words_in)
        return Expression(f"{count}(entry, {node.field!r}) > {count}(start, {node.field!r})", looks_at=START)
    values, field = compiler.use(plain_values), node.field
    return Expression(f"start is not None and {values}(entry, {field!r}) != {values}(start, {field!r})", looks_at=START)


def words_in(entry: CompactEntry | None, field: str) -> int:
    """How many words there are in a field of an entry; none where there is no entry."""
    return 0 if entry is None else sum(len(str(each).split()) for each in listed(entry, field))


def _asks_for_safety(compiler: Compiler, node: c.AsksForSafety, types: Types) -> Expression:
    asked = f"{compiler.use(asks_for_safety)}({worded(types, node.field, 'each')})"
    return Expression(f"any({asked} for each in {each_text(compiler, types, node.field)})")


def _reason_given(compiler: Compiler, node: c.ReasonGiven, types: Types) -> Expression:
    reason = value_text(types, "reason")
    return Expression(f"{compiler.use(reason_mentions)}(person, entry, {reason}, {plain_words(node.words)!r})")


def reason_mentions(person: PersonRecord, entry: CompactEntry, reason: str | None, words: tuple[str, ...]) -> bool:
    """Whether the reason, or that of a conference's decision about the child, has one of the words in it."""
    return mention_one_of((each for each in (reason, person.row(entry, "decisions").get("reasons")) if each), words)


MEANINGS.update(
    {
        c.Mentions: _mentions,
        c.SpeaksOf: _speaks_of,
        c.SaysBeside: _says_beside,
        c.AsksForSafety: _asks_for_safety,
        c.ReasonGiven: _reason_given,
    }
)
