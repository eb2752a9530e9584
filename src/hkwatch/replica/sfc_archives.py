# SPDX-License-Identifier: MIT
"""The SFC's circulars and consultations: two feeds of five items, and the two search interfaces behind its pages.

The consultations feed holds press releases under the numbers they have in the press feed. Links to circulars have many
paths. The interfaces fail without a language, find nothing without a page size, and give times without an offset.
"""

import json
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from hkwatch.replica.answer import XML, Answer, Request, json_answer
from hkwatch.replica.feeds import HONG_KONG, element, rss, rss_date
from hkwatch.replica.sfc import NO_STORE, forbidden, naive_time, release_link, whole
from hkwatch.replica.world import Circular, Consultation, World

FEED_DEPTH = 5
_ABOUT_CONSULTING = re.compile(r"\bconsult", re.IGNORECASE)
_CHANNELS = {
    ("en", "Circulars"): "SFC Circulars",
    ("tc", "Circulars"): "證監會通函",
    ("en", "Consultations-and-Conclusions"): "SFC Consultations and conclusions",
    ("tc", "Consultations-and-Conclusions"): "證監會諮詢文件及總結",
}


def circular_link(item: Circular, lang: str) -> str:
    """The public address of a circular; `lang` is EN, TC or SC."""
    return f"https://apps.sfc.hk/edistributionWeb/gateway/{lang}/{item.path}/doc?refNo={item.ref}"


def circulars_feed(world: World, request: Request) -> Answer:
    """`/en/RSS-Feeds/Circulars` and its Chinese sister on www.sfc.hk."""
    lang = _lang(request)
    rows = [
        (item.ref, item.titles[lang], circular_link(item, lang.upper()), item.issued_at)
        for item in world.circulars(request.at)
        if lang in item.titles
    ]
    return _feed(request, rows)


def consultations_feed(world: World, request: Request) -> Answer:
    """`/en/RSS-Feeds/Consultations-and-Conclusions` and its Chinese sister on www.sfc.hk."""
    lang = _lang(request)
    rows = []
    for release in world.official(request.at):
        english, text = release.text("en", request.at), release.text(lang, request.at)
        if text is not None and english is not None and _ABOUT_CONSULTING.search(english.title):
            rows.append((release.ref, text.title.strip(), release_link(release.ref, lang.upper()), release.issued_at))
    return _feed(request, rows)


def _lang(request: Request) -> str:
    return request.path.strip("/").partition("/")[0].lower()


def _feed(request: Request, rows: Sequence[tuple[str, str, str, datetime]]) -> Answer:
    if not request.headers.get("user-agent", "").strip():
        return forbidden()
    items = [
        element("guid", ref, ' isPermaLink="false"')
        + element("title", title)
        + element("link", link)
        + "<description></description>"
        + element("pubDate", rss_date(issued))
        for ref, title, link, issued in rows[:FEED_DEPTH]
    ]
    title = _CHANNELS[_lang(request), request.path.rpartition("/")[2]]
    return Answer(200, rss(title, f"https://www.sfc.hk{request.path}", items), XML, [NO_STORE])


def circular_search(world: World, request: Request) -> Answer:
    """`POST /edistributionWeb/api/circular/search`, one calendar year at a time."""
    asked, refusal = _question(request)
    if refusal is not None:
        return refusal
    lang, year = str(asked["lang"]).lower(), asked.get("year")
    found = [
        item
        for item in world.circulars(request.at)
        if lang in item.titles and (not isinstance(year, int) or item.issued_at.astimezone(HONG_KONG).year == year)
    ]
    return _page(asked, [_circular(item, lang) for item in found])


def _circular(item: Circular, lang: str) -> dict[str, object]:
    return {
        "refNo": item.ref,
        "lang": lang.upper(),
        "title": item.titles[lang],
        "releasedDate": naive_time(item.issued_at),
        "postDocType": str(item.kind),
        "appendixDocList": [{"caption": caption, "refNo": number} for number, caption in enumerate(item.appendices)],
        "publicUrl": None if item.path == "circular" else circular_link(item, lang.upper()),
    }


def consultation_search(world: World, request: Request) -> Answer:
    """`POST /edistributionWeb/api/consultation/search`."""
    asked, refusal = _question(request)
    if refusal is not None:
        return refusal
    lang = str(asked["lang"]).lower()
    rows = [_consultation(item, lang, request.at) for item in world.consultations(request.at) if lang in item.titles]
    return _page(asked, rows)


def _consultation(item: Consultation, lang: str, now: datetime) -> dict[str, object]:
    is_concluded = item.concluded_at is not None and item.concluded_at <= now
    words = {"en": "Consultation conclusions: ", "tc": "諮詢總結：", "sc": "咨询总结："}[lang]
    return {
        "cpRefNo": item.ref,
        "cpTitle": item.titles[lang],
        "cpIssueDate": naive_time(item.issued_at),
        "commentDeadline": _end_of(item.deadline),
        "commentActualDeadline": _end_of(item.closes_on(now)),
        "ccRefNo": item.conclusion_ref if is_concluded else None,
        "ccTitle": f"{words}{item.titles[lang]}" if is_concluded else None,
        "ccIssueDate": naive_time(item.concluded_at) if is_concluded and item.concluded_at else None,
        "archiveDate": "2099-12-31T00:00:00",
    }


def _end_of(day: date) -> str:
    return naive_time(datetime.combine(day, time(23, 59, 59), HONG_KONG))


def _question(request: Request) -> tuple[dict[str, Any], Answer | None]:
    try:
        asked = json.loads(request.body or b"{}")
    except ValueError:
        return {}, json_answer({"status": 400, "error": "Bad Request"}, 400)
    if not isinstance(asked, dict) or not asked.get("lang"):
        return {}, json_answer({"status": 500, "error": "Internal Server Error", "path": request.path}, 500)
    return asked, None


def _page(asked: dict[str, Any], rows: list[dict[str, object]]) -> Answer:
    size = whole(asked.get("pageSize"))
    if size == 0:
        return json_answer({"items": [], "total": 0})
    start = whole(asked.get("pageNo")) * size
    return json_answer({"items": rows[start : start + size], "total": len(rows)})
