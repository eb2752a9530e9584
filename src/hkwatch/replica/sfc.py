# SPDX-License-Identifier: MIT
"""The SFC: press release feeds in two languages, and the JSON API behind its news pages.

Forms kept on purpose: the feed is seven deep with empty descriptions and no validators; links lead to a
page that needs JavaScript; API times are Hong Kong time without an offset; `www.sfc.hk` refuses a client
without a name.
"""

import json
from datetime import datetime, timedelta
from html import escape as escape_html
from typing import Any

from hkwatch.replica.answer import HTML, XML, Answer, Request, json_answer
from hkwatch.replica.feeds import HONG_KONG, element, rss, rss_date
from hkwatch.replica.world import OfficialItem, World

FEED_DEPTH = 7
MAX_PAGE_SIZE = 1000
NO_STORE = ("Cache-Control", "no-cache, no-store")
_CHANNELS = {"en": "SFC Press releases", "tc": "證監會新聞稿"}
_CATEGORIES = ("corporate", "other", "enforcement")


def release_link(ref: str, lang: str) -> str:
    """The public address of a release; `lang` is EN, TC or SC."""
    return f"https://apps.sfc.hk/edistributionWeb/gateway/{lang}/news-and-announcements/news/doc?refNo={ref}"


def press_feed(world: World, request: Request) -> Answer:
    """`/en/RSS-Feeds/Press-releases` and `/TC/RSS-Feeds/Press-releases` on www.sfc.hk."""
    if not request.headers.get("user-agent", "").strip():
        return forbidden()
    lang = request.path.strip("/").partition("/")[0].lower()
    items: list[str] = []
    for release in world.official(request.at):
        text = release.text(lang, request.at)
        if text is None:
            continue
        items.append(
            element("guid", release.ref, ' isPermaLink="false"')
            + element("title", text.title.strip())
            + element("link", release_link(release.ref, lang.upper()))
            + "<description></description>"
            + element("pubDate", rss_date(release.issued_at))
        )
        if len(items) == FEED_DEPTH:
            break
    body = rss(_CHANNELS[lang], f"https://www.sfc.hk{request.path}", items)
    return Answer(200, body, XML, [NO_STORE])


def forbidden() -> Answer:
    """The page that www.sfc.hk gives to a client without a User-Agent."""
    page = "<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>"
    return Answer(403, f"{page}\r\n".encode(), "text/html")


def search(world: World, request: Request) -> Answer:
    """`POST /edistributionWeb/api/news/search`.

    Without `lang` it fails; without `pageSize` it finds nothing.
    """
    try:
        asked = json.loads(request.body or b"{}")
    except ValueError:
        return json_answer({"status": 400, "error": "Bad Request"}, 400)
    if not isinstance(asked, dict) or not asked.get("lang"):
        return json_answer({"status": 500, "error": "Internal Server Error", "path": request.path}, 500)
    lang = str(asked["lang"]).lower()
    size = min(whole(asked.get("pageSize")), MAX_PAGE_SIZE)
    if size == 0:
        return json_answer({"items": [], "total": 0})
    found = [release for release in world.official(request.at) if _matches(release, asked, lang, request.at)]
    order = asked.get("sort")
    if isinstance(order, dict) and str(order.get("order", "desc")).lower() == "asc":
        found.reverse()
    start = whole(asked.get("pageNo")) * size
    rows = [_row(release, lang, request.at) for release in found[start : start + size]]
    return json_answer({"items": rows, "total": len(found)})


def content(world: World, request: Request) -> Answer:
    """`GET /edistributionWeb/api/news/content?refNo&lang`: one release with its body."""
    lang = request.args.get("lang", "").lower()
    release = world.official_by_ref(request.args.get("refNo", ""), request.at)
    text = release.text(lang, request.at) if release is not None else None
    if release is None or text is None:
        return Answer(404, b"", "")
    return json_answer(
        {
            "newsRefNo": release.ref,
            "lang": lang.upper(),
            "title": text.title,
            "html": text.html,
            "issueDate": naive_time(release.issued_at),
            "modificationTime": _modification_time(release, request.at),
            "imageList": [],
            "appendixDocList": [
                {"fileKeySeq": None, "lang": None, "refNo": number, "caption": caption, "dateOnWeb": None}
                for number, caption in enumerate(release.appendices)
            ],
            "maskedFooterType": None,
        }
    )


def notification(world: World, request: Request) -> Answer:
    """`GET /edistributionWeb/api/news/notification?refNo`: both languages of a release in one answer."""
    release = world.official_by_ref(request.args.get("refNo", ""), request.at)
    if release is None:
        return Answer(404, b"", "")
    answer: dict[str, str | None] = {"newsRefNo": release.ref}
    for lang in ("en", "tc"):
        text = release.text(lang, request.at)
        answer[f"{lang}Title"] = text.title if text is not None else None
        answer[f"{lang}Html"] = text.html if text is not None else None
    return json_answer(answer)


def list_content(world: World, request: Request) -> Answer:
    """`GET /edistributionWeb/api/news/list-content?refNo&lang`.

    One release as a page that needs no JavaScript.
    """
    lang = request.args.get("lang", "EN").lower()
    release = world.official_by_ref(request.args.get("refNo", ""), request.at)
    text = release.text(lang, request.at) if release is not None else None
    if release is None or text is None:
        return Answer(404, b"", "")
    title = escape_html(text.title.strip())
    day = release.issued_at.astimezone(HONG_KONG).strftime("%d %b %Y")
    page = (
        f'<!DOCTYPE html>\r\n<html><head><meta charset="utf-8"><title>{title}</title></head>\r\n'
        f"<body><h2>{title}</h2>\r\n<p>{day}</p>\r\n{text.html}\r\n</body></html>\r\n"
    )
    return Answer(200, page.encode(), HTML)


def script_page(world: World, request: Request) -> Answer:
    """The public page of a release: without JavaScript it is an empty shell, whatever the reference."""
    del world, request
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>Securities and Futures Commission'
        '</title></head><body><noscript>Turn on JavaScript to read this page.</noscript><div id="root">'
        '</div><script src="/edistributionWeb/gateway/static/js/main.js"></script></body></html>'
    )
    return Answer(200, page.encode(), HTML)


def naive_time(instant: datetime) -> str:
    """Hong Kong time without an offset; a fraction only where there is one, its trailing zeros dropped."""
    local = instant.astimezone(HONG_KONG)
    text = local.strftime("%Y-%m-%dT%H:%M:%S")
    millis = local.microsecond // 1000
    return f"{text}.{millis:03d}".rstrip("0") if millis else text


def _modification_time(release: OfficialItem, now: datetime) -> str:
    if release.modified_at is not None and release.is_edited(now):
        return naive_time(release.modified_at.replace(microsecond=0))
    return naive_time(release.issued_at.replace(microsecond=0))


def _matches(release: OfficialItem, asked: dict[str, Any], lang: str, now: datetime) -> bool:
    category = str(asked.get("category", "all"))
    if category in _CATEGORIES and category != release.category:
        return False
    local = release.issued_at.astimezone(HONG_KONG)
    for name, value in (("year", local.year), ("month", local.month)):
        wanted = str(asked.get(name) or "all")
        if wanted.isdigit() and int(wanted) != value:
            return False
    return release.text(lang, now) is not None


def _row(release: OfficialItem, lang: str, now: datetime) -> dict[str, object]:
    text = release.text(lang, now)
    return {
        "newsRefNo": release.ref,
        "lang": lang.upper(),
        "title": text.title if text is not None else "",
        "newsExtLink": None,
        "newsType": release.news_type,
        "issueDate": naive_time(release.issued_at),
        "targetCeList": [{"ceName": name, "lang": lang.upper(), "masked": False} for name in release.targets],
        "creationTime": naive_time(release.issued_at.replace(microsecond=0) - timedelta(minutes=35)),
        "modificationTime": _modification_time(release, now),
    }


def whole(value: object) -> int:
    """A whole number ≥ 0 from JSON; 0 for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) and value > 0 else 0
