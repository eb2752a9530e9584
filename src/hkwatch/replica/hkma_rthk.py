# SPDX-License-Identifier: MIT
"""The HKMA's press feed, pages and Open API, and RTHK's finance and local feeds.

The HKMA gives no guid, dates without a time and a year of items. RTHK gives no link but an address in the
guid, the whole text with CRLF, and moves its feeds to another host. Neither site's validators are known: a
feed that is a file on disk has them, so both have them here, and the SFC shows the other case.
"""

from datetime import datetime, timedelta
from html import escape as escape_html

from hkwatch.replica.answer import HTML, Answer, Request, json_answer, not_found
from hkwatch.replica.feeds import HONG_KONG, element, rss, rss_date, with_validators
from hkwatch.replica.world import HkmaItem, RthkItem, World

HKMA_FEED_SPAN = timedelta(days=365)
HKMA_PAGE = 100
RTHK_DEPTH = 20
RTHK_MOVED_TO = "rthk9.rthk.hk"
_HKMA_SECTIONS = {"en": "eng", "tc": "chi", "sc": "gb_chi"}
_HTML_LANGS = {"en": "en", "tc": "zh-Hant", "sc": "zh-Hans"}
_HKMA_NAMES = {"en": "Hong Kong Monetary Authority", "tc": "香港金融管理局", "sc": "香港金融管理局"}
_HKMA_TITLES = {"en": "HKMA Press Releases", "tc": "香港金融管理局新聞稿", "sc": "香港金融管理局新闻稿"}
_RTHK_TITLES = {
    ("en", "finance"): "RTHK - Finance News",
    ("tc", "finance"): "香港電台網站 : 財經新聞",
    ("en", "local"): "RTHK - Local News",
    ("tc", "local"): "香港電台網站 : 本地新聞",
}


def hkma_link(item: HkmaItem, lang: str) -> str:
    """The public address of a release; `lang` is en, tc or sc."""
    year, month = item.number[:4], item.number[4:6]
    section = _HKMA_SECTIONS[lang]
    return f"https://www.hkma.gov.hk/{section}/news-and-media/press-releases/{year}/{month}/{item.number}/"


class Hkma:
    """The HKMA's feeds, rendered again only when something new is out."""

    def __init__(self) -> None:
        self._rendered: dict[str, tuple[tuple[int, int], bytes]] = {}

    def press_feed(self, world: World, request: Request) -> Answer:
        """`/eng/other-information/rss/rss_press-release.xml` on www.hkma.gov.hk, and the same in Chinese."""
        section = request.path.strip("/").partition("/")[0]
        lang = next(name for name, folder in _HKMA_SECTIONS.items() if folder == section)
        items = world.hkma(request.at, request.at - HKMA_FEED_SPAN)
        state = (world.revision, hash(tuple(item.number for item in items)))
        known = self._rendered.get(lang)
        if known is None or known[0] != state:
            entries = [_hkma_entry(item, lang) for item in items if lang in item.titles]
            link = f"https://www.hkma.gov.hk{request.path}"
            known = self._rendered[lang] = (state, rss(_HKMA_TITLES[lang], link, entries))
        return with_validators(request, known[1], items[0].issued_at if items else None)


def hkma_page(world: World, request: Request) -> Answer:
    """The public page of a release, whose text no feed carries."""
    section, _, rest = request.path.strip("/").partition("/")
    number = rest.rpartition("/")[2]
    lang = next((name for name, folder in _HKMA_SECTIONS.items() if folder == section), "")
    item = next((item for item in world.hkma(request.at) if item.number == number), None)
    if item is None or lang not in item.titles:
        return not_found()
    title = escape_html(item.titles[lang])
    local = item.issued_at.astimezone(HONG_KONG)
    page = (
        f'<!DOCTYPE html>\n<html lang="{_HTML_LANGS[lang]}"><head><meta charset="utf-8"><title>{title}</title></head>\n<body>'
        '<header><nav><ul><li><a href="/">HKMA</a></li></ul></nav></header>\n'
        '<div class="breadcrumb"><a href="/">HKMA</a> / 1</div>\n<main><h1>' + title + "</h1>\n"
        f'<div class="press-release-date">{local:%d %b %Y}</div>\n<div class="template-content-area">'
        + "".join(f"<p>{escape_html(text)}</p>\n" for text in item.paragraphs(lang))
        + f"<p>{_HKMA_NAMES[lang]}<br>{local:%Y-%m-%d}</p></div></main>\n"
        '<footer><p>© HKMA</p></footer><script>var page = "press";</script></body></html>\n'
    )
    return Answer(200, page.encode(), HTML)


def _hkma_entry(item: HkmaItem, lang: str) -> str:
    return (
        element("title", item.titles[lang])
        + element("link", hkma_link(item, lang))
        + "<description></description>"
        + element("pubDate", rss_date(_midnight(item.issued_at)))
    )


def _midnight(instant: datetime) -> datetime:
    return instant.astimezone(HONG_KONG).replace(hour=0, minute=0, second=0, microsecond=0)


def hkma_open_api(world: World, request: Request) -> Answer:
    """`/public/press-releases?lang=en|tc|sc&offset=0` on api.hkma.gov.hk: a hundred a page, newest first."""
    lang = request.args.get("lang", "")
    if lang not in _HKMA_SECTIONS:
        header = {"success": False, "err_code": "0400", "err_msg": "Missing or invalid parameter: lang"}
        return json_answer({"header": header, "result": {"datasize": 0, "records": []}})
    items = [item for item in world.hkma(request.at) if lang in item.titles]
    start = request.number("offset", 0, 0, 1_000_000)
    size = request.number("pagesize", HKMA_PAGE, 1, HKMA_PAGE)
    records = [
        {
            "title": item.titles[lang],
            "link": hkma_link(item, lang),
            "date": item.issued_at.astimezone(HONG_KONG).strftime("%Y-%m-%d"),
        }
        for item in items[start : start + size]
    ]
    header = {"success": True, "err_code": "0000", "err_msg": "No error found"}
    return json_answer({"header": header, "result": {"datasize": len(records), "records": records}})


def rthk_feed(world: World, request: Request) -> Answer:
    """`e_expressnews_efinance.xml`, `c_expressnews_clocal.xml` and so on, on the host that the old one points to."""
    lang = "en" if "/e_expressnews" in request.path else "tc"
    desk = "local" if request.path.endswith("local.xml") else "finance"
    items = world.rthk(lang, request.at, desk)[:RTHK_DEPTH]
    section = "en/" if lang == "en" else "ch/"
    body = rss(
        _RTHK_TITLES[lang, desk],
        f"https://news.rthk.hk/rthk/{section}",
        (_rthk_entry(item, section) for item in items),
        extra=f"<language>{'en' if lang == 'en' else 'zh-hk'}</language><ttl>10</ttl>",
    )
    return with_validators(request, body, items[0].issued_at if items else None)


def _rthk_entry(item: RthkItem, section: str) -> str:
    day = item.issued_at.astimezone(HONG_KONG).strftime("%Y%m%d")
    text = item.text.replace("\r\n", "\n").replace("\n", "\r\n")
    return (
        element("title", item.title)
        + element("guid", f"https://news.rthk.hk/rthk/{section}component/k2/{item.number}-{day}.htm")
        + element("description", text)
        + element("pubDate", rss_date(item.issued_at))
    )
