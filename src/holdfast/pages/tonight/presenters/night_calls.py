"""Whom to ring: who answers now, each with a number to tap and until when; those who do not, last and in a sentence."""

from dataclasses import dataclass

from holdfast.kernel.when import LONDON
from holdfast.pages.contacts.queries.duty_phone import EMERGENCY_DUTY, DutyPhone, duty_phone
from holdfast.pages.date_phrases import clock
from holdfast.pages.tonight.night_phrases import day_near
from holdfast.pages.tonight.queries.night_family import NightFamily
from holdfast.pages.tonight.queries.who_answers import StaffForChild, StaffMember, staff_for


@dataclass(frozen=True)
class NightCall:
    """Somebody who answers now."""

    name: str
    number: str
    what: str

    @property
    def dial(self) -> str:
        """The number as a telephone dials it."""
        return "".join(self.number.split())


@dataclass(frozen=True)
class NightCalls:
    """Those who answer, and sentences about those who do not."""

    now: tuple[NightCall, ...]
    later: tuple[str, ...]


def night_calls(night: NightFamily, reader: str | None = None) -> NightCalls:
    """Everybody to ring about the child at this hour, but the reader."""
    staff = staff_for(night.case.id, night.case.roster, night.case.moment)
    people = [each for each in staff.there if each.worker != reader]
    reached = [_call(night, each) for each in people if each.worker in night.phones]
    desk = duty_phone(night.case.moment.as_at)
    # Always there, whoever is not: a page that ends in "no number recorded" leaves somebody alone at a door.
    desks = (NightCall("Police", "999", "somebody is in danger now"), _desk(desk))
    # The manager who answers in the desk's place may stand above already.
    once = {each.number: each for each in (*reached, *desks)}
    return NightCalls(tuple(once.values()), tuple(_sentences(night, staff, people)))


def _desk(desk: DutyPhone) -> NightCall:
    if not desk.night:
        return NightCall("Front door", desk.phone, "open now")
    if desk.of == EMERGENCY_DUTY:
        return NightCall("Emergency duty team", desk.phone, "until the front door opens")
    return NightCall(desk.of, desk.phone, "nobody is on duty")


def _call(night: NightFamily, member: StaffMember) -> NightCall:
    until = ""
    if member.until is not None:
        day = day_near(member.until.astimezone(LONDON).date(), night.case.day)
        until = f", to {clock(member.until)}" + ("" if day == "today" else f" {day}")
    return NightCall(night.case.names.worker(member.worker), night.phones[member.worker], f"{member.what}{until}")


def _sentences(night: NightFamily, staff: StaffForChild, people: list[StaffMember]) -> list[str]:
    name, found = night.case.names.worker, []
    for each in people:
        if each.worker not in night.phones:
            found.append(f"{name(each.worker)}, {each.what}: no number is recorded.")
    # Nobody to ring, and still somebody whose name a family may speak of.
    found += [f"{name(each.worker)}, {each.what}: {each.why}." for each in staff.absent]
    if staff.uncovered and staff.lead:
        found.append(f"Nobody covers for {name(staff.lead)}.")
    if staff.lead is None:
        found.append(f"No lead worker is recorded for {night.case.name}.")
    return found
