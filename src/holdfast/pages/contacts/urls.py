"""Reporting a concern, following it, and deciding about it. A concern that is being told lives under ``new/``, by the id that
its entry will have; one that was sent, by that id."""

from django.urls import path

from holdfast.pages.contacts.views import contact_decision, contact_facts, referrer_thread, report_steps

app_name = "contacts"
prefix = "report-a-concern/"

# Ids and never a name: an address is kept in a browser's history and in every log between here and there.
urlpatterns = [
    path("", report_steps.start, name="start"),
    path("new/<uuid:concern_id>/", report_steps.resume, name="resume"),
    path("new/<uuid:concern_id>/children/", report_steps.ChildrenStep.as_view(), name="children"),
    path("new/<uuid:concern_id>/safety/", report_steps.SafetyStep.as_view(), name="safety"),
    path("new/<uuid:concern_id>/what-happened/", report_steps.HappenedStep.as_view(), name="happened"),
    path("new/<uuid:concern_id>/check/", report_steps.check, name="check"),
    path("new/<uuid:concern_id>/throw-away/", report_steps.throw_away, name="throw_away"),
    path("mine/", referrer_thread.mine, name="mine"),
    path("<uuid:contact_id>/", contact_decision.DecideContact.as_view(), name="one"),
    path("<uuid:contact_id>/reply/", contact_decision.ReplyToReferrer.as_view(), name="reply"),
    path("<uuid:contact_id>/who-told-us/", contact_facts.ConfirmSender.as_view(), name="sender"),
    path("<uuid:contact_id>/which-child/", contact_facts.NameChild.as_view(), name="which_child"),
    path("<uuid:contact_id>/sent/", referrer_thread.sent, name="sent"),
    path("<uuid:contact_id>/tell/", contact_decision.InformReferrer.as_view(), name="tell"),
    path("<uuid:contact_id>/disagreements/<uuid:disagreement_id>/", contact_decision.AnswerDisagreement.as_view(), name="answer"),
    path("<uuid:contact_id>/mine/", referrer_thread.followed, name="followed"),
    path("<uuid:contact_id>/more/", referrer_thread.AddInformation.as_view(), name="more"),
    path("<uuid:contact_id>/disagree/", referrer_thread.RaiseDisagreement.as_view(), name="disagree"),
]
