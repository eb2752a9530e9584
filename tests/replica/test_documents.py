# SPDX-License-Identifier: MIT
"""The documents that the replica serves, as a client gets them."""

from datetime import timedelta

from hkwatch.replica import Circular, FeedItem, Replica, World
from hkwatch.sources.pdf import read_pdf

from .client import Moment, get

API = "https://apps.sfc.hk/edistributionWeb/api"
PLACE = "https://www.hkma.gov.hk/media/eng/doc/20250214e1.pdf"


def test_a_circular_gives_html_or_null_and_its_pdf_says_the_same(
    replica: Replica, world: World, moment: Moment
) -> None:
    bodies = {"en": ("Keep records (all of them).",), "tc": ("保存所有紀錄。",)}
    titles = {"en": "On records", "tc": "有關紀錄的通函"}
    hour = timedelta(hours=1)
    world.publish(Circular("25EC8", titles, moment.at - hour, bodies=bodies, is_pdf_only=True, appendices=("Form",)))
    world.publish(Circular("25EC9", titles, moment.at - hour, bodies=bodies))
    only = get(replica, f"{API}/circular/content?refNo=25EC8&lang=EN").json
    assert (only["html"], only["appendixDocList"]) == (None, [{"caption": "Form", "refNo": 0}])
    assert get(replica, f"{API}/circular/content?refNo=25EC9&lang=TC").json["html"] == "<p>保存所有紀錄。</p>"
    file = get(replica, f"{API}/circular/openFile?lang=TC&refNo=25EC8")
    assert file.headers["content-type"] == "application/pdf"
    assert read_pdf(file.body).text == "有關紀錄的通函保存所有紀錄。"
    assert "Form" in read_pdf(get(replica, f"{API}/circular/openAppendix?lang=EN&refNo=25EC8&appendix=0").body).text
    for missing in (
        "content?refNo=25EC7&lang=EN",
        "content?refNo=25EC8",
        "openAppendix?refNo=25EC8&lang=EN&appendix=5",
    ):
        gone = get(replica, f"{API}/circular/{missing}")
        assert (gone.status, gone.body) == (404, b"")


def test_the_hkma_serves_the_documents_its_lists_link_to_and_no_others(
    replica: Replica, world: World, moment: Moment
) -> None:
    at = moment.at - timedelta(hours=1)
    world.publish(
        FeedItem("hkma-circulars", 1, "a", "On deposits (PDF File, 98.7 KB)", "1. One.\n\n2. Two.", at, link=PLACE)
    )
    assert read_pdf(get(replica, PLACE).body).text.split("\n\n") == ["On deposits", "1. One.", "2. Two."]
    assert get(replica, PLACE.replace("e1", "e2")).status == 404
