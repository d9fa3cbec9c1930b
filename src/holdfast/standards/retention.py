"""Keeping records: how long each must be kept, and that none is destroyed while somebody may need it."""

from dataclasses import replace
from datetime import date

from holdfast.kernel.citation import Citation
from holdfast.rules.conditions import AnyOf, Earlier, FieldIn, Mentions, Not, RefersTo, StillOpen
from holdfast.rules.event import on
from holdfast.rules.limit import Amount, Gate, LastsAtLeast
from holdfast.rules.standard import LocalVariant, Standard
from holdfast.rules.trigger import Each, Either

DISPOSED = on("record_disposed")
# By what starts being looked after and not by the state: once is enough for a lifetime of keeping, and the state would end.
LOOKED_AFTER = on(
    "stay_started",
    "arrangement_decided",
    "court_order_made",
    where=(
        AnyOf(
            (
                FieldIn("arrangement", ("section20", "reg24", "foster")),
                FieldIn("basis", ("section20", "regulation24")),
                Mentions("kind", ("care order",)),
            )
        ),
    ),
)
PROTECTION_CASE_CLOSED = on("case_closed", where=(FieldIn("kind", ("child_protection",)),))

RET_01 = Standard(
    id="RET-01",
    title="Looked-after child's case record kept",
    stage="retention",
    binding="statute",
    scope="per_child",
    limit=LastsAtLeast(75, "years_from_birth", broken_by=(DISPOSED,)),
    warn_before=Amount(12, "months"),
    # The first time only. Each later stay would start the same 75 years again.
    trigger=Each(replace(LOOKED_AFTER, where=(*LOOKED_AFTER.where, Not(Earlier(LOOKED_AFTER))))),
    outlives_childhood=True,
    started="Child was looked after",
    wanted="record kept until the 75th birthday",
    responsible="records_manager",
    ladder="L_INFO",
    sources=(
        Citation("CPPCR2010", "reg 50", "secondary"),
        Citation(
            "L_RETENTION", "Merton, Salford: to the 75th anniversary of the birth, or 15 years from a death before 18", "read"
        ),
    ),
    confidence="high",
    effective_from=date(2011, 4, 1),
    note=(
        "For a child who died before 18 the regulations ask for 15 years from the death; the record is kept to the 75th "
        "anniversary all the same, because keeping longer breaks nothing here and destroying cannot be undone."
    ),
)

RET_02 = Standard(
    id="RET-02",
    title="Child protection record kept (child never looked after)",
    stage="retention",
    binding="local_standard",
    scope="per_child",
    limit=LastsAtLeast(35, "years_from_last_contact", broken_by=(DISPOSED,)),
    warn_before=Amount(12, "months"),
    trigger=Either(
        (
            Each(replace(PROTECTION_CASE_CLOSED, where=(*PROTECTION_CASE_CLOSED.where, Not(Earlier(LOOKED_AFTER))))),
            # Each contact after the closing starts the years afresh, because the period found counts from the last contact.
            Each(on("contact_received", where=(Earlier(PROTECTION_CASE_CLOSED), Not(Earlier(LOOKED_AFTER))))),
        )
    ),
    # Being looked after later puts the record under RET-01, which is longer.
    excused_by=(LOOKED_AFTER,),
    outlives_childhood=True,
    after_death=True,
    started="Last contact after child protection",
    wanted="record kept 35 years from the last contact",
    responsible="records_manager",
    ladder="L_INFO",
    sources=(Citation("L_RETENTION", "Blackpool: 35 years from the last contact; no period in law", "read"),),
    confidence="medium",
    local_variants=(
        LocalVariant("Blackpool", "35 years from the last contact; 85 years from birth for schools' own records"),
        LocalVariant("commonly quoted", "25 years from birth; not found in any law"),
    ),
    check_before_release=True,
    note=(
        "No law says how long. Closing the case counts as the last contact, and a contact after it counts again. "
        "Brothers' and sisters' records are best kept to the latest day of any of them. The child abuse inquiry asked "
        "for 75 years for records about sexual abuse."
    ),
)

RET_03 = Standard(
    id="RET-03",
    title="Adoption record kept",
    stage="retention",
    binding="statute",
    scope="per_child",
    limit=LastsAtLeast(100, "years_from_order", broken_by=(DISPOSED,)),
    warn_before=Amount(12, "months"),
    trigger=Each(on("court_order_made", where=(Mentions("kind", ("adoption order",)),))),
    outlives_childhood=True,
    started="Adoption order made",
    wanted="record kept 100 years from the order",
    responsible="records_manager",
    ladder="L_INFO",
    sources=(
        Citation("DAI2005", "reg 6: 100 years from the order", "secondary"),
        Citation("L_RETENTION", "Salford; Devon", "read"),
    ),
    confidence="high",
    effective_from=date(2005, 12, 30),
)

RET_04 = Standard(
    id="RET-04",
    title="Approved foster carer's record kept (relatives and friends under regulation 24 included)",
    stage="retention",
    binding="statute",
    scope="per_carer",
    limit=LastsAtLeast(10, "years", broken_by=(DISPOSED,)),
    warn_before=Amount(12, "months"),
    trigger=Each(on("carer_approval_ended")),
    outlives_childhood=True,
    after_death=True,
    started="Foster carer's approval ended",
    wanted="record kept 10 years",
    responsible="records_manager",
    ladder="L_INFO",
    sources=(Citation("FSR2011", "reg 32", "secondary"),),
    confidence="high",
    effective_from=date(2011, 4, 1),
    local_variants=(LocalVariant("not approved, or withdrew", "3 years"),),
)

RET_05 = Standard(
    id="RET-05",
    title="Record of an allegation kept (substantiated or unsubstantiated)",
    stage="retention",
    binding="local_standard",
    scope="per_allegation",
    # Of the person it was about, whose birth date stands in the closing's own entry: they need not be anybody on the record.
    limit=LastsAtLeast(100, "years_from_birth_of_subject", broken_by=(DISPOSED,)),
    trigger=Each(on("allegation_closed", where=(FieldIn("outcome", ("substantiated", "unsubstantiated")),))),
    outlives_childhood=True,
    after_death=True,
    started="Allegation closed",
    wanted="record kept 100 years from the birth of the person it was about",
    responsible="records_manager",
    ladder="L_INFO",
    sources=(Citation("L_RETENTION", "Devon", "read"),),
    confidence="medium",
    local_variants=(
        LocalVariant("Devon, unfounded or malicious", "10 years from closing"),
        LocalVariant("a school's staff file", "to pension age, or 10 years where that is longer"),
    ),
)

RET_06 = Standard(
    id="RET-06",
    title="Child in need record kept",
    stage="retention",
    binding="local_standard",
    scope="per_child",
    limit=LastsAtLeast(21, "years_from_birth", broken_by=(DISPOSED,)),
    trigger=Each(on("case_closed", where=(FieldIn("kind", ("child_in_need",)),))),
    outlives_childhood=True,
    after_death=True,
    started="Child in need case closed",
    wanted="record kept until the 21st birthday",
    responsible="records_manager",
    ladder="L_INFO",
    sources=(Citation("L_RETENTION", "Devon: until 18 and three years more", "read"),),
    confidence="medium",
)

RET_07 = Standard(
    id="RET-07",
    title="Legal hold: nothing destroyed while an inquiry, a review, a claim, the police or a court may need it",
    stage="retention",
    binding="statute",
    scope="per_record",
    # Each hold is released by itself, so an open one forbids it however many others have ended.
    limit=Gate((Not(StillOpen(on("legal_hold_set"), on("legal_hold_released", where=(RefersTo("hold"),)))),)),
    trigger=Each(DISPOSED),
    after_death=True,
    started="Record destroyed",
    wanted="no legal hold open",
    responsible="records_manager",
    ladder="L_INFO",
    sources=(
        Citation("L_RETENTION", "holds of the child abuse inquiry ended after 20 January 2023; other inquiries' remain", "read"),
    ),
    confidence="medium",
    note=(
        "A hold about nobody in particular is on every record. Each hold is released by itself. To destroy what an inquiry or a "
        "court needs is an offence (Inquiries Act 2005 s35, and contempt of court); the Act itself was not read, a council's "
        "table was."
    ),
)
