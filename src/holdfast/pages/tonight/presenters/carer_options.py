"""Who can take the children tonight: every adult around them, with a word, for which children, where, and a number.

Green means checked within twelve weeks, agreed by the carer, reachable by a number that was checked in time, and not excluded.
Anything less says what is missing.
"""

from dataclasses import dataclass
from typing import Literal

from holdfast.engine.reference.entry_fields import listed, value
from holdfast.identity.same_name import NEVER_SHOWN
from holdfast.pages.child.presenters.living_arrangements import household_members
from holdfast.pages.date_phrases import short_day
from holdfast.pages.tonight.presenters.carer_evidence import CarerEvidence, carer_evidence, lives_at
from holdfast.pages.tonight.presenters.exclusions import Exclusion
from holdfast.pages.tonight.presenters.night_people import who_it_is
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.vocabulary.kinship import partners_now
from holdfast.vocabulary.sentence_parts import listed as in_a_row
from holdfast.vocabulary.stated_facts import StatedFact

Standing = Literal["yes", "some", "ask"]
YES, NOT_ASKED = "Yes: checked, agreed, can be reached", "Not asked"
MOST_MISSING = 2


@dataclass(frozen=True)
class DialledNumber:
    """A telephone number as it was said, as a telephone dials it, and whose or what sort it is."""

    said: str
    dial: str
    note: str


@dataclass(frozen=True)
class PossibleCarer:
    """One adult: who they are to the children, whether they can have them and what is missing, and how they are reached."""

    person: str
    name: str
    who: str
    standing: Standing
    pill: str
    whom: str
    address: str
    facts: tuple[str, ...]
    numbers: tuple[DialledNumber, ...]
    cannot_reach: str

    @property
    def first_name(self) -> str:
        """What to call them on the button."""
        return self.name.split(" (")[0].split()[0]


@dataclass(frozen=True)
class CarerOptions:
    """Those who could be asked, the surest first; and who is left out because they live there, or must not have the children."""

    people: tuple[PossibleCarer, ...]
    at_home: str
    never: str


def carer_options(night: NightFamily, barred: list[Exclusion]) -> CarerOptions:
    """Every adult of the network by where they stand."""
    at_home = _at_home(night)
    # Bars come first and win: somebody found suitable last year and kept away by an order since must not stand among the
    # agreed.
    never = list(dict.fromkeys(each.person for each in barred if each.person and each.certain))
    adults = [person for person in _adults(night) if person not in never and person not in at_home]
    people = [_carer(night, person, barred) for person in adults] + _in_words_only(night)
    ranked = sorted(people, key=lambda each: (("yes", "some", "ask").index(each.standing), -len(each.facts)))
    called = night.name
    return CarerOptions(
        tuple(ranked),
        # Those at home are whom the children may have to be taken from tonight; they are named apart and are nobody's answer.
        in_a_row(called(id) for id in at_home if id not in never),
        in_a_row(called(id) for id in never if night.known_person(id) and night.person(id).died is None),
    )


def _carer(night: NightFamily, person: str, barred: list[Exclusion]) -> PossibleCarer:
    found = carer_evidence(night, person, barred)
    standing: Standing = "ask" if found.unasked else "some" if found.missing else "yes"
    details = night.details.get(person)
    numbers = _numbers(night, details.telephones if details else ())
    home = lives_at(night, person)
    address = home.value if home else ""
    if home is not None and home.overdue(night.case.day):
        address = f"{address} (was to be checked by {short_day(home.check_by)})"
    lacks = [word for word, held in (("telephone", numbers), ("address", address)) if not held]
    return PossibleCarer(
        person,
        night.name(person),
        who_it_is(night, person),
        standing,
        _pill(standing, found),
        night.whom(found.children) if found.children else "",
        address,
        found.facts or ("Nothing is recorded: not asked, not checked.",),
        numbers,
        f"No {' and no '.join(lacks)} {'are' if len(lacks) > 1 else 'is'} recorded." if lacks else "",
    )


def _numbers(night: NightFamily, telephones: tuple[StatedFact, ...]) -> tuple[DialledNumber, ...]:
    """Those that may be relied on first; of the others it is said that they may not."""
    day = night.case.day
    found = []
    for each in sorted(telephones, key=lambda each: each.overdue(day)):
        check = f"was to be checked by {short_day(each.check_by)}" if each.overdue(day) else ""
        note = ", ".join(part for part in (each.whose or "", check) if part)
        found.append(DialledNumber(each.value, each.digits, f"{note[:1].upper()}{note[1:]}"))
    return tuple(found)


def _pill(standing: Standing, found: CarerEvidence) -> str:
    if standing != "some":
        return YES if standing == "yes" else NOT_ASKED
    lacks = " and ".join(found.missing[:MOST_MISSING])
    return f"In part: {in_a_row(found.good)}, but {lacks}" if found.good else f"In part: {lacks}"


def _in_words_only(night: NightFamily) -> list[PossibleCarer]:
    """Carers whom the plan for emergencies names in words: a neighbour who is nobody on the record."""
    plans = night.entries("contingency_agreed")
    said = [str(each) for each in (listed(plans[-1], "carers") if plans else ()) if not night.identified(str(each))]
    words = "Named in the plan for emergencies. Nobody of this name is in the record."
    missing = "In part: named in the plan, but not checked and we cannot reach them"
    return [
        PossibleCarer(each, each, "", "some", missing, "", "", (words,), (), "No telephone and no address are recorded.")
        for each in said
    ]


def _adults(night: NightFamily) -> list[str]:
    """Living adults who are family, or who are named somewhere as carers of the child."""
    world, known = night.case.world, night.case.known
    family = {id for link in world.relationships if link.kind not in NEVER_SHOWN for id in (link.from_person, link.to_person)}
    # A neighbour who had the children last summer is family to nobody and may be the one who opens the door.
    types = ("viability_assessed", "safety_check_completed", "viability_started", "carer_answered")
    named = {str(value(entry, "carer")) for entry in known.of(*types) if night.ids.intersection(entry.about)}
    named |= {str(each) for entry in night.entries("contingency_agreed") for each in listed(entry, "carers")}
    named |= {str(each) for entry in night.entries("stay_started") for each in listed(entry, "with")}
    found = []
    for id in world.people:
        view = night.person(id)
        if id in family | named and id not in night.ids and view.died is None and view.is_adult(night.case.day):
            found.append(id)
    return found


def _at_home(night: NightFamily) -> list[str]:
    """Adults in the child's home; where nobody has recorded who is, the parents, who are the likeliest."""
    case = night.case
    home = [each.person for each in household_members(case) if each.person in case.world.people and not each.child]
    if home:
        return home
    # The likeliest and no more: the page says that nobody has recorded who lives there.
    mothers = [id for id in case.view.parents if id in case.view.mothers and night.person(id).died is None]
    now = partners_now(case.world.relationships, case.moment.as_at)
    partners = [other for mother in mothers for other in now.get(mother, ()) if night.person(other).died is None]
    return list(dict.fromkeys([*mothers, *partners]))
