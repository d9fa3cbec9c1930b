"""What is stated of a person, in words: what, since when, who says so, and whether it has to be checked."""

from dataclasses import dataclass

from holdfast.kernel.nhs_number import in_groups
from holdfast.pages.child_names import NAMELESS_ADULT, child_name
from holdfast.pages.date_phrases import short_day
from holdfast.pages.people.queries import PersonFound
from holdfast.vocabulary.sentence_parts import party
from holdfast.vocabulary.stated_facts import SORTS, FactKind, StatedFact

K = FactKind
ORDER = (
    (K.DANGER_TO_STAFF, "Danger to staff", "Nothing is recorded. That is not proof that there is none."),
    (K.TELEPHONE, "Telephones", "No telephone is recorded."),
    (K.ADDRESS, "Address", "No address is recorded."),
    (K.SAFE_ADDRESS, "Safe address", ""),
    (K.LANGUAGE, "Language", "Nobody has recorded which language they speak."),
    (K.NAME, "Names", "No name is recorded."),
    (K.NHS_NUMBER, "NHS number", "Not recorded."),
    (K.SCHOOL, "School or nursery", "Not recorded."),
    (K.GP, "GP", "Not recorded."),
)
ADD = {
    K.DANGER_TO_STAFF: "Add a danger",
    K.TELEPHONE: "Add a telephone",
    K.ADDRESS: "Add an address",
    K.SAFE_ADDRESS: "Add a safe address",
    K.LANGUAGE: "Add a language",
    K.NAME: "Add a name",
    K.NHS_NUMBER: "Add the NHS number",
    K.SCHOOL: "Add a school or nursery",
    K.GP: "Add a GP",
}

INTERPRETER = {
    True: "an interpreter is needed",
    False: "no interpreter is needed",
    None: "whether an interpreter is needed is not known",
}


@dataclass(frozen=True)
class FactLine:
    """One thing stated. ``tel`` is what a telephone dials; ``id`` is empty where an entry says it and no row does."""

    id: str
    entry: str
    value: str
    beside: str
    tel: str
    from_whom: str
    check: str
    overdue: bool


@dataclass(frozen=True)
class FactGroup:
    """All of one kind, and the words that stand where there is none."""

    kind: str
    title: str
    add: str
    empty: str
    lines: tuple[FactLine, ...]
    is_danger: bool


@dataclass(frozen=True)
class PersonPage:
    """The page."""

    name: str
    who: str
    groups: tuple[FactGroup, ...]
    before: tuple[FactLine, ...]
    overdue: int


def person_page(found: PersonFound) -> PersonPage:
    """The page about one person."""
    details = found.details
    groups = tuple(
        FactGroup(
            kind.value,
            title,
            ADD[kind],
            empty,
            tuple(_line(found, each) for each in (details.safe_addresses if kind is K.SAFE_ADDRESS else details.of(kind))),
            kind is K.DANGER_TO_STAFF,
        )
        for kind, title, empty in ORDER
    )
    before = tuple(_line(found, each) for each in details.ended)
    lines = [line for group in groups for line in group.lines]
    return PersonPage(_called(found, found.id), _who(found), groups, before, sum(each.overdue for each in lines))


def _line(found: PersonFound, fact: StatedFact) -> FactLine:
    return FactLine(
        fact.id,
        "" if fact.id else fact.entry or "",
        _value(fact),
        _beside(fact),
        fact.digits if fact.kind is K.TELEPHONE else "",
        _from_whom(found, fact),
        _check(found, fact),
        fact.overdue(found.details.day),
    )


def _value(fact: StatedFact) -> str:
    if fact.kind is K.NHS_NUMBER:
        return in_groups(fact.value)
    return fact.value


def _beside(fact: StatedFact) -> str:
    sort = SORTS[fact.kind].of(fact.sort or "") if fact.kind in SORTS else None
    said = [sort.label if sort else "", fact.whose or "", INTERPRETER[fact.interpreter] if fact.kind is K.LANGUAGE else ""]
    use = fact.name[0] if fact.name else ""
    return ", ".join(part for part in (*said, f"{use} name" if use else "") if part)


def _from_whom(found: PersonFound, fact: StatedFact) -> str:
    """ "Since March 2026. Said by Joy Wren, aunt (rang the number). Recorded Mon 2 Nov 2026 by Sam Poole." """
    since = f"Since {fact.since.in_words()}. " if fact.since else ""
    until = f"Until {fact.until.in_words()}. " if fact.until else ""
    source = f" ({fact.source})" if fact.source else ""
    said = f"Said by {party(found.names, fact.said_by)}{source}. " if fact.said_by else f"Who said so is not recorded{source}. "
    by = f" by {found.names.worker(fact.recorded_by)}" if fact.recorded_by else ""
    return f"{since}{until}{said}Recorded {short_day(fact.recorded_at)}{by}."


def _check(found: PersonFound, fact: StatedFact) -> str:
    checked = f"Last checked {short_day(fact.checked_at)}. " if fact.checked_at else ""
    if fact.check_by is None:
        return f"{checked}No day is set to check it."
    if fact.overdue(found.details.day):
        return f"{checked}To be checked since {short_day(fact.check_by)}."
    return f"{checked}Check it by {short_day(fact.check_by)}."


def _called(found: PersonFound, id: str) -> str:
    person = found.world.people[id]
    return NAMELESS_ADULT if not person.names and found.is_adult(id) else child_name(person)


def _who(found: PersonFound) -> str:
    """ "Mother of Tia and Noah. Born 2 Feb 1992." """
    person = found.world.people[found.id]
    ties: dict[str, list[str]] = {}
    for link in found.ties:
        # What has ended is said to have ended where the family is drawn; here it would only lengthen the line.
        if link.from_person == found.id and link.end is None:
            ties.setdefault(link.kind.replace("_", " "), []).append(_called(found, link.to_person))
    related = [f"{kind.capitalize()} of {', '.join(names)}." for kind, names in ties.items()]
    born = f"Born {person.born.in_words()}." if person.born else "When they were born is not recorded."
    died = found.view(found.id).died
    return " ".join((*related, born, *([f"Died {died.happened.in_words()}."] if died else [])))
