"""What an entry type is made of: a frozen model with a meaning, described fields, and references to people, workers,
organisations and other entries."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Literal, Protocol, Self, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, PlainSerializer, StrictBool, WithJsonSchema

from holdfast.kernel.when import When
from holdfast.vocabulary.scalars import WHEN_SCHEMA, read_when

ReferenceKind = Literal["person", "worker", "organisation", "party", "entry"]
TextKind = Literal["text", "long_text", "words"]


class NameLookup(Protocol):
    """Turns ids into names for a sentence. An id that is not known comes back as it is."""

    def person(self, id: str) -> str: ...

    def worker(self, id: str) -> str: ...

    def organisation(self, id: str) -> str: ...


class Codes(StrEnum):
    """A closed list of codes, each with the words a person reads. Members equal their code: ``kind == "review"``."""

    label: str

    def __new__(cls, code: str, label: str) -> "Codes":
        # The code is the string itself, so that what a case file, a rule and the database hold compare equal without a
        # conversion.
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member

    @classmethod
    def of(cls, code: str) -> Self | None:
        """The member with this code, or ``None``."""
        return next((member for member in cls if member.value == code), None)


@dataclass(frozen=True)
class Ref:
    """Marks a string as the id of something in the case. A ``party`` is a person, a worker or an organisation, and may
    be plain text where no id fits."""

    kind: ReferenceKind


@dataclass(frozen=True)
class EntryRef:
    """Marks a string as the id of an entry of one of ``types`` (any type when none is named). Where ``codes`` is given,
    one of its codes may stand instead of an id; ``or_text`` lets plain words stand instead. What names another entry comes
    after it, unless ``earlier`` says why it may come before."""

    types: tuple[str, ...]
    codes: type[Codes] | None = None
    or_text: bool = False
    earlier: str = ""

    # Written out, because the types are given one after another like words of a sentence, which a dataclass cannot take.
    def __init__(self, *types: str, codes: type[Codes] | None = None, or_text: bool = False, earlier: str = "") -> None:
        object.__setattr__(self, "types", types)
        object.__setattr__(self, "codes", codes)
        object.__setattr__(self, "or_text", or_text)
        object.__setattr__(self, "earlier", earlier)


@dataclass(frozen=True)
class Ahead:
    """Marks a date as one that is still to come when it is said: the last day of something, or a day that is planned or set.
    ``since`` is the field with the first day (empty: the day of the entry). No such day comes before that one, unless ``earlier``
    says why it may."""

    since: str = ""
    earlier: str = ""


@dataclass(frozen=True)
class OtherThan:
    """Marks a field as naming somebody else than each of ``fields`` does, and than the child: who covers is not who is away. A
    field that names a contact or a message stands for whoever sent it."""

    fields: tuple[str, ...]

    # Written out for the same reason as that of an entry's types.
    def __init__(self, *fields: str) -> None:
        object.__setattr__(self, "fields", fields)


@dataclass(frozen=True)
class Ends:
    """Marks an entry type as the end, or the answer, of what an entry of type ``begun`` began, without naming that entry by its
    id: the two say the same in each of ``same``. ``also`` may have begun it too."""

    begun: str
    same: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Written:
    """Marks what kind of text a string is: a short text, a long text, or somebody's own words, kept exactly."""

    kind: TextKind


# A file may name one party as plain text. It is read as a list of one, so that nothing else has to know of two forms.
def _one_or_many(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


T = TypeVar("T")

PersonRef = Annotated[str, Ref("person"), Field(min_length=1)]
WorkerRef = Annotated[str, Ref("worker"), Field(min_length=1)]
OrganisationRef = Annotated[str, Ref("organisation"), Field(min_length=1)]
PartyRef = Annotated[str, Ref("party"), Field(min_length=1)]
Parties = Annotated[tuple[PartyRef, ...], BeforeValidator(_one_or_many)]
"""One or more parties: written as one string or a list, read as a tuple."""

# In angle brackets, so that no field of anybody's can be called the same; messages about faults leave them out of the path.
TEXT, YES_NO, ROW = "<text>", "<yes_no>", "<row>"
"""Which of several forms a value was written in. They show in no path and no schema."""
FORMS = frozenset({TEXT, YES_NO, ROW})


def _form(value: Any) -> str:
    return TEXT if isinstance(value, str) else YES_NO if isinstance(value, bool) else ROW


in_either_form = Discriminator(_form)
"""Marks a field that may be written in more than one form: a row or plain text, yes-or-no or plain text."""

Text = Annotated[str, Written("text")]
LongText = Annotated[str, Written("long_text")]
Words = Annotated[str, Written("words")]
# Strict: "no", 0 and "false" are truths somewhere, and pydantic would take some of them for one.
YesNo = StrictBool
Date = Annotated[When, BeforeValidator(read_when), PlainSerializer(lambda when: when.to_json()), WithJsonSchema(WHEN_SCHEMA)]
"""A date as precise as somebody said it, in the written forms of :class:`~holdfast.kernel.when.When`."""


# A default of None on a list as well. An empty list says that nobody was there, and None that nobody wrote down who was; half of
# the rules turn on the difference.
def asked(label: str, *, alias: str | None = None) -> Any:
    """A list or a yes-or-no that belongs to the type. Left out it is ``None``: not recorded, which is neither empty nor no."""
    return Field(default=None, alias=alias, description=label, json_schema_extra={"x-asked": True})


def optional(label: str, *, alias: str | None = None) -> Any:
    """A field that may be left out: ``None``."""
    return Field(default=None, alias=alias, description=label)


class Row(BaseModel):
    """One row of a list inside an entry, such as one person present at a meeting."""

    # Forbidden and not ignored: a misspelt field left out without a word is a fact about a child that nobody will find.
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class EntryData(BaseModel):
    """What one kind of entry says beyond when, who and about whom. Subclasses are the vocabulary."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)

    # Set by the decorator and not in the class, so that the name stands once and a subclass cannot forget it.
    type_name: ClassVar[str]
    area: ClassVar[str]
    title: ClassVar[str]
    version: ClassVar[int] = 1
    ends: ClassVar[Ends | None] = None
    # One decision about three children is three decisions. Where a type says something of each, a rule that asks about one child
    # is given that child's row, and never what was said of a brother.
    of_each: ClassVar[str | None] = None
    """The field whose rows, where there are any, each take this entry's place for the ``child`` they name."""

    def sentence(self, names: NameLookup) -> str:
        """One plain sentence for a chronology. It says what the entry says and nothing more."""
        return f"{self.title}."

    def written(self) -> dict[str, Any]:
        """The data as the case file writes it: field names as in the contract, what is not recorded left out."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)


ENTRY_TYPES: dict[str, type[EntryData]] = {}
"""Filled as the area modules are imported: read it from :mod:`holdfast.vocabulary.type_registry`, which imports them all."""

Data = TypeVar("Data", bound=type[EntryData])


def entry_type(name: str, *, title: str, version: int = 1, ends: Ends | None = None) -> Callable[[Data], Data]:
    """Register a class as the entry type ``name``. Its module is its area of practice."""

    def register(cls: Data) -> Data:
        # As the module is imported: two types of one name would take each other's entries, and which of them depends on the order
        # of imports.
        if name in ENTRY_TYPES:
            raise ValueError(f"there is already an entry type {name}")
        cls.type_name, cls.title, cls.version, cls.ends = name, title, version, ends
        cls.area = cls.__module__.rpartition(".")[2]
        ENTRY_TYPES[name] = cls
        return cls

    return register


@dataclass(frozen=True)
class Reference:
    """Something in an entry's data that points at something else in the case. ``path`` starts below ``data``
    (``present[0].worker``); ``checked`` is false where plain text may stand instead of an id."""

    path: str
    kind: ReferenceKind
    value: str
    entry_types: tuple[str, ...] = ()
    checked: bool = True
