//! Lines that a web page or a printer put around the document: shown struck through, never read.

use super::traced::Traced;
use regex::{Regex, RegexSet};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Lines longer than this are text, whatever words they begin with.
const LONGEST: usize = 120;

static NOISE: LazyLock<RegexSet> = LazyLock::new(|| {
    RegexSet::new([
        // Where one is on the site.
        r"^您?(当前|现在)?(的|所在)?位置\s*[:：]?(\s|首页|$)|^当前位置|^您(现在|当前)?(的|所在)(的)?位置",
        r"^首页\s*[>»›/|]|[>»›]\s*正文$|^欢迎(访问|光临)|^(网站)?首页$|^(网站)?首页(\s+\S{2,6}){2,}$",
        // Reading aids.
        r"浏览次数|^点击(数|量|次数)?\s*[:：]|阅读(次数|量)\s*[:：]|访问量|^字(号|体)\s*[:：]|【?字(号|体)\s*[:：]|^打印(本页)?(\s|$)|关闭(本页|窗口|页面)",
        r"^分享(到|至)?\s*[:：]?|扫一扫|扫码|二维码|^(上|下)一(篇|页|条)\s*[:：]?|返回(顶部|首页|列表)|^收藏|^【?(打印|关闭|纠错)",
        r"^(相关|推荐|热点|延伸)(热词|阅读|链接|新闻|文档|文章|附件|信息|稿件|搜索)|^标签\s*[:：]|^关键词\s*[:：]",
        // Lines of a table of contents.
        r"[.…·．]{4,}\s*\d{1,3}$",
        // Whose page it is.
        r"ICP备|公网安备|网安备|版权所有|网站标识码|^网站地图|^\p{Han}{2,20}(政府|委员会|局|厅|委|中心)(门户)?网站?$|^技术支持|^邮编|邮编\s*[:：]\s*\d{6}|^联系我们|^主办(单位)?\s*[:：].*(承办|维护|版权)|网站声明|^(本站|本网|本文).*(转载|版权|不代表|侵权)|^本文(地址|链接|来源)",
        r"^[（(]?责(任)?编(辑)?\s*[:：]|^编辑\s*[:：]|^作者\s*[:：]|^审核\s*[:：]|^来源\s*[:：]|^发布人\s*[:：]|^(文章)?出处\s*[:：]|^原标题\s*[:：]|记者\s*\S{2,4}$|^留言|^验证码|^评论",
        r"^(发布|发文|更新|成文)?(时间|日期)\s*[:：]\s*\d{4}",
        r"^\d{4}\s*[-年./]\s*\d{1,2}\s*[-月./]\s*\d{1,2}日?(\s*\d{1,2}:\d{2}(:\d{2})?)?\s*(来源|作者|点击|浏览|【|\[)",
        // The public-information head of government sites.
        r"^信息(名称|公开|索引|分类)|^索\s*引\s*号|^(法定)?主动公开|公开(方式|形式|日期|属性|类别)\s*[:：]|^(文件编号|文号)\s*[:：]|^发布(机构|机关|单位)\s*[:：]|^发文(机关|单位|字号)\s*[:：]|^(生成|成文|废止|发文)日期\s*[:：]|^内容概述\s*[:：]|^主题(词|分类)\s*[:：]|^有效性\s*[:：]|^(所属|体裁)(分类|主题)\s*[:：]",
        r"^[（(]?(此件|信息)(主动)?公开",
        // Spam that scrapers leave behind.
        r"在线观看|中文字幕|免费(看|视频|观看)|国产精品|成人视频|无码|棋牌|博彩|彩票|六合彩|时时彩|娱乐城|真人(视讯|娱乐)|下载地址|网址大全|代开发票|亚洲.{0,4}(一区|二区|欧美)",
    ])
    .expect("the patterns are constant")
});

static PAGE_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^([-—－–·•]+\s*\d{1,4}\s*[-—－–·•]+|第\s*\d{1,4}\s*页(\s*[,，/共]?\s*共?\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}|Page\s*\d+.*|\d{1,3})$").expect("the pattern is constant")
});

/// Returns true for a line that holds a page number and nothing else.
pub fn is_page_number(line: &str) -> bool {
    PAGE_NUMBER.is_match(line)
}

/// Marks the lines that are noise.
pub fn mark(lines: &mut [Traced]) {
    let has_table = lines.iter().filter(|line| line.text.contains(" | ") && !is_site_menu(&line.text)).count() >= 2;
    let heads = running_heads(lines);
    for line in lines {
        line.noise = is_noise(&line.text, has_table) || heads.contains(line.text.as_str());
    }
}

/// Returns the lines that a printer put on top or at the foot of each page: the same words beside page numbers.
fn running_heads(lines: &[Traced]) -> HashSet<String> {
    const LONGEST_HEAD: usize = 40;
    let filled: Vec<&str> = lines.iter().map(|line| line.text.as_str()).filter(|line| !line.is_empty()).collect();
    let mut beside: HashMap<&str, usize> = HashMap::new();
    for (at, line) in filled.iter().enumerate().filter(|(_, line)| is_page_number(line)) {
        for near in [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|i| filled.get(i)) {
            if near != line && near.len() <= LONGEST_HEAD * 3 && !near.contains(['：', '。', '|']) && crate::marks::mark(near).is_none() {
                *beside.entry(near).or_default() += 1;
            }
        }
    }
    if beside.is_empty() {
        return HashSet::new();
    }
    let mut times: HashMap<&str, usize> = HashMap::new();
    for line in filled.iter().filter(|line| beside.contains_key(**line)) {
        *times.entry(line).or_default() += 1;
    }
    // The first page may have its head without a number near it.
    times.into_iter().filter(|(line, times)| *times >= 2 && beside[line] + 1 >= *times).map(|(line, _)| line.to_owned()).collect()
}

fn is_noise(line: &str, has_table: bool) -> bool {
    if line.is_empty() || line.contains(" | ") {
        return is_site_menu(line);
    }
    if is_page_number(line) {
        return true;
    }
    let length = line.chars().take(LONGEST + 1).count();
    if length > LONGEST {
        return is_disclaimer(line);
    }
    NOISE.is_match(line) || is_menu(line, has_table) || is_disclaimer(line)
}

/// Returns true for words strung together with bars, as menus and spam are.
fn is_menu(line: &str, has_table: bool) -> bool {
    let bars = line.matches(['|', '｜', '丨']).count();
    bars >= 2 && !has_table && !line.contains(['。', '；'])
}

/// Words that stand in the menu of a site, alone in their cells.
const MENU: [&str; 40] = [
    "繁体",
    "简体",
    "智能问答",
    "手机版",
    "移动版",
    "邮箱",
    "首页",
    "网站首页",
    "返回首页",
    "机构职能",
    "机构概况",
    "机构设置",
    "政务公开",
    "信息公开",
    "政府信息公开",
    "政务服务",
    "办事服务",
    "网上办事",
    "互动交流",
    "政民互动",
    "公众参与",
    "新闻中心",
    "要闻动态",
    "通知公告",
    "政策法规",
    "专题专栏",
    "数据开放",
    "走进",
    "联系我们",
    "网站地图",
    "网站声明",
    "设为首页",
    "加入收藏",
    "收藏本站",
    "无障碍",
    "无障碍浏览",
    "长者模式",
    "登录",
    "注册",
    "English",
];

/// Returns true for a menu whose words are parted as the cells of a table are.
fn is_site_menu(line: &str) -> bool {
    line.split('|').filter(|cell| MENU.contains(&cell.trim())).count() >= 2
}

/// Returns true for the site's disclaimer.
fn is_disclaimer(line: &str) -> bool {
    ["不代表本站", "未经许可", "及时删除", "联系本站", "仅代表作者"].iter().filter(|words| line.contains(*words)).count() >= 2
}
