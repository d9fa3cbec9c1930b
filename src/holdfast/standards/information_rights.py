"""Information rights: what people may ask to see, and who is told when information goes astray."""

from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import FieldIs, Not, RefersTo
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Deadline, Once
from holdfast.rules.standard import Standard
from holdfast.rules.trigger import Each

INF_01 = Standard(
    id="INF-01",
    title="Subject access request answered",
    stage="information_rights",
    binding="statute",
    scope="per_person",
    limit=Deadline(
        1,
        "months",
        "day_of_trigger",
        # Three in all and not three more; and only where it was notified within the first month, which the limit itself looks at.
        extended=Once(on("subject_access_extended", where=(RefersTo("request"),)), 3, "months"),
    ),
    warn_before=Amount(10, "calendar_days"),
    trigger=Each(on("subject_access_requested")),
    met_by=(on("subject_access_answered", where=(RefersTo("request"),)),),
    outlives_childhood=True,
    after_death=True,
    started="Subject access request received",
    wanted="answer",
    responsible="data_protection_officer",
    ladder="L_INFO",
    sources=(
        Citation("UKGDPR", "art 12(3), art 15", "secondary"),
        Citation("ICO_SAR", "to the same day of the next month; on to the next working day where that is none", "read"),
    ),
    confidence="high",
    effective_from=date(2018, 5, 25),
    note=(
        "Received on 3 September, due on 3 October; on 31 January, due on the last day of February. Three months where "
        "more time was notified within the first. The Commissioner lets a day at a weekend or on a bank holiday run on "
        "to the next working day; here it does not move, so that nobody plans on it. Some social work information may "
        "be held back where giving it would cause serious harm (Data Protection Act 2018, schedule 3). The Data (Use "
        "and Access) Act 2025 lets the clock stop while somebody is asked what they mean (from knowledge; check)."
    ),
)

INF_02 = Standard(
    id="INF-02",
    title="More time for a complex or repeated subject access request notified",
    stage="information_rights",
    binding="statute",
    scope="per_person",
    limit=Deadline(1, "months", "day_of_trigger"),
    warn_before=Amount(10, "calendar_days"),
    trigger=Each(on("subject_access_requested", where=(FieldIs("complex", True),))),
    met_by=(on("subject_access_extended", where=(RefersTo("request"),)),),
    excused_by=(on("subject_access_answered", where=(RefersTo("request"),)),),
    outlives_childhood=True,
    after_death=True,
    started="Complex subject access request received",
    wanted="word that more time is needed",
    responsible="data_protection_officer",
    ladder="L_INFO",
    sources=(Citation("UKGDPR", "art 12(3): up to two months more, told within one month", "secondary"),),
    confidence="high",
    effective_from=date(2018, 5, 25),
    note=("Runs for a request marked as complex or as one of many; answering it within the month ends the need."),
)

INF_03 = Standard(
    id="INF-03",
    title="Personal data breach notified to the Information Commissioner",
    stage="information_rights",
    binding="statute",
    scope="per_breach",
    limit=Deadline(72, "hours", "moment_of_trigger"),
    warn_before=Amount(24, "hours"),
    # Unless risk was ruled out. Not recorded is not ruled out, and the hours run from when it was known.
    trigger=Each(on("data_breach_identified", where=(Not(FieldIs("risk", False)),))),
    met_by=(on("data_breach_notified", where=(RefersTo("breach"),)),),
    outlives_childhood=True,
    after_death=True,
    started="Personal data breach known",
    wanted="notification to the Information Commissioner",
    responsible="data_protection_officer",
    ladder="L_INFO",
    sources=(Citation("UKGDPR", "art 33(1)", "secondary"),),
    confidence="high",
    effective_from=date(2018, 5, 25),
    note=(
        "72 hours on end, weekends included, unless the breach is unlikely to put anybody at risk. A late notification "
        "carries its reasons. Where the risk is high, the people concerned are told too, without delay (article 34)."
    ),
)
