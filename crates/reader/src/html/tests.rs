use super::*;
use expect_test::{Expect, expect};

fn check(page: &str, expected: Expect) {
    assert!(looks_like(page));
    expected.assert_eq(&text_of(page));
}

#[test]
fn a_page_becomes_lines_and_its_tables_rows() {
    check(
        "<!DOCTYPE html><html><head><title>网站</title><style>p{}</style><script>var a='<p>';</script></head><body>\
         <h1>云州市<b>工作</b>要点</h1>\n<p>一、&nbsp;总体\n要求</p><ol><li>甲<li><p>乙</p></ol><ol><li>（三）丙</ol><div>第二段<br>第三段</div>\
         <table><tr><th>任务</th><th>单位</th></tr><tr><td><p>新建</p><p>3家</p></td><td>市卫健委</td></tr></table>尾</body></html>",
        expect![[r#"
            云州市工作要点
            一、 总体 要求
            1.甲
            2.乙
            （三）丙
            第二段
            第三段
            任务 | 单位
            新建 3家 | 市卫健委
            尾"#]],
    );
}

#[test]
fn spans_of_cells_are_carried_and_layout_tables_are_pages() {
    check(
        "<html><body><table><tr><td><p>一、前言</p><table><tr><th rowspan=2>任务<th colspan=2>单位<tr><td>牵头<td>配合<tr><td>新建<td>甲<td>乙</table><p>尾声</p></td></tr></table>\
         <div style='display: none'>藏<div>深</div></div>后面</body></html>",
        expect![[r#"
            一、前言
            任务 | 单位 |
            任务 | 牵头 | 配合
            新建 | 甲 | 乙
            尾声
            后面"#]],
    );
}

#[test]
fn pages_of_word_and_wps_show_what_they_show() {
    check(
        "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]--><style>@page{}</style></head><body>\
         <p class=MsoNormal style='text-indent:32.0pt'><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt'> </span></span><![endif]>总体要求<o:p></o:p></p>\
         <p><del>旧</del><ins>新</ins><ruby>卫<rt>wèi</rt></ruby>健<span style='mso-hide:all'>藏</span></p><xml><o:x>5</o:x></xml><div style='mso-element:footnote-list'><p>[1] 脚注</p></div></body></html>",
        expect![[r#"
            一、 总体要求
            新卫健
        "#]],
    );
}

#[test]
fn tables_nested_a_thousand_deep_are_flattened() {
    let page = format!("<html><body>{}最里面{}后面", "<table><tr><td>".repeat(1000), "</td></tr></table>".repeat(1000));
    check(
        &page,
        expect![[r#"
            最里面
            后面"#]],
    );
}

#[test]
fn plain_text_with_angle_brackets_is_no_page() {
    assert!(!looks_like("首页 > 正文\n增速<5%"));
}
