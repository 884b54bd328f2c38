#!/usr/bin/env python3
"""Writes entries.csv and allocations.csv: a made-up year of reports for the sample plan, the same at every run.

An indicator is named by its quote in plan.txt; by its own name where two share a quote. Counts are cumulative since
January, in the plain unit (人次, not 万人次). Rates come as numerator and denominator, and their value is left empty.
A unit that did not report has no row. Who has a share in allocations.csv is asked for reports, and nobody else: a rate
is the same for all who have one.
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
FEW_DEVICES = [2, 2, 5, 7, 9, 10, 9, 9, 10, 14, 14, 9]
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
MORE_COUNTS = [
    ("新增家庭病床300—400张", 300, EVEN),
    ("宫颈癌检查人数", 84_000, SCREENING),
    ("乳腺癌检查人数", 82_000, FEW_DEVICES),
]

# What city units do of these counts themselves; the districts divide the rest.
CITY_PARTS = {
    "下派医师2400人次以上": {"市第一人民医院": 800, "市第二人民医院": 600},
    "完成监督抽查4800户次": {"市卫生监督所": 480},
}

# Small counts are told one by one: the months in which each unit finished one.
FINISHED = {
    "新增达到推荐标准的乡镇卫生院14家": {
        "岚桥区": [4, 10], "鹤汀区": [6, 11], "枫渡区": [5, 9], "澜湖区": [3, 6], "青屏区": [5, 8], "砚溪县": [7, 12], "桐坞县": [9]},
    "新增急救站点7个": {
        "岚桥区": [3], "鹤汀区": [6], "枫渡区": [7], "澜湖区": [5], "青屏区": [8], "砚溪县": [9], "桐坞县": [11]},
    "提档升级中医馆15家": {
        "岚桥区": [6, 10, 12], "鹤汀区": [5, 9], "枫渡区": [7, 11], "澜湖区": [4, 8], "青屏区": [6, 9], "砚溪县": [5, 10], "桐坞县": [10, 12]},
    "新建成社区医院8家": {
        "岚桥区": [5, 10], "鹤汀区": [6], "枫渡区": [4], "澜湖区": [8], "青屏区": [7], "砚溪县": [9], "桐坞县": [11]},
}
SMALL_TARGETS = {
    "新增达到推荐标准的乡镇卫生院14家": dict.fromkeys(SHARES, 2),
    "新增急救站点7个": dict.fromkeys(SHARES, 1),
    "提档升级中医馆15家": {**dict.fromkeys(SHARES, 2), "岚桥区": 3},
    "新建成社区医院8家": {**dict.fromkeys(SHARES, 1), "岚桥区": 2},
}

# quote, target, whom the rate is of (the city), in January and in December in percent; the people are as many all year
STANDING_RATES = [
    ("重点人群签约率不低于80%", 80, 926_000, 76.4, 82.3),
    ("严重精神障碍患者规范管理率不低于95%", 95, 16_600, 94.3, 96.4),
    ("电子健康档案动态使用率不低于65%", 65, 3_412_000, 50.6, 65.9),
]
MORE_STANDING_RATES = [
    ("80%以上的村卫生室接入医保结算系统", 80, 2_140, 75.5, 86.0),
    ("高血压患者基层规范管理率", 72, 438_000, 70.6, 73.8),
    ("糖尿病患者基层规范管理率", 70, 152_000, 69.0, 71.8),
]
# The same where the people are counted up through the year, as births are.
GROWING_RATES = [
    ("肺结核患者规范管理率达到95%", 95, 1_430, 93.6, 96.0),
    ("孕产妇系统管理率不低于93%", 93, 26_400, 92.2, 94.1),
]
MORE_GROWING_RATES = [("免疫规划疫苗接种率以乡镇（街道）为单位均保持在95%以上", 95, 412_000, 96.0, 97.2)]
# How many county hospitals a district has, and the months in which the records of one reached level 4.
RECORDS_AT_LEVEL_4 = {
    "岚桥区": (2, [1, 5]), "鹤汀区": (2, [2, 7]), "枫渡区": (2, [1, 3]), "澜湖区": (2, [4, 8]),
    "青屏区": (1, [2]), "砚溪县": (2, [6, 11]), "桐坞县": (1, [9])}
# New students' screening is told as progress: prepared by summer, done when school has begun.
SCREENED = [5, 10, 20, 30, 40, 50, 55, 65, 80, 90, 100, 100]
SCREENED_LESS = {"桐坞县卫生健康局": 5, "砚溪县卫生健康局": 5, "市疾控中心": 5}

# What a hospital is asked of a month: patients about their satisfaction, and how much blood it requests a year.
HOSPITALS = {
    "市第一人民医院": (2_400, 21_600), "市第二人民医院": (1_800, 14_400), "市中医医院": (1_500, 6_000),
    "市妇幼保健院": (1_500, 7_200), "市精神卫生中心": (800, 360)}
SHORT_OF_BLOOD = {("市第一人民医院", 2): 22, ("市第二人民医院", 2): 15}  # at the Spring Festival

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
    ("乳腺癌检查人数", "砚溪县", 6): "乳腺超声设备6月到货",
    ("乳腺癌检查人数", "岚桥区", 9): "增派2辆筛查车，排期到11月",
    ("临床用血满足率达到100%", "市第一人民医院", 2): "春节期间A型血偏紧",
    ("建成县级胸痛救治单元9个", "市卫生健康委医政医管处", 9): "2个单元已完成现场评审，待批复",
}
ALL_MISSING = {("桐坞县", month) for month in (3, 7, 8)}
MISSING = {
    ("完成全科医生转岗培训180人", "鹤汀区", 10), ("电子健康档案动态使用率不低于65%", "鹤汀区", 10), ("完成儿童窝沟封闭3.1万颗", "砚溪县", 2),
    ("高血压患者基层规范管理率", "桐坞县", 9), ("糖尿病患者基层规范管理率", "桐坞县", 9), ("80%以上的村卫生室接入医保结算系统", "桐坞县", 9),
    ("筛查发现病例的早诊率提高至56%", "市疾控中心", 9), ("高血压患者血压控制率比上年提高2个百分点", "市疾控中心", 9),
    ("免疫规划疫苗接种率以乡镇（街道）为单位均保持在95%以上", "砚溪县", 9)}
# Two indicators have one quote: they go by their names.
QUOTES = {
    "高血压患者基层规范管理率": "高血压、糖尿病患者基层规范管理率分别达到72%和70%", "糖尿病患者基层规范管理率": "高血压、糖尿病患者基层规范管理率分别达到72%和70%",
    "宫颈癌检查人数": "宫颈癌、乳腺癌检查人数分别达到8.4万人和8.2万人", "乳腺癌检查人数": "宫颈癌、乳腺癌检查人数分别达到8.4万人和8.2万人"}


def main():
    chance = random.Random(2026)
    districts(chance)
    districts_more(chance)
    hospitals(chance)
    city()
    plan = (HERE / "plan.txt").read_text(encoding="utf-8")
    for quote in {QUOTES.get(row[0], row[0]) for row in rows}:
        if plan.count(quote) != 1:
            raise SystemExit(f"“{quote}” stands {plan.count(quote)} times in plan.txt, and should once")
    write("entries.csv", ["indicator", "unit", "period", "value", "numerator", "denominator", "note"], rows)
    write("allocations.csv", ["indicator", "unit", "target"], shares)


rows, shares = [], []


def report(quote, place, month, value="", numerator="", denominator=""):
    if (place, month) not in ALL_MISSING and (quote, place, month) not in MISSING:
        note = NOTES.get((quote, place, month), "")
        rows.append([quote, unit(place), period(month), value, numerator, denominator, note])


def share(quote, place, target):
    shares.append([quote, unit(place), target])


def unit(place):
    return place + "卫生健康局" if place in SHARES else place


def districts(chance):
    places_made = {}
    for quote, target, spread in COUNTS:
        made = count(chance, quote, target - sum(CITY_PARTS.get(quote, {}).values()), spread)
        if quote == "新增托位2600个":
            places_made = made
    for quote, finished in FINISHED.items():
        for place, months in finished.items():
            share(quote, place, SMALL_TARGETS[quote][place])
            for month in MONTHS:
                report(quote, place, month, sum(done <= month for done in months))
    for place, own in split(120_000).items():  # the autumn's vaccine comes in September
        quote = "接种老年人流感疫苗12万剂"
        share(quote, place, own)
        last = round(own * chance.uniform(0.93, 1.08))
        for month, part in zip(range(9, 13), (0.16, 0.55, 0.88, 1)):
            report(quote, place, month, round(last * min(1, part * (0.94 + 0.06 * chance.random())) if month < 12 else last))
    for rate in STANDING_RATES:
        standing_rate(chance, *rate)
    for rate in GROWING_RATES:
        growing_rate(chance, *rate)
    for place, made in places_made.items():
        percents = climbing(chance, 58.5, 62.0)
        share("普惠托位占比不低于60%", place, 60)
        for month in MONTHS:
            if made[month - 1]:  # no share of no places
                report("普惠托位占比不低于60%", place, month, numerator=round(made[month - 1] * percents[month - 1] / 100), denominator=made[month - 1])
    for place in SHARES:
        first, last = (12.4, 11.3) if place == "砚溪县" else (chance.uniform(11.5, 12.0), chance.uniform(10.4, 10.9))
        share("急救平均反应时间缩短至11分钟以内", place, 11)
        for month in MONTHS:
            minutes = first + (last - first) * ((month - 1) / 11) ** 0.8 + chance.uniform(-0.1, 0.1)
            report("急救平均反应时间缩短至11分钟以内", place, month, round(minutes, 1))
    for place, own in split(1_600).items():  # the same places, to be there by August
        share("8月底前累计新增托位1600个", place, own)
        for month in MONTHS:
            report("8月底前累计新增托位1600个", place, month, places_made[place][month - 1])
    places = [sum(made[month - 1] for made in places_made.values()) for month in MONTHS]
    share("每千人口托位数达到4.6个", "市卫生健康委家庭发展处", 4.6)
    for month in MONTHS:
        report("每千人口托位数达到4.6个", "市卫生健康委家庭发展处", month, numerator=15_600 + places[month - 1], denominator=POPULATION // 1000)


def districts_more(chance):
    for quote, target, spread in MORE_COUNTS:
        count(chance, quote, target, spread)
    for rate in MORE_STANDING_RATES:
        standing_rate(chance, *rate)
    for rate in MORE_GROWING_RATES:
        growing_rate(chance, *rate)
    for place, (hospitals_there, reached) in RECORDS_AT_LEVEL_4.items():
        quote = "县级医院电子病历应用水平达到四级的比例不低于80%"
        share(quote, place, 80)
        for month in MONTHS:
            report(quote, place, month, numerator=sum(done <= month for done in reached), denominator=hospitals_there)
    for name in [*SHARES, "市疾控中心", "市卫生健康委疾病预防控制处"]:
        for month, done in zip(MONTHS, SCREENED):
            behind = 0 if done in (5, 100) else SCREENED_LESS.get(unit(name), 0)
            report("新生入学结核病筛查实现全覆盖", name, month, done - behind)


def hospitals(chance):
    for name, (asked, requested) in HOSPITALS.items():
        share("门诊和住院患者满意度均保持在92%以上", name, 92)
        share("临床用血满足率达到100%", name, 100)
        for month, percent, part in zip(MONTHS, climbing(chance, 92.6, 94.4), EVEN):
            report("门诊和住院患者满意度均保持在92%以上", name, month, numerator=round(asked * percent / 100), denominator=asked)
            wanted = requested * part // 100
            report("临床用血满足率达到100%", name, month, numerator=wanted - SHORT_OF_BLOOD.get((name, month), 0), denominator=wanted)
    for quote, parts in CITY_PARTS.items():
        for name, own in parts.items():
            share(quote, name, own)
            for month, done in zip(MONTHS, cumulative(chance, round(own * 1.02), SCREENING if "监督" in quote else EVEN)):
                report(quote, name, month, done)


def city():
    """Reports what one unit of the city keeps for all: few, so told one by one. A rate by its numerators."""
    medical, tcm, staff = "市卫生健康委医政医管处", "市卫生健康委中医药管理处", "市卫生健康委组织人事处"
    blood = [3_620, 6_950, 11_480, 16_020, 20_760, 25_310, 29_400, 33_560, 38_290, 42_970, 47_660, 52_340]
    births = [2_130, 4_010, 6_180, 8_340, 10_570, 12_760, 15_020, 17_290, 19_560, 21_840, 24_110, 26_380]
    found = [28, 61, 108, 163, 219, 262, 301, 346, 402, 455, 492, 505]
    calls = [9_120, 17_480, 26_350, 35_010, 44_060, 53_380, 63_420, 73_510, 82_690, 91_870, 100_760, 110_240]
    values = [
        ("采集全血5.2万人次", "市中心血站", 52_000, blood),
        ("至少建成名中医工作室20个", tcm, 20, [0, 0, 0, 2, 3, 3, 6, 7, 10, 13, 16, 19]),
        ("首批挂牌工作室6个", tcm, 6, [0, 0, 0, 2, 3, 3, 5, 6, 6, 6, 6, 6]),
        ("争创省级示范中医馆1—2家", tcm, 1, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]),
        ("累计接入医疗机构86家", "市卫生信息中心", 86, [6, 9, 14, 21, 28, 37, 44, 49, 58, 67, 76, 86]),
        ("影像跨院调阅量同比增长20%以上", "市卫生信息中心", 20, [12.4, 13.1, 14.8, 16.2, 17.5, 18.9, 20.3, 21.0, 22.6, 23.4, 24.1, 24.8]),
        ("引进紧缺专业人才20至25名", staff, 20, [0, 0, 2, 5, 7, 9, 14, 17, 19, 21, 22, 23]),
        ("向下转诊人数同比增长10%", medical, 10, [6.2, 7.1, 8.0, 8.8, 9.3, 9.6, 10.1, 10.4, 10.9, 11.2, 11.5, 11.8]),
        ("公立医院门诊次均费用同比增幅控制在3%以内", medical, 3, [4.1, 3.8, 3.6, 3.4, 3.3, 3.1, 2.9, 2.8, 2.7, 2.6, 2.6, 2.5]),
        ("住院患者次均药品费用同比下降2%", medical, 2, [1.2, 1.4, 1.5, 1.7, 1.8, 1.9, 2.1, 2.2, 2.3, 2.3, 2.4, 2.5]),
        ("互认项目增加到300项以上", medical, 300, [182, 196, 214, 238, 267, 304, 304, 311, 316, 316, 322, 328]),
        ("建成县级胸痛救治单元9个", medical, 9, [0, 0, 1, 1, 2, 3, 3, 4, 5, 7, 8, 9]),
        ("高血压患者血压控制率比上年提高2个百分点", "市疾控中心", 2, [0.4, 0.7, 0.9, 1.2, 1.4, 1.6, 1.8, 2.0, 2.1, 2.2, 2.3, 2.5]),
        ("三级公立医院平均住院日", medical, None, [8.3, 8.3, 8.2, 8.2, 8.2, 8.1, 8.1, 8.1, 8.1, 8.0, 8.0, 7.9]),
    ]
    rates = [
        ("千人口献血率达到13.5‰", "市中心血站", 13.5, blood, POPULATION),
        ("婴儿死亡率不高于2.8‰", "市妇幼保健院", 2.8, [7, 12, 18, 24, 29, 35, 41, 46, 52, 58, 64, 70], births),
        ("孕产妇死亡率控制在8/10万以内", "市妇幼保健院", 8, [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1], births),
        ("12岁儿童恒牙患龋率控制在30%左右", "市妇幼保健院", 30, [61, 93, 380, 905, 1_420, 1_866, 1_866, 1_866, 2_310, 2_742, 3_038, 3_038],
         [196, 297, 1_204, 2_880, 4_530, 5_980, 5_980, 5_980, 7_410, 8_860, 9_840, 9_840]),
        ("筛查发现病例的早诊率提高至56%", "市疾控中心", 56, [15, 33, 59, 90, 122, 148, 171, 198, 231, 263, 286, 294], found),
        ("全市肺结核报告发病率降至38/10万以下", "市疾控中心", 38, [98, 187, 312, 438, 561, 688, 812, 931, 1_049, 1_171, 1_288, 1_402], POPULATION),
        ("急救呼叫10秒接听率不低于95%", "市急救中心", 95, [8_640, 16_590, 25_060, 33_360, 42_050, 51_010, 60_660, 70_370, 79_200, 88_030, 96_590, 105_720], calls),
        ("重复建档率降至1‰以下", "市卫生信息中心", 1, [5_190, 5_020, 4_760, 4_430, 4_120, 3_790, 3_510, 3_370, 3_180, 3_010, 2_870, 2_760], 3_412_000),
        ("每千人口执业（助理）医师数", staff, None, [12_690, 12_730, 12_770, 12_800, 12_840, 12_880, 12_930, 12_970, 13_010, 13_060, 13_100, 13_140], POPULATION // 1000),
        ("每千人口注册护士数", staff, None, [14_360, 14_400, 14_450, 14_500, 14_550, 14_600, 14_640, 14_690, 14_740, 14_790, 14_840, 14_880], POPULATION // 1000),
    ]
    for quote, name, target, told in values:
        if target is not None:
            share(quote, name, target)
        for month in MONTHS:
            report(quote, name, month, told[month - 1])
    for quote, name, target, told, among in rates:
        if target is not None:
            share(quote, name, target)
        for month in MONTHS:
            whole = among if isinstance(among, int) else among[month - 1]
            report(quote, name, month, numerator=told[month - 1], denominator=whole)
    # Of the year as a whole, known when it is over.
    report("居民健康素养水平", "市卫生健康委疾病预防控制处", 12, numerator=2_186, denominator=6_000)
    report("人均预期寿命", "市卫生健康委规划信息处", 12, 80.1)
    report("个人卫生支出占卫生总费用比重", "市卫生健康委规划信息处", 12, 25.9)


def count(chance, quote, total, spread):
    """Reports a count that the districts divide, and returns it."""
    all_made = {}
    for place, own in split(total).items():
        share(quote, place, own)
        made = all_made[place] = grown(chance, quote, place, own, spread)
        if (quote, place) == CORRECTED:  # a count that falls: the program should ask, and here is the answer
            made[6:] = [done - 192 for done in made[6:]]
        for month in MONTHS:
            report(quote, place, month, made[month - 1])
    return all_made


def standing_rate(chance, quote, target, people, first, last):
    for place, own in split(people).items():
        share(quote, place, target)
        for month, percent in zip(MONTHS, climbing(chance, first, last)):
            report(quote, place, month, numerator=round(own * percent / 100), denominator=own)


def growing_rate(chance, quote, target, people, first, last):
    for place, own in split(people).items():
        share(quote, place, target)
        counted = cumulative(chance, own, EVEN)
        for month, percent in zip(MONTHS, climbing(chance, first, last)):
            report(quote, place, month, numerator=round(counted[month - 1] * percent / 100), denominator=counted[month - 1])


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
