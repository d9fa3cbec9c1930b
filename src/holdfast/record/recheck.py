"""Keeping what is derived true to the entries: in the transaction of every write, and as time passes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, partial

from django.db import connection, transaction
from django.db.models import F, Model, QuerySet

from holdfast.engine.reference.history import Reader
from holdfast.engine.rulebook import counted, rules_with
from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.when import london_day, start_of_day
from holdfast.record import held, read
from holdfast.record.derive import Before, Derived, answers_of, derive, fields, span_fields
from holdfast.record.locks import one_at_a_time
from holdfast.record.models import Alert, EntryAbout, Person, Rechecked, StoredClock, StoredSpan, Worker
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.shapes import references

EVER = Moment.live(FOREVER)
EARLIEST = datetime(1, 1, 1, tzinfo=UTC)
NOTHING: frozenset[str] = frozenset()
ANSWER = frozenset({"alert_answered"})

WORKERS_PEOPLE = """
SELECT DISTINCT a.person_id FROM record_entrybody b JOIN record_entryabout a ON a.envelope_id = b.envelope_id
WHERE b.data->>'worker' = ANY(%(workers)s) OR b.data->>'for' = ANY(%(workers)s)
"""


def after(
    entries: Sequence[Entry], *, at: datetime, people: Collection[str] = (), touched: Collection[str] | None = None
) -> None:
    """Bring up to date everybody whom these entries, or new facts about these people, can touch: ``touched``, where that is
    known already."""
    changed = None
    if not people and all(entry.recorded_at >= at for entry in entries):
        changed = frozenset(kind for entry in entries for kind in _types(entry))
    if changed == ANSWER:
        _note_answers({person for entry in entries for person in entry.about}, at=at)
        return
    bring_up_to_date(everybody_touched(entries, people) if touched is None else touched, at=at, changed=changed)


def wait_for(people: Iterable[str]) -> None:
    """Wait for whoever is working out something for these people."""
    one_at_a_time(f"derived {person}" for person in people)


def everybody_touched(entries: Iterable[Entry], people: Collection[str] = ()) -> set[str]:
    """The people in the entries with their families, whom the entries put right; and for a worker's own entries, whoever
    that worker, or a worker whom they manage, works with."""
    named, workers = set(people) | named_in(entries), set[str]()
    for entry in entries:
        for before in _earlier_versions(entry):
            named |= set(before.about)
        if not entry.about:
            workers |= {each.value for each in references(entry.data) if each.kind == "worker"}
    if workers:
        workers |= set(Worker.objects.filter(manager__in=workers).values_list("pk", flat=True))
        with connection.cursor() as cursor:
            cursor.execute(WORKERS_PEOPLE, {"workers": sorted(workers)})
            named |= {row[0] for row in cursor.fetchall()}
    return {relative for family in read.networks(named, EVER).values() for relative in family}


def named_in(entries: Iterable[Entry]) -> set[str]:
    """The people whom these entries are about or name."""
    return {
        person
        for entry in entries
        for person in (*entry.about, *(each.value for each in references(entry.data) if each.kind == "person"))
    }


def _earlier_versions(entry: Entry) -> Iterator[Entry]:
    earlier = entry.corrects or entry.withdraws
    while earlier:
        before = read.entry_by_id(earlier)
        yield before
        earlier = before.corrects or before.withdraws


def _types(entry: Entry) -> set[str]:
    return {entry.type, *(before.type for before in _earlier_versions(entry))}


@transaction.atomic(savepoint=False)
def bring_up_to_date(people: Collection[str], *, at: datetime, changed: frozenset[str] | None = None) -> None:
    """Work out what is derived for these people as it stands at ``at``, and store what differs. ``changed`` are the types of
    the entries that were added at ``at``, where nothing else has changed but the time; without it, all is worked out afresh
    from the beginning."""
    with_entries = sorted(EntryAbout.objects.filter(person__in=people).values_list("person_id", flat=True).distinct())
    wait_for(with_entries)
    kept: list[held.Held] = []
    for person, derived, moment in work_out(with_entries, at=at, changed=changed, holding=kept):
        _store(person, derived, moment.as_at)
    if kept:
        now = held.versions(with_entries)
        for each in kept:
            each.seen.rechecked.update((person, version) for person, version in now.items() if person in each.people)
        held.put(kept)


def work_out(
    people: Collection[str],
    *,
    at: datetime,
    changed: frozenset[str] | None = None,
    holding: list[held.Held] | None = None,
) -> Iterator[tuple[str, Derived, Moment]]:
    """What is derived for each of these people, and the moment at which. Members of one family share one reading. Families
    that are worth holding on to are added to ``holding``."""
    from holdfast.record.values import values  # which works out again what a new value touches

    last = dict(Rechecked.objects.filter(person__in=people).values_list("person_id", "at"))
    # Never back: a write dated before the last recheck must not unsay what was already shown.
    instants = {person: max(at, last.get(person, at)) for person in people}
    by_time = set(people) if changed is None else _changed_by_time(instants, last)
    together: dict[tuple[tuple[str, ...], datetime, datetime | None], list[str]] = defaultdict(list)
    for instant in set(instants.values()):
        now = [person for person in people if instants[person] == instant]
        for person, family in read.networks(now, Moment.live(instant)).items():
            # What was recorded before the last recheck is part of what had shown by then, and so is no news.
            since = last.get(person) if changed is not None and at >= last.get(person, EARLIEST) else None
            together[family, instant, since].append(person)
    own = values()
    for (family, instant, since), members in together.items():
        moment = Moment.live(instant)
        rules = rules_with(own, london_day(instant))
        if since is None:
            reader, holds = Reader(counted(read.world_of_family(family, moment), own), moment), None
        else:
            holds = held.load(family, instant, rules, own)
            reader = holds.ongoing.reader(since)
            if held.been_here(family) or not by_time.isdisjoint(members):
                by_time |= set(members)  # worked out whole, it can be held
        whole = cache(partial(Reader, reader.world, moment))
        for person, alerts in _alerts_of(members).items():
            before = None if since is None else Before(alerts, whole)
            derived = derive(reader, person, rules, None if person in by_time else changed, before)
            if holds is not None and derived.rules is None:
                holds.members[person] = member(reader, derived)
            yield person, derived, moment
        if holds is not None and holding is not None and holds.members.keys() == set(members):
            holding.append(holds)


def member(reader: Reader, derived: Derived) -> held.Member:
    """What is held of one person for whom everything was worked out."""
    at = reader.moment.as_at
    soon = {part: held.next_change(reader.shows(part, at).value, at) for part in derived.keys}
    return held.Member(
        at,
        {row.key: fields(row) for row in derived.clocks},
        {row.key: fields(row) for row in derived.alerts},
        {span_fields(row) for row in derived.spans or ()},
        dict(derived.keys),
        {part: instant for part, instant in soon.items() if instant is not None},
    )


def _alerts_of(people: Collection[str]) -> dict[str, tuple[Alert, ...]]:
    found: dict[str, list[Alert]] = {person: [] for person in people}
    for alert in Alert.objects.filter(child__in=people):
        found[alert.child_id].append(alert)
    return {person: tuple(alerts) for person, alerts in found.items()}


def _changed_by_time(instants: Mapping[str, datetime], last: Mapping[str, datetime]) -> set[str]:
    """Those for whom time itself has changed something since their last recheck: another day has begun, or something came
    due within the day."""
    found = {person for person, at in instants.items() if person not in last or london_day(last[person]) != london_day(at)}
    due = StoredClock.objects.filter(child__in=set(instants) - found, open=True, overdue_from__gt=F("child__rechecked__at"))
    return found | {
        person for person, overdue in due.values_list("child_id", "overdue_from") if overdue and overdue <= instants[person]
    }


def _note_answers(people: Collection[str], *, at: datetime) -> None:
    """An answer changes nothing but who answered."""
    wait_for(people)
    for person in people:
        moment = Moment.live(at)
        answers = answers_of(Reader(read.world_of([person], read.entries_about(person, moment), moment), moment), person)
        for alert in Alert.objects.filter(child=person):
            answer = answers.get(str(alert.pk)) or answers.get(alert.key)
            if answer != alert.answered_by:
                Alert.objects.filter(pk=alert.pk).update(answered_by=answer)
    # Written anew as it was, so that whoever holds these people sees that something has been recorded.
    Rechecked.objects.filter(person__in=people).update(at=F("at"))


def _store(person: str, derived: Derived, at: datetime) -> None:
    clocks, alerts = StoredClock.objects.filter(child=person), Alert.objects.filter(child=person)
    if derived.rules is not None:
        clocks, alerts = clocks.filter(standard__in=derived.rules), alerts.filter(rule_id__in=derived.rules)
    if derived.spans is not None:
        _replace(StoredSpan.objects.filter(child=person), derived.spans, ("kind", "start", "entry"))
    _replace(clocks, derived.clocks, ("key",))
    _replace(alerts, derived.alerts, ("key",))
    Rechecked.objects.bulk_create(
        [Rechecked(person_id=person, at=at)], update_conflicts=True, unique_fields=["person"], update_fields=["at"]
    )


def _replace(there: QuerySet[Model], wanted: Iterable[Model], key: tuple[str, ...]) -> None:
    """Make the stored rows say what the wanted rows say, touching only those that differ."""
    stored = {tuple(getattr(row, name) for name in key): row for row in there}
    new, changed = [], []
    for row in wanted:
        old = stored.pop(tuple(getattr(row, name) for name in key), None)
        if old is None:
            new.append(row)
        elif fields(old) != fields(row):
            row.pk = old.pk
            changed.append(row)
    if stored:
        there.filter(pk__in=[row.pk for row in stored.values()]).delete()
    if new:
        there.model._default_manager.bulk_create(new)
    if changed:
        names = [field.name for field in there.model._meta.concrete_fields if not field.primary_key]
        there.model._default_manager.bulk_update(changed, names)


def sweep(*, at: datetime, limit: int = 200) -> int:
    """What time alone brings: raise what has come due by ``at``, and look at everybody again once a day, for signals that
    only the passing of time makes. Works on at most ``limit`` people and returns how many; call it every minute."""
    due = StoredClock.objects.filter(open=True, overdue_from__lte=at, child__rechecked__at__lt=F("overdue_from"))
    people = list(due.values_list("child_id", flat=True).distinct()[:limit])
    if len(people) < limit:
        today = start_of_day(london_day(at))
        people += [
            person
            for person in Rechecked.objects.filter(at__lt=today).order_by("at").values_list("person_id", flat=True)[:limit]
            if person not in people
        ][: limit - len(people)]
    for person in people:  # each in its own transaction: one that fails loses nothing for the others
        bring_up_to_date([person], at=at, changed=NOTHING)
    return len(people)


def everybody() -> list[str]:
    """Everyone that something is derived for, or would be."""
    return list(Person.objects.filter(abouts__isnull=False).order_by("pk").values_list("pk", flat=True).distinct())
