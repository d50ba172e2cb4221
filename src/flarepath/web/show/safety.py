"""The danger lines, the cards under them, and all answers, as their pages show them; no rule of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from flarepath.body import REGIONS
from flarepath.diary import Diary, Entry
from flarepath.quantities import Side
from flarepath.safety import FACTS, PAGES, QUESTIONS, Gate, Line, OpenQuestion, Page, Question, SafetyFinding
from flarepath.web.replies import Asked
from flarepath.web.show.words import day, place

Document = dict[str, Any]

FIRST = ("danger", "mind")
"""The kinds of page that come before everything; the rest is the health check."""

CHILD = "e15"
"""The question of the short screen below 18."""

URGENCIES = ("emergency", "same_day", "days", "next_visit")
HOW_SOON = {
    "emergency": gettext_lazy("Now"),
    "same_day": gettext_lazy("Today"),
    "days": gettext_lazy("Within a week"),
    "next_visit": gettext_lazy("At your next visit"),
}
"""How soon somebody should look, by tier."""

WORDS = {
    "yes": gettext_lazy("Yes"),
    "no": gettext_lazy("No"),
    "unsure": gettext_lazy("Not sure"),
}
ADVISED = {
    "wait": gettext_lazy("wait"),
    "treatment": gettext_lazy("treatment goes on"),
}


def open_pages(gate: Gate) -> list[str]:
    """The pages that hold an open question, in the order in which they are asked.

    Args:
        gate: what the gate says.
    """
    found = {QUESTIONS[each.id].page for each in gate.open if not _is_for_children(each.id, gate)}
    found = found or {QUESTIONS[each.id].page for each in gate.open}
    rest = any(PAGES[name].kind not in FIRST for name in found)
    facts = any(FACTS[name].value == "yes" for name in gate.unknown_facts if name in FACTS)
    return [name for name in PAGES if name in found or (PAGES[name].kind == "facts" and rest and facts)]


def _is_for_children(name: str, gate: Gate) -> bool:
    """A question for children: who pressed "I am 18 or over" says no to it with any other page, and never reads it."""
    return name == CHILD and not gate.minor


def walked(gate: Gate) -> list[str]:
    """The pages that can apply to this person, in their order; that for parents only below 18.

    Args:
        gate: what the gate says.
    """
    asked = {QUESTIONS[each.id].page for each in gate.findings if each.answer != "not_applicable"}
    return [
        name
        for name, page in PAGES.items()
        if (name in asked or page.kind == "facts") and (page.kind != "parent" or gate.minor)
    ]


def lights(gate: Gate, name: str) -> list[str]:
    """The progress of a flow, a word for each of its pages: done, now, or nothing.

    Args:
        gate: what the gate says.
        name: the page that is shown.
    """
    first = PAGES[name].kind in FIRST
    pages = [each for each in walked(gate) if gate.full_ever or (PAGES[each].kind in FIRST) == first]
    if first and not gate.full_ever:
        pages = ["", *pages]
    now = pages.index(name) if name in pages else 0
    return ["done" if at < now else "now" if at == now else "" for at in range(len(pages))]


def before(gate: Gate, name: str) -> str:
    """The page before this one; empty where it is the first of its flow.

    Args:
        gate: what the gate says.
        name: the page that is shown.
    """
    pages = walked(gate)
    at = pages.index(name) if name in pages else 0
    earlier = pages[at - 1] if at else ""
    return (
        earlier if earlier and (gate.full_ever or PAGES[name].kind in FIRST or PAGES[earlier].kind not in FIRST) else ""
    )


def after(gate: Gate, name: str) -> str:
    """The page after this one; empty where it is the last.

    Args:
        gate: what the gate says.
        name: the page that is shown.
    """
    pages = walked(gate)
    return pages[pages.index(name) + 1] if name in pages and name != pages[-1] else ""


def page(gate: Gate, name: str, diary: Diary, *, again: bool = False) -> Document:
    """One page of lines: those that are open, those that were tapped with their card, and what to send.

    Args:
        gate: what the gate says.
        name: the page's key.
        diary: where the tapped lines are kept.
        again: whether every line is asked, also what counts still.
    """
    found = [each for each in gate.findings if QUESTIONS[each.id].page == name and each.answer != "not_applicable"]
    opened = {each.id: [other for other in gate.open if other.id == each.id] for each in found}
    said = [each for each in found if _stands(each)]
    asked = {each.id: opened[each.id] for each in found if each not in said and _is_asked(each, opened[each.id], again)}
    shown = PAGES[name]
    if shown.kind not in FIRST:
        # The health check is about the whole person, so that its no speaks for every place.
        asked = {key: [OpenQuestion(key, reason=each.reason) for each in opened[key]] for key in asked}
    groups = _groups(shown, list(asked), said, diary)
    silent = _silent(gate, asked, mind=shown.kind == "mind")
    return _page(shown, asked | silent, said, diary) | {"groups": groups}


def _silent(gate: Gate, asked: Mapping[str, list[OpenQuestion]], *, mind: bool) -> dict[str, list[OpenQuestion]]:
    """What a page with one button for all answers without a line of its own."""
    opened = [each for each in gate.open if _is_for_children(each.id, gate) and each.id not in asked]
    return {CHILD: opened} if opened and asked and not mind else {}


def _page(shown: Page, asked: Mapping[str, list[OpenQuestion]], said: list[SafetyFinding], diary: Diary) -> Document:
    opened = [each for name in asked for each in asked[name]]
    return {
        "id": shown.id,
        "kind": shown.kind,
        "title": shown.title,
        "lead": shown.lead,
        "none": shown.none,
        "reasons": reasons(opened, diary),
        "places": list(dict.fromkeys(place(each.region, each.side) for each in opened if each.region)),
        "asked": " ".join(dict.fromkeys(_tokens(asked))),
        "meant": [QUESTIONS[name] for name in asked if QUESTIONS[name].gloss and QUESTIONS[name].page == shown.id],
        "cards": [card(each, diary) for each in said],
    }


def flare_page(gate: Gate, diary: Diary, where: tuple[str, Side], *, again: bool = False) -> Document | None:
    """The danger lines that are open for the place of a flare-up, then those about the person; None where none is.

    Args:
        gate: what the gate says.
        diary: where the tapped lines are kept.
        where: the place, region and side.
        again: whether the short screen is asked, also where it counts still.
    """
    asked: dict[str, list[OpenQuestion]] = {}
    for each in (each for each in unasked(gate) if _is_for(each, where)):
        asked.setdefault(each.id, []).append(each)
    if again:
        there = {
            each.id: [OpenQuestion(each.id, *_place_for(each.id, where))] for each in gate.findings if _is_short(each)
        }
        asked = there | asked
    part = _first_part({key: each for key, each in asked.items() if not _is_for_children(key, gate)})
    if not part:
        return None
    said = [each for each in gate.findings if _stands(each) and QUESTIONS[each.id].starred]
    mind = all(PAGES[QUESTIONS[name].page].kind == "mind" for name in part)
    shown = _page(PAGES["mind" if mind else "danger"], part | _silent(gate, part, mind=mind), said, diary)
    return shown | {"groups": [{"title": "", "items": _items(part, said, diary)}]}


def _first_part(asked: Mapping[str, list[OpenQuestion]]) -> dict[str, list[OpenQuestion]]:
    """The danger lines, else those for this part of the body, else the page about the person: one page at a time."""
    mind = {name for name in asked if PAGES[QUESTIONS[name].page].kind == "mind"}
    short = {name for name in asked if QUESTIONS[name].starred} - mind
    chosen = short or set(asked) - mind or mind
    return {name: opened for name, opened in asked.items() if name in chosen}


def unasked(gate: Gate) -> list[OpenQuestion]:
    """The open questions that cannot wait for the health check: the short screen, and what news has opened.

    Args:
        gate: what the gate says.
    """
    return [each for each in gate.open if each.reason or QUESTIONS[each.id].starred or each.id == CHILD]


def _is_for(opened: OpenQuestion, where: tuple[str, Side]) -> bool:
    region, side = where
    same_side = "" in (side, opened.side) or opened.side == side
    return not region or not opened.region or (opened.region == region and same_side)


def _is_short(finding: SafetyFinding) -> bool:
    return QUESTIONS[finding.id].starred and finding.answer != "not_applicable" and not _stands(finding)


def _place_for(name: str, where: tuple[str, Side]) -> tuple[str, Side]:
    return ("", "") if QUESTIONS[name].whole_body else where


def reasons(opened: Iterable[OpenQuestion], diary: Diary) -> list[str]:
    """Why questions are asked again, each reason once; what was never answered needs none.

    Args:
        opened: the open questions.
        diary: where the answers are kept.
    """
    answered = {each.what for each in diary.of("answer")}
    return list(dict.fromkeys(each.reason for each in opened if each.reason and each.id in answered))


def _stands(finding: SafetyFinding) -> bool:
    return finding.tier is not None and finding.answer in ("yes", "unsure") and not finding.blocks


def _is_asked(finding: SafetyFinding, opened: list[OpenQuestion], again: bool) -> bool:  # noqa: FBT001 - a third word
    """What is open, and with it what never blocks and was not answered lately."""
    return again or bool(opened) or (not QUESTIONS[finding.id].blocks and finding.answer == "missing")


def _tokens(asked: Mapping[str, list[OpenQuestion]]) -> list[str]:
    return [
        each.token
        for name, opened in asked.items()
        for each in [Asked(QUESTIONS[name], one.region, one.side) for one in opened] or [Asked(QUESTIONS[name])]
    ]


def _groups(shown: Page, asked: list[str], said: list[SafetyFinding], diary: Diary) -> list[Document]:
    groups = []
    for group in shown.groups:
        told = [each for each in said if QUESTIONS[each.id].group == group.id]
        items = _items([name for name in asked if QUESTIONS[name].group == group.id], told, diary)
        if items:
            groups.append({"title": group.title, "items": items})
    return groups


def _items(asked: Iterable[str], said: Iterable[SafetyFinding], diary: Diary) -> list[Document]:
    """The lines and the cards of what was tapped, each where it always stands."""
    told = {each.id: {"card": card(each, diary)} for each in said}
    items: list[Document] = []
    for name in sorted({*asked, *told}, key=list(QUESTIONS).index):
        items += [told[name]] if name in told else [_line(QUESTIONS[name], line) for line in QUESTIONS[name].lines]
    return items


def _line(question: Question, line: Line) -> Document:
    return {"name": f"{question.id}.{line.id}", "id": question.id, "text": line.text, "more": line.more}


def cards(gate: Gate, diary: Diary) -> list[Document]:
    """What to do for each answer that asks for something, the most urgent first.

    Args:
        gate: what the gate says.
        diary: where the tapped lines and the visits are kept.
    """
    standing = [each for each in gate.findings if each.tier and each.do]
    return [card(each, diary) for each in sorted(standing, key=lambda each: URGENCIES.index(each.tier or "next_visit"))]


def card(finding: SafetyFinding, diary: Diary) -> Document:
    """One answer that asks for something: how soon, the sentence to say, what to do, and what was said at a visit.

    Args:
        finding: the answer.
        diary: where the tapped lines and the visits are kept.
    """
    question = QUESTIONS[finding.id]
    answered = finding.answer in ("yes", "unsure")
    return {
        "id": finding.id,
        "by_diary": answered and not _row_of(finding, diary),
        "tier": finding.tier or "",
        "soon": HOW_SOON[finding.tier] if finding.tier else "",
        "lines": tapped(finding, diary) if answered else [],
        "say": "; ".join(tapped(finding, diary)) if answered else "",
        "do": finding.do,
        "word": WORDS.get(finding.answer, ""),
        "where": place(finding.region, finding.side) if finding.region else "",
        "at": f"{finding.region}.{finding.side}" if finding.region else "",
        "day": day(finding.answered_at.isoformat()) if finding.answered_at else "",
        "answered": answered,
        "visits": _visits(finding, diary) if answered else [],
        "area": question.page,
    }


def tapped(finding: SafetyFinding, diary: Diary) -> list[str]:
    """The lines that were tapped for an answer; the whole question where the answer keeps none.

    Args:
        finding: the answer.
        diary: where it is kept.
    """
    question, row = QUESTIONS[finding.id], _row_of(finding, diary)
    kept = row.text("lines").split("+") if row else []
    return [line.text for line in question.lines if line.id in kept] or [question.text]


def _row_of(finding: SafetyFinding, diary: Diary) -> Entry | None:
    """The newest answer that a finding rests on; None where the diary itself says so and nobody answered."""
    rows = (each for each in diary.of("answer") if each.what == finding.id and each.word.lower() == finding.answer)
    same = [each for each in rows if (each.where, each.side) == (finding.region, finding.side)]
    return same[-1] if same else None


def _visits(finding: SafetyFinding, diary: Diary) -> list[Document]:
    """Visits that did not settle it: what was said, and when."""
    since = finding.answered_at
    rows = [each for each in diary.of("event") if each.what == "seen_by_professional" and since and each.time >= since]
    about = [each for each in rows if each.text("question") in ("", finding.id) and each.text("said") in ADVISED]
    return [{"day": day(each.time.isoformat()), "said": ADVISED[each.text("said")]} for each in about[-1:]]


def all_answers(gate: Gate, diary: Diary) -> list[Document]:
    """Every question that can apply, page by page, with its newest answer for each place, its day, and its lines.

    Args:
        gate: what the gate says.
        diary: where the answers are kept.
    """
    newest: dict[str, dict[tuple[str, str], Entry]] = {}
    for entry in diary.of("answer"):
        newest.setdefault(entry.what, {})[entry.where, entry.side] = entry
    asked = [each.id for each in gate.findings if each.answer != "not_applicable" or each.id in newest]
    ordered = sorted(asked, key=lambda name: (list(PAGES).index(QUESTIONS[name].page), list(QUESTIONS).index(name)))
    pages = groupby(ordered, key=lambda name: QUESTIONS[name].page)
    return [
        {"page": PAGES[key], "rows": [_row(name, newest.get(name, {}), gate) for name in names]} for key, names in pages
    ]


def _row(name: str, said: Mapping[tuple[str, str], Entry], gate: Gate) -> Document:
    question = QUESTIONS[name]
    is_open = any(each.id == name for each in gate.open)
    told = [
        {
            "word": WORDS.get(entry.word, _("cannot be read")),
            "where": place(region, side) if region else "",
            "at": f"{region}.{side}" if region else "",
            "day": day(entry.time.isoformat()),
        }
        for (region, side), entry in said.items()
    ]
    return {"id": name, "text": [line.text for line in question.lines], "told": told, "open": is_open}


def regions() -> Sequence[tuple[str, str]]:
    """Every place that can hurt, id and name."""
    return [(each.id, each.name) for each in REGIONS.values()]
