"""Words that raise a question when somebody writes them. They never answer one, and never lower anything.

Each is looked for as whole words, and set aside where the words just before it deny it ("does not look after"). The codes in
which services note the same things (``caring_role``, ``no_food``) are read as words too.
"""

CARING = (
    "caring role", "young carer", "caring for", "cares for", "looks after", "looking after", "looked after by her",
    "gets the little ones", "feeds the baby", "feeding the baby", "changes the baby", "changing the baby", "puts them to bed",
    "i look after", "i have to look after", "i had to look after", "has to look after", "kept off school to care",
    "off school to care", "off school to look after", "gets her brother", "gets his brother", "gets her sister",
    "gets his sister", "acts as a parent", "parenting role", "parentified", "in charge of the little ones",
    "in charge of the younger",
)  # fmt: skip

NO_NECESSITIES = (
    "no food", "nothing to eat", "without food", "empty fridge", "fridge was empty", "not enough food", "not enough to eat",
    "cupboards were empty", "empty cupboards", "cupboards are empty", "nothing in the cupboards", "no hot meal", "no heating",
    "no heat", "no gas", "no electricity", "no electric", "electricity cut off", "electricity had been cut off",
    "electricity was cut off", "gas cut off", "gas had been cut off", "gas was cut off", "heating was off", "heating is off",
    "heating off", "cold home", "house was cold", "house is cold", "home was cold", "home is cold", "house was freezing",
    "house is freezing", "no nappies", "out of nappies", "no money", "no fare", "no bus fare", "cannot afford", "can't afford",
    "could not afford", "couldn't afford", "run out of money", "ran out of money",
)  # fmt: skip

CANNOT_COPE = (
    "cannot cope", "can't cope", "can not cope", "unable to cope", "not coping", "struggling to cope", "cannot manage",
    "can't manage", "can not manage", "cannot carry on", "can't carry on", "cannot go on", "can't go on", "cannot keep them",
    "can't keep them", "too much for me", "too much for her", "too much for him", "at breaking point",
    "at the end of my tether", "unable to manage", "struggling to manage", "not managing", "whether she can care",
    "whether she could care", "whether she is able to care", "whether he can care", "whether he could care",
    "whether he is able to care", "whether i can care", "whether they can care", "capacity to care", "struggling to care",
    "struggling to look after", "cannot look after", "can't look after", "cannot care for", "can't care for",
    "no longer able to care",
)  # fmt: skip

RISK = (
    "overdose", "overdosed", "unconscious", "suicide", "suicidal", "kill herself", "kill himself", "kill them", "kill the",
    "stabbed", "strangled", "knife", "weapon", "hit him", "hit her", "hitting him", "hitting her", "beaten", "injury",
    "injured", "bruise", "bruises", "bruising", "burn", "burnt", "burned", "fracture", "broken arm", "broken leg", "bleeding",
    "sexual", "raped", "abused", "injecting", "injected", "heroin", "drunk in charge", "left alone", "home alone", "not safe",
    "unsafe", "in danger", "ambulance", "999",
)  # fmt: skip

POSSIBLE_INJURY = (
    "injury", "injuries", "injured", "bruise", "bruises", "bruising", "bruised", "mark on", "marks on", "injection mark",
    "puncture", "needle mark", "burn", "burns", "scald", "fracture", "fractured", "bite mark", "black eye", "swelling",
    "cut to",
)  # fmt: skip

URGENT_AND_PREVENTABLE = (
    "dental extraction", "dental extractions", "tooth extraction", "teeth extracted", "teeth removed", "tooth removed",
    "teeth removing", "teeth taken out", "tooth taken out", "teeth out", "severe tooth decay", "severe dental decay",
    "rampant decay", "urgent extraction", "urgent extractions", "dental abscess", "tooth abscess", "infected bites",
    "infected eczema", "untreated infection", "severe nappy rash", "severe head lice", "untreated scabies", "malnutrition",
    "malnourished",
)  # fmt: skip

HEALTH_SERVICES = (
    "health", "hospital", "clinic", "doctor", "dentist", "dental", "orthodont", "optician", "immunis", "vaccin", "paediatric",
    "therap", "camhs", "nurse", "midwi", "audiolog", "hearing test", "eye test", "antenatal", "medical",
)  # fmt: skip
"""Parts of the names of health services; shorter ones stand by themselves."""
SHORT_HEALTH_SERVICES = ("gp", "scan", "surgery", "a&e")
