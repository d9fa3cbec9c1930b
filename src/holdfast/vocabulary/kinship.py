"""How two people of the record can be related: the kinds there are, which of them are descent, and which of two people who were
together more than once is how they stand now."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import chain

from rapidfuzz import fuzz, process

from holdfast.kernel.when import When
from holdfast.vocabulary.faults import Wrong
from holdfast.vocabulary.world import KnownRelationship


def _kinds(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BY_BIRTH = _kinds("mother father parent birth_mother birth_father birth_parent")
MOTHERS = _kinds("mother birth_mother")
"""Kinds that say who bore a child."""
FATHERS = _kinds("father birth_father")
SAID_OF_BIRTH = BY_BIRTH | {"birth_child"}
"""Kinds that say who bore or begot whom, and nothing else."""
BY_ADOPTION = _kinds("adoptive_mother adoptive_father adoptive_parent")
BY_MARRIAGE = _kinds("stepmother stepfather stepparent step_parent step_mother step_father")
CARERS = _kinds(
    "carer foster_carer foster_mother foster_father foster_parent former_foster_carer special_guardian guardian "
    "testamentary_guardian kinship_carer private_foster_carer prospective_adopter childminder"
)
CHILDREN = _kinds("child son daughter birth_child adopted_child adopted_son adopted_daughter")
CHILDREN_BY_BIRTH = _kinds("child son daughter birth_child")
"""The other way round: whose child by birth somebody is, where nothing says that they were adopted."""
CHILDREN_OF_OTHERS = _kinds("stepchild stepson stepdaughter step_child step_son step_daughter foster_child")
_GRANDPARENTS = ("grandmother", "grandfather", "grandparent")
GRANDPARENTS = frozenset(f"{side}{each}" for side in ("", "maternal_", "paternal_", "adoptive_") for each in _GRANDPARENTS)
GREAT_GRANDPARENTS = frozenset(
    f"{side}great_{each}" for side in ("", "maternal_", "paternal_", "great_") for each in _GRANDPARENTS
)
STEP_GRANDPARENTS = frozenset(f"step_{each}" for each in _GRANDPARENTS)
GRANDCHILDREN = frozenset(
    f"{great}grand{each}" for great in ("", "great_", "great_great_") for each in ("child", "son", "daughter")
)
SIBLINGS = _kinds(
    "sibling brother sister twin identical_twin triplet half_sibling half_brother half_sister step_sibling stepsibling "
    "stepbrother stepsister step_brother step_sister adoptive_sibling adoptive_brother adoptive_sister foster_sibling "
    "foster_brother foster_sister"
)
BORN_TOGETHER = _kinds("twin identical_twin triplet")
TOGETHER = _kinds("partner boyfriend girlfriend fiance fiancee married spouse husband wife civil_partner cohabiting cohabitee")
APART = _kinds(
    "separated divorced former_spouse former_husband former_wife former_partner former_civil_partner former_boyfriend "
    "former_girlfriend ex_partner ex_husband ex_wife ex_boyfriend ex_girlfriend widow widower"
)
WIDOWED = _kinds("widow widower")
WIDER_FAMILY = frozenset(
    f"{side}{each}" for side in ("", "great_", "maternal_", "paternal_") for each in ("aunt", "uncle")
) | _kinds(
    "niece nephew great_niece great_nephew cousin second_cousin step_aunt step_uncle step_cousin mother_in_law father_in_law "
    "parent_in_law sister_in_law brother_in_law son_in_law daughter_in_law relative other_relative"
)
OTHERS = _kinds(
    "friend family_friend neighbour lodger landlord nanny babysitter godmother godfather godparent godchild associate "
    "acquaintance household_member parents_partner mothers_partner fathers_partner trusted_adult other"
)
KEPT_AWAY = _kinds("no_contact must_not_have_contact excluded")
"""Kinds that say who must stay away; they say nothing of how two people are related."""

KINDS = frozenset(
    chain(
        *(BY_BIRTH, BY_ADOPTION, BY_MARRIAGE, CARERS, CHILDREN, CHILDREN_OF_OTHERS, GRANDPARENTS, GREAT_GRANDPARENTS),
        *(STEP_GRANDPARENTS, GRANDCHILDREN, SIBLINGS, TOGETHER, APART, WIDER_FAMILY, OTHERS, KEPT_AWAY),
    )
)
"""Every kind that a relationship can be of."""

GENERATIONS: Mapping[str, int] = {
    **dict.fromkeys(BY_BIRTH, 1),
    **{kind: 2 for kind in GRANDPARENTS if not kind.startswith("adoptive")},
    **{kind: 2 + kind.count("great") for kind in GREAT_GRANDPARENTS},
    **dict.fromkeys(CHILDREN_BY_BIRTH, -1),
    **{kind: -2 - kind.count("great") for kind in GRANDCHILDREN},
}
"""How many generations by birth somebody stands above whoever they are the kind of; below, where it is less than nothing."""

# By descent alone. Somebody can be step-parent of their own step-parent, or the foster carer of a grandmother; nobody can be
# their own ancestor, by birth and adoption mixed or not.
ABOVE = BY_BIRTH | BY_ADOPTION | GRANDPARENTS | GREAT_GRANDPARENTS
BELOW = CHILDREN | GRANDCHILDREN
EVERYDAY = {
    **dict.fromkeys(("mum", "mummy", "mam", "mom"), "mother"),
    **dict.fromkeys(("dad", "daddy"), "father"),
    **dict.fromkeys(("gran", "granny", "nan", "nana", "grandma"), "grandmother"),
    **dict.fromkeys(("grandad", "granddad", "grandpa"), "grandfather"),
    **{"ex": "former", "bro": "brother", "sis": "sister", "auntie": "aunt", "mate": "friend"},
}
ALONE = {"ex": ("ex_partner", "ex_husband", "ex_wife")}
"""What people say and no kind is like."""
JOINED = ("step", "foster", "adoptive", "half", "great", "grand", "maternal", "paternal", "birth", "former", "ex")
"""What they write in one word with what follows it: "stepmum"."""
"""What people say, for the words in the kinds."""
CLOSE_ENOUGH = 70.0
"""How like a kind what was written has to be, of a hundred, to be taken for a slip of it."""


def kinds_like(written: str) -> tuple[str, ...]:
    """The kinds that somebody may have meant, the likeliest first; none where it is like none."""
    words = written.casefold().replace("-", " ").replace("_", " ").replace("'", "").split()
    if found := ALONE.get(" ".join(words)):
        return found
    scores: dict[str, float] = {}
    apart = [part for word in words for part in _apart(word)]
    for plain in ("_".join(words), *("_".join(EVERYDAY.get(word, word) for word in each) for each in (words, apart))):
        for kind, score, _ in process.extract(plain, sorted(KINDS), scorer=fuzz.ratio, limit=3, score_cutoff=CLOSE_ENOUGH):
            scores[kind] = max(score, scores.get(kind, 0.0))
    return tuple(sorted(scores, key=lambda kind: (-scores[kind], kind))[:3])


def _apart(word: str) -> tuple[str, ...]:
    """A word taken apart where it is two: "stepmum" is a step and a mum."""
    before = next((each for each in JOINED if word.startswith(each) and word.removeprefix(each) in EVERYDAY), None)
    return (word,) if before is None or word in EVERYDAY else (before, word.removeprefix(before))


def read_kind(written: str) -> str:
    """A kind that there is. Raises ``ValueError`` with those that may have been meant."""
    if written in KINDS:
        return written
    near = kinds_like(written)
    # A misspelt kind was a line in the picture and a mother in no rule: nobody was her child's mother, and nobody could see why.
    do = (
        f"Did you mean {' or '.join(near)}?" if near else "Use one of the kinds that the case file lists, such as other_relative."
    )
    raise Wrong(f"there is no relationship of the kind {written!r}", do)


Descent = tuple[str, str]
"""An ancestor and a descendant."""


def descent(one: str, kind: str, other: str) -> Descent | None:
    """Who is above whom where ``one`` is the ``kind`` of ``other``; nothing where the kind says nothing of descent."""
    return (one, other) if kind in ABOVE else (other, one) if kind in BELOW else None


def forebears(links: Iterable[KnownRelationship], person: str) -> dict[str, tuple[int, frozenset[str]]]:
    """Everyone said to be above somebody by birth, in whichever direction it was written: by how many generations, and by which
    kinds. Where it was said in two ways, the fewest."""
    found: dict[str, tuple[int, frozenset[str]]] = {}
    for link in links:
        up = GENERATIONS.get(link.kind, 0)
        other = link.from_person if link.to_person == person and up > 0 else link.to_person
        if up == 0 or person not in (link.from_person, link.to_person) or (link.from_person == person) == (up > 0):
            continue
        above, kinds = found.get(other, (abs(up), frozenset[str]()))
        found[other] = (min(above, abs(up)), kinds | {link.kind})
    return dict(sorted(found.items()))


def own_ancestors(lines: Sequence[Descent | None]) -> dict[int, tuple[str, ...]]:
    """The places in ``lines`` that close a circle (with those before them), each with the people that it runs through."""
    below: dict[str, list[str]] = {}
    found: dict[int, tuple[str, ...]] = {}
    for place, line in enumerate(lines):
        if line is None:
            continue
        upper, lower = line
        circle = _way(below, lower, upper)
        if circle is not None:
            # Left out of what follows: one wrong line would make every later one of the family a fault.
            found[place] = circle
        else:
            below.setdefault(upper, []).append(lower)
    return found


def _way(below: Mapping[str, Sequence[str]], start: str, end: str) -> tuple[str, ...] | None:
    """The people from ``start`` down to ``end``, both included."""
    came: dict[str, str | None] = {start: None}
    waiting = [start]
    while waiting:
        at = waiting.pop()
        if at == end:
            way: list[str] = []
            step: str | None = at
            while step is not None:
                way.append(step)
                step = came[step]
            return tuple(reversed(way))
        for each in below.get(at, ()):
            if each not in came:
                came[each] = at
                waiting.append(each)
    return None


def has_ended(link: KnownRelationship, at: datetime) -> bool:
    """Whether a relationship is over at an instant: its end has come, or its kind says so and names no end still to come."""
    parted = stretch(link)[1]
    if link.end is not None:
        return link.end.end <= at
    return link.kind in APART and (parted is None or parted.start <= at)


def stretch(link: KnownRelationship) -> tuple[When | None, When | None]:
    """When a relationship began and when it ended, as far as the row says. "Divorced since 2012" says when it ended, and nothing
    of when it began."""
    return (None, link.start) if link.kind in APART and link.end is None else (link.start, link.end)


def carried_no_longer(link: KnownRelationship, at: datetime) -> bool:
    """Whether a tie is over, and what it carried with it, such as a guardian's responsibility. A parent by birth stays one."""
    return link.kind not in BY_BIRTH and has_ended(link, at)


def partners_now(links: Iterable[KnownRelationship], at: datetime) -> dict[str, list[str]]:
    """Who is with whom at an instant, both ways round."""
    found: dict[str, list[str]] = {}
    for rows in together(links).values():
        stands = as_they_stand(rows, at)
        # One that has not begun is what somebody means to do.
        if not is_over(stands, rows, at) and (stands.start is None or stands.start.start <= at):
            found.setdefault(stands.from_person, []).append(stands.to_person)
            found.setdefault(stands.to_person, []).append(stands.from_person)
    return found


def together(links: Iterable[KnownRelationship]) -> dict[frozenset[str], list[KnownRelationship]]:
    """What is recorded of each two people who are or were together."""
    pairs: dict[frozenset[str], list[KnownRelationship]] = {}
    for link in links:
        if link.kind in TOGETHER | APART and link.from_person != link.to_person:
            pairs.setdefault(frozenset((link.from_person, link.to_person)), []).append(link)
    return pairs


def as_they_stand(rows: Sequence[KnownRelationship], at: datetime) -> KnownRelationship:
    """Of what is recorded of one pair, the row that says how they stand: one in force, else the latest. The order of the rows has
    no part in it."""
    return max(rows, key=lambda row: _standing(row, rows, at))


def is_over(row: KnownRelationship, rows: Sequence[KnownRelationship], at: datetime) -> bool:
    """Whether one row of a pair is over: by itself, or because another says that it is."""
    return has_ended(row, at) or any(has_ended(each, at) and _closes(each, row) for each in rows)


def _standing(row: KnownRelationship, rows: Sequence[KnownRelationship], at: datetime) -> tuple[object, ...]:
    last = row.end or row.start
    return (
        not is_over(row, rows, at),
        # Of what is over, the row that says how it ended says more than the one that was left open.
        has_ended(row, at),
        last.last if last is not None else date.min,
        row.start.last if row.start is not None else date.min,
        row.kind,
        row.from_person,
    )


def _closes(parted: KnownRelationship, row: KnownRelationship) -> bool:
    """Whether that they parted closes a row that was left open: a marriage that nobody closed when the divorce was written down
    beside it is that marriage."""
    if row.start is None:
        # "Separated" says of any couple how they stand, also where nobody wrote down since when.
        return parted.kind == "separated" and parted.end is None
    over = parted.end or parted.start
    return over is not None and row.start.first <= over.last
