# SPDX-License-Identifier: MIT
"""Documents that the publishers serve: the SFC's circulars with their PDFs, appendices, and the HKMA's PDF circulars.

An unknown number gets a 404 with an empty body, as from the real interface. A circular without HTML says null.
"""

from html import escape as escape_html

from hkwatch.replica.answer import Answer, Request, json_answer, not_found
from hkwatch.replica.pdf import write_pdf
from hkwatch.replica.sfc import naive_time
from hkwatch.replica.world import Circular, World

PDF = "application/pdf"
_LISTS = ("hkma-circulars", "hkma-consultations", "hkma-guidelines")


def circular_content(world: World, request: Request) -> Answer:
    """`GET /edistributionWeb/api/circular/content?refNo&lang`: one circular, its text null where only a PDF holds it."""
    found = _circular(world, request)
    if found is None:
        return Answer(404, b"", "")
    item, lang = found
    html = "\r\n".join(f"<p>{escape_html(text, quote=False)}</p>" for text in item.paragraphs(lang))
    return json_answer(
        {
            "refNo": item.ref,
            "lang": lang.upper(),
            "title": item.titles[lang],
            "html": None if item.is_pdf_only else html,
            "emailBody": None,
            "deptCode": "INT",
            "releasedDate": naive_time(item.issued_at),
            "appendixDocList": [
                {"caption": caption, "refNo": number} for number, caption in enumerate(item.appendices)
            ],
        }
    )


def circular_file(world: World, request: Request) -> Answer:
    """`GET /edistributionWeb/api/circular/openFile?lang&refNo`: the signed circular."""
    found = _circular(world, request)
    if found is None:
        return Answer(404, b"", "")
    item, lang = found
    return _pdf(request, (item.titles[lang], *item.paragraphs(lang)))


def circular_appendix(world: World, request: Request) -> Answer:
    """`GET /edistributionWeb/api/circular/openAppendix?lang&refNo&appendix`, counted from 0."""
    found = _circular(world, request)
    return _appendix(request, found[0].appendices if found is not None else ())


def news_appendix(world: World, request: Request) -> Answer:
    """`GET /edistributionWeb/api/news/openAppendix?lang&refNo&appendix`, counted from 0."""
    release = world.official_by_ref(request.args.get("refNo", ""), request.at)
    return _appendix(request, release.appendices if release is not None else ())


def hkma_document(world: World, request: Request) -> Answer:
    """A PDF under `/media/` on www.hkma.gov.hk that one of the HKMA's lists links to."""
    link = f"https://{request.host}{request.path}"
    for name in _LISTS:
        for item in world.feed(name, request.at):
            if item.link == link:
                title = item.title.partition(" (PDF")[0]
                text = item.text or f"{title}. Authorized institutions should read this with care."
                return _pdf(request, (title, *text.split("\n\n")))
    return not_found()


def _circular(world: World, request: Request) -> tuple[Circular, str] | None:
    ref, lang = request.args.get("refNo", ""), request.args.get("lang", "").lower()
    found = next((item for item in world.circulars(request.at) if item.ref == ref), None)
    return (found, lang) if found is not None and lang in found.titles else None


def _appendix(request: Request, captions: tuple[str, ...]) -> Answer:
    number = request.number("appendix", 0, 0, 999)
    return _pdf(request, (captions[number],)) if number < len(captions) else Answer(404, b"", "")


def _pdf(request: Request, paragraphs: tuple[str, ...]) -> Answer:
    name = request.args.get("refNo") or request.path.rpartition("/")[2].removesuffix(".pdf")
    return Answer(200, write_pdf(paragraphs), PDF, [("Content-Disposition", f'inline; filename="{name}.pdf"')])
