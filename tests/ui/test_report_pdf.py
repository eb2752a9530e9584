# SPDX-License-Identifier: MIT
"""The audit report on paper: what stands in it can be searched for and copied."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

from inbox_rows import two_days
from pypdf import PdfReader

from hkwatch.domain.audit import ItemAudit
from hkwatch.domain.journal import Head
from hkwatch.services.alert_audit import FiringLine
from hkwatch.services.auditing import AuditLine, AuditReport
from hkwatch.ui.export.report_pdf import ReportFonts, ReportPdf
from hkwatch.ui.theme import Fonts

AT = datetime(2026, 11, 25, 23, 16, 45, tzinfo=UTC)


def test_dates_references_and_the_hash_are_text(fonts: Fonts) -> None:
    row = replace(two_days()[0], ref="26PR97", title="A fine of HK$9 million")
    line = AuditLine(row, "https://www.sfc.hk/26PR97", ItemAudit(1, first_seen=AT, seen=AT), ())
    head = Head(183, bytes.fromhex("f1135315a1d3d83a39c988e90c4314b78bd4aa2b93a12f665fa2def416945a92"))
    target = BytesIO()
    assert ReportPdf(AuditReport("all", AT, head, (line,), {}), ReportFonts(fonts), "en").write(target) == 1
    said = " ".join(PdfReader(target).pages[0].extract_text().split())
    for part in ("26PR97", "HK$9 million", "26 Nov 2026", f"183:{head.hash.hex()}"):
        assert part in said


def test_price_alerts_follow_the_items(fonts: Fonts) -> None:
    audit = ItemAudit(1, published=AT, first_seen=AT, notified=AT, notified_how="popup")
    fired = FiringLine(7, "3", "high", "94000", "BTC below US$95,000", audit)
    report = AuditReport("all", AT, Head(1, bytes(32)), (), {}, tuple(replace(fired, firing=n) for n in range(60)))
    target = BytesIO()
    assert ReportPdf(report, ReportFonts(fonts), "en").write(target) > 1
    said = [" ".join(page.extract_text().split()) for page in PdfReader(target).pages]
    assert "Price alerts that fired: 60" in said[0]
    assert sum(page.count("BTC below US$95,000") for page in said) == 60
    assert all("Acknowledged" in page for page in said if "BTC below" in page)
