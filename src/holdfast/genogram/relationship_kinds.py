"""What each kind of relationship in the record is in a family picture.

One that is not listed here is told in words and drawn with no line.
"""

from dataclasses import dataclass

from holdfast.genogram.model import Care, CoupleKind, Ended, Sex
from holdfast.vocabulary import kinship

_FOSTER = frozenset(kind for kind in kinship.CARERS if "foster" in kind)
PARENTS: dict[str, Care] = {
    **dict.fromkeys(kinship.BY_BIRTH, "birth"),
    **dict.fromkeys(kinship.BY_ADOPTION, "adoptive"),
    **dict.fromkeys(kinship.BY_MARRIAGE, "step"),
    **dict.fromkeys(_FOSTER, "foster"),
    # A special guardian has parental responsibility and is not a parent by law: drawn as care, and the responsibility is in
    # words.
    **dict.fromkeys(kinship.CARERS - _FOSTER, "carer"),
}
CHILDREN: dict[str, Care] = {
    kind: "adoptive" if "adopted" in kind else "foster" if "foster" in kind else "step" if "step" in kind else "birth"
    for kind in kinship.CHILDREN | kinship.CHILDREN_OF_OTHERS
}


@dataclass(frozen=True)
class CoupleStyle:
    """How a couple is drawn."""

    kind: CoupleKind
    ended: Ended | None = None


def _couple_style(kind: str) -> CoupleStyle:
    how: CoupleKind = "couple"
    if any(word in kind for word in ("married", "spouse", "husband", "wife", "civil", "widow", "divorced")):
        how = "married"
    elif kind.startswith("cohabit"):
        how = "cohabiting"
    if kind not in kinship.APART:
        return CoupleStyle(how)
    if kind == "separated":
        return CoupleStyle(how, "separated")
    # Whoever is widowed was not divorced, and whoever is a former partner was never married.
    return CoupleStyle(how, "divorced" if how == "married" and not kind.startswith("widow") else "ended")


COUPLES = {kind: _couple_style(kind) for kind in kinship.TOGETHER | kinship.APART}


def _sibling_label(kind: str) -> str:
    for word, label in (("half", "half-siblings"), ("step", "step-siblings"), ("foster", "foster siblings"), ("twin", "twins")):
        if word in kind:
            return label
    return "triplets" if kind == "triplet" else "siblings"


SIBLINGS = {kind: _sibling_label(kind) for kind in kinship.SIBLINGS}
# Only those whose generation the word itself says. A cousin or a friend can be of any.
DOWN = {
    **{kind: 2 if kind.startswith("great_") else 1 for kind in kinship.WIDER_FAMILY if kind.endswith(("aunt", "uncle"))},
    **dict.fromkeys(kinship.GRANDPARENTS | kinship.STEP_GRANDPARENTS, 2),
    **{kind: 2 + kind.count("great_") for kind in kinship.GREAT_GRANDPARENTS},
}
# Which parent a grandparent belongs to is often recorded only so, and without it they would hang from nowhere.
THROUGH = {
    "maternal_grandmother": "female",
    "maternal_grandfather": "female",
    "paternal_grandmother": "male",
    "paternal_grandfather": "male",
}
"""Grandparents whose kind says through which parent."""

_WOMEN = {"mother", "wife", "sister", "aunt", "grandmother", "stepmother", "daughter", "niece", "girlfriend", "stepsister"}
_MEN = {"father", "husband", "brother", "uncle", "grandfather", "stepfather", "son", "nephew", "boyfriend", "stepbrother"}


def sex_in(kind: str) -> Sex:
    """The sex that a kind says: a mother is a woman."""
    # "maternal_grandmother", "former_wife": the last word says who it is, what stands before it how.
    last = kind.rpartition("_")[2]
    return "female" if last in _WOMEN else "male" if last in _MEN else "unknown"
