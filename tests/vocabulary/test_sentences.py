"""What a chronology says of an entry: one plain sentence, nothing invented, the child's words exactly."""

from typing import Any

import pytest

from holdfast.vocabulary.entry import parse_data
from holdfast.vocabulary.sentence_parts import listed, lower, spoken, stopped


class Names:
    """An invented family and the people around it."""

    people = {"chloe": "Chloe", "harper": "Harper", "mother": "Mother", "gran": "maternal grandmother"}
    workers = {"w1": "Sam Poole", "w2": "Amina Khan"}
    organisations = {"nursery": "Seagull Nursery"}

    def person(self, id: str) -> str:
        return self.people.get(id, id)

    def worker(self, id: str) -> str:
        return self.workers.get(id, id)

    def organisation(self, id: str) -> str:
        return self.organisations.get(id, id)


SAID: list[tuple[str, dict[str, Any], str]] = [
    (
        "visit_made",
        {"kind": "child_protection", "worker": "w1", "seen": ["chloe"], "seen_alone": []},
        "Child protection visit by Sam Poole. Seen: Chloe. Seen alone: nobody.",
    ),
    ("visit_made", {"kind": "family_support"}, "Family support visit. Seen: not recorded. Seen alone: not recorded."),
    (
        "visit_made",
        {"kind": "joint", "home": False, "seen": ["chloe", "harper"], "seen_alone": ["harper"], "sleeping_place_seen": False},
        "Joint visit, not at home. Seen: Chloe and Harper. Seen alone: Harper. Sleeping place seen: no.",
    ),
    (
        "contact_received",
        {
            "from": {"name": "Jo Ash", "role": "designated_safeguarding_lead", "organisation": "nursery"},
            "channel": "phone",
            "text": "Chloe came in hungry again.",
            "immediate_harm": False,
        },
        "Contact from Jo Ash (designated safeguarding lead, Seagull Nursery) by phone: “Chloe came in hungry again.”",
    ),
    (
        "message_received",
        {"for": "w1", "from": "gran", "text": "They left them with me again", "possible_serious_harm": True},
        "Message for Sam Poole from maternal grandmother: “They left them with me again” Possible serious harm.",
    ),
    (
        "voice_recorded",
        {"child": "harper", "how": "words", "words": "i dont want to go home…  ok?", "worker": "w2", "wants": "change"},
        "Harper, in words to Amina Khan: “i dont want to go home…  ok?”",
    ),
    (
        "plan_ended",
        {"plan": "child_protection", "reason": "Mother goes to her appointments"},
        "Child protection plan ended: Mother goes to her appointments. Evidence of change: not recorded.",
    ),
    (
        "core_group_held",
        {"present": [{"role": "health_visitor", "worker": "w2"}, {"role": "mother", "person": "mother"}], "absent": []},
        "Core group held. Present: Amina Khan (health visitor) and Mother (mother). Absent: nobody. Concerns: not recorded.",
    ),
    (
        "conference_held",
        {
            "kind": "initial",
            "decisions": [{"child": "chloe", "decision": "plan_made", "category": "NEG", "reasons": "Hunger, missed clinics"}],
            "child_views": [{"child": "chloe", "how": "none", "reason": "not asked"}],
        },
        "Initial conference held. Chloe: plan made (neglect). Children's views: Chloe, the child's views did not reach the "
        "conference (not asked). Present: not recorded.",
    ),
    (
        "stay_started",
        {"with": "gran", "arrangement": "family", "agreed_by": ["mother"], "overnight": True},
        "Stay with maternal grandmother started: arranged within the family. Overnight: yes. Agreed by: Mother. "
        "Child asked: not recorded.",
    ),
    ("conference_booked", {"kind": "review", "for": "2019-01"}, "Review conference booked, to be held in January 2019."),
    (
        "young_carer_assessment_decided",
        {"offered": True, "decision": "not_needed", "reasons": "An aunt has taken over"},
        "Young carer's assessment: not needed. Offered: yes. Reasons: An aunt has taken over.",
    ),
    (
        "conference_decision_sent",
        {"to": ["mother", "nursery"]},
        "Conference decision letter sent. To: Mother and Seagull Nursery.",
    ),
    (
        "conference_challenged",
        {"by": "mother", "text": "The dates are wrong"},
        "Conference decision challenged by Mother: “The dates are wrong”",
    ),
    (
        "chair_check_recorded",
        {"text": "Two of five actions done"},
        "Chair's check between conferences: Two of five actions done.",
    ),
    (
        "chair_challenge_recorded",
        {"to": ["nursery"], "text": "Nothing has changed"},
        "The chair challenged Seagull Nursery: Nothing has changed.",
    ),
    ("worker_leaving", {"worker": "w1", "last_day": "2019-03-29"}, "Sam Poole is leaving; last day 29 Mar 2019."),
    ("recording_closed_off", {"worker": "w1"}, "Everything Sam Poole did is on the record."),
    ("entry_withdrawn", {}, "An earlier entry was withdrawn."),
]


@pytest.mark.parametrize(("type_name", "data", "sentence"), SAID, ids=[f"{name}-{i}" for i, (name, _, _) in enumerate(SAID)])
def test_the_sentence_says_what_the_entry_says(type_name: str, data: dict[str, Any], sentence: str) -> None:
    assert parse_data(type_name, data).sentence(Names()) == sentence


def test_lists_read_as_people_write_them() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_an_abbreviation_keeps_its_capitals_and_free_text_its_underscores() -> None:
    assert lower("GP letter") == "GP letter" and lower("Phone") == "phone"
    assert spoken("interim_care_order") == "interim care order"
    assert spoken("See file A_1") == "see file A_1"


def test_a_sentence_ends_with_one_mark() -> None:
    assert [stopped("Yes"), stopped("Yes."), stopped("Yes? ")] == ["Yes.", "Yes.", "Yes?"]
