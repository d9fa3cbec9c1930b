"""The same family in words: what the picture shows, as a list anyone can read, hear or print."""

from dataclasses import dataclass

from holdfast.genogram.births import born_together, by_their_dates
from holdfast.genogram.model import GenogramFamily, GenogramMember
from holdfast.genogram.svg import spoken_name
from holdfast.genogram.text_metrics import plain
from holdfast.vocabulary.sentence_parts import listed


@dataclass(frozen=True)
class PersonInWords:
    """One person: who they are, and everything the picture says about them, in sentences."""

    key: str
    name: str
    about: str
    href: str | None
    subject: bool
    relationships: tuple[str, ...]


@dataclass(frozen=True)
class FamilyInWords:
    """The text equivalent of the picture."""

    people: tuple[PersonInWords, ...]
    homes: tuple[str, ...]
    not_known: tuple[str, ...]
    legend: tuple[str, ...]


def in_words(family: GenogramFamily) -> FamilyInWords:
    """Every person and every relationship, once each under every person it joins."""
    # Whoever nobody has recorded is listed apart: read among the others, "Not known" sounds like somebody's name.
    people = tuple(_person(family, member) for member in family.members if not member.stands_for_unknown)
    homes = tuple(_home(family, key.name, key.members) for key in family.homes)
    missing = tuple(
        plain(f"{member.name}: {'; '.join(member.says)}" if member.says else member.name)
        for member in family.members
        if member.stands_for_unknown
    )
    return FamilyInWords(people, homes, missing, legend(family))


def _person(family: GenogramFamily, member: GenogramMember) -> PersonInWords:
    said: list[str] = []
    for couple in family.couples:
        if member.key in (couple.one, couple.other):
            said.append(couple.words)
    for link in family.parenthoods:
        if member.key in (link.parent, link.child):
            said.append(link.words)
    for tie in family.ties:
        if member.key in (tie.one, tie.other):
            said.append(tie.words)
    # What the picture shows by two lines from one point has to be heard as well, also where nobody recorded it in words.
    for pair in by_their_dates(family):
        if member.key in pair:
            one, other = (family.by_key[key].name for key in pair)
            said.append(f"{one} and {other} were born together, by their dates of birth.")
    # Said as the picture's own symbols are, so that what is heard at the symbol and what stands in the list never differ.
    about = plain(spoken_name(member))
    return PersonInWords(
        member.key, plain(member.name), about, member.href, member.subject, tuple(plain(s) for s in dict.fromkeys(said))
    )


def _home(family: GenogramFamily, name: str, members: tuple[str, ...]) -> str:
    names = [plain(family.by_key[key].name) for key in members if key in family.by_key]
    return f"{plain(name)}: {listed(names) or 'nobody'}."


def legend(family: GenogramFamily) -> tuple[str, ...]:
    """What the signs mean: only those that this picture uses."""
    people = family.members
    couples = family.couples
    entries = (
        ("Double outline: the child this page is about", any(m.subject for m in people)),
        ("Square: male", any(m.sex == "male" and not m.unborn for m in people)),
        ("Circle: female", any(m.sex == "female" and not m.unborn for m in people)),
        ("Diamond: sex not recorded", any(m.sex == "unknown" and not m.unborn for m in people)),
        ("Triangle: not yet born", any(m.unborn for m in people)),
        ("The figure inside is the age now; a range where the date of birth is not exact; ? where it is not known", True),
        ("Cross: has died", any(m.died for m in people)),
        ("Double line: married or civil partners", any(c.kind == "married" and not c.ended for c in couples)),
        (
            "Dashed line between two people: living together, or a relationship that has ended",
            any(c.kind == "cohabiting" or c.ended for c in couples),
        ),
        ("One slash: separated", any(c.ended == "separated" for c in couples)),
        ("Two slashes: divorced", any(c.ended == "divorced" for c in couples)),
        (
            "Dashed line to a child: adopted, fostered, a step-child or cared for",
            any(p.care != "birth" and not p.ended for p in family.parenthoods),
        ),
        (
            "Faint dotted line to a child, with “ended”: somebody who cared for the child and no longer does",
            any(p.care != "birth" and p.ended for p in family.parenthoods),
        ),
        ("Two lines from one point: twins", bool(born_together(family))),
        ("Dotted line: related, but through whom is not recorded", any(t.siblings or t.down == 1 for t in family.ties)),
        ("Dotted outline: live together", bool(family.homes)),
        ("Dashed symbol: nobody has recorded who this is", any(m.stands_for_unknown for m in people)),
    )
    # A key to signs that are not there makes people look for them.
    return tuple(words for words, used in entries if used)
