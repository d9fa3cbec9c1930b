"""The catalogue of standards and signals, and the page of each."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages.local_values.forms import names_of
from holdfast.pages.local_values.presenters import value_history
from holdfast.pages.standards.presenters import filter_choices, rule_labels, rule_page
from holdfast.pages.standards.presenters.limit_sentence import counted_in_words, limit_in_words
from holdfast.pages.standards.queries import RuleFilter
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS


@dataclass(frozen=True)
class RuleGroup:
    """Rules that belong together."""

    title: str
    anchor: str
    rules: tuple[rule_page.ListedRule, ...]


@page(permission=Permission.READ_STANDARDS)
def home(request: PageRequest) -> HttpResponse:
    """Everything Holdfast watches for, by where in a case it applies."""
    asked = RuleFilter.read(request.GET)
    # Every word must be there, in any order: "visit ten" finds "ten working days … visit".
    parts = asked.words.casefold().split()
    fits = [rule for rule in STANDARDS.values() if asked.fits_standard(rule)]
    worries = [signal for signal in SIGNALS.values() if asked.fits_signal(signal)]
    standards = _grouped({r.id: (rule_page.standard_in_list(r), r.stage) for r in fits}, rule_labels.STAGES, parts)
    signals = _grouped({s.id: (rule_page.signal_in_list(s), s.theme) for s in worries}, rule_labels.THEMES, parts)
    context = {
        "asked": asked,
        "stages": filter_choices.stages(),
        "roles": filter_choices.roles(),
        "sources": filter_choices.sources(),
        "count": sum(len(group.rules) for group in (*standards, *signals)),
        "standards": standards,
        "signals": signals,
        "to_check": sum(rule_page.unchecked(rule) for rule in STANDARDS.values()),
        "total": len(STANDARDS),
    }
    return render(request, "standards/home.html", context)


@page(permission=Permission.READ_STANDARDS)
def standard(request: PageRequest, rule_id: str) -> HttpResponse:
    """One standard or one signal: what it asks, by when, who says so, and who is told."""
    back = reverse("standards:home")
    if rule_id in STANDARDS:
        return render(request, "standards/standard.html", {**_standard(STANDARDS[rule_id]), "back": back})
    if rule_id in SIGNALS:
        return render(request, "standards/signal.html", {**_signal(SIGNALS[rule_id]), "back": back})
    raise Http404("there is no such standard or signal")


def _grouped(listed: dict[str, tuple[rule_page.ListedRule, str]], titles: dict[str, str], parts: list[str]) -> list[RuleGroup]:
    # Begun with every title, so that groups stand in the order of a case and not in that of the rules' numbers.
    groups: dict[str, list[rule_page.ListedRule]] = {key: [] for key in titles}
    for rule, key in listed.values():
        if all(part in rule.words for part in parts):
            # A stage without a title yet goes last, under its code, and is not left out.
            groups.setdefault(key, []).append(rule)
    return [
        RuleGroup(rule_labels.known(titles, key), key.replace("_", "-"), tuple(found)) for key, found in groups.items() if found
    ]


def _standard(rule: Standard) -> dict[str, object]:
    binding, binding_means = rule_labels.BINDING[rule.binding]
    role, role_says = rule_page.responsible(rule)
    return {
        "rule": rule,
        "stage": rule_labels.known(rule_labels.STAGES, rule.stage),
        "limit": limit_in_words(rule),
        "counted": counted_in_words(rule),
        "scope": rule_labels.SCOPE.get(rule.scope, ""),
        "binding": binding,
        "binding_means": binding_means,
        "role": role,
        "role_says": role_says,
        "met_by": rule_page.met_by(rule),
        "ladder": rule_page.ladder_of(rule),
        "sources": rule_page.sources_of(rule.sources),
        "confidence": rule_labels.known(rule_labels.CONFIDENCE, rule.confidence),
        "editions": rule_page.editions_of(rule),
        "check": rule_page.unchecked(rule),
        "choice": rule.choice,
        "spread_here": rule.limit.in_words(),
        "kept": value_history(rule.id),
        "settable": bool(names_of(rule.id)),
    }


def _signal(signal: Signal) -> dict[str, object]:
    return {
        "signal": signal,
        "theme": rule_labels.known(rule_labels.THEMES, signal.theme),
        "severity": rule_labels.SEVERITY[signal.severity],
        "ladder": rule_page.ladder_of_signal(signal),
        "reads": rule_page.entries_read(signal),
        "numbers": rule_page.numbers_of(signal),
        "kept": value_history(signal.id),
        "evidence": [rule_labels.known(rule_labels.EVIDENCE, code) for code in signal.evidence],
    }
