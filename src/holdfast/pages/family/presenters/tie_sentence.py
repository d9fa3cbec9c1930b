"""How two people are related, in a sentence: as it is, or as it was where it has ended."""

from collections.abc import Callable

from holdfast.genogram.relationship_kinds import CHILDREN, COUPLES, PARENTS, SIBLINGS
from holdfast.identity.same_name import kind_in_words
from holdfast.vocabulary.kinship import APART, BY_BIRTH, CARERS
from holdfast.vocabulary.world import KnownRelationship

ONE_OF_SEVERAL = frozenset({*COUPLES, *SIBLINGS, *CHILDREN, *CARERS, "aunt", "uncle", "friend"})
RESPONSIBLE = {True: "with parental responsibility", False: "without parental responsibility"}


def tie_sentence(link: KnownRelationship, called: Callable[[str], str], *, over: bool, died: bool) -> str:
    """ "Paul is the father of Ava, with parental responsibility."; "Fay was a foster carer of Tom, from 2018 until 2019." """
    kind = kind_in_words(link.kind)
    article = "the" if link.kind not in ONE_OF_SEVERAL else "an" if kind[0] in "AEIOU" else "a"
    # Somebody divorced is a former wife now. Of anything else that is over the word alone would say that it lasts.
    verb = "was" if over and link.kind not in APART else "is"
    said = f"{called(link.from_person)} {verb} {article} {kind[:1].lower()}{kind[1:]} of {called(link.to_person)}"
    # Nobody who has died holds responsibility, nor does anybody hold it for a child who has.
    responsible = "" if died else _responsibility(link, over=over)
    return f"{said}{responsible}{_period(link, over=over)}."


def _responsibility(link: KnownRelationship, *, over: bool) -> str:
    # What was recorded of responsibility went with the tie that carried it, unless it is that of a parent by birth.
    if over and link.kind not in BY_BIRTH:
        return ""
    if link.parental_responsibility is None:
        return ", parental responsibility not recorded" if link.kind in PARENTS else ""
    return f", {RESPONSIBLE[link.parental_responsibility]}"


def _period(link: KnownRelationship, *, over: bool) -> str:
    since = link.start.in_words() if link.start is not None and link.kind not in PARENTS else ""
    until = link.end.in_words() if link.end is not None and over else ""
    if over and not until and link.kind not in APART:
        until = "a day that is not recorded"
    if since and until:
        return f", from {since} until {until}"
    return f", until {until}" if until else f", since {since}" if since else ""
