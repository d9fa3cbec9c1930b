"""Families that can hardly be as they are recorded. Each is a question: which date, or which tie, is the wrong one?"""

from holdfast.rules.conditions import RefersTo
from holdfast.rules.event import on
from holdfast.rules.shapes import BirthParents, BirthsApart, Happens, ParentAge, ParentDead
from holdfast.rules.signal import Signal
from holdfast.rules.trigger import Each

SIG_PARENT_AGE = Signal(
    id="SIG-PARENT-AGE",
    title="Parent of an age that can hardly be",
    theme="record",
    says=(
        "By the dates of birth recorded, a parent by birth was of primary school age or not born, or a mother past sixty; or a "
        "grandparent is younger than that for each generation between."
    ),
    severity="medium",
    tell=("lead_social_worker", "team_manager"),
    asks="Which date of birth, or which tie, is wrong is found out and put right; or it is said that it is so.",
    numbers={"youngest": 12, "oldest": 60},
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Only where every day that both dates allow makes it so; fathers may be of any age above.",
    pattern=lambda n: ParentAge(int(n["youngest"]), int(n["oldest"])),
    why=(
        "By the dates of birth on record, {who} was under {youngest} or over {oldest} at this birth. Is a date wrong, or are "
        "they not the parent by birth?"
    ),
    # Whose parents these are may have grown up since: the children of theirs are looked for by the same tie.
    adults=True,
)

SIG_BIRTHS_APART = Signal(
    id="SIG-BIRTHS-APART",
    title="Two births that can hardly both be so",
    theme="record",
    says=(
        "Two people are recorded as twins and by their dates of birth were born more than four months apart; or one mother bore "
        "two children, who are no twins, more than a week and less than five months apart."
    ),
    severity="medium",
    tell=("lead_social_worker", "team_manager"),
    asks="Which date of birth, or which tie, is wrong is found out and put right; or it is said that it is so.",
    # The second of twins has been born months after the first. A child born of the next pregnancy lived at twenty-one weeks.
    numbers={"twin_days": 124, "days": 7, "weeks": 21},
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Only where every day that both dates allow makes it so; half-brothers and sisters by the father may be of one month.",
    pattern=lambda n: BirthsApart(int(n["twin_days"]), int(n["days"]), int(n["weeks"])),
    why=(
        "By the dates of birth on record, one mother bore {who} and this person less than {weeks} weeks apart. Is a date wrong, "
        "or are they twins, or not of one mother?"
    ),
    adults=True,
)

SIG_BIRTH_PARENTS = Signal(
    id="SIG-BIRTH-PARENTS",
    title="More than one mother or father by birth",
    theme="record",
    says="Two women are recorded as the mother who bore one child, or two men as the father.",
    severity="medium",
    tell=("lead_social_worker", "team_manager"),
    asks="Who the parents by birth are is found out; the others are recorded as what they are: adoptive, step or by law.",
    numbers={"most": 1},
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Adoptive parents, step-parents and carers are not parents by birth; two mothers by law answer it once, in words.",
    pattern=lambda n: BirthParents(int(n["most"])),
    why="{who} are each recorded as the same parent by birth. Which of them is, and what are the others?",
    adults=True,
)

SIG_BORN_AFTER_DEATH = Signal(
    id="SIG-BORN-AFTER-DEATH",
    title="Born after a parent's death",
    theme="record",
    says="A child was born after the mother's recorded death, or longer after the father's than a pregnancy lasts.",
    severity="medium",
    tell=("lead_social_worker", "team_manager"),
    asks="Which date, of the death or of the birth, or which tie is wrong is found out; or it is said that it is so.",
    numbers={"weeks": 44},
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="A child born on the day of the mother's death, or within 44 weeks of the father's, raises nothing.",
    pattern=lambda n: ParentDead(int(n["weeks"])),
    why="{who} is recorded to have died {when}, before this child can have been born. Which date, or which tie, is wrong?",
    adults=True,
    # The parent whom it is about has died: that is the question.
    after_death=True,
)

SIG_TWO_RECORDS = Signal(
    id="SIG-TWO-RECORDS",
    title="Two records may be one person",
    theme="record",
    says="Something that one person alone can have, such as an NHS number, is recorded for two.",
    severity="medium",
    tell=("lead_social_worker", "team_manager"),
    asks="Somebody who can find out decides whether they are one person; what is wrong in either record is put right there.",
    numbers={},
    review_paragraphs=(),
    evidence=("SYSTEM",),
    guard="Nobody is merged with anybody; a name alone raises nothing.",
    pattern=lambda n: Happens(
        Each(on("identity_question_raised")),
        ended_by=(on("identity_question_answered", where=(RefersTo("question"),)),),
    ),
    why=(
        "{own} and {other} have one {alike} on record, found {when}. Are they one person? If they are not, which record is wrong?"
    ),
    adults=True,
)
