"""How an example of a rule is written down, and how it is checked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from holdfast.kernel.moment import FOREVER, Moment
from holdfast.kernel.when import When, end_of_day
from holdfast.standards.local_values import NO_VALUES, LocalValue, Values
from holdfast.vocabulary.entry import Entry
from holdfast.vocabulary.world import KnownOrganisation, KnownPerson, KnownRelationship, KnownWorker, PersonName, World

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CHILD = "ash"
SIBLING = "birch"
OTHER_SIBLING = "cedar"
MOTHER = "mother"
FATHER = "father"
GRANDMOTHER = "gran"


def on(text: str) -> str:
    """A date with its weekday, "Fri 2018-09-14" or "Fri 2018-09-14T16:50", checked and given back without it."""
    weekday, _, day = text.partition(" ")
    actual = WEEKDAYS[date.fromisoformat(day[:10]).weekday()]
    assert weekday == actual, f"{day} is a {actual}, not a {weekday}"
    return day


@dataclass(frozen=True)
class Given:
    """One entry of an example. ``happened`` and ``recorded`` carry their weekday; ranges are (first, last)."""

    id: str
    type: str
    happened: str | tuple[str, str]
    data: Mapping[str, Any] = field(default_factory=dict)
    about: tuple[str, ...] = (CHILD,)
    by: str | None = "sam"
    recorded: str | None = None
    corrects: str | None = None
    withdraws: str | None = None
    reason: str | None = None

    def entry(self) -> Entry:
        """As the engine reads it."""
        happened: Any = on(self.happened) if isinstance(self.happened, str) else None
        if happened is None:
            happened = {"from": on(self.happened[0]), "to": on(self.happened[1])}
        recorded = None if self.recorded is None else _instant(self.recorded)
        return Entry.build(
            id=self.id,
            type=self.type,
            happened=happened,
            recorded_at=recorded,
            by=self.by,
            about=self.about,
            data=self.data,
            corrects=self.corrects,
            withdraws=self.withdraws,
            reason=self.reason,
        )


def _instant(text: str) -> str:
    day = on(text)
    return day if "T" in day else f"{day}T12:00:00"


def given(id: str, type: str, happened: str | tuple[str, str], /, *, about: Sequence[str] = (CHILD,), **rest: Any) -> Given:
    """An entry in one line: keyword arguments that are not the entry's own are its data (``for_``, ``from_`` and
    ``with_`` stand for the words Python keeps)."""
    own = {name: rest.pop(name) for name in ("by", "recorded", "corrects", "withdraws", "reason") if name in rest}
    data = {name.rstrip("_"): value for name, value in rest.items()}
    return Given(id, type, happened, data, tuple(about), **own)


@dataclass(frozen=True)
class Expect:
    """What the example's clock (or signal) must be. Anything left as ``...`` is not asked."""

    state: Any = ...
    due: Any = ...
    met_on: Any = ...
    met_by: Any = ...
    raised_on: Any = ...
    approximate: Any = ...
    withdrawn_on: Any = ...
    evidence: Any = ...
    about: Any = ...
    trigger: Any = ...
    starts: Any = ...
    says: Any = ...


@dataclass(frozen=True)
class Example:
    """One row of a table: a sentence, what is on the record, the day it is read, and the lines it gives.

    ``expect`` are the rule's lines for ``child`` in the order they start. ``()`` means the rule says nothing. ``values`` are
    what a partnership has set, as that a rule which ships off is switched on.
    """

    says: str
    entries: Sequence[Given]
    as_at: str
    expect: Sequence[Expect]
    known_at: str | None = None
    child: str = CHILD
    people: Mapping[str, KnownPerson] = field(default_factory=dict)
    relationships: Sequence[KnownRelationship] | None = None
    workers: Mapping[str, KnownWorker] = field(default_factory=dict)
    values: Values = NO_VALUES

    def world(self) -> World:
        """The example's case: a mother, her children and a few workers, with what the example changes."""
        return World(
            organisations=ORGANISATIONS,
            workers={**WORKERS, **self.workers},
            people={**PEOPLE, **self.people},
            relationships=tuple(RELATIONSHIPS if self.relationships is None else self.relationships),
            entries=tuple(each.entry() for each in self.entries),
        )

    def moment(self) -> Moment:
        """When it is read."""
        known = FOREVER if self.known_at is None else When.parse(_instant(self.known_at)).end
        return Moment(end_of_day(date.fromisoformat(on(self.as_at))), known)


@dataclass(frozen=True)
class Spec:
    """The table of one rule."""

    rule: str
    examples: Sequence[Example]


def set_locally(rule: str, name: str, value: int | float | str, since: str) -> Values:
    """A partnership sets one value of a rule from a day on."""
    day = date.fromisoformat(on(since))
    return Values((LocalValue(rule, name, value, day, "moss", "Agreed by the partnership."),))


def person(id: str, given_name: str, born: str | None, sex: str | None = None, **rest: Any) -> KnownPerson:
    """An invented person."""
    return KnownPerson(id, (PersonName("usual", given_name, "Rowan"),), When.parse(born) if born else None, sex, **rest)


ORGANISATIONS = {
    each.id: each
    for each in (
        KnownOrganisation("csc", "childrens_social_care", "Northmere Children's Services"),
        KnownOrganisation("school", "school", "Elm Road Primary"),
        KnownOrganisation("health", "community_health", "Northmere Health Visiting"),
        KnownOrganisation("police", "police", "Northmere Police"),
        KnownOrganisation("drugs", "substance_misuse_service", "Turning Tide"),
        KnownOrganisation("elm", "gp_practice", "Elm Road Practice"),
    )
}
WORKERS = {
    each.id: each
    for each in (
        KnownWorker("sam", "Sam Poole", "csc", "social_worker", "kay"),
        KnownWorker("ravi", "Ravi Nair", "csc", "social_worker", "kay"),
        KnownWorker("lena", "Lena Brandt", "csc", "social_worker", "kay"),
        KnownWorker("kay", "Kay Adeyemi", "csc", "team_manager", "moss"),
        KnownWorker("moss", "Jo Moss", "csc", "service_manager", None),
        KnownWorker("duty", "Bel Hart", "csc", "duty_social_worker", "kay"),
        KnownWorker("chair", "Ines Roy", "csc", "cp_chair", "moss"),
        KnownWorker("fin", "Tom Ash", "csc", "family_support_worker", "kay"),
        KnownWorker("desk", "Pat Lyle", "csc", "business_support", "kay"),
        KnownWorker("dsl", "Mel Okoro", "school", "designated_safeguarding_lead", None),
        KnownWorker("hv", "Nia Lloyd", "health", "health_visitor", None),
        KnownWorker("pc", "Al Reed", "police", "police_officer", None),
        KnownWorker("drug", "Cy Webb", "drugs", "substance_misuse_worker", None),
    )
}
PEOPLE = {
    each.id: each
    for each in (
        person(CHILD, "Ash", "2010-03-01", "F"),
        person(SIBLING, "Birch", "2014-06-15", "M"),
        person(OTHER_SIBLING, "Cedar", "2018-01-10", "F"),
        person(MOTHER, "Maple", "1986-02-02", "F"),
        person(FATHER, "Oak", "1984-05-05", "M"),
        person(GRANDMOTHER, "Willow", "1962-09-09", "F"),
    )
}
RELATIONSHIPS = (
    *(
        KnownRelationship(parent, child, kind, True)
        for child in (CHILD, SIBLING, OTHER_SIBLING)
        for parent, kind in ((MOTHER, "mother"), (FATHER, "father"))
    ),
    KnownRelationship(GRANDMOTHER, MOTHER, "mother"),
    KnownRelationship(GRANDMOTHER, CHILD, "maternal_grandmother"),
)


def conference(id: str, happened: str, decision: str = "plan_made", kind: str = "initial", **rest: Any) -> Given:
    """A conference that decided this about the child."""
    row = {"child": CHILD, "decision": decision, "reasons": "Reasons of this child's own."}
    if decision == "plan_made":
        row["category"] = rest.pop("category", "EMO")
    return given(id, "conference_held", happened, kind=kind, decisions=[row], **rest)


def visit(id: str, happened: str | tuple[str, str], seen: Sequence[str] = (CHILD,), **rest: Any) -> Given:
    """A child protection visit by the lead social worker."""
    return given(id, "visit_made", happened, kind="child_protection", worker=rest.pop("worker", "sam"), seen=list(seen), **rest)


def contact(id: str, happened: str, **rest: Any) -> Given:
    """A concern from the school's safeguarding lead."""
    sender = rest.pop(
        "from_", {"name": "Mel Okoro", "role": "designated_safeguarding_lead", "organisation": "school", "worker": "dsl"}
    )
    fields = {"channel": "form", "text": "Came to school without a coat.", "immediate_harm": False} | rest
    return given(id, "contact_received", happened, from_=sender, **fields)
