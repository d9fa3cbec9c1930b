"""What the conditions mean about who among the workers did it, and for which agency, written out."""

from collections.abc import Iterable

from holdfast.engine.compiled.affiliation import (
    Present,
    may_be_social_worker,
    organisation_words,
    role_of,
    roles_present,
    worker_of,
)
from holdfast.engine.compiled.calendar_arrays import Span, after
from holdfast.engine.compiled.compiler import MEANINGS, Compiler
from holdfast.engine.compiled.contact_senders import sender_of
from holdfast.engine.compiled.entries import CompactEntry, certainly_by, listed
from holdfast.engine.compiled.entry_fields import (
    each_text,
    is_one_of,
    mention_one_of,
    plain_words,
    value_text,
    worded,
    written_name,
)
from holdfast.engine.compiled.event import CompiledEvent
from holdfast.engine.compiled.event_entries import fitting
from holdfast.engine.compiled.expression import Expression, LooksAt
from holdfast.engine.compiled.in_post import is_in_post, is_represented, missing, staff
from holdfast.engine.compiled.in_touch import in_touch
from holdfast.engine.compiled.lead_worker import cover_of, lead_at, role_in
from holdfast.engine.compiled.person import PersonRecord
from holdfast.engine.compiled.state import CompiledState
from holdfast.engine.reference.affiliation import RECEIVED
from holdfast.rules import conditions as c
from holdfast.standards import professions
from holdfast.vocabulary.named_fields import other_than

Types = tuple[str, ...]
START: frozenset[LooksAt] = frozenset({"start"})
OTHERS: frozenset[LooksAt] = frozenset({"others"})
SENT = ("contact", "message")
TRAINED, DIED = ("training_completed",), ("death_recorded",)


def _by_role(compiler: Compiler, node: c.ByRole, types: Types) -> Expression:
    if node.whose == "allocated":
        return Expression(is_one_of(f"{compiler.use(role_in)}(person, entry)", node.roles))
    named = value_text(types, "worker")
    # Whoever did it may have left the writing to somebody else.
    worker = {"recorder": "entry.by", "worker": named, "doer": f"({named} or entry.by)"}[node.whose]
    known = is_one_of(f"{compiler.use(role_of)}(person, {worker})", node.roles)
    return Expression(f"{worker} is None or {known}" if node.unsaid else known)


def _by_agency(compiler: Compiler, node: c.ByAgency, types: Types) -> Expression:
    if node.field is None:
        return Expression(f"{compiler.use(recorded_by_agency)}(person, entry, {node.words!r})")
    words = f"*{compiler.use(organisation_words)}(person, {worded(types, node.field, 'each')})"
    speaks = f"{compiler.use(professions.speaks_of)}({node.words!r}, {words})"
    return Expression(f"any({speaks} for each in {each_text(compiler, types, node.field)})")


def recorded_by_agency(person: PersonRecord, entry: CompactEntry, words: tuple[str, ...]) -> bool:
    """Whether whoever recorded it works for an agency, or in a role, that speaks of one of the words."""
    worker = worker_of(person, entry.by)
    return worker is not None and professions.speaks_of(words, worker.role, *organisation_words(person, worker.organisation))


def _for_absent_worker(compiler: Compiler, node: c.ForAbsentWorker, types: Types) -> Expression:
    return Expression(f"{compiler.use(some_away)}(person, entry, {each_text(compiler, types, 'for')})", looks_at=OTHERS)


def some_away(person: PersonRecord, entry: CompactEntry, workers: Iterable[object]) -> bool:
    """Whether one of the workers was away or gone when it had happened."""
    known = staff(person)
    return any(missing(known, str(each), entry.end) is not None for each in workers)


def _in_post(compiler: Compiler, node: c.InPost, types: Types) -> Expression:
    there = f"{compiler.use(some_in_post)}(person, entry, start, {each_text(compiler, types, node.field)}, {node.field!r})"
    return Expression(there, may_be_unknown=True, looks_at=OTHERS | START)


def some_in_post(
    person: PersonRecord, entry: CompactEntry, start: CompactEntry | None, named: Iterable[object], field: str
) -> bool | str:
    """Whether somebody named, and somebody else, is there from then on: a worker in post or covered for, or a person who is
    alive."""
    there = [str(each) for each in named]
    if not there:
        return field
    at, known, own = certainly_by(entry), staff(person), themselves(person, entry, start, field)
    return any(
        is_represented(known, each, person.id, at) if each in known.workers else not _dead(person, each, at)
        for each in there
        if each not in own
    )


def _in_touch(compiler: Compiler, node: c.InTouch, types: Types) -> Expression:
    there = f"{compiler.use(in_touch)}(person, str(each), {compiler.use(certainly_by)}(entry))"
    return Expression(f"any({there} for each in {each_text(compiler, types, node.field)})", looks_at=OTHERS)


def _named_in_touch(compiler: Compiler, node: c.NamedInTouch, types: Types) -> Expression:
    named = compiler.constant(compiler.event(node.named, linked=False), "event")
    text = f"{compiler.use(is_named_in_touch)}(person, entry, {named}, {written_name(node.named.types, node.field)!r})"
    return Expression(text, looks_at=OTHERS)


def is_named_in_touch(person: PersonRecord, entry: CompactEntry, named: CompiledEvent, field: str) -> bool:
    """Whether whoever the child named last is in touch from then on."""
    at = certainly_by(entry)
    found = [each for each in fitting(person, named) if each.start <= at]
    return bool(found) and any(in_touch(person, str(each), at) for each in listed(found[-1], field))


def _somebody_else(compiler: Compiler, node: c.SomebodyElse, types: Types) -> Expression:
    named = each_text(compiler, types, node.field)
    text = f"{compiler.use(is_somebody_else)}(person, entry, start, {named}, {node.field!r})"
    return Expression(text, looks_at=OTHERS | START)


def is_somebody_else(
    person: PersonRecord, entry: CompactEntry, start: CompactEntry | None, named: Iterable[object], field: str
) -> bool:
    """Whether nobody is named, or somebody who is another than those whom the field is set apart from."""
    there = {str(each) for each in named}
    return not there or not there <= themselves(person, entry, start, field)


def themselves(person: PersonRecord, entry: CompactEntry, start: CompactEntry | None, field: str) -> set[str]:
    """Whom somebody named in a field has to be another than."""
    found = {person.id}
    for each in other_than(entry.type, field):
        for said in map(str, listed(entry, each)):
            sent = person.record.current(said)
            found.add(said if sent is None else _sender_id(sent))
    if start is not None:
        for id in (start.id, *(str(id) for of in SENT for id in listed(start, of))):
            if (sent := person.record.current(id)) is not None:
                found.add(_sender_id(sent))
    return found


def _sender_id(entry: CompactEntry) -> str:
    sent = sender_of(entry) if entry.type in RECEIVED else None
    return str(sent.get("worker") if isinstance(sent, dict) else sent)


def _dead(person: PersonRecord, named: str, at: int) -> bool:
    return any(entry.data.get("person") == named and entry.start <= at for entry in person.anybodys(DIED))


def _cover_in_post(compiler: Compiler, node: c.CoverInPost, types: Types) -> Expression:
    state = compiler.constant(compiler.state(node.qualified_in), "state")
    return Expression(f"{compiler.use(is_cover_in_post)}(person, entry, {state})", looks_at=OTHERS)


def is_cover_in_post(person: PersonRecord, entry: CompactEntry, qualified_in: CompiledState) -> bool:
    """Whether it names one of those who cover for the child's lead worker, of whom one is in post from then on: one who may be a
    social worker, where the child is in a state in which only one may."""
    at = certainly_by(entry)
    lead = lead_at(person, entry.end)
    if lead is None:
        return False
    own = entry.data.get("worker")
    return any(
        each.id == entry.id or (own is not None and each.data.get("cover") == own)
        for each in cover_of(person, lead, at, qualified_in)
    )


def _may_be_social_worker(compiler: Compiler, node: c.MayBeSocialWorker, types: Types) -> Expression:
    return Expression(f"{compiler.use(may_be_social_worker)}(person, str({value_text(types, node.field)}))")


def _lead_in_post(compiler: Compiler, node: c.LeadInPost, types: Types) -> Expression:
    return Expression(f"{compiler.use(is_lead_in_post)}(person, entry)", looks_at=OTHERS)


def is_lead_in_post(person: PersonRecord, entry: CompactEntry) -> bool:
    """Whether the worker it names is by then the child's lead worker, and in post."""
    at, worker = certainly_by(entry), str(entry.data.get("worker"))
    return lead_at(person, entry.end) == worker and is_in_post(staff(person), worker, at)


def _roles_among(compiler: Compiler, node: c.RolesAmong, types: Types) -> Expression:
    found = f"{compiler.use(roles_in_each)}(person, {each_text(compiler, types, node.field)}, {node.groups!r})"
    return Expression(f"{node.field!r} if {value_text(types, node.field)} is None else {found}", may_be_unknown=True)


def roles_in_each(person: PersonRecord, named: Iterable[object], groups: tuple[tuple[str, ...], ...]) -> bool:
    """Whether each group of roles is held by somebody named."""
    roles = {role_of(person, each) or professions.normal(each) for each in map(str, named)}
    return all(not roles.isdisjoint(group) for group in groups)


def _agencies_trained(compiler: Compiler, node: c.AgenciesTrained, types: Types) -> Expression:
    within: Span = (-node.within.n, node.within.unit)
    text = f"{compiler.use(those_present_trained)}(person, entry, {plain_words(node.words)!r}, {within!r})"
    return Expression(text, may_be_unknown=True, looks_at=OTHERS)


def those_present_trained(person: PersonRecord, entry: CompactEntry, words: tuple[str, ...], back: Span) -> bool | str:
    """Whether somebody present, or their agency, had had training that speaks of one of the words, no further back than
    that."""
    present = roles_present(person, entry)
    if present is None:
        return "who was present"
    trained = [each for each in person.anybodys(TRAINED) if is_training_of(each, present)]
    if not trained:
        return "what training these agencies have had"
    day, since = entry.last, after(entry.last, back)
    return since is not None and any(
        since < each.last <= day and mention_one_of(listed(each, "subjects"), words) for each in trained
    )


def is_training_of(training: CompactEntry, present: Iterable[Present]) -> bool:
    """Whether the training was that of one of those present, or of their agency where no worker is named."""
    worker, agency = training.data.get("worker"), training.data.get("agency")
    return any(worker == there if worker is not None else agency == organisation for _, organisation, there in present)


def _of_those_present(compiler: Compiler, node: c.OfThosePresent, types: Types) -> Expression:
    present = f"{compiler.use(roles_present)}(person, start) or ()"
    return Expression(f"start is not None and {compiler.use(is_training_of)}(entry, {present})", looks_at=START)


MEANINGS.update(
    {
        c.ByRole: _by_role,
        c.ByAgency: _by_agency,
        c.ForAbsentWorker: _for_absent_worker,
        c.InPost: _in_post,
        c.InTouch: _in_touch,
        c.NamedInTouch: _named_in_touch,
        c.SomebodyElse: _somebody_else,
        c.CoverInPost: _cover_in_post,
        c.LeadInPost: _lead_in_post,
        c.MayBeSocialWorker: _may_be_social_worker,
        c.RolesAmong: _roles_among,
        c.AgenciesTrained: _agencies_trained,
        c.OfThosePresent: _of_those_present,
    }
)
