"""The documents that the rules rest on, by the short code used in citations, and how much of each was read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """One document: its title, what kind of thing it is, and where it can be found."""

    title: str
    kind: str
    url: str = ""


# The address is where the passage was read and not always where it was published: what was seen is what can be vouched for. How
# well each passage was read is said at the citation and not here.
SOURCES: dict[str, Source] = {
    "CA1989": Source(
        "Children Act 1989", "Act", "https://legislation.gov.uk/id/ukpga/1989/41/section/46?timeline=false&view=plain"
    ),
    "CA2004": Source(
        "Children Act 2004 (as amended by Children and Social Work Act 2017 and CWSA 2026)",
        "Act",
        "https://www.legislation.gov.uk/ukpga/2004/31/section/16LC",
    ),
    "COPP2014": Source(
        "Court orders and pre-proceedings for local authorities (Department for Education, April 2014)",
        "statutory guidance",
    ),
    "DFJGUIDE": Source(
        "DFJ social work practice guide, chapter 1 pre-proceedings",
        "regional practice guide",
        "https://www.dfjsocialworkpracticeguide.org/chapter-1-pre-proceedings",
    ),
    "EESCIN": Source(
        "DfE Children in need statistics notes",
        "official statistics",
        "https://explore-education-statistics.service.gov.uk/data-catalogue/data-set/6be19822-a151-4cb5-aefc-4e4054e767c8",
    ),
    "FRG2022": Source(
        "Family Rights Group: Initial Family and Friends Care Assessment - a good practice guide (2017, revised 2022)",
        "practice guide",
        "https://frg.org.uk/policy-and-campaigns/kinship-care/kinship-assessment-guide-home/",
    ),
    "FRG_CG": Source(
        "Family Rights Group: core group meeting",
        "advice page",
        "https://frg.org.uk/get-help-and-advice/what/child-protection/core-group-meeting/",
    ),
    "GCP2": Source(
        "NSPCC Graded Care Profile 2",
        "licensed assessment tool",
        "https://www.medwayscp.org.uk/info/4/professionals/169/graded-care-profile-2",
    ),
    "GOVSIN": Source(
        "GOV.UK: Report a serious child safeguarding incident",
        "government guidance",
        "https://gov.uk/guidance/report-a-serious-child-safeguarding-incident",
    ),
    "L_BOLTON": Source(
        "Bolton: Statutory visits good practice guidance; Initial and review conferences",
        "local procedure",
        "https://boltoncs.trixonline.co.uk/chapter/statutory-visits-good-practice-guidance-for-children-subject-to-child-protection-plans",
    ),
    "L_BSCB47": Source(
        "bscb.procedures.org.uk (area not identified on the page): s47 enquiries procedure (Nov 2019)",
        "local procedure",
        "https://bscb.procedures.org.uk/ykqhx/assessing-need-and-providing-help/child-protection-section-47-enquiries-procedure",
    ),
    "L_BUCKS": Source("Buckinghamshire: core groups", "local procedure", "https://www.buckschildrensmapp.co.uk/core-groups"),
    "L_BWD": Source(
        "Blackburn with Darwen: CP plan, visits and core group; CP conferences",
        "local procedure (pan-Lancashire)",
        "http://blackburndarwenchildcare.proceduresonline.com/chapters/p_ch_protect_plan_core_gp.html",
    ),
    "L_CAMDEN": Source(
        "Camden: visits and engagement with families",
        "local procedure",
        "https://ascpractice.camden.gov.uk/children-practice-hub/child-protection/visits-and-engagement-with-families",
    ),
    "L_CENBEDS": Source(
        "Central Bedfordshire: Monitoring visits to children subject to a CP plan (March 2024)",
        "local procedure",
        "https://centralbedfordshirechildcare.proceduresonline.com/p_monitor_visits.html",
    ),
    "L_CLA": Source(
        "Child Law Advice: police powers of protection and emergency protection orders",
        "advice page",
        "https://childlawadvice.org.uk/information-pages/police-powers-of-protection-emergency-protection-orders",
    ),
    "L_DEVON_RR": Source(
        "Devon SCP: rapid review process flowchart",
        "local procedure",
        "https://www.devonscp.org.uk/training-and-resources/child-safeguarding-practice-reviews/rapid-review-process-flowchart/",
    ),
    "L_GM": Source(
        "Greater Manchester SCP: ICPC; pre-birth",
        "local procedure",
        "https://greatermanchesterscp.trixonline.co.uk/chapter/initial-child-protection-conferences",
    ),
    "L_HILLINGDON": Source(
        "Hillingdon: Regulation 24 placements (June 2024)",
        "local procedure",
        "https://hillingdoncs.trixonline.co.uk/chapter/immediate-placements-with-connected-persons-under-regulation-24-of-the-care-planning-placement-and-case-review-england-regulations-2010-and-their-approval-as-foster-carers",
    ),
    "L_KNOWSLEY": Source(
        "Knowsley: CP review process (June 2023); child first becomes looked after",
        "local procedure",
        "https://knowsleychildcare.proceduresonline.com/p_cp_business.htm",
    ),
    "L_LANCS_AMEND": Source(
        "Lancashire CSC manual amendments list (April-May 2017)",
        "local procedure (pan-Lancashire)",
        "http://lancashirecsc.proceduresonline.com/amendments.html",
    ),
    "L_LANCS_CIN": Source(
        "Lancashire: child in need plans and reviews (May 2018)",
        "local procedure (pan-Lancashire)",
        "http://lancashirecsc.proceduresonline.com/p_cin_plans_rev.html",
    ),
    "L_LINCS": Source(
        "Lincolnshire SCP: review conferences; pre-birth protocol; joint professional escalation and resolution protocol",
        "local procedure",
        "https://lincolnshirescb.proceduresonline.com/p_child_pro_rev_conf.html",
    ),
    "L_LIVERPOOL": Source(
        "Liverpool: Visits to children supported through a child protection plan",
        "local procedure",
        "https://liverpoolcs.trixonline.co.uk/chapter/visits-to-children-supported-through-a-child-protection-plan",
    ),
    "L_LIVSCP": Source(
        "Liverpool SCP: Child Protection Review Conferences",
        "local procedure",
        "https://liverpoolscp.trixonline.co.uk/chapter/child-protection-review-conferences",
    ),
    "L_NEWCASTLE": Source(
        "Newcastle: mandatory visits under child protection and child in need plans",
        "local procedure",
        "https://newcastlechildcare.proceduresonline.com/chapters/g_mand_visits_complex.html",
    ),
    "L_NYORKS": Source(
        "North Yorkshire SCP: managing a CP plan; conference documents and minutes",
        "local procedure",
        "http://www.safeguardingchildren.co.uk/managing-a-child-protection-plan",
    ),
    "L_OXON": Source(
        "Oxfordshire: single assessment protocol",
        "local procedure",
        "http://oxfordshirechildcare.proceduresonline.com/p_protocol_sing_assess.html",
    ),
    "L_PLO_SOL": Source(
        "Solicitors' descriptions of local pre-proceedings practice (Johnson Astills; Pearson)",
        "secondary",
        "https://www.johnsonastills.com/site/blog/ejablog/what-is-a-preproceedings-meeting-and-must-i-attend",
    ),
    "L_SEFTON": Source(
        "Sefton SCP: review conference; discontinuing a plan; pre-birth conference; CIN plans",
        "local procedure",
        "https://seftonscp.safeguardingpolicies.org.uk/lkytqz/child-protection-conferences/managing-individual-cases/child-protection-review-conference",
    ),
    "L_SLOUGH": Source(
        "Slough: referrals",
        "local procedure",
        "http://www.proceduresonline.com/Berks/slough/p_referrals.html",
    ),
    "L_SURREY": Source(
        "Surrey: contacts and referrals (April 2024); review conferences",
        "local procedure",
        "https://www.proceduresonline.com/surrey/cs/p_contacts_referral.html",
    ),
    "L_SUSSEX": Source(
        "Sussex: action on receipt of referrals; conference administration",
        "local procedure",
        "https://sussexchildprotection.procedures.org.uk/zkyppt/response-to-child-protection-referrals/action-on-receipt-of-referrals",
    ),
    "L_SWINDON": Source(
        "Swindon: lead social worker role; policy to reduce child protection plans of over two years",
        "local procedure",
        "https://swindonchildcare.proceduresonline.com/p_reduce_cpp.html",
    ),
    "L_TRAFFORD_COVID": Source(
        "Trafford: CSPR update 30 March 2020",
        "local note",
        "https://www.traffordsafeguardingpartnership.org.uk/About-us/News/2020/Child-Safeguarding-Practice-Reviews-update.aspx",
    ),
    "MISS2014": Source(
        "Statutory guidance on children who run away or go missing from home or care (Department for Education, January 2014)",
        "statutory guidance",
    ),
    "PANELFAQ": Source(
        "Child Safeguarding Practice Review Panel FAQs; Panel guidance for safeguarding partners (June 2025)",
        "national guidance",
        "https://childsafeguarding.independent-panel.uk/about/faqs/",
    ),
    "PFR2005": Source(
        "Children (Private Arrangements for Fostering) Regulations 2005, SI 2005/1533",
        "statutory instrument",
        "http://legislation.gov.uk/uksi/2005/1533/regulation/8/made",
    ),
    "PHW2015": Source(
        "Promoting the health and well-being of looked-after children (Departments for Education and of Health, March 2015)",
        "statutory guidance",
        "https://coventrychildcare.proceduresonline.com/p_healthcare_assmt.htm",
    ),
    "PLWG2021": Source(
        "Public Law Working Group: Best practice guidance on support for families before court proceedings (March 2021)",
        "national practice guidance",
        "https://goslide.my.id/president-of-the-family-division-s-public-law-working-group",
    ),
    "CPPCR2010": Source(
        "Care Planning, Placement and Case Review (England) Regulations 2010, SI 2010/959",
        "regulations",
        "https://www.legislation.gov.uk/uksi/2010/959/contents",
    ),
    "CWSA2026": Source(
        "Children's Wellbeing and Schools Act 2026 (2026 c. 21)",
        "Act",
        "https://www.legislation.gov.uk/ukpga/2026/21/section/3/enacted",
    ),
    "DAI2005": Source("Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005", "regulations"),
    "FSR2011": Source("Fostering Services (England) Regulations 2011", "regulations"),
    "ICO_SAR": Source(
        "Information Commissioner's guidance on time limits for subject access",
        "regulator guidance",
        "https://ico.org.uk/global/sar-checklist-for-smes/i-need-to-complete-a-sar",
    ),
    "KCSIE": Source(
        "Keeping children safe in education",
        "statutory guidance",
        "https://www.devon.gov.uk/support-schools-settings/safeguarding/guidance-policy-and-tools-2/safeguarding-one-minute-guides/safeguarding-no-6-transfer-of-cp-safeguarding-files",
    ),
    "L_BUCKS_AR": Source(
        "Buckinghamshire cabinet minute on the annual report",
        "local minute",
        "https://buckinghamshire.moderngov.co.uk/mgAi.aspx?ID=21205",
    ),
    "L_LADO": Source(
        "Designated officer pages: pro-actionherts (quotes WT2018), Luton, North Yorkshire",
        "local procedure",
        "https://pro-actionherts.org/safeguarding/membership-safeguarding-information/safeguarding-policy-in-hertfordshire/lado-local-authority-designated-officer",
    ),
    "L_PANLANCS_PR": Source(
        "Pan-Lancashire (CSAP) 12.3.5: problem resolution protocol for children subject of a CP plan",
        "local procedure (pan-Lancashire)",
        "https://panlancashirescb.proceduresonline.com/chapters/pr_problem_resolution.html",
    ),
    "L_PLCSAB": Source(
        "Pan-Lancashire and Cumbria adults: resolving professional disagreements",
        "local procedure (adults)",
        "http://plcsab.proceduresonline.com/chapters/p_res_pro_dis.html",
    ),
    "L_RETENTION": Source(
        "Retention tables: Merton, Salford, Devon, Blackpool",
        "local procedure",
        "https://salfordcs.trixonline.co.uk/chapter/childrens-services-retention-of-records",
    ),
    "OUTOFROUTINE": Source(
        "Out of routine: review of sudden unexpected death in infancy in families where children are at risk (Panel, July 2020)",
        "national review",
        "https://researchinpractice.org.uk/children/publications/2020/november/promoting-safe-sleeping-and-preventing-sudden-unexpected-death-in-infancy-strategic-briefing-2020",
    ),
    "SI2018_789": Source(
        "Child Safeguarding Practice Review and Relevant Agency (England) Regulations 2018, SI 2018/789",
        "regulations",
        "http://www.legislation.gov.uk/uksi/2018/789/made",
    ),
    "UKGDPR": Source("UK GDPR (Regulation (EU) 2016/679 as kept in UK law)", "regulation"),
    "VAPA2024": Source(
        "Victims and Prisoners Act 2024 (Operation Encompass duty) and Home Office statutory guidance November 2025",
        "Act and statutory guidance",
        "https://www.policypartnersproject.co.uk/operation-encompass",
    ),
    "REVIEW": Source("Child Safeguarding Practice Review, Overview Report: Ava, Lucas, Harper and Chloe", "LCSPR", ""),
    "SYSTEM": Source("Suggested system default (no external source)", "system default", ""),
    "WT2018": Source(
        "Working Together to Safeguard Children (July 2018)",
        "statutory guidance (s7 LASSA 1970; s16K Children Act 2004)",
        "https://docslib.org/doc/1465356/working-together-to-safeguard-children-2018",
    ),
}
