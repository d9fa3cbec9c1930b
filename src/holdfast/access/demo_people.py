"""Whom anybody can sign in as in the demonstration, said once: it makes them, and the sign-in page offers them.

All are invented. ``organisation`` is an organisation's id and ``role`` a worker's role, as the demonstration's partnership
has them.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class DemoPerson:
    """Somebody one tap signs in as. ``title`` is what they are called at work, ``sees`` what is waiting for them."""

    username: str
    name: str
    title: str
    role: str
    organisation: str
    organisation_name: str
    sees: str

    @property
    def initials(self) -> str:
        """For the mark beside the name."""
        return "".join(part[0] for part in self.name.split()[:2])


DEMO_PEOPLE: tuple[DemoPerson, ...] = (
    DemoPerson(
        "maya.osei",
        "Maya Osei",
        "School safeguarding lead",
        "designated_safeguarding_lead",
        "larkfield-primary",
        "Larkfield Primary School",
        "Report a concern in a few minutes, and see who has read it and what was decided.",
    ),
    DemoPerson(
        "amina.khan",
        "Amina Khan",
        "Duty social worker",
        "duty_social_worker",
        "csc",
        "Northmere Children’s Services, front door",
        "The concerns that came in today, who each is with and by when it must be decided.",
    ),
    DemoPerson(
        "sam.poole",
        "Sam Poole",
        "Social worker, away on sick leave",
        "social_worker",
        "csc",
        "Northmere Children’s Services, Team 3",
        "Your children, who covers for you, and what reached them while you were away.",
    ),
    DemoPerson(
        "grace.okafor",
        "Grace Okafor",
        "Social worker, at work",
        "social_worker",
        "csc",
        "Northmere Children’s Services, Team 3",
        "Your own children and those you cover for: what is due, and what they said.",
    ),
    DemoPerson(
        "ruth.adeyemi",
        "Ruth Adeyemi",
        "Team manager",
        "team_manager",
        "csc",
        "Northmere Children’s Services, Team 3",
        "Your team’s week: what goes overdue, what is drifting, who is away and who covers.",
    ),
    DemoPerson(
        "david.lowe",
        "David Lowe",
        "Conference chair",
        "cp_chair",
        "csc",
        "Northmere Children’s Services, safeguarding and quality",
        "The children whose conferences you chair: their words, their plans and what has changed.",
    ),
    DemoPerson(
        "priya.nair",
        "Priya Nair",
        "Health visitor",
        "health_visitor",
        "northmere-health",
        "Northmere Community Health Trust",
        "The families you share with others: what each agency knows and what you promised.",
    ),
    DemoPerson(
        "tenter-street.gp",
        "Dr Yusuf Hakim",
        "GP",
        "gp",
        "tenter-street-practice",
        "Tenter Street Practice",
        "What you are asked about your patients, and who else is with the family.",
    ),
    DemoPerson(
        "pc.dunn",
        "PC Alex Dunn",
        "Police officer",
        "police_officer",
        "northmere-police",
        "Northmere Constabulary",
        "What you are asked about calls you went to, and what became of what you told.",
    ),
    DemoPerson(
        "steve.ware",
        "Steve Ware",
        "Drug and alcohol worker",
        "substance_misuse_worker",
        "recovery-north",
        "Recovery North",
        "What the children’s record asks of you about the parents you work with.",
    ),
    DemoPerson(
        "joe.ellis",
        "Joe Ellis",
        "Emergency duty worker",
        "emergency_duty_worker",
        "csc",
        "Northmere emergency duty team",
        "Tonight: find a child in seconds, who is safe for them and who must not be there.",
    ),
    DemoPerson(
        "helen.marsh",
        "Helen Marsh",
        "Director of children’s services",
        "director_of_childrens_services",
        "csc",
        "Northmere Council",
        "What is overdue or drifting across the service, each figure a list and each list a child.",
    ),
)
