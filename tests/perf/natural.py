# SPDX-License-Identifier: MIT
"""Texts as they come in on an ordinary day: two thirds are about something else. Written for this; the firms are invented."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from hkwatch.domain.item import Entry

_ENGLISH = (
    (
        "SFC reprimands and fines Example Digital Ltd over client asset records",
        "The Securities and Futures Commission has reprimanded Example Digital Ltd and fined it $3.2 million "
        "for failing to keep client assets apart from its own between March 2023 and June 2024.",
    ),
    (
        "SFC warns of sample-coin.example.test",
        "The Securities and Futures Commission put the website on its alert list of suspicious virtual asset "
        "trading platforms. It claims to be licensed in Hong Kong and is not.",
    ),
    (
        "SFC concludes consultation on custody of virtual assets",
        "Most respondents supported the proposal that custodians of virtual assets hold a licence of their "
        "own. The new regime takes effect after legislation.",
    ),
    (
        "Sample Exchange granted licence as virtual asset trading platform",
        "The platform is the twelfth to be licensed in Hong Kong. It may serve retail investors from next month on.",
    ),
    (
        "HKMA issues circular on stablecoin issuers' reserve assets",
        "The Hong Kong Monetary Authority reminds licensed issuers to have reserves attested every month.",
    ),
    (
        "Bitcoin climbs above $97,000 as funds return",
        "The largest cryptocurrency gained 4% in Asian trading hours. Analysts pointed to inflows into spot "
        "exchange-traded funds.",
    ),
    (
        "Bitcoin could reach $150,000 next year, strategist says",
        "The forecast rests on demand from treasuries; others at the conference were less sure.",
    ),
    (
        "Bitcoin slips below $90,000 for the first time in a month",
        "",
    ),
    (
        "New speech by the chief executive on tokenised funds",
        "Keynote at a forum on asset management in Central: markets that never close need rules that hold at night.",
    ),
    (
        "Court freezes assets of two traders in SFC's insider dealing case",
        "The Court of First Instance granted an injunction over HK$41 million pending trial.",
    ),
    (
        "Example Custody applies for a Type 7 licence",
        "The firm wants to offer automated trading services to professional investors in Hong Kong.",
    ),
    (
        "US regulator drops appeal against crypto lender",
        "The agency in Washington and the lender filed a joint statement on Monday.",
    ),
    (
        "Kowloon bus routes diverted for marathon on Sunday",
        "Eleven routes leave out Nathan Road between 5 am and 1 pm. Passengers should look at the notices at stops.",
    ),
    (
        "Rainfall in November the lowest in eight years",
        "The Observatory recorded 11 mm, a third of what is normal. Reservoirs stand at 78% of capacity.",
    ),
    (
        "Hang Seng closes 0.6% lower; property stocks weigh",
        "Turnover fell to HK$182 billion. Developers lost most after figures on new mortgages.",
    ),
    (
        "Airline adds daily flight to Fukuoka from March",
        "The carrier expects demand to pass the level of 2019 by summer.",
    ),
    (
        "Two injured as minibus hits railing in Tsuen Wan",
        "Police are looking for witnesses. The driver, 61, was not hurt.",
    ),
    (
        "Swimmers bring home four medals from Asian meet",
        "The relay team set a record of the city in the last race of the evening.",
    ),
    (
        "Government to sell two residential sites in the quarter",
        "The plots in Tung Chung and Kai Tak can hold about 1,150 flats, the Development Bureau said.",
    ),
    (
        "Museum opens exhibition of ink landscapes",
        "Some ninety scrolls, many on loan for the first time, are shown until May.",
    ),
    (
        "Chipmaker lifts full-year forecast on data centre orders",
        "Shares rose 7% after hours. The company expects revenue of $41 billion.",
    ),
    (
        "Central bank of Norway keeps rate at 4%",
        "The committee was unanimous. Inflation is falling more slowly than expected.",
    ),
    (
        "Ferry operator asks for 9% higher fares",
        "The Transport Department will study the application and consult district councils.",
    ),
    (
        "Typhoon season ends with fewer signals than usual",
        "",
    ),
    (
        "Ether rallies 6% after network upgrade",
        "Fees on the chain fell by half. Other tokens were little changed.",
    ),
    (
        "Bank to close three branches in the New Territories",
        "Customers can use counters in post offices; a spokesman said nobody will be dismissed.",
    ),
    (
        "Researchers find coral growing back off Sai Kung",
        "A survey of forty places counted more young colonies than at any time since 2011.",
    ),
    (
        "Oil edges up as pipeline stays shut",
        "Brent settled at $71.20 a barrel. Traders await a meeting of producers on Thursday.",
    ),
    (
        "Opinion: what the city's libraries could learn from Taipei",
        "Longer hours, fewer rules and better coffee: none of it is expensive.",
    ),
    (
        "Film festival announces opening night",
        "A drama about a family of boat builders was chosen from 1,300 entries.",
    ),
    (
        "Retail sales up 1.9% in October",
        "Jewellery and watches did best, department stores worst, the Census and Statistics Department said.",
    ),
    (
        "School places: second round of applications begins Monday",
        "Parents can apply online or at the Education Bureau.",
    ),
    (
        "Crypto exchange in Seoul halts withdrawals after breach",
        "The company said that customers would be compensated from its own funds.",
    ),
    (
        "Mainland developer misses coupon payment",
        "Holders of the dollar bond have a grace period of thirty days.",
    ),
)
_CHINESE = (
    (
        "證監會譴責示例數碼有限公司並處以罰款",
        "證監會因示例數碼有限公司未有妥善分隔客戶資產，對其作出譴責，並罰款320萬元。",
    ),
    (
        "證監會將兩個可疑虛擬資產交易平台列入警示名單",
        "有關平台聲稱持有香港牌照，惟並未獲證監會發牌。",
    ),
    (
        "金管局就穩定幣發行人的儲備資產發出通函",
        "持牌發行人須每月提交由獨立核數師擬備的證明。",
    ),
    (
        "樣本交易所獲發虛擬資產交易平台牌照",
        "該平台成為香港第十二間持牌虛擬資產交易平台，下月起服務散戶。",
    ),
    (
        "比特幣升穿97,000美元",
        "比特幣於亞洲時段上升4%，分析員指資金重新流入現貨ETF。",
    ),
    (
        "比特幣跌破9萬美元",
        "",
    ),
    (
        "證監會就虛擬資產託管服務展開諮詢",
        "諮詢期為期兩個月，建議託管商須另行領牌。",
    ),
    (
        "示例託管申請第7類牌照",
        "公司計劃在本港向專業投資者提供自動化交易服務。",
    ),
    (
        "法庭應證監會申請凍結兩名交易員資產",
        "涉案金額約4,100萬港元，案件押後再訊。",
    ),
    (
        "分析師料比特幣明年或見15萬美元",
        "他認為企業需求是主要動力，惟亦有與會者態度審慎。",
    ),
    (
        "星期日馬拉松 九龍多條巴士路線改道",
        "十一條路線於清晨五時至下午一時不經彌敦道。",
    ),
    (
        "十一月雨量為八年來最少",
        "天文台錄得11毫米雨量，約為正常的三分之一。",
    ),
    (
        "恒指收市跌0.6% 地產股受壓",
        "大市成交縮減至1,820億元，內房股跌幅較大。",
    ),
    (
        "荃灣小巴撞欄兩人受傷",
        "警方呼籲目擊者提供資料，六十一歲司機沒有受傷。",
    ),
    (
        "港隊亞洲賽奪四面獎牌",
        "接力隊於尾場刷新香港紀錄。",
    ),
    (
        "政府本季推出兩幅住宅地",
        "東涌及啟德用地合共可興建約1,150個單位。",
    ),
    (
        "水墨山水展覽開幕",
        "約九十幅作品展至五月，不少為首次借展。",
    ),
    (
        "渡輪公司申請加價9%",
        "運輸署將研究有關申請，並諮詢區議會。",
    ),
    (
        "十月零售銷貨額升1.9%",
        "珠寶首飾及鐘錶表現最好。",
    ),
    (
        "小一入學第二輪申請下周一開始",
        "家長可網上或親身遞交表格。",
    ),
    (
        "内地房企未能如期付息",
        "债券持有人有三十天宽限期。",
    ),
    (
        "央行开展两千亿元逆回购操作",
        "市场人士预计资金面保持平稳。",
    ),
    (
        "新能源车十月销量同比增长两成",
        "出口占比进一步提高。",
    ),
    (
        "台风季结束 今年信号较往年少",
        "",
    ),
    (
        "西贡珊瑚恢复生长",
        "调查覆盖四十个地点，幼体数量为2011年以来最多。",
    ),
    (
        "油价微升 市场等待产油国会议",
        "布伦特原油收报每桶71.2美元。",
    ),
    (
        "首尔一加密货币交易所遭入侵 暂停提币",
        "公司表示将以自有资金赔偿客户。",
    ),
)


def count() -> int:
    """How many texts there are."""
    return len(_ENGLISH) + len(_CHINESE)


def natural(number: int, newest: datetime) -> Iterator[Entry]:
    """So many items, a minute apart, all texts by turns; a number of its own keeps two items from being one."""
    texts = [("en", *one) for one in _ENGLISH] + [("zh-Hant", *one) for one in _CHINESE]
    # By turns in both scripts: 29 has no factor in common with their number.
    assert len(texts) % 29
    for index in range(number):
        lang, title, text = texts[index * 29 % len(texts)]
        yield Entry(
            title=f"{title} {index:x}",
            link=f"https://bench.example.test/{index}",
            lang=lang,
            guid=f"natural-{index}",
            html="",
            text=text,
            published_at=newest - timedelta(minutes=number - index),
        )
