"""Who may open what: the table. A page that is not in it fails a test, and so does a row that the code does not keep to.

``WHO_MAY`` says for each permission which of the cast hold it about Ava (or about the concern the school reported about
her). ``PAGES`` says which permission each page asks for.
"""

from holdfast.access.permissions import Permission as P
from tests.access.cast import CAST, EVERYONE

WORKERS = frozenset(CAST)
SOCIAL_CARE = frozenset(
    {
        "lead",
        "cover",
        "brothers_lead",
        "given_the_concern",
        "social_worker_elsewhere",
        "former_lead",
        "duty",
        "manager",
        "manager_elsewhere",
        "service_manager",
        "director",
        "chair",
        "chair_elsewhere",
    }
)
HEALTH_VISITORS = frozenset({"health_visitor", "health_visitors_colleague", "health_visitor_elsewhere"})
TIED_TO_AVA = frozenset(
    {
        "lead",
        "cover",
        "brothers_lead",
        "given_the_concern",
        "duty",
        "manager",
        "service_manager",
        "director",
        "chair",
        "emergency",
        "health_visitor",
        "health_visitors_colleague",
        "gp",
        "police",
    }
)
SOCIAL_WORKERS_OF_AVA = TIED_TO_AVA - {"health_visitor", "health_visitors_colleague", "gp", "police"}
MANAGERS_OF_AVA = frozenset({"manager", "service_manager", "director"})
CHAIRS = frozenset({"chair", "chair_elsewhere"})
MANAGERS = frozenset({"manager", "manager_elsewhere", "service_manager", "director"})
FRONT_DOOR = frozenset({"duty", "emergency", "given_the_concern", *MANAGERS})

WHO_MAY: dict[P, frozenset[str]] = {
    P.PUBLIC: EVERYONE,
    P.SIGNED_IN: EVERYONE,
    P.SEE_TODAY: SOCIAL_CARE - CHAIRS,
    P.SEE_FOR_YOU: WORKERS,
    P.SEE_TEAM: MANAGERS,
    P.ARRANGE_COVER: (MANAGERS - {"director"}) | {"business_support"},
    P.SEE_ROTA: (SOCIAL_CARE - {"chair", "chair_elsewhere"}) | {"emergency", "business_support"},
    P.KEEP_ROTA: MANAGERS - {"director"},
    P.REPORT_CONCERN: WORKERS,
    P.SEE_OWN_CONCERNS: WORKERS,
    P.SEE_OWN_CONCERN: frozenset(
        {"school_that_reported", "same_school", "duty", "manager", "manager_elsewhere", "service_manager"}
    ),
    P.READ_CONCERN: FRONT_DOOR | {"lead", "cover"},
    P.DECIDE_CONCERN: (FRONT_DOOR - {"director", "given_the_concern"}),
    P.FIND_CHILD: SOCIAL_CARE | HEALTH_VISITORS | {"emergency"},
    P.SEE_CHILD: TIED_TO_AVA,
    P.SEE_FAMILY: TIED_TO_AVA,
    P.SEE_PERSON: TIED_TO_AVA,
    P.STATE_FACT: TIED_TO_AVA,
    P.OPEN_TONIGHT: (SOCIAL_CARE - CHAIRS) | {"emergency"},
    P.SEE_TONIGHT: TIED_TO_AVA,
    P.RECORD_SOMETHING: SOCIAL_CARE | HEALTH_VISITORS | {"emergency"},
    P.RECORD: TIED_TO_AVA,
    P.RECORD_SOCIAL_WORK: SOCIAL_WORKERS_OF_AVA,
    P.RECORD_LEGAL: SOCIAL_WORKERS_OF_AVA,
    P.RECORD_HEALTH: SOCIAL_WORKERS_OF_AVA | {"health_visitor", "health_visitors_colleague", "gp"},
    P.RECORD_SCHOOLING: SOCIAL_WORKERS_OF_AVA,
    P.RECORD_PROTECTION: SOCIAL_WORKERS_OF_AVA | {"police"},
    P.CHAIR_PLAN: MANAGERS_OF_AVA | {"chair"},
    P.ALLOCATE_WORKER: MANAGERS_OF_AVA,
    P.DECIDE_CASE: MANAGERS_OF_AVA,
    P.PUT_RIGHT: MANAGERS_OF_AVA | {"lead", "cover"},
    P.RECORD_LEARNING: frozenset({"service_manager", "director"}),
    P.KEEP_RECORDS: frozenset({"service_manager", "director"}),
    P.READ_ALERT: TIED_TO_AVA,
    # Of no alert in particular: whoever manages her worker. Of one alert also whoever it was put to (test_for_you and others).
    P.ANSWER_ALERT: frozenset({"manager", "service_manager", "director"}),
    P.READ_MESSAGE: FRONT_DOOR | {"lead", "cover", "school_that_reported"},
    P.READ_LEGAL_ADVICE: SOCIAL_CARE | {"emergency"},
    P.READ_IN_CONFIDENCE: SOCIAL_CARE | {"emergency"},
    P.READ_ROTA_GAP: frozenset({"manager", "manager_elsewhere", "service_manager"}),
    P.READ_INCIDENT: frozenset({"service_manager", "director", "administrator"}),
    P.SEE_LOOKS: frozenset({"lead", "cover", "manager", "service_manager", "director"}),
    P.READ_STANDARDS: WORKERS | {"administrator"},
    P.SET_STANDARDS: frozenset({"service_manager", "director", "administrator"}),
    P.ADMINISTER: frozenset({"administrator"}),
}

PAGES: dict[str, P] = {
    "holdfast.pages.account.views.home": P.SIGNED_IN,
    "holdfast.pages.account.views.first_page": P.SIGNED_IN,
    "holdfast.pages.account.views.still_here": P.SIGNED_IN,
    "holdfast.pages.child.views.child_page": P.SEE_CHILD,
    "holdfast.pages.contacts.views.contact_decision.AnswerDisagreement": P.DECIDE_CONCERN,
    "holdfast.pages.contacts.views.contact_decision.DecideContact": P.READ_CONCERN,
    "holdfast.pages.contacts.views.contact_decision.ReplyToReferrer": P.READ_CONCERN,
    "holdfast.pages.contacts.views.contact_decision.InformReferrer": P.READ_CONCERN,
    "holdfast.pages.contacts.views.contact_facts.ConfirmSender": P.READ_CONCERN,
    "holdfast.pages.contacts.views.contact_facts.NameChild": P.READ_CONCERN,
    "holdfast.pages.contacts.views.referrer_thread.AddInformation": P.SEE_OWN_CONCERN,
    "holdfast.pages.contacts.views.referrer_thread.RaiseDisagreement": P.SEE_OWN_CONCERN,
    "holdfast.pages.contacts.views.referrer_thread.followed": P.SEE_OWN_CONCERN,
    "holdfast.pages.contacts.views.referrer_thread.mine": P.SEE_OWN_CONCERNS,
    "holdfast.pages.contacts.views.referrer_thread.sent": P.SEE_OWN_CONCERN,
    "holdfast.pages.contacts.views.report_steps.ChildrenStep": P.REPORT_CONCERN,
    "holdfast.pages.contacts.views.report_steps.HappenedStep": P.REPORT_CONCERN,
    "holdfast.pages.contacts.views.report_steps.SafetyStep": P.REPORT_CONCERN,
    "holdfast.pages.contacts.views.report_steps.check": P.REPORT_CONCERN,
    "holdfast.pages.contacts.views.report_steps.resume": P.REPORT_CONCERN,
    "holdfast.pages.contacts.views.report_steps.start": P.REPORT_CONCERN,
    "holdfast.pages.contacts.views.report_steps.throw_away": P.REPORT_CONCERN,
    "holdfast.pages.account.views.discard_draft": P.SIGNED_IN,
    "holdfast.pages.account.views.save_draft": P.SIGNED_IN,
    "holdfast.pages.standards.views.home": P.READ_STANDARDS,
    "holdfast.pages.standards.views.standard": P.READ_STANDARDS,
    "holdfast.pages.family.views.family_page": P.SEE_FAMILY,
    "holdfast.pages.people.views.person": P.SEE_PERSON,
    "holdfast.pages.people.views.StateFact": P.STATE_FACT,
    "holdfast.pages.people.views.CorrectFact": P.STATE_FACT,
    "holdfast.pages.people.views.TakeBackFact": P.STATE_FACT,
    "holdfast.pages.people.views.checked": P.STATE_FACT,
    "holdfast.pages.for_you.views.by_reference": P.SIGNED_IN,
    "holdfast.pages.for_you.views.children": P.SEE_FOR_YOU,
    "holdfast.pages.for_you.views.home": P.SEE_FOR_YOU,
    "holdfast.pages.for_you.views.referred": P.SIGNED_IN,
    "holdfast.pages.for_you.views.soon_due": P.READ_ALERT,
    "holdfast.pages.for_you.views.the_record": P.READ_INCIDENT,
    "holdfast.pages.rota.views.gap": P.READ_ROTA_GAP,
    "holdfast.pages.search.views.search": P.FIND_CHILD,
    "holdfast.pages.entries.views.entry_correction.Correct": P.SIGNED_IN,
    "holdfast.pages.entries.views.entry_withdrawal.Withdraw": P.SIGNED_IN,
    "holdfast.pages.entries.views.entry_page.entry": P.SIGNED_IN,
    "holdfast.pages.entries.views.entry_page.saved": P.SIGNED_IN,
    "holdfast.pages.entries.views.type_choice.for_child": P.RECORD,
    "holdfast.pages.entries.views.type_choice.home": P.RECORD_SOMETHING,
    "holdfast.pages.entries.views.new_entry.RecordForChild": P.RECORD,
    "holdfast.pages.entries.views.new_entry.RecordOrChoose": P.RECORD_SOMETHING,
    "holdfast.pages.sign_in.views.demo_sign_in": P.PUBLIC,
    "holdfast.pages.sign_in.views.out": P.PUBLIC,
    "holdfast.pages.sign_in.views.start": P.PUBLIC,
    "holdfast.pages.worklists.views.alert_answer.AlertAnswer": P.READ_ALERT,
    "holdfast.pages.worklists.views.message_reply.MessageReply": P.READ_MESSAGE,
    "holdfast.pages.worklists.views.absence_and_cover.RecordAbsence": P.ARRANGE_COVER,
    "holdfast.pages.worklists.views.absence_and_cover.back": P.ARRANGE_COVER,
    "holdfast.pages.worklists.views.absence_and_cover.cover": P.ARRANGE_COVER,
    "holdfast.pages.worklists.views.worklist.home": P.SEE_TODAY,
    "holdfast.pages.worklists.views.worklist.rule": P.SEE_TEAM,
    "holdfast.pages.worklists.views.worklist.team_list": P.SEE_TEAM,
    "holdfast.pages.worklists.views.worklist.worker": P.SEE_TEAM,
    "holdfast.pages.tonight.views.RecordNightWork": P.RECORD,
    "holdfast.pages.tonight.views.child": P.SEE_TONIGHT,
    "holdfast.pages.tonight.views.home": P.OPEN_TONIGHT,
    "holdfast.pages.local_values.views.SetLocalValue": P.SET_STANDARDS,
    "holdfast.pages.local_values.views.SetWorkingHours": P.SET_STANDARDS,
    "holdfast.pages.local_values.views.home": P.READ_STANDARDS,
    "holdfast.pages.rota.views.ChangeShift": P.KEEP_ROTA,
    "holdfast.pages.rota.views.SetShift": P.KEEP_ROTA,
    "holdfast.pages.rota.views.home": P.SEE_ROTA,
    "holdfast.pages.rota.views.take_off": P.KEEP_ROTA,
    "holdfast.pages.explanation.views.why": P.SEE_CHILD,
}

# Pages about something whose children are only known once it is read. Each asks may() itself and records its looks, and has
# a test of its own that it does.
DECIDED_INSIDE = frozenset(
    {
        "holdfast.pages.entries.views.entry_correction.Correct",
        "holdfast.pages.entries.views.entry_withdrawal.Withdraw",
        "holdfast.pages.entries.views.entry_page.entry",
        "holdfast.pages.entries.views.entry_page.saved",
        "holdfast.pages.for_you.views.referred",
    }
)

# allauth's own pages, by the names of their addresses: open to anyone, or only to somebody signed in (allauth sees to it,
# and a test sees that it does).
ALLAUTH: dict[str, P] = {
    **dict.fromkeys(
        (
            "account_login",
            "account_logout",
            "account_inactive",
            "account_signup",
            "account_confirm_email",
            "account_email_verification_sent",
            "account_reset_password",
            "account_reset_password_done",
            "account_reset_password_from_key",
            "account_reset_password_from_key_done",
            "account_confirm_login_code",
            "mfa_authenticate",
            "mfa_login_webauthn",
        ),
        P.PUBLIC,
    ),
    **dict.fromkeys(
        (
            "account_reauthenticate",
            "account_email",
            "account_change_password",
            "account_set_password",
            "mfa_index",
            "mfa_reauthenticate",
            "mfa_activate_totp",
            "mfa_deactivate_totp",
            "mfa_view_recovery_codes",
            "mfa_generate_recovery_codes",
            "mfa_download_recovery_codes",
            "mfa_list_webauthn",
            "mfa_add_webauthn",
            "mfa_reauthenticate_webauthn",
            "mfa_remove_webauthn",
            "mfa_edit_webauthn",
        ),
        P.SIGNED_IN,
    ),
}
