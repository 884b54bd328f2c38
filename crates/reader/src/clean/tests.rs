use super::*;
use expect_test::{Expect, expect};

fn check(text: &str, expected: Expect) {
    let cleaned = clean(text.split('\n').map(str::to_owned).collect());
    let shown: Vec<String> =
        cleaned.lines.iter().map(|line| if line.noise { format!("~{}~", line.text) } else { line.text.clone() }).collect();
    expected.assert_eq(&shown.join("\n"));
}

#[test]
fn pinyin_and_traditional_characters_are_undone() {
    check(
        "雲州市衛(wèi)生健康委員會(huì)著力推進(jìn)醫(yī)改,辦(bàn)好著名醫(yī)院（app）",
        expect!["云州市卫生健康委员会着力推进医改，办好著名医院（app）"],
    );
}

#[test]
fn bytes_taken_for_another_character_are_put_right() {
    // 家庫，優 in GBK is BCD2 8EEC A3AC 839E: D28E was taken for 規.
    check("規(guī)模,優(yōu)先,專(zhuān)家?guī)欤瑑?yōu)化", expect!["规模，优先，专家库，优化"]);
    // 以內 is D2D4 83C8: D483 was taken for 詢.
    check("詢(xún)問(wèn),內(nèi)部,降至8%以?xún)?nèi)。", expect!["询问，内部，降至8%以内。"]);
    // 。縣 is A1A3 BF68: A3BF was taken for a question mark.
    check("衛(wèi)生,醫(yī)院,體(tǐ)系,提升??h域醫(yī)共體(tǐ)", expect!["卫生，医院，体系，提升。县域医共体"]);
}

#[test]
fn rows_torn_by_a_break_inside_a_cell_are_whole_again() {
    check(
        "序号 | 任务 | 要求 | 单位\n1 | 甲 | 新建；\n改建 | 市卫健委\n2 | 乙 | 检查\n3 | 丙 | 培训 | 市医保局",
        expect![[r#"
            序号 | 任务 | 要求 | 单位
            1 | 甲 | 新建； 改建 | 市卫健委
            2 | 乙 | 检查
            3 | 丙 | 培训 | 市医保局"#]],
    );
}

#[test]
fn a_simplified_text_is_left_as_it_is() {
    check("著名医院乾隆年间,后来(app)改名", expect!["著名医院乾隆年间，后来（app）改名"]);
}

#[test]
fn spaces_and_punctuation_are_those_of_chinese_text() {
    check("\u{3000}\u{3000}新建20\u{a0}个(村)中心,共1,200张:一是\u{2002}好;\tA B", expect!["新建20个（村）中心，共1,200张：一是 好； A B"]);
}

#[test]
fn what_the_page_put_around_the_text_is_noise() {
    check(
        "当前位置 首页 >> 要闻\n云州市工作要点\n发布日期：2026-01-02 来源：云州日报 浏览次数：3 字号：大\n一、加强医院建设\n— 2 —\n第3页\n扫一扫在手机打开\n云ICP备1234号",
        expect![[r#"
            ~当前位置 首页 >> 要闻~
            云州市工作要点
            ~发布日期：2026-01-02来源：云州日报 浏览次数：3字号：大~
            一、加强医院建设
            ~— 2 —~
            ~第3页~
            ~扫一扫在手机打开~
            ~云ICP备1234号~"#]],
    );
}

#[test]
fn lines_broken_at_the_page_edge_are_joined_across_page_numbers() {
    let line = "推动高质量发展加快建设健康云州让群众更好看病";
    let page = |marks: &str| format!("一、总体要求\n{marks}");
    let body = [line; 9].join("\n");
    let text = page(&format!("{body}\n\n— 3 —\n完成。\n（一）下一项。"));
    let cleaned = clean(text.split('\n').map(str::to_owned).collect());
    let long = cleaned.lines.iter().find(|l| l.text.starts_with("推动")).expect("joined");
    assert_eq!(long.text, format!("{}完成。", line.repeat(9)));
    assert!(cleaned.lines.iter().any(|l| l.text == "（一）下一项。"));
}
