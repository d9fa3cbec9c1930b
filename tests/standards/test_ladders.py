"""The ladders say what the partnership's procedures say, and every word in them is a role somebody can hold."""

import pytest

from holdfast.standards import STANDARDS
from holdfast.standards.ladders import LADDERS, To, at_breach
from holdfast.standards.ladders import Ladder as A_Ladder
from holdfast.standards.roles import LISTED, NAMED_IN_PASSING, ROLES
from holdfast.standards.signal_ladders import PHRASES, SEVERITIES, signal_ladder

RUNGS = {
    "L_FRONT_DOOR": (
        "contact_officer",
        ("at the breach", "front_door_team_manager"),
        ("4 hours after", "service_manager"),
        ("1 working day after", "assistant_director"),
    ),
    "L_IMMEDIATE": (
        "duty_social_worker",
        ("at the breach", "social_care_team_manager or edt"),
        ("1 hour after", "service_manager on call"),
        ("2 hours after", "assistant_director on call, police if police_matter"),
    ),
    "L_CSC": (
        "lead_social_worker",
        ("at the breach", "team_manager"),
        ("2 working days after", "service_manager"),
        ("5 working days after", "assistant_director"),
        ("10 working days after", "director_of_childrens_services"),
    ),
    "L_CP": (
        "lead_social_worker",
        ("at the breach", "team_manager, cp_chair"),
        ("2 working days after", "service_manager"),
        ("5 working days after", "assistant_director, agency_safeguarding_leads"),
        ("10 working days after", "director_of_childrens_services, delegated_safeguarding_partners"),
    ),
    "L_RECORD": (
        "visiting_worker",
        ("at the breach", "team_manager"),
        ("2 working days after", "service_manager, agency_contract_lead if agency_staff"),
        ("5 working days after", "principal_social_worker"),
    ),
    "L_PLO": (
        "lead_social_worker, team_manager",
        ("at the breach", "service_manager, plo_panel"),
        ("5 working days after", "assistant_director"),
        ("10 working days after", "director_of_childrens_services"),
    ),
    "L_LAC": (
        "lead_social_worker",
        ("at the breach", "team_manager, iro"),
        ("2 working days after", "service_manager"),
        ("5 working days after", "assistant_director, iro, cafcass if still_unresolved"),
    ),
    "L_AGENCY": (
        "practitioner",
        ("at the breach", "agency_safeguarding_lead"),
        ("2 working days after", "designated_professional"),
        ("5 working days after", "delegated_safeguarding_partners"),
    ),
    "L_DISAGREE": (
        "",
        ("stage 1", "practitioners"),
        ("stage 2", "line_managers"),
        ("stage 3", "senior_liaison_officers, partnership_business_manager"),
        ("stage 4", "delegated_safeguarding_partners"),
        ("stage 5", "lead_safeguarding_partners"),
    ),
    "L_REVIEW": (
        "partnership_business_manager",
        ("at the breach", "delegated_safeguarding_partners"),
        ("5 working days after", "lead_safeguarding_partners"),
        ("10 working days after", "independent_scrutineer"),
    ),
    "L_LADO": (
        "employer_senior_manager",
        ("at the breach", "lado"),
        ("1 working day after", "head_of_safeguarding"),
        ("3 working days after", "director_of_childrens_services"),
    ),
    "L_INFO": (
        "case_owner",
        ("at the breach", "data_protection_officer"),
        ("1 working day after", "siro, caldicott_guardian"),
        ("5 working days after", "chief_executive"),
    ),
}


def in_short(tells):
    return ", ".join(
        " or ".join(to.roles) + (" on call" if to.on_call else "") + (f" if {to.only_when}" if to.only_when else "")
        for to in tells
    )


@pytest.mark.parametrize("id", sorted(RUNGS))
def test_the_rungs_are_as_the_procedures_have_them(id):
    warning, *rungs = RUNGS[id]
    ladder = LADDERS[id]
    assert in_short(ladder.warning) == warning
    assert [(rung.after.in_words(), in_short(rung.tells)) for rung in ladder.rungs] == rungs


def test_there_is_no_ladder_beside_these():
    assert set(LADDERS) == set(RUNGS)


def test_every_standard_climbs_a_ladder_that_exists_and_names_a_role_that_exists():
    assert STANDARDS
    for rule in STANDARDS.values():
        assert rule.ladder in LADDERS, rule.id
        assert rule.responsible in ROLES, rule.id


def test_the_roles_that_standards_may_name():
    assert len(LISTED) == 50
    assert not set(LISTED) & set(NAMED_IN_PASSING)
    assert {"lead_social_worker", "team_manager", "cp_chair", "edt", "system", "family"} <= set(LISTED)
    assert all(role.says and role.id == id for id, role in ROLES.items())


def test_a_rung_that_names_an_unknown_role_cannot_be_written():
    with pytest.raises(ValueError, match="caretaker"):
        To(("caretaker",))


def test_a_rung_that_tells_nobody_cannot_be_written():
    with pytest.raises(ValueError, match="tells somebody"):
        A_Ladder("L_X", "x", (), (at_breach(),))


@pytest.mark.parametrize(("severity", "days"), [("critical", 0), ("high", 2), ("medium", 5), ("low", 20)])
def test_how_soon_a_signal_wants_an_answer(severity, days):
    assert SEVERITIES[severity].answer_within == days
    ladder = signal_ladder(("team_manager",), severity)
    assert ladder.rungs[1].after.working_days == days + 1


def test_every_phrase_means_somebody():
    assert all(someone.role in ROLES for places in PHRASES.values() for _, someone in places)
