"""Who somebody is to these children, in few words: "aunt, 31", "Tia’s father, 36, born 12 April 1990"."""

from holdfast.engine.reference.person_view import PersonView
from holdfast.identity.ages import age
from holdfast.identity.same_name import NEVER_SHOWN, kind_in_words, name_of, ties
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.vocabulary.sentence_parts import listed as in_a_row


def relation(night: NightFamily, person: str) -> str:
    """What they are to the children shown; to others of the family where they are nothing to these."""
    to: dict[str, list[str]] = {}
    for link in night.case.world.relationships:
        if link.from_person == person and link.to_person in night.ids and link.kind not in NEVER_SHOWN:
            # A tie that is over still says who it is who stands at the door.
            over = link.end is not None and link.end.end <= night.case.moment.as_at
            kind = kind_in_words(link.kind).lower() + (f" until {link.end.in_words()}" if over and link.end else "")
            to.setdefault(kind, []).append(link.to_person)
    said = [_to_whom(night, kind, ids) for kind, ids in to.items()]
    return "; ".join(said) or next(iter(ties(night.case.world.relationships, person, night.case.world.people)), "")


def _to_whom(night: NightFamily, kind: str, ids: list[str]) -> str:
    if night.ids.issubset(ids):
        return kind
    return f"{in_a_row(_first_name(night, id) for id in ids)}’s {kind}"


def _first_name(night: NightFamily, id: str) -> str:
    name = name_of(night.case.world.people.get(id))
    return name.split()[0] if name else id


def age_in_short(night: NightFamily, person: str) -> str:
    """ "36"; nothing where no birth is recorded."""
    found = age(PersonView(night.case.known, person).born, night.case.day)
    return found.short if found.known else ""


def who_it_is(night: NightFamily, person: str, *, born: bool = False) -> str:
    """Relation and age; with ``born`` the date of birth too, which is what to ask for at the door where names are alike."""
    parts = [relation(night, person), age_in_short(night, person)]
    when = PersonView(night.case.known, person).born if born else None
    if born:
        parts.append(f"born {when.in_words()}" if when else "date of birth not recorded")
    return ", ".join(part for part in parts if part)
