"""The yes-or-no questions a rule may ask of an entry, each a frozen value, a file for each thing they are about.

One question is one condition, whoever or whatever it is asked of: that is what its fields say, and what contradicts itself cannot
be made. They say nothing about how they are answered: every engine has a file of the same name with what each means.
"""

# Listed by name, so that a rule reads from one place and what no rule may use is not offered.
from holdfast.rules.conditions.age import AtStage, ChildUnder
from holdfast.rules.conditions.comparison import FellBy, LessThanSiblings, Outgrows, Outweighed, Share, WeakerResponse
from holdfast.rules.conditions.contact import SentBy, TellsOfHarmToOneWorker
from holdfast.rules.conditions.field import Covers, FieldIn, FieldIs, Filled, GradeAtLeast, NumberUnder, OwnRowIn, Recorded, RowIn
from holdfast.rules.conditions.logic import AllOf, AnyOf, Not, Surely
from holdfast.rules.conditions.meeting import Attended, DecidedWithReasons, OfThatConference
from holdfast.rules.conditions.plan import (
    ActionsCarriedOver,
    AspectsLookedAt,
    AspectsShown,
    EndedByConference,
    EveryActionDone,
    MeasureMoved,
    PlanIs,
)
from holdfast.rules.conditions.reference import IsTrigger, NamedBy, RefersTo, RefersToEvent, SameAs
from holdfast.rules.conditions.subject import About, BringsUpNobody, HasResponsibility, Names, NamesSibling, OfSibling
from holdfast.rules.conditions.text import AsksForSafety, Mentions, ReasonGiven, SaysBeside, SpeaksOf
from holdfast.rules.conditions.timeline import (
    AtLeast,
    BeforeABreak,
    Earlier,
    Happened,
    InState,
    LastedUnder,
    Later,
    NotYet,
    Previous,
    StillAhead,
    StillOpen,
)
from holdfast.rules.conditions.workforce import (
    AgenciesTrained,
    ByAgency,
    ByRole,
    CoverInPost,
    ForAbsentWorker,
    InPost,
    InTouch,
    LeadInPost,
    MayBeSocialWorker,
    NamedInTouch,
    OfThosePresent,
    RolesAmong,
    SomebodyElse,
)

__all__ = [
    "About",
    "ActionsCarriedOver",
    "AgenciesTrained",
    "AllOf",
    "AnyOf",
    "AsksForSafety",
    "AspectsLookedAt",
    "AspectsShown",
    "AtLeast",
    "AtStage",
    "Attended",
    "BeforeABreak",
    "BringsUpNobody",
    "ByAgency",
    "ByRole",
    "ChildUnder",
    "CoverInPost",
    "Covers",
    "DecidedWithReasons",
    "Earlier",
    "EndedByConference",
    "EveryActionDone",
    "FellBy",
    "FieldIn",
    "FieldIs",
    "Filled",
    "ForAbsentWorker",
    "GradeAtLeast",
    "Happened",
    "HasResponsibility",
    "InPost",
    "InState",
    "InTouch",
    "IsTrigger",
    "LastedUnder",
    "Later",
    "LeadInPost",
    "LessThanSiblings",
    "MayBeSocialWorker",
    "MeasureMoved",
    "Mentions",
    "NamedBy",
    "NamedInTouch",
    "Names",
    "NamesSibling",
    "Not",
    "NotYet",
    "NumberUnder",
    "OfSibling",
    "OfThatConference",
    "OfThosePresent",
    "Outgrows",
    "Outweighed",
    "OwnRowIn",
    "PlanIs",
    "Previous",
    "ReasonGiven",
    "Recorded",
    "RefersTo",
    "RefersToEvent",
    "RolesAmong",
    "RowIn",
    "SameAs",
    "SaysBeside",
    "SentBy",
    "Share",
    "SomebodyElse",
    "SpeaksOf",
    "StillAhead",
    "StillOpen",
    "Surely",
    "TellsOfHarmToOneWorker",
    "WeakerResponse",
]
