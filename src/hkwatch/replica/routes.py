# SPDX-License-Identifier: MIT
"""Which original host and path is answered by which imitation."""

from collections.abc import Callable
from typing import TypeAlias

from hkwatch.replica import (
    bench,
    documents,
    hkma_rthk,
    press,
    public,
    registers,
    sfc,
    sfc_archives,
    sites,
    venues_other,
    venues_usd,
)
from hkwatch.replica.answer import HTML, XML, Answer, Request, not_found
from hkwatch.replica.world import World

Handler: TypeAlias = Callable[[World, Request], Answer]
RAW_PREFIX = "/raw/"


class Router:
    """Finds the answer to a request. Recorded bytes come before imitations."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._recorded: dict[str, tuple[bytes, str]] = {}
        self._routes = self._table()

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts that are imitated."""
        return frozenset(self._routes)

    def record(self, target: str, body: bytes, content_type: str) -> None:
        """Answer requests to `target`, `host/path` with or without a query, with these bytes."""
        self._recorded[target] = (body, content_type)

    def answer(self, request: Request) -> Answer:
        """The proper answer, before any fault."""
        place = f"{request.host}{request.path}"
        recorded = self._recorded.get(f"{place}?{request.query}") or self._recorded.get(place)
        if recorded is None and RAW_PREFIX in request.path:
            recorded = self._recorded.get(request.path[request.path.index(RAW_PREFIX) :])
        if recorded is not None:
            return Answer(200, recorded[0], recorded[1])
        if bench.PREFIX in request.path:
            return bench.feed(request)
        for method, prefix, handler in self._routes.get(request.host, ()):
            if request.path.startswith(prefix):
                if request.method not in (method, "HEAD" if method == "GET" else method):
                    return Answer(405, b"", HTML, [("Allow", method)])
                return handler(self._world, request)
        if request.host == "www.sfc.hk" and not request.headers.get("user-agent", "").strip():
            return sfc.forbidden()
        return not_found()

    def _table(self) -> dict[str, tuple[tuple[str, str, Handler], ...]]:
        hkma = hkma_rthk.Hkma()
        api = "/edistributionWeb/api"
        feed = "/other-information/rss/rss_press-release.xml"
        # The names of the files follow no rule but this list.
        names = ("e_expressnews_efinance", "e_expressnews_elocal", "c_expressnews_cfinance", "c_expressnews_clocal")
        rthk = tuple(("GET", f"/rthk/news/rss/{name}.xml", hkma_rthk.rthk_feed) for name in names)
        pages = "/news-and-media/press-releases/"
        lists: dict[str, list[tuple[str, str, Handler]]] = {}
        for one in (*public.FEEDS, *press.OUTLETS):
            lists.setdefault(one.host, []).append(("GET", one.path, one.answer))
        binance = (("GET", "/api/v3/", venues_other.binance),)
        return {
            "www.sfc.hk": (
                ("GET", "/en/RSS-Feeds/Press-releases", sfc.press_feed),
                ("GET", "/TC/RSS-Feeds/Press-releases", sfc.press_feed),
                ("GET", "/en/RSS-Feeds/Circulars", sfc_archives.circulars_feed),
                ("GET", "/TC/RSS-Feeds/Circulars", sfc_archives.circulars_feed),
                ("GET", "/en/RSS-Feeds/Consultations-and-Conclusions", sfc_archives.consultations_feed),
                *(("GET", f"/{lang}{registers.LISTS_PATH}", registers.vatp) for lang in ("en", "TC")),
                ("GET", f"/en{registers.ALERTS_PATH}", registers.alerts),
            ),
            "apps.sfc.hk": (
                ("POST", f"{api}/news/search", sfc.search),
                ("GET", f"{api}/news/content", sfc.content),
                ("GET", f"{api}/news/notification", sfc.notification),
                ("GET", f"{api}/news/list-content", sfc.list_content),
                ("GET", f"{api}/news/openAppendix", documents.news_appendix),
                ("POST", f"{api}/circular/search", sfc_archives.circular_search),
                ("GET", f"{api}/circular/content", documents.circular_content),
                ("GET", f"{api}/circular/openFile", documents.circular_file),
                ("GET", f"{api}/circular/openAppendix", documents.circular_appendix),
                ("POST", f"{api}/consultation/search", sfc_archives.consultation_search),
                ("GET", "/edistributionWeb/gateway/", sfc.script_page),
                ("POST", f"{registers.PUBLIC_PATH}/searchByRaJson", registers.public_search),
                ("GET", f"{registers.PUBLIC_PATH}/searchByRa", registers.public_start),
            ),
            "www.hkma.gov.hk": (
                *(("GET", f"/{lang}{feed}", hkma.press_feed) for lang in ("eng", "chi", "gb_chi")),
                *(("GET", f"/{lang}{pages}", hkma_rthk.hkma_page) for lang in ("eng", "chi", "gb_chi")),
                ("GET", f"/eng{registers.ISSUERS_PATH}", registers.issuers),
                *lists.pop("www.hkma.gov.hk"),
                ("GET", "/media/", documents.hkma_document),
            ),
            "api.hkma.gov.hk": (("GET", "/public/press-releases", hkma_rthk.hkma_open_api),),
            "rthk.hk": tuple((method, prefix, self._rthk_moved) for method, prefix, _ in rthk),
            hkma_rthk.RTHK_MOVED_TO: rthk,
            "api.exchange.coinbase.com": (("GET", "/products/", venues_usd.coinbase),),
            "api.kraken.com": (("GET", "/0/public/", venues_usd.kraken),),
            "www.bitstamp.net": (("GET", "/api/v2/", venues_usd.bitstamp),),
            "api.gemini.com": (("GET", "/v", venues_usd.gemini),),
            "api-pub.bitfinex.com": (("GET", "/v2/", venues_usd.bitfinex),),
            "data-api.binance.vision": binance,
            "api.binance.com": binance,
            "www.okx.com": (("GET", "/api/v5/market/", venues_other.okx),),
            "api-pro.hashkey.com": (("GET", "/quote/v1/ticker/24hr", venues_other.hashkey),),
            "trade-hk.osl.com": (("GET", "/api/v4/instrument", venues_other.osl),),
            "api.exchange.bullish.com": (("GET", "/trading-api/v1/markets/", venues_other.bullish),),
            "api.coingecko.com": (("GET", "/api/v3/simple/price", venues_other.coingecko),),
            "mempool.space": (("GET", "/api/v1/prices", venues_other.mempool),),
            "api.frankfurter.dev": (("GET", "/v", venues_other.frankfurter),),
            "open.er-api.com": (("GET", "/v6/latest/USD", venues_other.er_api),),
            **sites.table(),
            **{host: tuple(routes) for host, routes in lists.items()},
        }

    def _rthk_moved(self, world: World, request: Request) -> Answer:
        del world
        # The original address, as the real host sends it; the client maps it like every other one.
        return Answer(301, b"", HTML, [("Location", f"https://{hkma_rthk.RTHK_MOVED_TO}{request.path}")])


def default_content_type(body: bytes) -> str:
    """The type to send for recorded bytes that come without one."""
    start = body.lstrip()[:1]
    if start in (b"{", b"["):
        return "application/json"
    return XML if start == b"<" else "application/octet-stream"
