"""The catalogue of standards and signals, and the page of each."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from holdfast.access.permissions import Permission
from holdfast.access.web import PageRequest, page
from holdfast.pages.explain import finding, rules, words
from holdfast.pages.values.forms import names_of
from holdfast.pages.values.history import kept
from holdfast.rules.signal import Signal
from holdfast.rules.standard import Standard
from holdfast.signals import SIGNALS
from holdfast.standards import STANDARDS


@dataclass(frozen=True)
class Group:
    """Rules that belong together."""

    title: str
    anchor: str
    rules: tuple[rules.Listed, ...]


@page(permission=Permission.READ_STANDARDS)
def home(request: PageRequest) -> HttpResponse:
    """Everything Holdfast watches for, by where in a case it applies."""
    asked = finding.Asked.read(request.GET)
    parts = asked.words.casefold().split()
    fits = [rule for rule in STANDARDS.values() if asked.fits_standard(rule)]
    worries = [signal for signal in SIGNALS.values() if asked.fits_signal(signal)]
    standards = _grouped({r.id: (rules.standard_in_list(r), r.stage) for r in fits}, words.STAGES, parts)
    signals = _grouped({s.id: (rules.signal_in_list(s), s.theme) for s in worries}, words.THEMES, parts)
    context = {
        "asked": asked,
        "stages": finding.stages(),
        "roles": finding.roles(),
        "sources": finding.sources(),
        "count": sum(len(group.rules) for group in (*standards, *signals)),
        "standards": standards,
        "signals": signals,
        "to_check": sum(rules.unchecked(rule) for rule in STANDARDS.values()),
        "total": len(STANDARDS),
    }
    return render(request, "explain/home.html", context)


@page(permission=Permission.READ_STANDARDS)
def standard(request: PageRequest, rule_id: str) -> HttpResponse:
    """One standard or one signal: what it asks, by when, who says so, and who is told."""
    back = reverse("standards:home")
    if rule_id in STANDARDS:
        return render(request, "explain/standard.html", {**_standard(STANDARDS[rule_id]), "back": back})
    if rule_id in SIGNALS:
        return render(request, "explain/signal.html", {**_signal(SIGNALS[rule_id]), "back": back})
    raise Http404("there is no such standard or signal")


def _grouped(listed: dict[str, tuple[rules.Listed, str]], titles: dict[str, str], parts: list[str]) -> list[Group]:
    groups: dict[str, list[rules.Listed]] = {key: [] for key in titles}
    for rule, key in listed.values():
        if all(part in rule.words for part in parts):
            groups.setdefault(key, []).append(rule)
    return [Group(words.known(titles, key), key.replace("_", "-"), tuple(found)) for key, found in groups.items() if found]


def _standard(rule: Standard) -> dict[str, object]:
    binding, binding_means = words.BINDING[rule.binding]
    role, role_says = rules.responsible(rule)
    return {
        "rule": rule,
        "stage": words.known(words.STAGES, rule.stage),
        "limit": words.limit_in_words(rule),
        "counted": words.counted_in_words(rule),
        "scope": words.SCOPE.get(rule.scope, ""),
        "binding": binding,
        "binding_means": binding_means,
        "role": role,
        "role_says": role_says,
        "met_by": rules.met_by(rule),
        "ladder": rules.ladder_of(rule),
        "sources": rules.sources_of(rule.sources),
        "confidence": words.known(words.CONFIDENCE, rule.confidence),
        "editions": rules.editions_of(rule),
        "check": rules.unchecked(rule),
        "choice": rule.choice,
        "spread_here": rule.limit.in_words(),
        "kept": kept(rule.id),
        "settable": bool(names_of(rule.id)),
    }


def _signal(signal: Signal) -> dict[str, object]:
    return {
        "signal": signal,
        "theme": words.known(words.THEMES, signal.theme),
        "severity": words.SEVERITY[signal.severity],
        "ladder": rules.ladder_of_signal(signal),
        "reads": rules.entries_read(signal),
        "numbers": rules.numbers_of(signal),
        "kept": kept(signal.id),
        "evidence": [words.known(words.EVIDENCE, code) for code in signal.evidence],
    }
