"""Who a signal is put to, how soon it wants an answer, and whom it climbs to while there is none.

A signal is a question to named people. How soon follows from its severity; whom it climbs to afterwards is our own
suggestion, which each partnership may change: nobody outside says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from holdfast.standards.ladders import After, Ladder, Rung, To, to
from holdfast.standards.roles import ROLES


@dataclass(frozen=True)
class Severity:
    """``answer_within`` is in working days, the day the signal was raised being day 0; 0 is the same working day.
    ``climbs_to`` are the rungs after the day an answer was due, counted in working days from the day it is late."""

    id: str
    says: str
    answer_within: int
    climbs_to: tuple[tuple[int, str], ...]

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The rungs above the first, in working days from the day the signal was raised."""
        # The day the answer is due still belongs to whoever was asked; the next rung hears from the day after.
        late = self.answer_within + 1
        return tuple(Rung(After(working_days=late + n), (to(role),)) for n, role in self.climbs_to)


SEVERITIES: Mapping[str, Severity] = {
    severity.id: severity
    for severity in (
        Severity(
            "critical",
            "Answered the same working day, and never put off",
            0,
            ((0, "service_manager"), (2, "assistant_director"), (5, "director_of_childrens_services")),
        ),
        Severity(
            "high",
            "Answered within 2 working days",
            2,
            ((0, "team_manager"), (2, "service_manager"), (5, "assistant_director")),
        ),
        Severity("medium", "Answered within 5 working days", 5, ((0, "team_manager"), (5, "service_manager"))),
        # The next supervision is not a day. Twenty working days is the longest that supervision may wait (WK-09).
        Severity("low", "Answered at the next supervision", 20, ((0, "team_manager"),)),
    )
}


def _once(*roles: str) -> tuple[tuple[After, To], ...]:
    return ((After(), to(*roles)),)


# People are named in the signals as the sources name them. Turning them into roles here keeps those words in one place, and a
# word that is neither fails as the program starts instead of telling nobody one day.
PHRASES: Mapping[str, tuple[tuple[After, To], ...]] = {
    "agency lead": _once("agency_safeguarding_lead"),
    "agency safeguarding lead": _once("agency_safeguarding_lead"),
    "agency that saw it": _once("recording_worker"),
    "all core group": _once("core_group"),
    "all core group members": _once("core_group"),
    "at 2 working days: assistant_director": ((After(working_days=2), to("assistant_director")),),
    # At the first rung and not later: what makes the service manager hear is that it has happened again, not that time has gone
    # by.
    "at escalate_n: service_manager": ((After(), to("service_manager", only_when="repeated")),),
    "author": _once("recording_worker"),
    "author of the entry": _once("recording_worker"),
    # Whichever of the two is on at that hour.
    "duty": _once("duty_social_worker", "edt"),
    "edt out of hours": ((After(), to("edt", only_when="out_of_hours")),),
    "every agency that contributed": _once("contributing_agencies"),
    "everyone who raised it": _once("raisers"),
    "health visitor": _once("health_visitor"),
    "health visitor / school nurse": _once("health_visitor", "school_nurse"),
    "named doctor": _once("named_doctor"),
    "partner named": _once("partner_named"),
    "partnership quality lead": _once("partnership_quality_lead"),
    "plo panel": _once("plo_panel"),
    "school DSL": _once("designated_safeguarding_lead"),
    "sender": _once("sender"),
    "the practitioner": _once("practitioner"),
    "their agency safeguarding lead": _once("agency_safeguarding_lead"),
}
"""What a signal's list of people may say beyond the id of a role, and whom it means."""


def signal_ladder(tell: Sequence[str], severity: str) -> Ladder:
    """The ladder of a signal that is put to ``tell`` (ids of roles, or the phrases above). Raises ``ValueError`` for a
    word that is neither, so a signal that would reach nobody cannot be imported."""
    placed = [place for words in tell for place in _places(words)]
    first = tuple(someone for after, someone in placed if after == After())
    if severity not in SEVERITIES:
        raise ValueError(f"a signal's severity is one of {', '.join(SEVERITIES)}, not {severity!r}")
    later = [Rung(after, (someone,)) for after, someone in placed if after != After()]
    # The phrases may place somebody between two rungs of the severity, so both are brought into one order by time.
    above = sorted((*later, *SEVERITIES[severity].rungs), key=lambda rung: rung.after.working_days)
    return Ladder(f"signal:{severity}", SEVERITIES[severity].says, (), (Rung(After(), first), *above))


def _places(words: str) -> tuple[tuple[After, To], ...]:
    if words in PHRASES:
        return PHRASES[words]
    if words in ROLES:
        return _once(words)
    raise ValueError(f"{words!r} is neither a role of standards.roles nor a phrase of standards.signal_ladders")
