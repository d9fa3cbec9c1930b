"""Where people live and who serves them in Northmere, a town that does not exist."""

STREETS = (
    "Quarry Bank",
    "Tenter Street",
    "Fuller's Row",
    "Canal Side",
    "Mosspit Lane",
    "Chapel Brow",
    "Weavers Close",
    "Paddock Rise",
    "Spindle Way",
    "Larkfield Avenue",
    "Gasworks Yard",
    "Heron Court",
    "Tarn Road",
    "Beacon Terrace",
    "Slaidgate",
    "Ropewalk",
    "Copperas Hill",
    "Mill Hey Drive",
    "Sandpiper Close",
    "Cinder Lane",
    "Nuttall Crescent",
    "Whinberry Grove",
    "Ferry Street",
    "Bleach Green",
    "Tannery Walk",
    "Hodder Place",
    "Old Coach Road",
    "Plover Gardens",
    "Station Parade",
    "Lower Scar",
)

# id, kind, name
ORGANISATIONS: tuple[tuple[str, str, str], ...] = (
    ("csc", "childrens_social_care", "Northmere Children’s Services"),
    ("northmere-council", "local_authority_legal", "Northmere Council legal services"),
    ("northmere-partnership", "safeguarding_partnership", "Northmere Safeguarding Children Partnership"),
    ("northmere-family-help", "early_help", "Northmere Family Hubs"),
    ("northmere-health", "community_health", "Northmere Community Health Trust"),
    ("northmere-hospital", "hospital", "Northmere Royal Hospital"),
    ("camhs", "child_mental_health", "Northmere child and adolescent mental health service"),
    ("northmere-police", "police", "Northmere Constabulary"),
    ("probation", "probation", "Northmere Probation"),
    ("recovery-north", "substance_misuse_service", "Recovery North"),
    ("haven", "domestic_abuse_service", "Haven domestic abuse service"),
    ("housing", "housing", "Northmere Homes"),
    ("education-welfare", "education_welfare", "Northmere education welfare"),
    ("larkfield-primary", "school", "Larkfield Primary School"),
    ("st-aidans-primary", "school", "St Aidan’s RC Primary School"),
    ("mill-hey-primary", "school", "Mill Hey Primary School"),
    ("tarn-road-primary", "school", "Tarn Road Primary School"),
    ("beacon-academy", "school", "Beacon Hill Academy"),
    ("northmere-high", "school", "Northmere High School"),
    ("ropewalk-school", "special_school", "Ropewalk School"),
    ("hawthorn-nursery", "nursery", "Hawthorn Nursery"),
    ("little-otters", "nursery", "Little Otters Nursery"),
    ("canal-side-surgery", "gp_practice", "Canal Side Surgery"),
    ("tenter-street-practice", "gp_practice", "Tenter Street Practice"),
    ("copperas-health-centre", "gp_practice", "Copperas Hill Health Centre"),
)

PRIMARIES = ("larkfield-primary", "st-aidans-primary", "mill-hey-primary", "tarn-road-primary")
SECONDARIES = ("beacon-academy", "northmere-high")
NURSERIES = ("hawthorn-nursery", "little-otters")
PRACTICES = ("canal-side-surgery", "tenter-street-practice", "copperas-health-centre")
