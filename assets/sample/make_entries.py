#!/usr/bin/env python3
"""Writes entries.csv and allocations.csv: a made-up year of reports for the sample plan, the same at every run.

An indicator is named by its quote in plan.txt. Counts are cumulative since January, in the plain unit (人次, not 万人次).
Rates come as numerator and denominator, and their value is left empty. A unit that did not report has no row.
"""
import csv
import random
from pathlib import Path

HERE = Path(__file__).resolve().parent
MONTHS = range(1, 13)
POPULATION = 3_860_000
SHARES = {"岚桥区": 0.19, "鹤汀区": 0.16, "枫渡区": 0.15, "澜湖区": 0.14, "青屏区": 0.13, "砚溪县": 0.13, "桐坞县": 0.10}

# How work spreads over the months: shares of the year, made to sum to one.
EVEN = [6, 5, 8, 9, 9, 10, 9, 8, 9, 9, 9, 9]
SCREENING = [2, 3, 9, 12, 13, 9, 8, 9, 13, 12, 8, 2]
SCHOOL = [2, 2, 12, 15, 14, 7, 1, 2, 17, 16, 10, 2]
SLOW_START = [0, 0, 4, 5, 7, 8, 9, 15, 14, 13, 13, 12]
TRAINING = [0, 0, 6, 14, 10, 9, 3, 4, 15, 17, 13, 9]

# quote, the city's target in plain units, how it spreads over the year
COUNTS = [
    ("新增签约居民18万人", 180_000, EVEN),
    ("下派医师2400人次以上", 2_400, EVEN),
    ("开展公众急救培训3.6万人次", 36_000, TRAINING),
    ("完成重点癌症筛查6.2万人", 62_000, SCREENING),
    ("为适龄女生接种人乳头瘤病毒疫苗1.5万人", 15_000, SCHOOL),
    ("完成监督抽查4800户次", 4_800, SCREENING),
    ("新增托位2600个", 2_600, SLOW_START),
    ("完成儿童窝沟封闭3.1万颗", 31_000, SCHOOL),
    ("完成全科医生转岗培训180人", 180, TRAINING),
]

# Small counts are told one by one: the months in which each unit finished one.
FINISHED = {
    "新增达到推荐标准的乡镇卫生院14家": {
        "岚桥区": [4, 10], "鹤汀区": [6, 11], "枫渡区": [5, 9], "澜湖区": [3, 6], "青屏区": [5, 8], "砚溪县": [7, 12], "桐坞县": [9]},
    "新增急救站点7个": {
        "岚桥区": [3], "鹤汀区": [6], "枫渡区": [7], "澜湖区": [5], "青屏区": [8], "砚溪县": [9], "桐坞县": [11]},
    "提档升级中医馆15家": {
        "岚桥区": [6, 10, 12], "鹤汀区": [5, 9], "枫渡区": [7, 11], "澜湖区": [4, 8], "青屏区": [6, 9], "砚溪县": [5, 10], "桐坞县": [10, 12]},
}
SMALL_TARGETS = {
    "新增达到推荐标准的乡镇卫生院14家": dict.fromkeys(SHARES, 2),
    "新增急救站点7个": dict.fromkeys(SHARES, 1),
    "提档升级中医馆15家": {**dict.fromkeys(SHARES, 2), "岚桥区": 3},
}

# quote, whom the rate is of (the city), in January and in December in percent; the people are as many all year
STANDING_RATES = [
    ("重点人群签约率不低于80%", 926_000, 76.4, 82.3),
    ("严重精神障碍患者规范管理率不低于95%", 16_600, 94.3, 96.4),
    ("电子健康档案动态使用率不低于65%", 3_412_000, 50.6, 65.9),
]
# The same where the people are counted up through the year, as births are.
GROWING_RATES = [
    ("肺结核患者规范管理率达到95%", 1_430, 93.6, 96.0),
    ("孕产妇系统管理率不低于93%", 26_400, 92.2, 94.1),
]

# What the year-end of some units must be, as a share of their target, and why that is worth a look.
YEAR_END = {
    ("新增签约居民18万人", "枫渡区"): 1.13,
    ("新增签约居民18万人", "桐坞县"): 0.87,
    ("新增托位2600个", "岚桥区"): 0.86,
    ("新增托位2600个", "青屏区"): 1.12,
    ("完成监督抽查4800户次", "青屏区"): 1.14,
    ("完成重点癌症筛查6.2万人", "鹤汀区"): 0.88,
}
# Units that bring the year's work forward (below 1) or put it off (above 1).
TEMPO = {
    ("新增签约居民18万人", "枫渡区"): 0.72,
    ("新增托位2600个", "岚桥区"): 2.1,
    ("新增托位2600个", "砚溪县"): 1.4,
    ("完成监督抽查4800户次", "青屏区"): 0.7,
    ("完成重点癌症筛查6.2万人", "鹤汀区"): 1.35,
}
CORRECTED = ("完成儿童窝沟封闭3.1万颗", "岚桥区")
NOTES = {
    (*CORRECTED, 7): "更正：核减重复登记192颗",
    ("新增托位2600个", "岚桥区", 7): "两处社区托育点正在施工，9月开园",
    ("新增托位2600个", "岚桥区", 9): "两处社区托育点已开园",
    ("完成重点癌症筛查6.2万人", "鹤汀区", 6): "体检车检修两周",
    ("新增签约居民18万人", "枫渡区", 9): "已提前完成全年任务",
    ("新增急救站点7个", "桐坞县", 9): "选址调整，预计11月投用",
    ("新增急救站点7个", "桐坞县", 11): "站点投用，晚于时限2个月",
    ("新增达到推荐标准的乡镇卫生院14家", "桐坞县", 12): "另有1家待市级复核",
    ("急救平均反应时间缩短至11分钟以内", "砚溪县", 12): "山区站点路程较长",
}
ALL_MISSING = {("桐坞县", month) for month in (3, 7, 8)}
MISSING = {("完成全科医生转岗培训180人", "鹤汀区", 10), ("电子健康档案动态使用率不低于65%", "鹤汀区", 10), ("完成儿童窝沟封闭3.1万颗", "砚溪县", 2)}


def main():
    chance = random.Random(2026)
    rows, shares = districts(chance)
    rows += city()
    plan = (HERE / "plan.txt").read_text(encoding="utf-8")
    for quote in {row[0] for row in rows}:
        if plan.count(quote) != 1:
            raise SystemExit(f"“{quote}” stands {plan.count(quote)} times in plan.txt, and should once")
    write("entries.csv", ["indicator", "unit", "period", "value", "numerator", "denominator", "note"], rows)
    write("allocations.csv", ["indicator", "unit", "target"], shares)


def districts(chance):
    rows, shares = [], []

    def report(quote, place, month, value="", numerator="", denominator=""):
        if (place, month) not in ALL_MISSING and (quote, place, month) not in MISSING:
            note = NOTES.get((quote, place, month), "")
            rows.append([quote, place + "卫生健康局", period(month), value, numerator, denominator, note])

    places_made = {}
    for quote, target, spread in COUNTS:
        for place, own in split(target).items():
            shares.append([quote, place + "卫生健康局", own])
            made = grown(chance, quote, place, own, spread)
            if quote == "新增托位2600个":
                places_made[place] = made
            if (quote, place) == CORRECTED:  # a count that falls: the program should ask, and here is the answer
                made[6:] = [count - 192 for count in made[6:]]
            for month in MONTHS:
                report(quote, place, month, made[month - 1])
    for quote, finished in FINISHED.items():
        for place, months in finished.items():
            shares.append([quote, place + "卫生健康局", SMALL_TARGETS[quote][place]])
            for month in MONTHS:
                report(quote, place, month, sum(done <= month for done in months))
    for place, own in split(120_000).items():  # the autumn's vaccine comes in September
        quote = "接种老年人流感疫苗12万剂"
        shares.append([quote, place + "卫生健康局", own])
        last = round(own * chance.uniform(0.93, 1.08))
        for month, part in zip(range(9, 13), (0.16, 0.55, 0.88, 1)):
            report(quote, place, month, round(last * min(1, part * (0.94 + 0.06 * chance.random())) if month < 12 else last))
    for quote, people, first, last in STANDING_RATES:
        for place, own in split(people).items():
            for month, percent in zip(MONTHS, climbing(chance, first, last)):
                report(quote, place, month, numerator=round(own * percent / 100), denominator=own)
    for quote, people, first, last in GROWING_RATES:
        for place, own in split(people).items():
            counted = cumulative(chance, own, EVEN)
            for month, percent in zip(MONTHS, climbing(chance, first, last)):
                report(quote, place, month, numerator=round(counted[month - 1] * percent / 100), denominator=counted[month - 1])
    for place, made in places_made.items():
        percents = climbing(chance, 58.5, 62.0)
        for month in MONTHS:
            if made[month - 1]:  # no share of no places
                report("普惠托位占比不低于60%", place, month, numerator=round(made[month - 1] * percents[month - 1] / 100), denominator=made[month - 1])
    for place in SHARES:
        first, last = (12.4, 11.3) if place == "砚溪县" else (chance.uniform(11.5, 12.0), chance.uniform(10.4, 10.9))
        for month in MONTHS:
            minutes = first + (last - first) * ((month - 1) / 11) ** 0.8 + chance.uniform(-0.1, 0.1)
            report("急救平均反应时间缩短至11分钟以内", place, month, round(minutes, 1))
    return rows, shares


def city():
    """Returns the reports of units of the city: few, so told one by one."""
    blood = [3_620, 6_950, 11_480, 16_020, 20_760, 25_310, 29_400, 33_560, 38_290, 42_970, 47_660, 52_340]
    counts = {
        ("采集全血5.2万人次", "市中心血站"): blood,
        ("至少建成名中医工作室20个", "市卫生健康委中医药管理处"): [0, 0, 0, 2, 3, 3, 6, 7, 10, 13, 16, 19],
        ("累计接入医疗机构86家", "市卫生信息中心"): [6, 9, 14, 21, 28, 37, 44, 49, 58, 67, 76, 86],
        ("引进紧缺专业人才20至25名", "市卫生健康委组织人事处"): [0, 0, 2, 5, 7, 9, 14, 17, 19, 21, 22, 23],
    }
    births = [2_130, 4_010, 6_180, 8_340, 10_570, 12_760, 15_020, 17_290, 19_560, 21_840, 24_110, 26_380]
    deaths = [7, 12, 18, 24, 29, 35, 41, 46, 52, 58, 64, 70]
    rows = [[quote, unit, period(month), value, "", "", ""]
            for (quote, unit), values in counts.items() for month, value in zip(MONTHS, values)]
    rows += [["千人口献血率达到13.5‰", "市中心血站", period(month), "", given, POPULATION, ""] for month, given in zip(MONTHS, blood)]
    rows += [["婴儿死亡率不高于2.8‰", "市妇幼保健院", period(month), "", lost, born, ""] for month, lost, born in zip(MONTHS, deaths, births)]
    return rows


def split(total):
    """Returns the total split over the districts by their shares; what rounding leaves goes to the largest remainders."""
    exact = {place: total * share for place, share in SHARES.items()}
    parts = {place: int(value + 1e-9) for place, value in exact.items()}
    by_remainder = sorted(SHARES, key=lambda place: parts[place] - exact[place])
    for place in by_remainder[: total - sum(parts.values())]:
        parts[place] += 1
    return parts


def grown(chance, quote, place, target, spread):
    """Returns twelve cumulative counts that end near the target."""
    last = round(target * (YEAR_END.get((quote, place)) or chance.uniform(0.94, 1.07)))
    return cumulative(chance, last, spread, TEMPO.get((quote, place), 1))


def cumulative(chance, last, spread, tempo=1):
    parts = [share * chance.uniform(0.75, 1.25) for share in spread]
    done = 0
    counts = []
    for part in parts:
        done += part
        counts.append(round(last * (done / sum(parts)) ** tempo))
    return counts


def climbing(chance, first, last):
    """Returns twelve percentages from first to last that waver a little, and never pass 99.5."""
    shift = chance.uniform(-0.9, 0.9)
    return [min(99.5, first + shift + (last - first) * (month - 1) / 11 + chance.uniform(-0.15, 0.15)) for month in MONTHS]


def period(month):
    return f"2026-{month:02}"


def write(name, head, rows):
    with open(HERE / name, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


if __name__ == "__main__":
    main()
