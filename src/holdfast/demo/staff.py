"""The agencies of Northmere and the people who work in them. All invented."""

from dataclasses import dataclass, field
from difflib import get_close_matches

from holdfast.access.demo_people import DEMO_PEOPLE
from holdfast.demo.stock.town import NURSERIES, ORGANISATIONS, PRACTICES, PRIMARIES, SECONDARIES
from holdfast.vocabulary.world import KnownOrganisation, KnownWorker

# Somebody will ring a number that a demonstration shows.
PHONES = "01632 960 {:03d}"
"""Ofcom's numbers for drama: they ring nowhere."""

# id, name, role, organisation, manager. Those whom one signs in as come from access; whoever of them belongs to a team or has a
# manager outside it stands here as well.
_LINE = (
    ("yvonne.bright", "Yvonne Bright", "assistant_director", "csc", "helen.marsh"),
    ("colin.hale", "Colin Hale", "service_manager", "csc", "yvonne.bright"),
    ("farah.siddiq", "Farah Siddiq", "front_door_team_manager", "csc", "colin.hale"),
    ("martin.obrien", "Martin O’Brien", "team_manager", "csc", "colin.hale"),
    ("sunita.rao", "Sunita Rao", "team_manager", "csc", "colin.hale"),
    ("grace.tembo", "Grace Tembo", "team_manager", "csc", "colin.hale"),
)
_SOCIAL_WORKERS = {
    "martin.obrien": ("Lorna Peel", "Kwabena Sarfo", "Jess Wardle", "Ioan Rees", "Nadia Rahman"),
    "sunita.rao": ("Peter Slack", "Hannah Birch", "Olu Adeniyi", "Marta Kowal", "Ben Thistle"),
    "ruth.adeyemi": ("Grace Okafor", "Tom Ridley", "Shabnam Gill", "Ewa Bielska"),
    "grace.tembo": ("Dermot Quill", "Rosa Lind", "Kamal Uddin", "Fiona Strand", "Jack Mellor"),
}
_OTHERS = (
    ("neil.parry", "Neil Parry", "duty_social_worker", "csc", "farah.siddiq"),
    ("wendy.croft", "Wendy Croft", "contact_officer", "csc", "farah.siddiq"),
    ("anjali.menon", "Anjali Menon", "cp_chair", "csc", "yvonne.bright"),
    ("robert.amos", "Robert Amos", "independent_reviewing_officer", "csc", "yvonne.bright"),
    ("carol.spence", "Carol Spence", "emergency_duty_worker", "csc", "colin.hale"),
    ("linda.moss", "Linda Moss", "business_support", "csc", "colin.hale"),
    ("dawn.petty", "Dawn Petty", "family_support_worker", "csc", "ruth.adeyemi"),
    ("hassan.ali", "Hassan Ali", "family_support_worker", "csc", "martin.obrien"),
    ("julie.frost", "Julie Frost", "family_support_worker", "csc", "sunita.rao"),
    ("irena.zak", "Irena Zak", "family_support_worker", "csc", "grace.tembo"),
    ("gareth.pugh", "Gareth Pugh", "legal_gateway_chair", "csc", "yvonne.bright"),
    ("olivia.stein", "Olivia Stein", "local_authority_solicitor", "northmere-council", None),
    ("miriam.gold", "Miriam Gold", "partnership_business_manager", "northmere-partnership", None),
    ("edwin.cole", "Edwin Cole", "safeguarding_partnership_named_lead", "northmere-partnership", "miriam.gold"),
    ("sally.noon", "Sally Noon", "early_help_worker", "northmere-family-help", None),
    ("dev.mistry", "Dev Mistry", "early_help_worker", "northmere-family-help", None),
    ("ruby.lane", "Ruby Lane", "early_help_worker", "northmere-family-help", None),
    ("claire.dove", "Claire Dove", "health_visitor", "northmere-health", "angela.wren"),
    ("mercy.banda", "Mercy Banda", "health_visitor", "northmere-health", "angela.wren"),
    ("sue.tarrant", "Sue Tarrant", "health_visitor", "northmere-health", "angela.wren"),
    ("angela.wren", "Angela Wren", "named_nurse", "northmere-health", None),
    ("kelly.ash", "Kelly Ash", "school_nurse", "northmere-health", "angela.wren"),
    ("faith.mwale", "Faith Mwale", "midwife", "northmere-hospital", None),
    ("ravi.shah", "Dr Ravi Shah", "consultant_paediatrician", "northmere-hospital", None),
    ("tess.orme", "Tess Orme", "camhs_practitioner", "camhs", None),
    ("pc.dunn", "PC Alex Dunn", "police_officer", "northmere-police", "ds.rowe"),
    ("pc.iqbal", "PC Samina Iqbal", "police_officer", "northmere-police", "ds.rowe"),
    ("ds.rowe", "DS Phil Rowe", "police_sergeant", "northmere-police", None),
    ("jan.kemp", "Jan Kemp", "probation_officer", "probation", None),
    ("steve.ware", "Steve Ware", "substance_misuse_worker", "recovery-north", None),
    ("ana.reis", "Ana Reis", "idva", "haven", None),
    ("paul.tighe", "Paul Tighe", "housing_officer", "housing", None),
    ("moira.keel", "Moira Keel", "education_welfare_officer", "education-welfare", None),
    ("st-aidans.dsl", "Bernadette Fay", "designated_safeguarding_lead", "st-aidans-primary", None),
    ("mill-hey.dsl", "Omar Sheikh", "designated_safeguarding_lead", "mill-hey-primary", None),
    ("tarn-road.dsl", "Lisa Brandt", "designated_safeguarding_lead", "tarn-road-primary", None),
    ("beacon.dsl", "Simon Achebe", "designated_safeguarding_lead", "beacon-academy", None),
    ("northmere-high.dsl", "Jo Penhale", "designated_safeguarding_lead", "northmere-high", None),
    ("ropewalk.dsl", "Helena Voss", "designated_safeguarding_lead", "ropewalk-school", None),
    ("hawthorn.lead", "Tina Marlow", "nursery_worker", "hawthorn-nursery", None),
    ("otters.lead", "Chipo Dube", "nursery_worker", "little-otters", None),
    ("canal-side.gp", "Dr Anna Voigt", "gp", "canal-side-surgery", None),
    ("tenter-street.gp", "Dr Yusuf Hakim", "gp", "tenter-street-practice", None),
    ("copperas.gp", "Dr Mary Lund", "gp", "copperas-health-centre", None),
)
_MANAGERS = {
    "amina.khan": "farah.siddiq",
    "sam.poole": "ruth.adeyemi",
    "ruth.adeyemi": "colin.hale",
    "david.lowe": "yvonne.bright",
    "priya.nair": "angela.wren",
    "joe.ellis": "colin.hale",
}

GPS = dict(zip(PRACTICES, ("canal-side.gp", "tenter-street.gp", "copperas.gp"), strict=True))
LEADS_IN_SCHOOLS = {
    "larkfield-primary": "maya.osei",
    "st-aidans-primary": "st-aidans.dsl",
    "mill-hey-primary": "mill-hey.dsl",
    "tarn-road-primary": "tarn-road.dsl",
    "beacon-academy": "beacon.dsl",
    "northmere-high": "northmere-high.dsl",
    "ropewalk-school": "ropewalk.dsl",
    "hawthorn-nursery": "hawthorn.lead",
    "little-otters": "otters.lead",
}
HEALTH_VISITORS = ("priya.nair", "claire.dove", "mercy.banda", "sue.tarrant")
TEAMS: dict[str, tuple[str, ...]] = {
    manager: tuple(name.lower().replace(" ", ".") for name in names) for manager, names in _SOCIAL_WORKERS.items()
}
FAMILY_SUPPORT = {
    "ruth.adeyemi": "dawn.petty",
    "martin.obrien": "hassan.ali",
    "sunita.rao": "julie.frost",
    "grace.tembo": "irena.zak",
}
EARLY_HELP = ("sally.noon", "dev.mistry", "ruby.lane")


class NobodyOfThatName(LookupError):
    """A story names a worker whom Northmere does not have."""


@dataclass(frozen=True)
class Staff:
    """Everybody who works for Northmere's children, and where."""

    organisations: dict[str, KnownOrganisation]
    workers: dict[str, KnownWorker]
    phones: dict[str, str] = field(default_factory=dict)

    def worker(self, id: str) -> KnownWorker:
        """One of them. Raises :class:`NobodyOfThatName`."""
        if id not in self.workers:
            near = get_close_matches(id, self.workers, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise NobodyOfThatName(f"Nobody in Northmere goes by {id!r}.{hint} Who works there is said in demo/staff.py.")
        return self.workers[id]


def staff() -> Staff:
    """The partnership's people."""
    rows = [(each.username, each.name, each.role, each.organisation, _MANAGERS.get(each.username)) for each in DEMO_PEOPLE]
    rows += _LINE
    for manager, names in _SOCIAL_WORKERS.items():
        rows += [(name.lower().replace(" ", "."), name, "social_worker", "csc", manager) for name in names]
    rows += _OTHERS
    workers = {id: KnownWorker(id, name, organisation, role, manager) for id, name, role, organisation, manager in rows}
    organisations = {id: KnownOrganisation(id, kind, name) for id, kind, name in ORGANISATIONS}
    phones = {id: PHONES.format(100 + number) for number, id in enumerate((*organisations, *workers))}
    return Staff(organisations, workers, phones)


def school_for(age: int, pick: int) -> str | None:
    """Where a child of this age goes: nursery from two, primary from four, secondary from eleven."""
    if age < 2:
        return None
    # By age alone: a child moves up with the years that a story tells, and whoever leads there is another person.
    stage = NURSERIES if age < 4 else PRIMARIES if age < 11 else SECONDARIES
    return stage[pick % len(stage)]
