"""Who a contact or message came from, and what it tells of."""

from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.contact_senders import is_from_family, is_professional, sender
from holdfast.engine.compiled.entries import CompactEntry, listed
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.person import PersonRecord
from holdfast.rules import conditions


def _sent_by(compiler: Compiler, node: conditions.SentBy, types: tuple[str, ...]) -> Expression:
    if node.whom == "same_sender":
        return Expression(f"{compiler.use(is_same_sender)}(person, entry, start)", looks_at=frozenset({"start", "others"}))
    of = is_professional if node.whom == "professional" else is_from_family
    # Of a message it is what the message says. Who a contact came from somebody may make sure of later.
    confirms: frozenset[LooksAt] = frozenset({"others"} if "contact_received" in types else ())
    return Expression(f"{compiler.use(of)}(person, entry)", looks_at=confirms)


def _tells_of_harm(compiler: Compiler, node: conditions.TellsOfHarmToOneWorker, types: tuple[str, ...]) -> Expression:
    message = "entry.data.get('possible_serious_harm') is True"
    contact = f"entry.data.get('immediate_harm') is True and bool({compiler.use(listed)}(entry, 'for'))"
    # Which of the two is asked is known as the rule is compiled, unless it is of both.
    if types == ("message_received",):
        return Expression(message)
    if "message_received" not in types:
        return Expression(contact)
    return Expression(f"({message}) if entry.type == 'message_received' else ({contact})")


def is_same_sender(person: PersonRecord, entry: CompactEntry, start: CompactEntry | None) -> bool:
    """Whether two entries came from the same sender, as far as is known."""
    if start is None:
        return False
    found = sender(person, entry)
    return found is not None and found == sender(person, start)


MEANINGS.update(
    {
        conditions.SentBy: _sent_by,
        conditions.TellsOfHarmToOneWorker: _tells_of_harm,
    }
)
