#!/usr/bin/env python3
"""Writes plan.docx from plan.txt: the same plan as an office would send it in Word.

The numbers of sections, measures and phases are automatic: they stand in numbering.xml and not in the text.
Parts are stored uncompressed with fixed times, so that the same plan.txt gives the same bytes everywhere.
"""
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
HAN = "一二三四五六七八九十"
SECTION, MEASURE, PHASE = 1, 2, 3
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
COLUMN_WIDTHS = [2397, 800, 1130, 1130, 3390]  # twips; together the 156 mm of the text


def main():
    lines = [line for line in (HERE / "plan.txt").read_text(encoding="utf-8").splitlines() if line]
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations({"rId1": ("officeDocument", "word/document.xml")}, core="docProps/core.xml"),
        "docProps/core.xml": core(lines),
        "word/document.xml": document(lines),
        "word/_rels/document.xml.rels": relations({
            "rId1": ("styles", "styles.xml"), "rId2": ("numbering", "numbering.xml"), "rId3": ("settings", "settings.xml"),
            "rId4": ("fontTable", "fontTable.xml"), "rId5": ("footer", "footer1.xml"), "rId6": ("footer", "footer2.xml")}),
        "word/styles.xml": styles(),
        "word/numbering.xml": numbering(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/footer1.xml": footer("right"),
        "word/footer2.xml": footer("left"),
    }
    with zipfile.ZipFile(HERE / "plan.docx", "w", zipfile.ZIP_STORED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 0  # the same bytes on every system
            package.writestr(entry, HEAD + text)


def document(lines):
    """Returns the body: each line of the plan in the style its place and form call for."""
    plan_title = re.search("《(.+)》", lines[0]).group(1)
    date = next(i for i, line in enumerate(lines) if re.fullmatch(r"\d{4}年\d+月\d+日", line))
    counted = {SECTION: 0, MEASURE: 0, PHASE: 0}
    body, rows = [], []
    for i, line in enumerate(lines):
        if " | " in line:
            rows.append(line.split(" | "))
        elif i == 0:
            body.append(paragraph("Title", line))
        elif line == plan_title:
            body.append(paragraph("Title", line, new_page=True))
        elif i == 1:
            body.append(paragraph("DocumentNumber", line))
        elif i < date and line.endswith("："):
            body.append(paragraph("Addressee", line))
        elif i in (date - 1, date):
            body.append(paragraph("Signature", line))
        elif line == "附表":
            body.append(paragraph("Attachment", line, new_page=True))
        elif lines[i - 1] == "附表":
            body.append(paragraph("TableTitle", line))
        elif found := re.match(f"([{HAN}]+)、", line):
            number(counted, SECTION, HAN.index(found[1]) + 1)
            body.append(paragraph("Heading1", line[found.end():]))
        elif found := re.match(r"(\d+)\.", line):
            number(counted, MEASURE, int(found[1]))
            body.append(measure(line[found.end():]))
        elif found := re.match(f"（([{HAN}]+)）", line):
            number(counted, PHASE, HAN.index(found[1]) + 1)
            title, text = line[found.end():].split("。", 1)
            body.append(paragraph("Normal", run(title + "。", "Phase") + run(text), list_id=PHASE))
        else:
            body.append(paragraph("Normal", line))
    return (f'<w:document {W} {R}><w:body>{"".join(body)}{table(rows)}'
            '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:footerReference w:type="even" r:id="rId6"/>'
            '<w:pgSz w:w="11906" w:h="16838"/>'
            '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1587" w:gutter="0"/>'
            "</w:sectPr></w:body></w:document>")


def number(counted, kind, written):
    """Counts one item; the number Word will show must be the one plan.txt has."""
    counted[kind] += 1
    if counted[kind] != written:
        raise SystemExit(f"plan.txt: number {written} stands where {counted[kind]} is due")


def measure(text):
    """Returns a measure: bold lead sentence, text, responsible units in Kai."""
    lead, rest = text.split("。", 1)
    at = -1
    if rest.endswith("）"):  # the bracket that closes the paragraph may hold brackets itself
        depth = 0
        for at in range(len(rest) - 1, -1, -1):
            depth += {"）": 1, "（": -1}.get(rest[at], 0)
            if depth == 0:
                break
    told, units = (rest[:at], rest[at:]) if at >= 0 else (rest, "")
    return paragraph("Normal", run(lead + "。", "Lead") + run(told) + (run(units, "Units") if units else ""), list_id=MEASURE)


def paragraph(style, content, new_page=False, list_id=None):
    content = content if content.startswith("<w:r>") else run(content)
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{list_id}"/></w:numPr>' if list_id else ""
    page = "<w:pageBreakBefore/>" if new_page else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{page}{numbered}</w:pPr>{content}</w:p>'


def run(text, style=None):
    """Returns a run; the hint makes “ ” and — full-width, as in Chinese print."""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    return f'<w:r><w:rPr>{named}<w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(rows):
    edge = lambda side: f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    edges = "".join(map(edge, ["top", "left", "bottom", "right", "insideH", "insideV"]))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in COLUMN_WIDTHS)
    out = []
    for i, row in enumerate(rows):
        cells = ""
        for column, (width, text) in enumerate(zip(COLUMN_WIDTHS, row, strict=True)):
            style = "TableHead" if i == 0 else "TableText" if column in (0, 4) else "TableFigure"
            cells += f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{paragraph(style, text)}</w:tc>'
        repeated = "<w:tblHeader/>" if i == 0 else ""
        out.append(f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="624" w:hRule="atLeast"/>{repeated}</w:trPr>{cells}</w:tr>')
    # Word wants a paragraph after a table; a small one keeps it on the page.
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{sum(COLUMN_WIDTHS)}" w:type="dxa"/><w:jc w:val="center"/>'
            f'<w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(out)}</w:tbl>'
            '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr></w:p>')


def styles():
    """Returns styles after GB/T 9704-2012: 二号小标宋 title, 黑体 sections, 三号仿宋 text, 22 lines a page.

    The title is set narrower than the text, so that it breaks between words and not within one.
    """
    body_indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    none = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
    return (f'<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>{fonts("仿宋", "Times New Roman")}<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
            '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
            + paragraph_style("Normal", "Normal", None, '<w:widowControl w:val="0"/><w:spacing w:line="579" w:lineRule="exact"/>' + body_indent + '<w:jc w:val="both"/>', "", default=True)
            + paragraph_style("Title", "Title", "Normal", '<w:keepNext/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:spacing w:before="579" w:after="289" w:line="640" w:lineRule="exact"/><w:ind w:left="950" w:right="950" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/><w:outlineLvl w:val="9"/>', fonts("方正小标宋简体", "Times New Roman") + size(44))
            + paragraph_style("Heading1", "heading 1", "Normal", f'<w:keepNext/><w:numPr><w:numId w:val="{SECTION}"/></w:numPr><w:outlineLvl w:val="0"/>', fonts("黑体", "黑体"))
            + paragraph_style("DocumentNumber", "文号", "Normal", '<w:spacing w:after="579"/>' + none + '<w:jc w:val="center"/>', "")
            + paragraph_style("Addressee", "主送机关", "Normal", none + '<w:jc w:val="left"/>', "")
            + paragraph_style("Signature", "落款", "Normal", '<w:keepNext/><w:spacing w:before="289"/><w:ind w:rightChars="200" w:right="640" w:firstLineChars="0" w:firstLine="0"/><w:contextualSpacing/><w:jc w:val="right"/>', "")
            + paragraph_style("Attachment", "附表", "Normal", "<w:keepNext/>" + none + '<w:jc w:val="left"/>', fonts("黑体", "黑体"))
            + paragraph_style("TableTitle", "表题", "Normal", '<w:keepNext/><w:spacing w:before="289" w:after="289"/>' + none + '<w:jc w:val="center"/>', fonts("方正小标宋简体", "Times New Roman") + size(36))
            + paragraph_style("TableText", "表内文字", "Normal", '<w:spacing w:before="60" w:after="60" w:line="320" w:lineRule="exact"/>' + none + '<w:jc w:val="left"/>', size(24))
            + paragraph_style("TableFigure", "表内数字", "TableText", '<w:jc w:val="center"/>', "")
            + paragraph_style("TableHead", "表头", "TableText", '<w:jc w:val="center"/>', fonts("黑体", "黑体"))
            + paragraph_style("Footer", "footer", "Normal", '<w:spacing w:line="240" w:lineRule="auto"/><w:ind w:leftChars="100" w:left="280" w:rightChars="100" w:right="280" w:firstLineChars="0" w:firstLine="0"/>', fonts("宋体", "宋体") + size(28))
            + character_style("Lead", "段首语", fonts("仿宋", "Times New Roman") + "<w:b/>")
            + character_style("Units", "责任单位", fonts("楷体", "Times New Roman"))
            + character_style("Phase", "阶段", fonts("楷体", "Times New Roman"))
            + "</w:styles>")


def fonts(east, west):
    return f'<w:rFonts w:ascii="{west}" w:eastAsia="{east}" w:hAnsi="{west}" w:cs="Times New Roman"/>'


def size(half_points):
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def paragraph_style(key, name, based_on, properties, letters, default=False):
    parent = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    mark = ' w:default="1"' if default else ""
    return (f'<w:style w:type="paragraph"{mark} w:styleId="{key}"><w:name w:val="{name}"/>{parent}<w:qFormat/>'
            f"<w:pPr>{properties}</w:pPr><w:rPr>{letters}</w:rPr></w:style>")


def character_style(key, name, letters):
    return f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/><w:rPr>{letters}</w:rPr></w:style>'


def numbering():
    """Returns three lists of their own, so that the measures run on from section to section."""
    kinds = {
        SECTION: ("chineseCountingThousand", "%1、", '<w:pStyle w:val="Heading1"/>', fonts("黑体", "黑体")),
        MEASURE: ("decimal", "%1.", "", fonts("仿宋", "Times New Roman") + "<w:b/>"),
        PHASE: ("chineseCountingThousand", "（%1）", "", fonts("楷体", "楷体")),
    }
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{form}"/>{style}<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr><w:rPr>{letters}</w:rPr></w:lvl></w:abstractNum>'
        for key, (form, text, style, letters) in kinds.items())
    used = "".join(f'<w:num w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>' for key in kinds)
    return f"<w:numbering {W}>{abstract}{used}</w:numbering>"


def settings():
    return (f'<w:settings {W}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>'
            '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
            "</w:settings>")


def font_table():
    """Returns what to take where a font is missing."""
    known = {"方正小标宋简体": "华文中宋", "仿宋": "仿宋_GB2312", "楷体": "楷体_GB2312", "黑体": "SimHei", "宋体": "SimSun"}
    listed = "".join(f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in known.items())
    return f"<w:fonts {W}>{listed}</w:fonts>"


def footer(side):
    """Returns the page number — 1 —, outside on both pages of a sheet."""
    field = "".join(f"<w:r>{x}</w:r>" for x in (
        '<w:fldChar w:fldCharType="begin"/>', '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>', "<w:t>1</w:t>", '<w:fldChar w:fldCharType="end"/>'))
    return (f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:jc w:val="{side}"/></w:pPr>'
            f'{run("— ")}{field}{run(" —")}</w:p></w:ftr>')


def core(lines):
    return (f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
            f"<dc:title>{escape(lines[0])}</dc:title><dc:language>zh-CN</dc:language>"
            '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-28T00:00:00Z</dcterms:created></cp:coreProperties>')


def relations(targets, core=None):
    listed = "".join(f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{path}"/>' for key, (kind, path) in targets.items())
    if core:
        listed += f'<Relationship Id="rId9" Type="{PACKAGE}/relationships/metadata/core-properties" Target="{core}"/>'
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def content_types():
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    kinds = {"document": "document.main", "styles": "styles", "numbering": "numbering", "settings": "settings",
             "fontTable": "fontTable", "footer1": "footer", "footer2": "footer"}
    listed = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{word}.{kind}+xml"/>' for name, kind in kinds.items())
    return (f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            f'<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>{listed}</Types>')


if __name__ == "__main__":
    main()
