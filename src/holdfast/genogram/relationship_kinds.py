"""What each kind of relationship in the record is in a family picture.

One that is not listed here is told in words and drawn with no line.
"""

from dataclasses import dataclass

from holdfast.genogram.model import Care, CoupleKind, Ended, Sex

# Kinds in the record are plain words and not codes, because every agency has its own and families have more. The list grows
# with use; refusing a kind we do not know would only make people record a wrong one.
PARENTS: dict[str, Care] = {
    "mother": "birth",
    "father": "birth",
    "parent": "birth",
    "birth_mother": "birth",
    "birth_father": "birth",
    "birth_parent": "birth",
    "adoptive_mother": "adoptive",
    "adoptive_father": "adoptive",
    "adoptive_parent": "adoptive",
    "stepmother": "step",
    "stepfather": "step",
    "step_parent": "step",
    "step_mother": "step",
    "step_father": "step",
    "foster_carer": "foster",
    "foster_mother": "foster",
    "foster_father": "foster",
    "carer": "carer",
    # A special guardian has parental responsibility and is not a parent by law: drawn as care, and the responsibility is in
    # words.
    "special_guardian": "carer",
    "guardian": "carer",
    "kinship_carer": "carer",
}
CHILDREN = frozenset({"child", "son", "daughter"})


@dataclass(frozen=True)
class CoupleStyle:
    """How a couple is drawn."""

    kind: CoupleKind
    ended: Ended | None = None


COUPLES: dict[str, CoupleStyle] = {
    "partner": CoupleStyle("couple"),
    "boyfriend": CoupleStyle("couple"),
    "girlfriend": CoupleStyle("couple"),
    "married": CoupleStyle("married"),
    "spouse": CoupleStyle("married"),
    "husband": CoupleStyle("married"),
    "wife": CoupleStyle("married"),
    "civil_partner": CoupleStyle("married"),
    "cohabiting": CoupleStyle("cohabiting"),
    "cohabitee": CoupleStyle("cohabiting"),
    "separated": CoupleStyle("couple", "separated"),
    "divorced": CoupleStyle("married", "divorced"),
    "former_spouse": CoupleStyle("married", "divorced"),
    "former_husband": CoupleStyle("married", "divorced"),
    "former_wife": CoupleStyle("married", "divorced"),
    "former_partner": CoupleStyle("couple", "ended"),
    "ex_partner": CoupleStyle("couple", "ended"),
}
SIBLINGS = {
    "sibling": "siblings",
    "brother": "siblings",
    "sister": "siblings",
    "twin": "twins",
    "half_sibling": "half-siblings",
    "half_brother": "half-siblings",
    "half_sister": "half-siblings",
    "step_sibling": "step-siblings",
    "stepbrother": "step-siblings",
    "stepsister": "step-siblings",
}
# Only those whose generation the word itself says. A cousin or a friend can be of any.
DOWN = {
    "aunt": 1,
    "uncle": 1,
    "great_aunt": 2,
    "great_uncle": 2,
    "grandmother": 2,
    "grandfather": 2,
    "grandparent": 2,
    "maternal_grandmother": 2,
    "maternal_grandfather": 2,
    "paternal_grandmother": 2,
    "paternal_grandfather": 2,
    "step_grandmother": 2,
    "step_grandfather": 2,
    "great_grandmother": 3,
    "great_grandfather": 3,
    "maternal_aunt": 1,
    "maternal_uncle": 1,
    "paternal_aunt": 1,
    "paternal_uncle": 1,
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
