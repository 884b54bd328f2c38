use super::*;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::path::PathBuf;

/// Shows a draft the way a person would jot it down.
fn check(words: &str, expected: Expect) {
    let Reading { source, draft } = read("计划.txt", words.as_bytes()).unwrap();
    let mut shown = vec![format!(
        "《{}》{} {}",
        draft.title.clone().unwrap_or_default(),
        draft.document_number.clone().unwrap_or_default(),
        draft.issuer.clone().unwrap_or_default()
    )];
    if let (Some(issued), Some(period)) = (draft.issued, draft.period) {
        shown.push(format!("{issued} {}…{}", period.start, period.end));
    }
    for measure in &draft.measures {
        let section = measure.section.map_or(String::new(), |at| draft.sections[at].heading());
        let units: Vec<String> = measure.units.iter().map(|u| format!("{}{}", u.role.zh(), u.name)).collect();
        let deadline = measure.deadline.map_or(String::new(), |d| format!(" @{d}"));
        shown.push(format!("[{section}] {} {} ({}){deadline}", measure.number.clone().unwrap_or_default(), measure.title, units.join(" ")));
        shown.extend(
            measure
                .targets
                .iter()
                .map(|t| format!("    {} {} {}{}", t.name, t.comparator, t.value.map_or(String::new(), |v| v.to_string()), t.unit)),
        );
    }
    shown.extend(
        draft
            .targets
            .iter()
            .map(|t| format!("{} {} {}{} {}", t.name, t.comparator, t.value.map_or(String::new(), |v| v.to_string()), t.unit, t.kind.zh())),
    );
    shown.extend(draft.phases.iter().map(|p| format!("阶段 {} {}", p.name, p.due.map_or(String::new(), |d| d.to_string()))));
    shown.extend(draft.warnings.iter().map(|w| format!("第{}行 {}", w.line, w.message)));
    assert_holds(&source, &draft);
    expected.assert_eq(&shown.join("\n"));
}

/// What holds of every draft: quotes and names stand where their spans say, sections exist.
fn assert_holds(source: &Source, draft: &Draft) {
    let chars: Vec<char> = source.text.chars().collect();
    let words = |span: Span| chars[span.start..span.end].iter().collect::<String>();
    for target in draft.targets.iter().chain(draft.measures.iter().flat_map(|m| &m.targets)) {
        assert_eq!(target.quote, words(target.span));
    }
    for measure in &draft.measures {
        assert!(measure.section.is_none_or(|at| at < draft.sections.len()));
        assert!(measure.span.end <= chars.len());
        for unit in &measure.units {
            assert!(!unit.name.is_empty() && !words(unit.span).is_empty());
        }
    }
    for line in &source.lines {
        assert!(!words(line.span).contains('\n'));
    }
}

#[test]
fn a_plan_with_its_notice_is_read_whole() {
    check(
        "关于印发2026年全市卫生健康工作要点的通知\n云卫发〔2026〕3号\n各县（区）卫生健康局，委属各单位：\n现将《2026年全市卫生健康工作要点》印发给你们，请认真贯彻落实。\n云州市卫生健康委员会\n2026年3月5日\n2026年全市卫生健康工作要点\n2026年是关键之年，全市卫生健康工作总体要求是：坚持以人民健康为中心，推进各项工作取得新成效。\n一、深化改革\n1.推进医联体建设。6月底前制定方案，向下转诊人数增长10%以上，新建联合病房31个。（牵头单位：医政处；配合单位：各县（区）卫生健康局）\n2.提升服务。培训2万人次。（责任单位：市卫生健康委医政处、中医处）\n二、时间安排\n（一）动员部署（2026年4月底前）。制定细则。\n（二）总结评估（2026年10月至12月）。逐项评估。\n三、工作要求\n各单位要高度重视，主要负责人每季度听取一次汇报，确保任务落实到位。\n扫一扫在手机打开当前页",
        expect![[r#"
            《2026年全市卫生健康工作要点》云卫发〔2026〕3号 云州市卫生健康委员会
            2026-03-05 2026-01-01…2026-12-31
            [一、深化改革] 1 推进医联体建设 (牵头医政处 配合各县（区）卫生健康局) @2026-06-30
                向下转诊人数增长率 increase 10%
                新建联合病房 = 31个
            [一、深化改革] 2 提升服务 (责任市卫生健康委医政处 责任市卫生健康委中医处)
                培训 = 2万人次
            阶段 动员部署 2026-04-30
            阶段 总结评估 2026-12-31"#]],
    );
}

#[test]
fn news_paragraphs_under_headings_are_measures() {
    check(
        "首页 > 要闻 > 正文\n云州市今年新建10家健康驿站\n2026-01-23 09:00 来源：云州日报 点击：12\n1月22日召开的会议提出，2026年要全面推进健康云州建设，促进共建共享、全民健康。\n提升智慧健康——\n应用医疗大数据\n2026年，推进健康医疗大数据应用，开展预约诊疗、线上支付等业务，电子病历使用率达到90%以上。\n同时，加快远程医疗建设，去年已建成远程会诊中心5个，今年新建6个远程会诊中心，进一步方便群众就医。\n上一篇：没有了",
        expect![[r#"
            《云州市今年新建10家健康驿站》 
            2026-01-23 2026-01-01…2026-12-31
            [提升智慧健康]  推进健康医疗大数据应用 ()
                电子病历使用率 >= 90%
            [提升智慧健康]  加快远程医疗建设 ()
                远程会诊中心 = 5个
                新建远程会诊中心 = 6个"#]],
    );
}

#[test]
fn notes_on_lines_of_their_own_belong_to_the_item_above() {
    check(
        "二、重点任务\n（一）强化基层。\n1. 建设急救站点。新建急救站点10个，2026年底前投入使用。\n牵头单位：市卫健委\n配合单位：市财政局、市急救中心\n完成时限：2026年12月\n2. 完善机制\n健全联席会议制度，定期会商研判，推动信息共享。\n责任单位：市卫健委",
        expect![[r#"
            《》 
            [（一）强化基层。] 1 建设急救站点 (牵头市卫健委 配合市财政局 配合市急救中心) @2026-12-31
                新建急救站点 = 10个
            [（一）强化基层。] 2 完善机制 (责任市卫健委)"#]],
    );
}

#[test]
fn phases_told_short_are_pointed_out() {
    check(
        "云州市健康行动计划（2025—2026年）\n一、工作目标\n到2026年，县域内就诊率达到90%以上，每个乡镇有1所标准化卫生院。\n二、工作安排\n本次行动分为四个阶段：一是启动阶段，在2025年底前制定方案。二是提升阶段，在2026年4月前落实政策。三是总结阶段，在2026年5月前完成评估。",
        expect![[r#"
            《云州市健康行动计划（2025—2026年）》 
            县域内就诊率 >= 90% 目标
            每个乡镇标准化卫生院 = 1所 目标
            阶段 启动阶段 2025-12-31
            阶段 提升阶段 2026-04-30
            阶段 总结阶段 2026-05-31
            第5行 文中说分4个阶段，只写明了3个，请核对原件"#]],
    );
}

/// Returns the folder of sample documents, wherever it lies beside the project.
fn corpus() -> Option<PathBuf> {
    let found = PathBuf::from(env!("CARGO_MANIFEST_DIR")).ancestors().map(|dir| dir.join("shared/corpus")).find(|dir| dir.is_dir());
    if found.is_none() {
        eprintln!("skipped: no shared/corpus beside the project");
    }
    found
}

#[test]
fn every_sample_document_is_read_and_its_quotes_stand_in_the_text() {
    let Some(corpus) = corpus() else { return };
    let mut count = 0;
    for dir in [corpus.clone(), corpus.join("forms")] {
        for path in std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()) {
            if path.extension().is_some_and(|e| e == "txt") {
                let bytes = std::fs::read(&path).unwrap();
                let Reading { source, draft } = read("样例.txt", &bytes).unwrap();
                assert_holds(&source, &draft);
                assert!(Original::of(&source, "样例.txt", &bytes).unwrap().is_some(), "{} is traced", path.display());
                count += 1;
            }
        }
    }
    assert!(count >= 25, "{count} documents");
}

#[test]
fn the_plan_of_twenty_measures_has_twenty() {
    let Some(corpus) = corpus() else { return };
    let draft = read("样例.txt", &std::fs::read(corpus.join("plan-002.txt")).unwrap()).unwrap().draft;
    assert_eq!((draft.sections.len(), draft.measures.len()), (5, 20));
    assert_eq!(draft.measures.iter().map(|m| m.units.len()).sum::<usize>(), 93);
    assert!(draft.measures.iter().flat_map(|m| &m.targets).count() >= 45);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(reading) = read("x", &bytes) {
            assert_holds(&reading.source, &reading.draft);
        }
    }

    #[test]
    fn any_text_of_the_trade_is_read(words in proptest::collection::vec(proptest::sample::select(PIECES), 0..60)) {
        if let Ok(reading) = read("x", words.concat().as_bytes()) {
            assert_holds(&reading.source, &reading.draft);
        }
    }

    #[test]
    fn a_damaged_document_of_any_format_is_read_or_refused(
        format in 0usize..8, changes in proptest::collection::vec((any::<usize>(), any::<u8>()), 0..6), cut in 0usize..400,
    ) {
        let mut bytes = DOCUMENTS[format].clone();
        let length = bytes.len();
        for (at, byte) in changes {
            bytes[at % length] = byte;
        }
        bytes.truncate(length - if cut < 200 { 0 } else { cut * 7 % length });
        if let Ok(reading) = read("x", &bytes) {
            assert_holds(&reading.source, &reading.draft);
        }
    }

    #[test]
    fn a_damaged_part_of_a_package_is_read_or_refused(
        format in 0usize..3, changes in proptest::collection::vec((any::<usize>(), proptest::sample::select(SCRAPS)), 1..5),
    ) {
        let mut parts = parts_of(&DOCUMENTS[format]);
        for (at, scrap) in changes {
            let part = at % parts.len();
            let text = &mut parts[part].1;
            let place = (0..=text.len()).rev().find(|place| *place <= at / 7 % (text.len() + 1) && text.is_char_boundary(*place)).unwrap_or(0);
            text.insert_str(place, scrap);
        }
        let parts: Vec<(&str, &str)> = parts.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
        if let Ok(reading) = read("x", &package::packed(&parts)) {
            assert_holds(&reading.source, &reading.draft);
        }
    }
}

/// A small document of each format.
static DOCUMENTS: std::sync::LazyLock<[Vec<u8>; 8]> = std::sync::LazyLock::new(|| {
    [
        docx::packed_for_tests(),
        sheet::tests::workbook_for_tests(),
        sheet::tests::open_document_for_tests(),
        sheet::tests::old_workbook_for_tests(),
        pdf::tests::pdf_for_tests(),
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=gbk\nContent-Transfer-Encoding: quoted-printable\n\n<html><body><table><tr><td rowspan=3>=C8=CE=CE=F1<td>2</table>=\n--x--".to_vec(),
        "序号,任务,责任单位\n1,\"新建\n站点3家\",市卫健委\n2,改造,市医保局\n".as_bytes().to_vec(),
        "# 计划\n\n| 序号 | 任务 | 单位 |\n|---|---|---|\n| 1 | **新建**3家 | 甲 |\n- [ ] 一、[链接](http://a)\n".as_bytes().to_vec(),
    ]
});

/// What breaks the parts of packages.
const SCRAPS: &[&str] = &[
    "<",
    ">",
    "\"",
    "&",
    "&#0;",
    "&#x110000;",
    "<!DOCTYPE a [<!ENTITY x \"y\">]>",
    "<![CDATA[",
    "<!--",
    "</w:p>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tc>",
    "</w:tc>",
    "<w:tr>",
    "<w:txbxContent>",
    "</w:txbxContent>",
    "<w:del>",
    "<w:gridSpan w:val=\"4294967295\"/>",
    "<w:gridBefore w:val=\"99999999999\"/>",
    "<c r=\"XFD1048576\"><v>1e308</v></c>",
    "<c r=\"ZZZ99999999\"/>",
    "<c s=\"4000000000\"><v>-1</v></c>",
    "<c t=\"s\"><v>99999999999999999999</v></c>",
    "<row r=\"4294967295\">",
    "<row r=\"0\">",
    "<mergeCell ref=\"XFD1048576:A1\"/>",
    "<mergeCell ref=\"A1:XFD1048576\"/>",
    "<si>",
    "</si>",
    "<rPh>",
    "<table:table-cell table:number-columns-repeated=\"4294967295\" table:number-rows-spanned=\"4294967295\"><text:p>x</text:p></table:table-cell>",
    "<table:table-row table:number-rows-repeated=\"4294967295\">",
    "<table:table>",
    "</table:table-cell>",
    "\0",
    "\u{fffd}",
    "\u{ffff}",
];

fn parts_of(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|at| {
            let mut file = zip.by_index(at).unwrap();
            let mut text = String::new();
            std::io::Read::read_to_string(&mut file, &mut text).unwrap();
            (file.name().unwrap().into_owned(), text)
        })
        .collect()
}

/// Reads what nobody should send, and says what came of it.
fn outcome(bytes: &[u8]) -> String {
    match read("坏", bytes) {
        Ok(reading) => format!("{} 行", reading.source.lines.len()),
        Err(error) => error.to_string(),
    }
}

#[test]
fn bad_input_ends_with_what_is_wrong() {
    assert!(outcome(&[]).contains("没有文字"));
    assert!(outcome(&vec![b'a'; 200 << 20]).contains("超过 64 MB"));
    assert!(outcome(&vec![0; 1 << 20]).contains("空字节"));
    assert_eq!(outcome("深化改革，".repeat(100_000).as_bytes()), "1 行");
    assert_eq!(outcome(format!("序号 | 任务\n{}", "1 | ".repeat(100_000)).as_bytes()), "2 行");
    let whole = docx::packed_for_tests();
    assert!(outcome(&whole[..whole.len() / 2]).contains("损坏"));
    let mixed = [
        "云州市工作要点\n为做好全年工作，结合实际制定本要点。\n一、新建3家\n".as_bytes(),
        &encoding_rs::GB18030.encode("二、改造2家\n").0,
        "三、巩固提升服务能力".as_bytes(),
        &[0xff],
    ]
    .concat();
    let reading = read("混", &mixed).unwrap();
    assert!(reading.source.text.contains("一、新建3家") && reading.source.text.contains("二、改造2家"), "{}", reading.source.text);
    assert!(reading.draft.warnings.iter().any(|warning| warning.message.contains("损坏的字节")));
}

/// What texts of plans are made of.
const PIECES: &[&str] = &[
    "一、",
    "（一）",
    "1.",
    "（1）",
    "①",
    "第一章",
    "第二节 ",
    "总体要求",
    "新建",
    "10个",
    "达到90%以上",
    "1-2个",
    "分别达到65%和55%",
    "百家",
    "（",
    "）",
    "(",
    ")",
    "责任单位：",
    "市卫健委",
    "、",
    "，",
    "。",
    "；",
    "：",
    "\n",
    "\n\n",
    " | ",
    "|",
    "序号 | 任务 | 单位\n",
    "指标 | 目标值\n",
    "2026年",
    "12月底前",
    "到2027年",
    "一是启动阶段，",
    "分为四个阶段：",
    "衛(wèi)",
    "?xún)",
    "??h",
    "“",
    "”",
    "《",
    "》",
    "牵头",
    "配合",
    "负责",
    "每个县",
    "不低于",
    "—",
    "——\n",
    "\u{3000}",
    "\u{feff}",
    "😀",
    "下同",
    "列第一位的为牵头单位",
    "扫一扫",
    "— 3 —\n",
    "<p>",
    "<td>",
    "\t",
    "0",
    "９",
    "%",
    "万人次",
    "——推进",
    "比达到1：1.6",
    "九成以上",
    "三分之一",
    "百分之",
    "十二个",
    "至少",
    "同比增长",
    "去年",
    "第一部分 ",
    "工作总结\n",
    "附表\n",
    "市卫健委指导，各街道负责落实。",
    "带*的为牵头单位",
    " |  | 2028年 | 2030年\n",
    "8/10万以内",
    "专栏1 指标2015年2020年",
    "（%）76.7＞80-约束性",
];

/// A text of many numbers in one cell, and a row of many columns, each of whose quotes would be nearly all of it.
#[test]
fn the_words_of_a_huge_table_are_not_copied_for_each_of_its_numbers() {
    let cell = "城市≥95，".repeat(3000);
    let years: String = (0..3000).map(|_| " | 2026年目标").collect();
    let values = " | 90%".repeat(3000);
    for text in [
        format!("序号 | 指标 | 2026年目标 | 责任单位\n1 | 覆盖率 | {cell} | 基层处\n2 | 签约率 | 85% | 基层处\n"),
        format!("序号 | 指标{years}\n1 | 覆盖率{values}\n2 | 签约率{values}\n"),
        format!("序号 | 指标{years}\n1 | {}{values}\n", "覆盖率、".repeat(3000)),
    ] {
        let draft = read("表.txt", text.as_bytes()).unwrap().draft;
        let targets = draft.targets.iter().chain(draft.measures.iter().flat_map(|measure| &measure.targets));
        let copied: usize = targets.map(|target| target.quote.len() + target.name.len()).sum();
        assert!(copied < text.len() * 100, "{copied} bytes copied of {}", text.len());
    }
}
