# SPDX-License-Identifier: MIT
"""What kind of document an item is, from who publishes it, in which source, under which title.

A regulator's own title forms are stable for years («New speech by …», «… reprimands and fines …»), so they are code and
not editable rules. Media are always media: an article about a circular is not a circular.
"""

import re
from collections.abc import Sequence

from hkwatch.domain.catalogue import Role
from hkwatch.domain.flags import FlagInput
from hkwatch.domain.item import DocType

# Parts of a source id; in order, the first that fits decides.
_BY_SOURCE: Sequence[tuple[str, DocType]] = (
    ("alert-list", DocType.ALERT_LIST),
    ("blacklist", DocType.ALERT_LIST),
    ("speech", DocType.SPEECH),
    ("circular", DocType.CIRCULAR),
    ("guideline", DocType.CIRCULAR),
    ("register", DocType.LICENCE),
)


_Form = tuple["re.Pattern[str]", "re.Pattern[str]", DocType]


def _form(kind: DocType, english: str, chinese: Sequence[str]) -> _Form:
    """Titles of one kind: whole English words, or one of the Chinese ones in either script.

    The first pattern is for titles in small ASCII letters, in which no Chinese needs to be looked for.
    """
    words = rf"\b(?:{english})\b"
    return re.compile(words), re.compile(rf"{words}|{'|'.join(chinese)}", re.IGNORECASE), kind


# In order, the first that fits decides: conclusions are also about a consultation.
_BY_TITLE = (
    _form(
        DocType.SPEECH,
        "new (?:speech|synopsis|keynote|presentation|article) by|(?:speech|remarks|keynote) (?:by|at)",
        ("演[說説说講讲辭辞詞词]", "致[辭辞詞词]"),
    ),
    _form(
        DocType.CONCLUSION,
        "consultation (?:conclusions?|summary)|conclu(?:des|sions?) .*consultations?",
        ("[諮咨谘][詢询]的?[總总][結结]",),
    ),
    _form(DocType.CONSULTATION, "consults?|consultations?|consulting", ("[諮咨谘][詢询](?![小委])",)),
    _form(DocType.CIRCULAR, "circulars?|code of practice|supervisory policy manual", ("通函", "通告")),
    _form(
        DocType.ENFORCEMENT,
        r"reprimands?|reprimanded|fines?|fined|bans?|banned|suspends?|suspended|prohibits?|restriction notices?"
        r"|prosecut\w+|convict\w+|disqualif\w+|sentenced|jailed|fr(?:eez|oz)\w+|injunctions?|insider (?:dealing|trading)"
        r"|market (?:misconduct|manipulation)|charged with|courts?|tribunals?|raids?|arrest\w*|joint operations?|disciplin\w+",
        (
            "[譴谴][責责]",
            "[罰罚]款",
            "重投[業业]界",
            "[暫暂][時时]吊[銷销]",
            "限制通知",
            "[檢检]控",
            "定罪|罪成",
            "取消[資资]格",
            "[凍冻][結结]",
            "[內内]幕交易",
            "市[場场]失[當当]",
            "法庭|裁定|判[處处囚]",
            "拘捕|搜查",
            "[聯联]合行[動动]",
            "[紀纪]律[行制處处]",
            "操[縱纵]",
        ),
    ),
    _form(
        DocType.ALERT_LIST,
        "scam alerts?|warns?|warnings?|beware|fraudulent|suspicious",
        ("警告", "提醒公[眾众]", "提防", "可疑", "[騙骗]", "[偽伪假]冒"),
    ),
    _form(
        DocType.LICENCE,
        "licen[cs]es? (?:granted|issued|to)|grants? .{0,30}licen[cs]es?|register of licensed .*",
        ("[發发]牌予", "批出.{0,12}牌照", "[獲获][發发]牌(?!的)"),
    ),
    _form(
        DocType.LAW,
        r"gazett\w+|bill|ordinance .*(?:takes? effect|commenc\w+|passed)|commencement",
        ("刊[憲宪]", "[條条]例草案", "生效"),
    ),
    _form(
        DocType.POLICY,
        "policy (?:statement|address)|roadmap|strategy|strategic priorities",
        ("政策宣言", "路[線线][圖图]", "策略"),
    ),
)


def doc_type(item: FlagInput) -> DocType:
    """The kind of document; MEDIA for media and for unknown publishers, PRESS when nothing else fits."""
    if item.publisher is None or item.publisher.role is Role.MEDIA:
        return DocType.MEDIA
    source = item.source_id.casefold()
    for part, kind in _BY_SOURCE:
        if part in source:
            return kind
    title = item.title
    if title.isascii():
        small = title.lower()
        for plain, _, kind in _BY_TITLE:
            if plain.search(small):
                return kind
    else:
        for _, pattern, kind in _BY_TITLE:
            if pattern.search(title):
                return kind
    return DocType.CONSULTATION if "consultation" in source else DocType.PRESS
