"""The parts of a case file as they are written: each organisation, worker, person, relationship, and the outside of each
entry. Their descriptions go into the published schema."""

from datetime import date, datetime
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
    model_validator,
)

from holdfast.kernel.opening_hours import HOW_TO, HoursRefused, read_hours
from holdfast.kernel.when import When
from holdfast.vocabulary.base import Date, Row, YesNo
from holdfast.vocabulary.faults import Wrong
from holdfast.vocabulary.kinship import KINDS, read_kind
from holdfast.vocabulary.scalars import (
    PLACEHOLDER_DAYS,
    PLACEHOLDERS,
    WHEN_SCHEMA,
    is_nobodys_name,
    read_birth,
    read_instant,
    read_lettered_name,
    read_nhs_number,
    write_instant,
)
from holdfast.vocabulary.stated_facts import SORTS, StatedFact, kind_of, read_value
from holdfast.vocabulary.working_hours import KnownShift, StatedHours, Team
from holdfast.vocabulary.world import KnownOrganisation, KnownPerson, KnownRelationship, KnownWorker, PersonName

LONGEST_NAME = 255

Id = Annotated[str, Field(min_length=1)]
Name = Annotated[str, BeforeValidator(read_lettered_name), Field(max_length=LONGEST_NAME)]
# The published schema has to accept what the reader accepts, or a system that checks its files first could not send them.
_NOBODY_KNOWS = {"enum": [None, *sorted({*PLACEHOLDERS, *PLACEHOLDER_DAYS, *(each.capitalize() for each in PLACEHOLDERS)})]}
BirthDate = Annotated[
    When | None,
    BeforeValidator(read_birth),
    WithJsonSchema({"anyOf": [*WHEN_SCHEMA["anyOf"], _NOBODY_KNOWS]}),
]
NhsNumber = Annotated[
    str | None, BeforeValidator(read_nhs_number), WithJsonSchema({"type": ["string", "null"], "examples": ["9990000077"]})
]
TieKind = Annotated[str, AfterValidator(read_kind), WithJsonSchema({"type": "string", "enum": sorted(KINDS)})]
Instant = Annotated[
    datetime,
    BeforeValidator(read_instant),
    PlainSerializer(write_instant),
    WithJsonSchema({"type": "string", "examples": ["2018-11-05T09:10:00Z"]}),
]


class Part(BaseModel):
    """One object of one of the file's lists."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class OrganisationPart(Part):
    """An agency or a service."""

    id: Id = Field(description="Id, unique among organisations")
    kind: str = Field(description="Kind, for example school or childrens_social_care")
    name: Name = Field(description="Name")

    def read(self) -> KnownOrganisation:
        return KnownOrganisation(self.id, self.kind, self.name)


class WorkerPart(Part):
    """A professional."""

    id: Id = Field(description="Id, unique among workers")
    name: Name = Field(description="Name")
    organisation: str | None = Field(default=None, description="Id of their organisation")
    role: str | None = Field(default=None, description="Role, for example social_worker")
    # A worker of the file, checked by its id like everything else: the line of management is what escalation climbs.
    manager: str | None = Field(default=None, description="Id of the worker who manages them")

    def read(self) -> KnownWorker:
        return KnownWorker(self.id, self.name, self.organisation, self.role, self.manager)


class NamePart(Row):
    """One name of a person. People with a single name have one part."""

    use: str | None = Field(default=None, description="Use, for example usual, birth or alias")
    given: Name | None = Field(default=None, description="Given names")
    family: Name | None = Field(default=None, description="Family name")

    @model_validator(mode="after")
    def _is_somebodys(self) -> Self:
        # Two people called "Unknown" would be one name that many share; a person without a name is shown as one nobody knows.
        if is_nobodys_name(self.given, self.family):
            raise Wrong("this says that the name is not known, and is no name", "Leave names empty: [].")
        if not self.given and not self.family:
            raise Wrong("the name has no letter in it", "Write the name, or leave names empty ([]) where nobody knows it.")
        return self


class FactPart(Row):
    """Something stated of a person beside who they are: how to reach them, where they live, what to beware of."""

    kind: Literal["telephone", "address", "safe_address", "language", "danger_to_staff", "school", "gp"] = Field(
        description="What it is about. A safe address is one that somebody must not know"
    )
    value: str = Field(description="What was said: the number, the address, the language")
    whose: str | None = Field(default=None, description="Whose telephone it is, or from whom the danger comes")
    sort: str | None = Field(
        default=None, description="Of a telephone mobile, landline, work or other; of an address home, temporary or other"
    )
    interpreter: YesNo | None = Field(default=None, description="Whether an interpreter is needed; null: not known")
    since: Date | None = Field(default=None, description="Since when")
    until: Date | None = Field(default=None, description="Until when")
    said_by: str | None = Field(default=None, description="Who said so, in words")
    source: str | None = Field(default=None, description="How they know")
    recorded_at: Instant | None = Field(default=None, description="When the record learned of it")
    checked_at: Instant | None = Field(default=None, description="When somebody last found it still so")
    check_by: date | None = Field(default=None, description="The last day on which it is relied on without being checked")

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        kind = kind_of(self.kind)
        read_value(kind, self.value)
        if self.sort is not None and (kind not in SORTS or SORTS[kind].of(self.sort) is None):
            allowed = ", ".join(SORTS[kind]) if kind in SORTS else "none"
            raise Wrong(f"{self.sort!r} is no sort of {kind.label.lower()}", f"Use one of these, or leave it out: {allowed}.")
        # Only what certainly cannot be: two vague dates may overlap.
        if self.since and self.until and self.until.last < self.since.first:
            raise Wrong("it ends before it starts", "Put the dates right.")
        return self

    def read(self) -> StatedFact:
        said = {name: getattr(self, name) for name in FactPart.model_fields if name != "kind"}
        return StatedFact(kind_of(self.kind), **said)


class PersonPart(Part):
    """A child or an adult. Matching names are a question, never an identity: only the id says who it is."""

    id: Id = Field(description="Id, unique among people")
    # None is allowed. An unborn baby and an unknown man in the home are people before they have names.
    names: tuple[NamePart, ...] = Field(default=(), description="Names, none when none is known")
    born: BirthDate = Field(default=None, description="Date of birth, as precise as it is known")
    sex: Literal["M", "F", "U"] | None = Field(default=None, description="Sex by the census code: M, F or U for unknown")
    nhs_number: NhsNumber = Field(default=None, description="NHS number, ten digits")
    # Apart from the date of birth for good. A baby whose due day stood as a birthday would be counted as born.
    expected: BirthDate = Field(default=None, description="Date a baby is due; never the date of birth")
    facts: tuple[FactPart, ...] = Field(default=(), description="What else is stated of them, each with who said so")

    def read(self) -> KnownPerson:
        names = tuple(PersonName(each.use, each.given, each.family) for each in self.names)
        facts = tuple(each.read() for each in self.facts)
        return KnownPerson(self.id, names, self.born, self.sex, self.nhs_number, self.expected, facts)


class RelationshipPart(Part):
    """``from`` is the ``kind`` of ``to``: the mother of the child."""

    from_: str = Field(alias="from", description="Id of the person who is the mother, brother and so on")
    to: str = Field(description="Id of the person whose mother, brother and so on it is")
    kind: TieKind = Field(description="Kind, for example mother, stepfather or half_sibling")
    # Null is not no: a father's responsibility that nobody looked up is not one that he has not got.
    parental_responsibility: YesNo | None = Field(default=None, description="Parental responsibility; null: not recorded")
    start: Date | None = Field(default=None, description="Since when")
    end: Date | None = Field(default=None, description="Until when")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        # Only what certainly cannot be: two vague dates may overlap.
        if self.start and self.end and self.end.last < self.start.first:
            raise Wrong("it ends before it starts", "Put the dates right.")
        return self

    def read(self) -> KnownRelationship:
        return KnownRelationship(self.from_, self.to, self.kind, self.parental_responsibility, self.start, self.end)


class EntryPart(Part):
    """Something that happened, said once. What ``data`` holds depends on ``type``."""

    id: Id = Field(description="Id, unique among entries")
    type: str = Field(description="Entry type")
    happened: Date = Field(description="When it took place, as precise as it is known")
    recorded_at: Instant | None = Field(default=None, description="When the record learned of it; left out: the end of happened")
    by: str | None = Field(default=None, description="Id of the worker who recorded it")
    about: tuple[str, ...] = Field(default=(), description="Ids of the people it is about")
    data: dict[str, Any] = Field(default_factory=dict, description="What the entry says")
    source: str | None = Field(default=None, description="Where it comes from, for example a paragraph of a document")
    corrects: str | None = Field(default=None, description="Id of the entry this one replaces")
    withdraws: str | None = Field(default=None, description="Id of the entry this one takes back")
    reason: str | None = Field(default=None, description="Why, for a correction or a withdrawal")


class HoursPart(Part):
    """When one worker, or the day staff of one organisation, are at work. Where nothing is said a post's usual hours hold."""

    worker: str | None = Field(default=None, description="Id of the worker whose hours they are")
    organisation: str | None = Field(default=None, description="Id of the organisation whose day staff work these hours")
    hours: str = Field(description="The hours, for example Mon-Fri 09:00-17:00, or always", examples=["Mon-Fri 09:00-17:00"])
    since: date | None = Field(default=None, description="The first day they hold; left out: they always did")

    @model_validator(mode="after")
    def _of_one_and_readable(self) -> Self:
        if (self.worker is None) == (self.organisation is None):
            raise Wrong("these are the hours of nobody, or of two at once", "Name either a worker or an organisation.")
        try:
            read_hours(self.hours)
        except HoursRefused as refused:
            raise Wrong("the hours cannot be read", HOW_TO) from refused
        return self

    def read(self) -> StatedHours:
        return StatedHours(self.hours, self.worker, self.organisation, self.since)


class ShiftPart(Part):
    """One shift of the duty rota. A team of which no shift stands within four weeks keeps no rota then."""

    worker: str = Field(description="Id of the worker on shift")
    team: Team = Field(description="Which team's shift")
    starts: Instant = Field(description="When it starts")
    ends: Instant = Field(description="When it ends; the shift is over at that instant")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends <= self.starts:
            raise Wrong("it ends before it starts", "Put the times right.")
        return self

    def read(self) -> KnownShift:
        return KnownShift(self.worker, self.team, self.starts, self.ends)


# In the order in which faults are told, which is that of the file.
PARTS: dict[str, type[BaseModel]] = {
    "organisations": OrganisationPart,
    "workers": WorkerPart,
    "people": PersonPart,
    "relationships": RelationshipPart,
    "entries": EntryPart,
    "hours": HoursPart,
    "rota": ShiftPart,
}
