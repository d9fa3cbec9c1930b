"""Closed lists that more than one area of practice uses. Each code's words are said here once."""

from holdfast.vocabulary.base import Codes


class Category(Codes):
    """Category of abuse on a child protection plan, by the codes of the children in need census."""

    # The census's own codes, so that a statutory return needs no translation.
    NEGLECT = "NEG", "Neglect"
    EMOTIONAL = "EMO", "Emotional abuse"
    PHYSICAL = "PHY", "Physical abuse"
    SEXUAL = "SAB", "Sexual abuse"


class PlanKind(Codes):
    """The level of help a plan stands for."""

    CHILD_PROTECTION = "child_protection", "Child protection plan"
    CHILD_IN_NEED = "child_in_need", "Child in need plan"
    EARLY_HELP = "early_help", "Early help plan"
