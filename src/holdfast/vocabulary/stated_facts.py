"""What can be said of a person beside their birth and family: how to reach them, where they live, what language they speak, what
is dangerous about going there. Each is said by somebody, on a day, and has a day by which it is to be checked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from holdfast.kernel.when import When
from holdfast.vocabulary.base import Codes
from holdfast.vocabulary.faults import Wrong
from holdfast.vocabulary.scalars import read_name, read_nhs_number


class FactKind(Codes):
    """What a stated fact is about."""

    NAME = "name", "Name"
    TELEPHONE = "telephone", "Telephone"
    ADDRESS = "address", "Address"
    # A kind of its own and no sort of address: whatever reads addresses for a card, a search or a letter cannot come upon one.
    SAFE_ADDRESS = "safe_address", "Safe address"
    LANGUAGE = "language", "Language"
    DANGER_TO_STAFF = "danger_to_staff", "Danger to staff"
    NHS_NUMBER = "nhs_number", "NHS number"
    SCHOOL = "school", "School or nursery"
    GP = "gp", "GP"


def kind_of(code: str) -> FactKind:
    """The kind with this code. Raises ``KeyError``."""
    return FactKind[code.upper()]


class AddressSort(Codes):
    """What sort of address it is."""

    HOME = "home", "Home"
    TEMPORARY = "temporary", "Where they are staying for now"
    OTHER = "other", "Another address, such as work"


class TelephoneSort(Codes):
    """What sort of telephone it is."""

    MOBILE = "mobile", "Mobile"
    LANDLINE = "landline", "Landline"
    WORK = "work", "At work"
    OTHER = "other", "Other"


SORTS: Mapping[FactKind, type[Codes]] = {FactKind.TELEPHONE: TelephoneSort, FactKind.ADDRESS: AddressSort}
"""The kinds of fact of which there are several sorts."""

CHECKED_EVERY: Mapping[FactKind, timedelta] = {
    FactKind.TELEPHONE: timedelta(weeks=12),
    FactKind.ADDRESS: timedelta(weeks=12),
    FactKind.SAFE_ADDRESS: timedelta(weeks=4),
    FactKind.DANGER_TO_STAFF: timedelta(weeks=12),
    FactKind.SCHOOL: timedelta(weeks=26),
    FactKind.GP: timedelta(weeks=26),
    FactKind.LANGUAGE: timedelta(weeks=52),
    FactKind.NAME: timedelta(weeks=52),
    FactKind.NHS_NUMBER: timedelta(weeks=52),
}
"""How long what was said is relied on where nobody gave another day."""

SEVERAL = frozenset({FactKind.NAME, FactKind.TELEPHONE, FactKind.LANGUAGE, FactKind.DANGER_TO_STAFF, FactKind.SAFE_ADDRESS})
"""Of these somebody may have more than one at a time; of the others the latest takes the place of the one before."""


@dataclass(frozen=True)
class StatedFact:
    """One thing said of a person. ``whose`` is whose telephone it is, or from whom the danger comes; ``sort`` the code of
    :class:`TelephoneSort` or :class:`AddressSort`; ``interpreter`` whether one is needed for the language; ``name`` a name by its
    use, given and family part. ``since`` and ``until``: when it held. ``recorded_at`` is when the record first had it,
    ``checked_at`` when somebody last found it still right, ``check_by`` the last day on which it may be relied on unchecked.
    ``id`` names the row it is read from, ``entry`` the entry that says the same; ``told_at`` is when it was first told, however
    often it was put right since."""

    kind: FactKind
    value: str
    whose: str | None = None
    sort: str | None = None
    interpreter: bool | None = None
    since: When | None = None
    until: When | None = None
    said_by: str | None = None
    source: str | None = None
    recorded_at: datetime | None = None
    checked_at: datetime | None = None
    check_by: date | None = None
    name: tuple[str | None, str | None, str | None] | None = None
    # Where it stands in the record, which is no part of what it says: the same fact in a file and in a database is one fact.
    id: str = field(default="", compare=False)
    entry: str | None = field(default=None, compare=False)
    recorded_by: str | None = field(default=None, compare=False)
    told_at: datetime | None = field(default=None, compare=False)

    def overdue(self, day: date) -> bool:
        """Whether it should have been checked before ``day``."""
        return self.check_by is not None and day > self.check_by

    @property
    def postcode(self) -> str | None:
        """The postcode in an address."""
        return postcode_in(self.value)

    @property
    def digits(self) -> str:
        """A telephone number as it is dialled from here."""
        return dialled(self.value)


_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[ABD-HJLNP-UW-Z]{2})\b", re.IGNORECASE)
_EXTENSION = re.compile(r"\s*(?:ext(?:ension)?\.?|x)\s*[0-9]{1,6}\s*$", re.IGNORECASE)
_FIGURE = r"[ ().\-\t\u00a0]{0,2}[0-9]"
_HERE = rf"\(?(?:0(?!0)|(?:\+|00)44\)?(?: ?\(0\))?)(?:{_FIGURE}){{9,10}}"
NUMBER = re.compile(rf"(?<!\w)(?:{_HERE}|\+?\(?[0-9](?:{_FIGURE}){{8,14}})(?!\w)")
"""A telephone or NHS number in a text, however it is spaced. Fewer figures are a house number, a day or a time, and what comes
after the eleven figures of a number here is none of it."""


def postcode_in(address: str) -> str | None:
    """The last postcode in an address, in capitals with its space."""
    found = _POSTCODE.findall(address)
    return " ".join(found[-1]).upper() if found else None


def postcodes_apart(text: str) -> str:
    """A text in which every postcode has its space."""
    return _POSTCODE.sub(r"\1 \2", text)


def dialled(number: str) -> str:
    """A telephone number as it is dialled from here, and in the one form in which two are compared: its figures, with a plus and
    the country's code where it is abroad. An NHS number stays as it is."""
    plain = _EXTENSION.sub("", number)
    digits = re.sub(r"[^0-9]", "", plain)
    # "44 1632 960 777" too: no number here begins so.
    if not (re.match(r"[^0-9]*\+", plain) or digits.startswith("00") or (digits.startswith("44") and len(digits) in (11, 12))):
        return digits
    digits = digits.removeprefix("00")
    # Not "+44 (0)1632": nobody can dial that.
    return f"0{digits.removeprefix('44').lstrip('0')}" if digits.startswith("44") else f"+{digits}"


def read_postcode(said: str) -> str:
    """A postcode in capitals with its space. Raises :class:`Wrong`."""
    if _POSTCODE.fullmatch(said.strip()) is None:
        raise Wrong(f"{said.strip()!r} is not a UK postcode", "Write it like NM3 4XX, or leave it empty if nobody knows it.")
    return postcode_in(said) or ""


def read_telephone(said: str) -> str:
    """A telephone number, kept as it was said. Raises :class:`Wrong`."""
    plain = _EXTENSION.sub("", said.strip())
    if re.search(r"[^\d\s()+.\-/]", plain):
        raise Wrong(f"{said.strip()!r} is not only a number", "Write the number alone, and whose it is in the next box.")
    digits = dialled(plain)
    if len(set(digits.lstrip("+")[2:])) <= 1:
        raise Wrong(f"{said.strip()!r} is no number that anybody answers", "Leave it out if no number is known.")
    if digits.startswith("0") and len(digits) not in (10, 11):
        raise Wrong(
            f"{said.strip()!r} has {len(digits)} digits",
            "A UK number has 11 digits, a few have 10. Check it with whoever gave it.",
        )
    if not digits.startswith("0") and not (digits.startswith("+") and 7 <= len(digits) - 1 <= 15):
        raise Wrong(f"{said.strip()!r} is not a whole number", "Write it with its area code, or with + and the country's code.")
    return said.strip()


SAFE_PHRASES = ("withheld", "kept back", "confidential", "refuge", "safe address", "not to be shared", "undisclosed")
"""What people write into a box for an address that must not be told."""


def is_safe(address: str) -> bool:
    """Whether an address says of itself that it must not be told."""
    return any(re.search(rf"\b{phrase}\b", address, re.IGNORECASE) for phrase in SAFE_PHRASES)


def read_value(kind: FactKind, said: str) -> str:
    """What was said of ``kind``, checked and kept as it was said. Raises :class:`Wrong` or ``ValueError``."""
    said = said.strip()
    if kind is FactKind.TELEPHONE:
        return read_telephone(said)
    if kind is FactKind.NHS_NUMBER:
        return str(read_nhs_number(said) or "")
    if not any(letter.isalnum() for letter in said) or said.lower() in NOTHING_SAID:
        raise Wrong(f"{said!r} says nothing", "Leave it out if nobody knows. What is not known is shown as not known.")
    if kind is FactKind.ADDRESS and is_safe(said):
        raise Wrong("this reads like an address that must not be told", "State it as a safe address, with who must not know it.")
    return str(read_name(said)) if kind is FactKind.NAME else said


NOTHING_SAID = frozenset({"unknown", "not known", "n/k", "n/a", "none", "not recorded", "nobody knows", "tbc"})
"""What people write into a box where nobody knows."""
