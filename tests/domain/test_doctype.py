# SPDX-License-Identifier: MIT
"""The kind of document from publisher, source and title form."""

import pytest

from hkwatch.domain.catalogue import Names, Publisher, Role
from hkwatch.domain.doctype import doc_type
from hkwatch.domain.flags import FlagInput
from hkwatch.domain.ids import PublisherId
from hkwatch.domain.item import DocType

NAMES = Names("SFC", "證監會", "香港证监会")
SFC = Publisher(PublisherId("sfc"), NAMES, NAMES, Role.REGULATOR, True)
RTHK = Publisher(PublisherId("rthk"), NAMES, NAMES, Role.MEDIA, True)


@pytest.mark.parametrize(
    ("title", "source", "kind"),
    [
        ("New speech by Kelvin Wong: Opening remarks", "sfc-press-en", DocType.SPEECH),
        ("黃天祐的新演說：開幕致辭", "sfc-press-tc", DocType.SPEECH),
        ("SFC reprimands and fines Example Digital Ltd $2 million", "sfc-press-en", DocType.ENFORCEMENT),
        ("證監會譴責範例數碼有限公司並處以罰款", "sfc-press-tc", DocType.ENFORCEMENT),
        ("SFC consults on custody of digital assets", "sfc-press-en", DocType.CONSULTATION),
        ("SFC concludes its consultation on custody", "sfc-press-en", DocType.CONCLUSION),
        ("证监会发表咨询总结", "sfc-press-sc", DocType.CONCLUSION),
        ("證監會召開諮詢小組會議", "sfc-press-tc", DocType.PRESS),
        ("Use of cloud storage", "sfc-circulars-en", DocType.CIRCULAR),
        ("Example Digital Ltd", "hong-kong-sfc-alert-list", DocType.ALERT_LIST),
        ("Beware of tokens that claim a link to licensed issuers", "hkma-press-en", DocType.ALERT_LIST),
        ("HKMA grants the first two licences for stablecoin issuers", "hkma-press-en", DocType.LICENCE),
        ("Gazettal of the new rules", "hkma-press-en", DocType.LAW),
        ("Policy Statement 2.0 on digital assets", "fstb-press-en", DocType.POLICY),
        ("Exchange Fund position at end of May", "hkma-press-en", DocType.PRESS),
        ("Attachment 3", "hkma-consultations", DocType.CONSULTATION),
    ],
)
def test_a_regulators_title_form_tells_the_kind(title: str, source: str, kind: DocType) -> None:
    assert doc_type(FlagInput(title, "", "en", SFC, source)) is kind


@pytest.mark.parametrize("publisher", [RTHK, None])
def test_media_and_unknown_publishers_are_always_media(publisher: Publisher | None) -> None:
    assert doc_type(FlagInput("SFC fines Example Digital Ltd", "", "en", publisher, "x")) is DocType.MEDIA
