-- A ledger as the fifth version of the schema left it: a plan imported, a value and a narrative reported, forms sent, one of them come back.
PRAGMA foreign_keys = OFF;

BEGIN TRANSACTION;
CREATE TABLE achievement (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    measure_id INTEGER REFERENCES measure (id),
    name TEXT NOT NULL,
    unit TEXT NOT NULL,
    value REAL,
    value_text TEXT,
    quote TEXT NOT NULL,
    span_start INTEGER CHECK (span_start >= 0),
    span_end INTEGER,
    position INTEGER NOT NULL,
    CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end))
) STRICT;
CREATE TABLE adjustment (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    points REAL NOT NULL CHECK (points <> 0 AND abs(points) <= 1000),
    reason TEXT NOT NULL CHECK (reason <> ''),
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE allocation (
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    target REAL NOT NULL,
    target_text TEXT,
    PRIMARY KEY (indicator_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE change (
    id INTEGER PRIMARY KEY,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    replay_id INTEGER REFERENCES replay (id),
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    before TEXT,
    after TEXT,
    CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
INSERT INTO "change" VALUES(1,1,NULL,'document','[1]',NULL,'{"id":1,"uid":"01a21a3b-f538-7b66-a4c9-5599bec0045f","name":"v5.txt","format":"text","sha256":"018a635878407eea0578699e5769b05c25f99787e890e06dc59e05409fb65092","cleaned":"云州市2026年托育工作要点\n\n一、托育供给\n\n1.扩大托位供给。全年新增托位1200个。（牵头单位：市托育中心；配合单位：东湖区卫生健康局）\n","received_at":1795736466744}');
INSERT INTO "change" VALUES(2,1,NULL,'plan','[1]',NULL,'{"id":1,"uid":"01a21a3b-f538-7ace-8164-b4bf279fc0ef","document_id":1,"title":"云州市2026年托育工作要点","number":null,"issuer":null,"issued":null,"start":"2026-01-01","due":"2026-12-31","position":0}');
INSERT INTO "change" VALUES(3,1,NULL,'section','[1]',NULL,'{"id":1,"uid":"01a21a3b-f538-7c84-ba91-45eb5b49b54e","plan_id":1,"number":"一、","title":"托育供给","position":0,"weight":null}');
INSERT INTO "change" VALUES(4,1,NULL,'measure','[1]',NULL,'{"id":1,"uid":"01a21a3b-f538-71fe-971c-50ced10a1820","plan_id":1,"section_id":1,"number":"1","title":"扩大托位供给","text":"扩大托位供给。全年新增托位1200个。","deadline":null,"span_start":24,"span_end":71,"position":0,"document_id":null,"weight":null}');
INSERT INTO "change" VALUES(5,1,NULL,'unit','[1]',NULL,'{"id":1,"uid":"01a21a3b-f538-7301-a0d5-386ba51f6fdc","name":"市托育中心","short_name":null,"parent_id":null,"is_group":0,"position":0}');
INSERT INTO "change" VALUES(6,1,NULL,'responsibility','[1,1]',NULL,'{"measure_id":1,"unit_id":1,"role":"lead","position":1}');
INSERT INTO "change" VALUES(7,1,NULL,'unit','[2]',NULL,'{"id":2,"uid":"01a21a3b-f538-747f-8375-97db5d7d085c","name":"东湖区卫生健康局","short_name":null,"parent_id":null,"is_group":0,"position":1}');
INSERT INTO "change" VALUES(8,1,NULL,'responsibility','[1,2]',NULL,'{"measure_id":1,"unit_id":2,"role":"cooperating","position":2}');
INSERT INTO "change" VALUES(9,1,NULL,'indicator','[1]',NULL,'{"id":1,"uid":"01a21a3b-f538-73f4-b1a0-59602c8e0179","plan_id":1,"measure_id":1,"name":"新增托位","unit":"个","comparator":"=","target":1200.0,"target_text":null,"upper":null,"upper_text":null,"baseline":null,"baseline_text":null,"baseline_date":null,"start":"2026-01-01","due":"2026-12-31","kind":"cumulative","pace":"accumulate","roll_up":"sum","weight":1.0,"quote":"全年新增托位1200个","span_start":33,"span_end":44,"position":0,"document_id":null,"every":"month"}');
INSERT INTO "change" VALUES(10,2,NULL,'entry','[1,1,202603]',NULL,'{"indicator_id":1,"unit_id":1,"period_id":202603,"value":300.0,"numerator":null,"denominator":null,"typed":null,"note":null,"who":"命令行","at":1795736466943}');
INSERT INTO "change" VALUES(11,3,NULL,'narrative','[1,1,202603]',NULL,'{"measure_id":1,"unit_id":1,"period_id":202603,"progress":"已开工3处","problems":null,"next_steps":null,"who":"命令行","at":1795736478021}');
INSERT INTO "change" VALUES(12,4,NULL,'exchange','[1]',NULL,'{"id":1,"uid":"01a21a3c-217b-7dd8-b9c3-bc4e3a4c0954","plan_id":1,"unit_id":1,"period_id":202604,"file_name":"云州市2026年托育工作要点-2026年4月-市托育中心.xlsx","sent_at":1795736478075,"who":"命令行"}');
INSERT INTO "change" VALUES(13,4,NULL,'exchange','[2]',NULL,'{"id":2,"uid":"01a21a3c-2186-78e2-824c-7ca233c4cdf4","plan_id":1,"unit_id":2,"period_id":202604,"file_name":"云州市2026年托育工作要点-2026年4月-东湖区卫生健康局.xlsx","sent_at":1795736478086,"who":"命令行"}');
INSERT INTO "change" VALUES(14,5,NULL,'exchange_return','[1]',NULL,'{"id":1,"exchange_id":2,"file_name":"云州市2026年托育工作要点-2026年4月-东湖区卫生健康局.xlsx","sha256":"13d892ce70093857875a014ea2dadb62caad33b10fd5687511a371bb5e773629","received_at":1795736478170,"status":"read","saved_by":null,"saved_at":null,"mismatch":null}');
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    cleaned TEXT NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;
INSERT INTO "document" VALUES(1,'01a21a3b-f538-7b66-a4c9-5599bec0045f','v5.txt','text','018a635878407eea0578699e5769b05c25f99787e890e06dc59e05409fb65092','云州市2026年托育工作要点

一、托育供给

1.扩大托位供给。全年新增托位1200个。（牵头单位：市托育中心；配合单位：东湖区卫生健康局）
',1795736466744);
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    draft TEXT NOT NULL CHECK (json_valid(draft)),
    updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE entry (
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    value REAL,
    numerator REAL,
    denominator REAL,
    typed TEXT,
    note TEXT,
    who TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (indicator_id, unit_id, period_id),
    CHECK ((numerator IS NULL) = (denominator IS NULL)),
    CHECK (value IS NULL OR numerator IS NULL),
    CHECK (value IS NOT NULL OR numerator IS NOT NULL OR note IS NOT NULL)
) STRICT, WITHOUT ROWID;
INSERT INTO "entry" VALUES(1,1,202603,300.0,NULL,NULL,NULL,NULL,'命令行',1795736466943);
CREATE TABLE exchange (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    file_name TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    who TEXT NOT NULL
) STRICT;
INSERT INTO "exchange" VALUES(1,'01a21a3c-217b-7dd8-b9c3-bc4e3a4c0954',1,1,202604,'云州市2026年托育工作要点-2026年4月-市托育中心.xlsx',1795736478075,'命令行');
INSERT INTO "exchange" VALUES(2,'01a21a3c-2186-78e2-824c-7ca233c4cdf4',1,2,202604,'云州市2026年托育工作要点-2026年4月-东湖区卫生健康局.xlsx',1795736478086,'命令行');
CREATE TABLE exchange_cell (
    exchange_id INTEGER NOT NULL REFERENCES exchange (id),
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    field TEXT NOT NULL CHECK (field IN ('value', 'numerator', 'denominator', 'note')),
    base_number REAL,
    base_text TEXT,
    PRIMARY KEY (exchange_id, indicator_id, field)
) STRICT, WITHOUT ROWID;
INSERT INTO "exchange_cell" VALUES(1,1,'note',NULL,NULL);
INSERT INTO "exchange_cell" VALUES(1,1,'value',NULL,NULL);
INSERT INTO "exchange_cell" VALUES(2,1,'note',NULL,NULL);
INSERT INTO "exchange_cell" VALUES(2,1,'value',NULL,NULL);
CREATE TABLE exchange_issue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    return_id INTEGER NOT NULL REFERENCES exchange_return (id),
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL CHECK (row > 0),
    column TEXT NOT NULL,
    typed TEXT NOT NULL,
    code TEXT NOT NULL CHECK (code <> '')
) STRICT;
CREATE TABLE exchange_return (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    exchange_id INTEGER REFERENCES exchange (id),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    received_at INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('read', 'repeated', 'outdated', 'refused', 'unknown'))
, saved_by TEXT, saved_at INTEGER CHECK (saved_at >= 0), mismatch TEXT) STRICT;
INSERT INTO "exchange_return" VALUES(1,2,'云州市2026年托育工作要点-2026年4月-东湖区卫生健康局.xlsx','13d892ce70093857875a014ea2dadb62caad33b10fd5687511a371bb5e773629',1795736478170,'read',NULL,NULL,NULL);
CREATE TABLE exchange_text (
    exchange_id INTEGER NOT NULL REFERENCES exchange (id),
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    passage TEXT NOT NULL CHECK (passage IN ('progress', 'problems', 'next_steps')),
    base_text TEXT,
    PRIMARY KEY (exchange_id, measure_id, passage)
) STRICT, WITHOUT ROWID;
INSERT INTO "exchange_text" VALUES(1,1,'next_steps',NULL);
INSERT INTO "exchange_text" VALUES(1,1,'problems',NULL);
INSERT INTO "exchange_text" VALUES(1,1,'progress',NULL);
INSERT INTO "exchange_text" VALUES(2,1,'next_steps',NULL);
INSERT INTO "exchange_text" VALUES(2,1,'problems',NULL);
INSERT INTO "exchange_text" VALUES(2,1,'progress',NULL);
CREATE TABLE freeze (
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    -- Its last day: what was reported for periods that end by then is locked.
    last_day TEXT NOT NULL CHECK (date(last_day) IS last_day),
    -- The rules it was judged by.
    rules TEXT NOT NULL CHECK (json_valid(rules)),
    -- The hash of what it locks: the figures come back by undo only over the same reports.
    locked TEXT NOT NULL CHECK (length(locked) = 64),
    who TEXT NOT NULL,
    frozen_at INTEGER NOT NULL,
    PRIMARY KEY (plan_id, period_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE frozen_indicator (
    plan_id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    measure_id INTEGER REFERENCES measure (id),
    judged TEXT NOT NULL CHECK (json_valid(judged)),
    PRIMARY KEY (plan_id, period_id, indicator_id),
    FOREIGN KEY (plan_id, period_id) REFERENCES freeze (plan_id, period_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE frozen_measure (
    plan_id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    PRIMARY KEY (plan_id, period_id, measure_id),
    FOREIGN KEY (plan_id, period_id) REFERENCES freeze (plan_id, period_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE frozen_unit (
    plan_id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    PRIMARY KEY (plan_id, period_id, unit_id),
    FOREIGN KEY (plan_id, period_id) REFERENCES freeze (plan_id, period_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE indicator (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    measure_id INTEGER REFERENCES measure (id),
    name TEXT NOT NULL CHECK (name <> ''),
    unit TEXT NOT NULL,
    comparator TEXT NOT NULL CHECK (comparator IN ('>=', '<=', '=', '~', 'range', 'increase', 'decrease', 'qualitative')),
    target REAL,
    target_text TEXT,
    upper REAL,
    upper_text TEXT,
    baseline REAL,
    baseline_text TEXT,
    baseline_date TEXT CHECK (date(baseline_date) IS baseline_date),
    start TEXT NOT NULL CHECK (date(start) IS start),
    due TEXT NOT NULL CHECK (date(due) IS due),
    kind TEXT NOT NULL CHECK (kind IN ('cumulative', 'increment', 'point', 'rate', 'qualitative')),
    pace TEXT NOT NULL CHECK (pace IN ('accumulate', 'maintain', 'by_due')),
    roll_up TEXT NOT NULL CHECK (roll_up IN ('sum', 'ratio', 'mean', 'weighted', 'worst', 'owner')),
    weight REAL NOT NULL DEFAULT 1 CHECK (weight >= 0),
    quote TEXT NOT NULL,
    span_start INTEGER CHECK (span_start >= 0),
    span_end INTEGER,
    position INTEGER NOT NULL, document_id INTEGER REFERENCES document (id), every TEXT NOT NULL DEFAULT 'month' CHECK (every IN ('month', 'quarter', 'half', 'year')),
    CHECK (start <= due),
    CHECK (upper IS NULL OR comparator = 'range'),
    CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end))
) STRICT;
INSERT INTO "indicator" VALUES(1,'01a21a3b-f538-73f4-b1a0-59602c8e0179',1,1,'新增托位','个','=',1200.0,NULL,NULL,NULL,NULL,NULL,NULL,'2026-01-01','2026-12-31','cumulative','accumulate','sum',1.0,'全年新增托位1200个',33,44,0,NULL,'month');
CREATE TABLE indicator_continuation (
    indicator_id INTEGER PRIMARY KEY REFERENCES indicator (id),
    earlier_id INTEGER REFERENCES indicator (id) CHECK (earlier_id <> indicator_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE inspection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    listing_id INTEGER NOT NULL REFERENCES listing (id),
    made_on TEXT NOT NULL CHECK (date(made_on) IS made_on),
    finding TEXT NOT NULL CHECK (finding <> ''),
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE layout (
    headings TEXT PRIMARY KEY CHECK (json_valid(headings)),
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    created_at INTEGER NOT NULL
) STRICT;
INSERT INTO "ledger" VALUES(1,'01a21a3b-f4e2-794f-8196-ef14718a5e6e',1795736466658);
CREATE TABLE listing (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    every_days INTEGER NOT NULL CHECK (every_days BETWEEN 1 AND 366),
    listed_on TEXT NOT NULL CHECK (date(listed_on) IS listed_on),
    lifted_on TEXT CHECK (date(lifted_on) IS lifted_on),
    who TEXT NOT NULL,
    at INTEGER NOT NULL,
    CHECK (lifted_on IS NULL OR listed_on <= lifted_on)
) STRICT;
CREATE TABLE measure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    section_id INTEGER REFERENCES section (id),
    number TEXT,
    title TEXT NOT NULL CHECK (title <> ''),
    text TEXT NOT NULL,
    deadline TEXT CHECK (date(deadline) IS deadline),
    span_start INTEGER CHECK (span_start >= 0),
    span_end INTEGER,
    position INTEGER NOT NULL, document_id INTEGER REFERENCES document (id), weight REAL CHECK (weight >= 0),
    CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end))
) STRICT;
INSERT INTO "measure" VALUES(1,'01a21a3b-f538-71fe-971c-50ced10a1820',1,1,'1','扩大托位供给','扩大托位供给。全年新增托位1200个。',NULL,24,71,0,NULL,NULL);
CREATE TABLE measure_continuation (
    measure_id INTEGER PRIMARY KEY REFERENCES measure (id),
    earlier_id INTEGER REFERENCES measure (id) CHECK (earlier_id <> measure_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE merged_unit (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL CHECK (name <> ''),
    unit_id INTEGER NOT NULL REFERENCES unit (id) CHECK (unit_id <> id)
) STRICT;
CREATE TABLE milestone (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    measure_id INTEGER REFERENCES measure (id),
    name TEXT NOT NULL CHECK (name <> ''),
    due TEXT CHECK (date(due) IS due),
    text TEXT NOT NULL,
    done_on TEXT CHECK (date(done_on) IS done_on),
    evidence TEXT,
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE narrative (
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    progress TEXT,
    problems TEXT,
    next_steps TEXT,
    who TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (measure_id, unit_id, period_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "narrative" VALUES(1,1,202603,'已开工3处',NULL,NULL,'命令行',1795736478021);
CREATE TABLE open_operation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    replay_id INTEGER REFERENCES replay (id)
) STRICT;
CREATE TABLE operation (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    kind TEXT NOT NULL CHECK (kind <> ''),
    label TEXT NOT NULL,
    who TEXT NOT NULL,
    at INTEGER NOT NULL,
    changes INTEGER NOT NULL DEFAULT 0,
    undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
    undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;
INSERT INTO "operation" VALUES(1,'01a21a3b-f538-7814-99ed-b5fe844ae257','import','导入计划“云州市2026年托育工作要点”','命令行',1795736466744,9,1,0);
INSERT INTO "operation" VALUES(2,'01a21a3b-f5ff-76d7-b0ee-5f1f3498e725','record','填报2026年3月：新增托位 300，市托育中心','命令行',1795736466943,1,1,0);
INSERT INTO "operation" VALUES(3,'01a21a3c-2145-76b9-b47d-9efc6d73cb52','record','填写2026年3月进展情况：1 扩大托位供给，市托育中心','命令行',1795736478021,1,1,0);
INSERT INTO "operation" VALUES(4,'01a21a3c-218b-7c43-871d-49400c587a89','export','发出2026年4月填报表2份','命令行',1795736478091,2,0,0);
INSERT INTO "operation" VALUES(5,'01a21a3c-21da-78a3-ab4e-41a7e5ab249f','merge','合并1份填报表：写入0格','命令行',1795736478170,1,1,0);
CREATE TABLE original (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;
INSERT INTO "original" VALUES('018a635878407eea0578699e5769b05c25f99787e890e06dc59e05409fb65092',X'E4BA91E5B79EE5B88232303236E5B9B4E68998E882B2E5B7A5E4BD9CE8A681E782B90A0AE4B880E38081E68998E882B2E4BE9BE7BB990A0A312EE689A9E5A4A7E68998E4BD8DE4BE9BE7BB99E38082E585A8E5B9B4E696B0E5A29EE68998E4BD8D31323030E4B8AAE38082EFBC88E789B5E5A4B4E58D95E4BD8DEFBC9AE5B882E68998E882B2E4B8ADE5BF83EFBC9BE9858DE59088E58D95E4BD8DEFBC9AE4B89CE6B996E58CBAE58DABE7949FE581A5E5BAB7E5B180EFBC890A');
CREATE TABLE package_cell (
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    field TEXT NOT NULL CHECK (field IN ('value', 'numerator', 'denominator', 'note')),
    base_number REAL,
    base_text TEXT,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (unit_id, indicator_id, period_id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE package_text (
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    passage TEXT NOT NULL CHECK (passage IN ('progress', 'problems', 'next_steps')),
    base_text TEXT,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (unit_id, measure_id, period_id, passage)
) STRICT, WITHOUT ROWID;
CREATE TABLE period (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    start TEXT NOT NULL CHECK (date(start) IS start),
    end TEXT NOT NULL CHECK (date(end) IS end),
    CHECK (start <= end)
) STRICT;
INSERT INTO "period" VALUES(202603,'2026-03','2026-03-01','2026-03-31');
INSERT INTO "period" VALUES(202604,'2026-04','2026-04-01','2026-04-30');
CREATE TABLE phase_closing (
    milestone_id INTEGER PRIMARY KEY REFERENCES milestone (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    closed_on TEXT NOT NULL CHECK (date(closed_on) IS closed_on),
    findings TEXT NOT NULL CHECK (findings <> ''),
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE plan (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    document_id INTEGER REFERENCES document (id),
    title TEXT NOT NULL CHECK (title <> ''),
    number TEXT,
    issuer TEXT,
    issued TEXT CHECK (date(issued) IS issued),
    start TEXT NOT NULL CHECK (date(start) IS start),
    due TEXT NOT NULL CHECK (date(due) IS due),
    position INTEGER NOT NULL,
    CHECK (start <= due)
) STRICT;
INSERT INTO "plan" VALUES(1,'01a21a3b-f538-7ace-8164-b4bf279fc0ef',1,'云州市2026年托育工作要点',NULL,NULL,NULL,'2026-01-01','2026-12-31',0);
CREATE TABLE planned_value (
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    value REAL NOT NULL,
    value_text TEXT,
    PRIMARY KEY (indicator_id, period_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE preset (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT, WITHOUT ROWID;
CREATE TABLE rectification (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    -- The light that asked for it: an indicator's or a measure's; over all units, or the responsible unit's own.
    indicator_id INTEGER REFERENCES indicator (id),
    measure_id INTEGER REFERENCES measure (id),
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    -- The period whose judgement asked for it, and what was said then.
    period_id INTEGER NOT NULL REFERENCES period (id),
    light TEXT NOT NULL CHECK (light IN ('yellow', 'red')),
    finding TEXT NOT NULL CHECK (finding <> ''),
    cause TEXT NOT NULL,
    action TEXT NOT NULL,
    deadline TEXT CHECK (date(deadline) IS deadline),
    person TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'applied', 'signed_off')),
    opened_on TEXT NOT NULL CHECK (date(opened_on) IS opened_on),
    closed_on TEXT CHECK (date(closed_on) IS closed_on),
    CHECK ((indicator_id IS NULL) <> (measure_id IS NULL)),
    CHECK (own = 0 OR indicator_id IS NOT NULL),
    CHECK (deadline IS NULL OR opened_on <= deadline),
    CHECK ((closed_on IS NOT NULL) = (state = 'signed_off')),
    CHECK (closed_on IS NULL OR opened_on <= closed_on)
) STRICT;
CREATE TABLE rectification_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rectification_id INTEGER NOT NULL REFERENCES rectification (id),
    kind TEXT NOT NULL CHECK (kind IN ('opened', 'changed', 'applied', 'sent_back', 'signed_off')),
    made_on TEXT NOT NULL CHECK (date(made_on) IS made_on),
    note TEXT NOT NULL,
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE replay (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    direction TEXT NOT NULL CHECK (direction IN ('undo', 'redo')),
    -- The newest undoable operation at that time: a later one ends the chance to redo.
    newest_operation_id INTEGER NOT NULL REFERENCES operation (id),
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE responsibility (
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'cooperating')),
    position INTEGER NOT NULL,
    PRIMARY KEY (measure_id, unit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "responsibility" VALUES(1,1,'lead',1);
INSERT INTO "responsibility" VALUES(1,2,'cooperating',2);
CREATE TABLE section (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    number TEXT,
    title TEXT NOT NULL,
    position INTEGER NOT NULL
, weight REAL CHECK (weight >= 0)) STRICT;
INSERT INTO "section" VALUES(1,'01a21a3b-f538-7c84-ba91-45eb5b49b54e',1,'一、','托育供给',0,NULL);
CREATE TABLE setting (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    short_name TEXT,
    parent_id INTEGER REFERENCES unit (id) CHECK (parent_id <> id),
    is_group INTEGER NOT NULL DEFAULT 0 CHECK (is_group IN (0, 1)),
    position INTEGER NOT NULL
) STRICT;
INSERT INTO "unit" VALUES(1,'01a21a3b-f538-7301-a0d5-386ba51f6fdc','市托育中心',NULL,NULL,0,0);
INSERT INTO "unit" VALUES(2,'01a21a3b-f538-747f-8375-97db5d7d085c','东湖区卫生健康局',NULL,NULL,0,1);
CREATE TABLE unit_alias (
    alias TEXT PRIMARY KEY CHECK (alias <> ''),
    unit_id INTEGER NOT NULL REFERENCES unit (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE unit_member (
    group_id INTEGER NOT NULL REFERENCES unit (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id) CHECK (unit_id <> group_id),
    PRIMARY KEY (group_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_to_undo ON operation (id) WHERE undoable = 1 AND undone = 0;
CREATE INDEX replay_of_operation ON replay (operation_id);
CREATE INDEX change_of_operation ON change (operation_id, id);
CREATE INDEX change_of_row ON change (table_name, row_key, id);
CREATE INDEX change_of_replay ON change (replay_id) WHERE replay_id IS NOT NULL;
CREATE INDEX document_by_sha256 ON document (sha256);
CREATE INDEX plan_of_document ON plan (document_id);
CREATE INDEX section_of_plan ON section (plan_id, position);
CREATE INDEX measure_of_plan ON measure (plan_id, position);
CREATE INDEX measure_of_section ON measure (section_id);
CREATE INDEX unit_of_parent ON unit (parent_id);
CREATE INDEX alias_of_unit ON unit_alias (unit_id);
CREATE INDEX groups_of_unit ON unit_member (unit_id);
CREATE INDEX responsibility_of_unit ON responsibility (unit_id);
CREATE INDEX indicator_of_plan ON indicator (plan_id, position);
CREATE INDEX indicator_of_measure ON indicator (measure_id, position);
CREATE INDEX allocation_of_unit ON allocation (unit_id);
CREATE INDEX achievement_of_plan ON achievement (plan_id, position);
CREATE INDEX achievement_of_measure ON achievement (measure_id);
CREATE INDEX entry_of_period ON entry (period_id);
CREATE INDEX entry_of_unit ON entry (unit_id, period_id);
CREATE INDEX narrative_of_period ON narrative (period_id);
CREATE INDEX narrative_of_unit ON narrative (unit_id);
CREATE INDEX milestone_of_plan ON milestone (plan_id, position);
CREATE INDEX milestone_of_measure ON milestone (measure_id);
CREATE INDEX exchange_of_plan ON exchange (plan_id, period_id);
CREATE INDEX exchange_of_unit ON exchange (unit_id);
CREATE INDEX exchange_of_period ON exchange (period_id);
CREATE INDEX exchange_cell_of_indicator ON exchange_cell (indicator_id);
CREATE INDEX return_of_exchange ON exchange_return (exchange_id);
CREATE INDEX return_by_sha256 ON exchange_return (sha256);
CREATE INDEX issue_of_return ON exchange_issue (return_id);
CREATE INDEX draft_by_sha256 ON draft (sha256);
CREATE INDEX measure_continued ON measure_continuation (earlier_id);
CREATE INDEX indicator_continued ON indicator_continuation (earlier_id);
CREATE INDEX measure_of_document ON measure (document_id);
CREATE INDEX indicator_of_document ON indicator (document_id);
CREATE INDEX adjustment_of_plan ON adjustment (plan_id, period_id);
CREATE INDEX adjustment_of_unit ON adjustment (unit_id);
CREATE INDEX adjustment_of_period ON adjustment (period_id);
CREATE INDEX freeze_of_plan ON freeze (plan_id, last_day);
CREATE INDEX freeze_of_period ON freeze (period_id);
CREATE INDEX frozen_of_indicator ON frozen_indicator (indicator_id);
CREATE INDEX frozen_indicator_of_measure ON frozen_indicator (measure_id);
CREATE INDEX frozen_of_measure ON frozen_measure (measure_id);
CREATE INDEX frozen_of_unit ON frozen_unit (unit_id);
CREATE INDEX planned_of_period ON planned_value (period_id);
CREATE INDEX closing_of_period ON phase_closing (period_id);
CREATE UNIQUE INDEX listing_in_force ON listing (measure_id) WHERE lifted_on IS NULL;
CREATE INDEX listing_of_measure ON listing (measure_id);
CREATE INDEX inspection_of_listing ON inspection (listing_id, made_on);
CREATE UNIQUE INDEX rectification_of_light ON rectification (
    ifnull(indicator_id, 0), ifnull(measure_id, 0), own, CASE own WHEN 1 THEN unit_id ELSE 0 END
) WHERE state <> 'signed_off';
CREATE INDEX rectification_of_plan ON rectification (plan_id, state);
CREATE INDEX rectification_of_measure ON rectification (measure_id);
CREATE INDEX rectification_of_indicator ON rectification (indicator_id);
CREATE INDEX rectification_of_unit ON rectification (unit_id);
CREATE INDEX rectification_of_period ON rectification (period_id);
CREATE INDEX step_of_rectification ON rectification_step (rectification_id, id);
CREATE INDEX merged_into_unit ON merged_unit (unit_id);
CREATE INDEX package_cell_of_indicator ON package_cell (indicator_id);
CREATE INDEX package_cell_of_period ON package_cell (period_id);
CREATE INDEX package_text_of_measure ON package_text (measure_id);
CREATE INDEX package_text_of_period ON package_text (period_id);
CREATE INDEX exchange_text_of_measure ON exchange_text (measure_id);
CREATE TRIGGER door_original_insert BEFORE INSERT ON original BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_original_update BEFORE UPDATE ON original BEGIN SELECT RAISE(ABORT, 'original: 只能新增，不能修改或删除'); END;
CREATE TRIGGER door_original_delete BEFORE DELETE ON original BEGIN SELECT RAISE(ABORT, 'original: 只能新增，不能修改或删除'); END;
CREATE TRIGGER door_document_insert BEFORE INSERT ON document BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_document_update BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_document_delete BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_document_insert AFTER INSERT ON document BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'document', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'name', NEW."name", 'format', NEW."format", 'sha256', NEW."sha256", 'cleaned', NEW."cleaned", 'received_at', NEW."received_at") FROM open_operation;
END;
CREATE TRIGGER log_document_update AFTER UPDATE ON document WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."name" IS NOT NEW."name" OR OLD."format" IS NOT NEW."format" OR OLD."sha256" IS NOT NEW."sha256" OR OLD."cleaned" IS NOT NEW."cleaned" OR OLD."received_at" IS NOT NEW."received_at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'document', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'name', OLD."name", 'format', OLD."format", 'sha256', OLD."sha256", 'cleaned', OLD."cleaned", 'received_at', OLD."received_at"), json_object('id', NEW."id", 'uid', NEW."uid", 'name', NEW."name", 'format', NEW."format", 'sha256', NEW."sha256", 'cleaned', NEW."cleaned", 'received_at', NEW."received_at") FROM open_operation;
END;
CREATE TRIGGER log_document_delete AFTER DELETE ON document BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'document', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'name', OLD."name", 'format', OLD."format", 'sha256', OLD."sha256", 'cleaned', OLD."cleaned", 'received_at', OLD."received_at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_plan_insert BEFORE INSERT ON plan BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_plan_update BEFORE UPDATE ON plan BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_plan_delete BEFORE DELETE ON plan BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_plan_insert AFTER INSERT ON plan BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'plan', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'document_id', NEW."document_id", 'title', NEW."title", 'number', NEW."number", 'issuer', NEW."issuer", 'issued', NEW."issued", 'start', NEW."start", 'due', NEW."due", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_plan_update AFTER UPDATE ON plan WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."document_id" IS NOT NEW."document_id" OR OLD."title" IS NOT NEW."title" OR OLD."number" IS NOT NEW."number" OR OLD."issuer" IS NOT NEW."issuer" OR OLD."issued" IS NOT NEW."issued" OR OLD."start" IS NOT NEW."start" OR OLD."due" IS NOT NEW."due" OR OLD."position" IS NOT NEW."position" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'plan', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'document_id', OLD."document_id", 'title', OLD."title", 'number', OLD."number", 'issuer', OLD."issuer", 'issued', OLD."issued", 'start', OLD."start", 'due', OLD."due", 'position', OLD."position"), json_object('id', NEW."id", 'uid', NEW."uid", 'document_id', NEW."document_id", 'title', NEW."title", 'number', NEW."number", 'issuer', NEW."issuer", 'issued', NEW."issued", 'start', NEW."start", 'due', NEW."due", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_plan_delete AFTER DELETE ON plan BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'plan', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'document_id', OLD."document_id", 'title', OLD."title", 'number', OLD."number", 'issuer', OLD."issuer", 'issued', OLD."issued", 'start', OLD."start", 'due', OLD."due", 'position', OLD."position"), NULL FROM open_operation;
END;
CREATE TRIGGER door_section_insert BEFORE INSERT ON section BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_section_update BEFORE UPDATE ON section BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_section_delete BEFORE DELETE ON section BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_section_insert AFTER INSERT ON section BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'section', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'number', NEW."number", 'title', NEW."title", 'position', NEW."position", 'weight', NEW."weight") FROM open_operation;
END;
CREATE TRIGGER log_section_update AFTER UPDATE ON section WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."number" IS NOT NEW."number" OR OLD."title" IS NOT NEW."title" OR OLD."position" IS NOT NEW."position" OR OLD."weight" IS NOT NEW."weight" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'section', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'number', OLD."number", 'title', OLD."title", 'position', OLD."position", 'weight', OLD."weight"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'number', NEW."number", 'title', NEW."title", 'position', NEW."position", 'weight', NEW."weight") FROM open_operation;
END;
CREATE TRIGGER log_section_delete AFTER DELETE ON section BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'section', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'number', OLD."number", 'title', OLD."title", 'position', OLD."position", 'weight', OLD."weight"), NULL FROM open_operation;
END;
CREATE TRIGGER door_measure_insert BEFORE INSERT ON measure BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_measure_update BEFORE UPDATE ON measure BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_measure_delete BEFORE DELETE ON measure BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_measure_insert AFTER INSERT ON measure BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'measure', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'section_id', NEW."section_id", 'number', NEW."number", 'title', NEW."title", 'text', NEW."text", 'deadline', NEW."deadline", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position", 'document_id', NEW."document_id", 'weight', NEW."weight") FROM open_operation;
END;
CREATE TRIGGER log_measure_update AFTER UPDATE ON measure WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."section_id" IS NOT NEW."section_id" OR OLD."number" IS NOT NEW."number" OR OLD."title" IS NOT NEW."title" OR OLD."text" IS NOT NEW."text" OR OLD."deadline" IS NOT NEW."deadline" OR OLD."span_start" IS NOT NEW."span_start" OR OLD."span_end" IS NOT NEW."span_end" OR OLD."position" IS NOT NEW."position" OR OLD."document_id" IS NOT NEW."document_id" OR OLD."weight" IS NOT NEW."weight" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'measure', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'section_id', OLD."section_id", 'number', OLD."number", 'title', OLD."title", 'text', OLD."text", 'deadline', OLD."deadline", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position", 'document_id', OLD."document_id", 'weight', OLD."weight"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'section_id', NEW."section_id", 'number', NEW."number", 'title', NEW."title", 'text', NEW."text", 'deadline', NEW."deadline", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position", 'document_id', NEW."document_id", 'weight', NEW."weight") FROM open_operation;
END;
CREATE TRIGGER log_measure_delete AFTER DELETE ON measure BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'measure', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'section_id', OLD."section_id", 'number', OLD."number", 'title', OLD."title", 'text', OLD."text", 'deadline', OLD."deadline", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position", 'document_id', OLD."document_id", 'weight', OLD."weight"), NULL FROM open_operation;
END;
CREATE TRIGGER door_unit_insert BEFORE INSERT ON unit BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_unit_update BEFORE UPDATE ON unit BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_unit_delete BEFORE DELETE ON unit BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_unit_insert AFTER INSERT ON unit BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'unit', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'name', NEW."name", 'short_name', NEW."short_name", 'parent_id', NEW."parent_id", 'is_group', NEW."is_group", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_unit_update AFTER UPDATE ON unit WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."name" IS NOT NEW."name" OR OLD."short_name" IS NOT NEW."short_name" OR OLD."parent_id" IS NOT NEW."parent_id" OR OLD."is_group" IS NOT NEW."is_group" OR OLD."position" IS NOT NEW."position" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'unit', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'name', OLD."name", 'short_name', OLD."short_name", 'parent_id', OLD."parent_id", 'is_group', OLD."is_group", 'position', OLD."position"), json_object('id', NEW."id", 'uid', NEW."uid", 'name', NEW."name", 'short_name', NEW."short_name", 'parent_id', NEW."parent_id", 'is_group', NEW."is_group", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_unit_delete AFTER DELETE ON unit BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'unit', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'name', OLD."name", 'short_name', OLD."short_name", 'parent_id', OLD."parent_id", 'is_group', OLD."is_group", 'position', OLD."position"), NULL FROM open_operation;
END;
CREATE TRIGGER door_unit_alias_insert BEFORE INSERT ON unit_alias BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_unit_alias_update BEFORE UPDATE ON unit_alias BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_unit_alias_delete BEFORE DELETE ON unit_alias BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_unit_alias_insert AFTER INSERT ON unit_alias BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'unit_alias', json_array(NEW."alias"), NULL, json_object('alias', NEW."alias", 'unit_id', NEW."unit_id") FROM open_operation;
END;
CREATE TRIGGER log_unit_alias_update AFTER UPDATE ON unit_alias WHEN OLD."alias" IS NOT NEW."alias" OR OLD."unit_id" IS NOT NEW."unit_id" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'unit_alias', json_array(OLD."alias"), json_object('alias', OLD."alias", 'unit_id', OLD."unit_id"), json_object('alias', NEW."alias", 'unit_id', NEW."unit_id") FROM open_operation;
END;
CREATE TRIGGER log_unit_alias_delete AFTER DELETE ON unit_alias BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'unit_alias', json_array(OLD."alias"), json_object('alias', OLD."alias", 'unit_id', OLD."unit_id"), NULL FROM open_operation;
END;
CREATE TRIGGER door_unit_member_insert BEFORE INSERT ON unit_member BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_unit_member_update BEFORE UPDATE ON unit_member BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_unit_member_delete BEFORE DELETE ON unit_member BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_unit_member_insert AFTER INSERT ON unit_member BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'unit_member', json_array(NEW."group_id", NEW."unit_id"), NULL, json_object('group_id', NEW."group_id", 'unit_id', NEW."unit_id") FROM open_operation;
END;
CREATE TRIGGER log_unit_member_update AFTER UPDATE ON unit_member WHEN OLD."group_id" IS NOT NEW."group_id" OR OLD."unit_id" IS NOT NEW."unit_id" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'unit_member', json_array(OLD."group_id", OLD."unit_id"), json_object('group_id', OLD."group_id", 'unit_id', OLD."unit_id"), json_object('group_id', NEW."group_id", 'unit_id', NEW."unit_id") FROM open_operation;
END;
CREATE TRIGGER log_unit_member_delete AFTER DELETE ON unit_member BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'unit_member', json_array(OLD."group_id", OLD."unit_id"), json_object('group_id', OLD."group_id", 'unit_id', OLD."unit_id"), NULL FROM open_operation;
END;
CREATE TRIGGER door_merged_unit_insert BEFORE INSERT ON merged_unit BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_merged_unit_update BEFORE UPDATE ON merged_unit BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_merged_unit_delete BEFORE DELETE ON merged_unit BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_merged_unit_insert AFTER INSERT ON merged_unit BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'merged_unit', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'name', NEW."name", 'unit_id', NEW."unit_id") FROM open_operation;
END;
CREATE TRIGGER log_merged_unit_update AFTER UPDATE ON merged_unit WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."name" IS NOT NEW."name" OR OLD."unit_id" IS NOT NEW."unit_id" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'merged_unit', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'name', OLD."name", 'unit_id', OLD."unit_id"), json_object('id', NEW."id", 'uid', NEW."uid", 'name', NEW."name", 'unit_id', NEW."unit_id") FROM open_operation;
END;
CREATE TRIGGER log_merged_unit_delete AFTER DELETE ON merged_unit BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'merged_unit', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'name', OLD."name", 'unit_id', OLD."unit_id"), NULL FROM open_operation;
END;
CREATE TRIGGER door_responsibility_insert BEFORE INSERT ON responsibility BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_responsibility_update BEFORE UPDATE ON responsibility BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_responsibility_delete BEFORE DELETE ON responsibility BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_responsibility_insert AFTER INSERT ON responsibility BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'responsibility', json_array(NEW."measure_id", NEW."unit_id"), NULL, json_object('measure_id', NEW."measure_id", 'unit_id', NEW."unit_id", 'role', NEW."role", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_responsibility_update AFTER UPDATE ON responsibility WHEN OLD."measure_id" IS NOT NEW."measure_id" OR OLD."unit_id" IS NOT NEW."unit_id" OR OLD."role" IS NOT NEW."role" OR OLD."position" IS NOT NEW."position" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'responsibility', json_array(OLD."measure_id", OLD."unit_id"), json_object('measure_id', OLD."measure_id", 'unit_id', OLD."unit_id", 'role', OLD."role", 'position', OLD."position"), json_object('measure_id', NEW."measure_id", 'unit_id', NEW."unit_id", 'role', NEW."role", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_responsibility_delete AFTER DELETE ON responsibility BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'responsibility', json_array(OLD."measure_id", OLD."unit_id"), json_object('measure_id', OLD."measure_id", 'unit_id', OLD."unit_id", 'role', OLD."role", 'position', OLD."position"), NULL FROM open_operation;
END;
CREATE TRIGGER door_indicator_insert BEFORE INSERT ON indicator BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_indicator_update BEFORE UPDATE ON indicator BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_indicator_delete BEFORE DELETE ON indicator BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_indicator_insert AFTER INSERT ON indicator BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'indicator', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'measure_id', NEW."measure_id", 'name', NEW."name", 'unit', NEW."unit", 'comparator', NEW."comparator", 'target', NEW."target", 'target_text', NEW."target_text", 'upper', NEW."upper", 'upper_text', NEW."upper_text", 'baseline', NEW."baseline", 'baseline_text', NEW."baseline_text", 'baseline_date', NEW."baseline_date", 'start', NEW."start", 'due', NEW."due", 'kind', NEW."kind", 'pace', NEW."pace", 'roll_up', NEW."roll_up", 'weight', NEW."weight", 'quote', NEW."quote", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position", 'document_id', NEW."document_id", 'every', NEW."every") FROM open_operation;
END;
CREATE TRIGGER log_indicator_update AFTER UPDATE ON indicator WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."name" IS NOT NEW."name" OR OLD."unit" IS NOT NEW."unit" OR OLD."comparator" IS NOT NEW."comparator" OR OLD."target" IS NOT NEW."target" OR OLD."target_text" IS NOT NEW."target_text" OR OLD."upper" IS NOT NEW."upper" OR OLD."upper_text" IS NOT NEW."upper_text" OR OLD."baseline" IS NOT NEW."baseline" OR OLD."baseline_text" IS NOT NEW."baseline_text" OR OLD."baseline_date" IS NOT NEW."baseline_date" OR OLD."start" IS NOT NEW."start" OR OLD."due" IS NOT NEW."due" OR OLD."kind" IS NOT NEW."kind" OR OLD."pace" IS NOT NEW."pace" OR OLD."roll_up" IS NOT NEW."roll_up" OR OLD."weight" IS NOT NEW."weight" OR OLD."quote" IS NOT NEW."quote" OR OLD."span_start" IS NOT NEW."span_start" OR OLD."span_end" IS NOT NEW."span_end" OR OLD."position" IS NOT NEW."position" OR OLD."document_id" IS NOT NEW."document_id" OR OLD."every" IS NOT NEW."every" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'indicator', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'measure_id', OLD."measure_id", 'name', OLD."name", 'unit', OLD."unit", 'comparator', OLD."comparator", 'target', OLD."target", 'target_text', OLD."target_text", 'upper', OLD."upper", 'upper_text', OLD."upper_text", 'baseline', OLD."baseline", 'baseline_text', OLD."baseline_text", 'baseline_date', OLD."baseline_date", 'start', OLD."start", 'due', OLD."due", 'kind', OLD."kind", 'pace', OLD."pace", 'roll_up', OLD."roll_up", 'weight', OLD."weight", 'quote', OLD."quote", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position", 'document_id', OLD."document_id", 'every', OLD."every"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'measure_id', NEW."measure_id", 'name', NEW."name", 'unit', NEW."unit", 'comparator', NEW."comparator", 'target', NEW."target", 'target_text', NEW."target_text", 'upper', NEW."upper", 'upper_text', NEW."upper_text", 'baseline', NEW."baseline", 'baseline_text', NEW."baseline_text", 'baseline_date', NEW."baseline_date", 'start', NEW."start", 'due', NEW."due", 'kind', NEW."kind", 'pace', NEW."pace", 'roll_up', NEW."roll_up", 'weight', NEW."weight", 'quote', NEW."quote", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position", 'document_id', NEW."document_id", 'every', NEW."every") FROM open_operation;
END;
CREATE TRIGGER log_indicator_delete AFTER DELETE ON indicator BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'indicator', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'measure_id', OLD."measure_id", 'name', OLD."name", 'unit', OLD."unit", 'comparator', OLD."comparator", 'target', OLD."target", 'target_text', OLD."target_text", 'upper', OLD."upper", 'upper_text', OLD."upper_text", 'baseline', OLD."baseline", 'baseline_text', OLD."baseline_text", 'baseline_date', OLD."baseline_date", 'start', OLD."start", 'due', OLD."due", 'kind', OLD."kind", 'pace', OLD."pace", 'roll_up', OLD."roll_up", 'weight', OLD."weight", 'quote', OLD."quote", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position", 'document_id', OLD."document_id", 'every', OLD."every"), NULL FROM open_operation;
END;
CREATE TRIGGER door_measure_continuation_insert BEFORE INSERT ON measure_continuation BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_measure_continuation_update BEFORE UPDATE ON measure_continuation BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_measure_continuation_delete BEFORE DELETE ON measure_continuation BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_measure_continuation_insert AFTER INSERT ON measure_continuation BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'measure_continuation', json_array(NEW."measure_id"), NULL, json_object('measure_id', NEW."measure_id", 'earlier_id', NEW."earlier_id") FROM open_operation;
END;
CREATE TRIGGER log_measure_continuation_update AFTER UPDATE ON measure_continuation WHEN OLD."measure_id" IS NOT NEW."measure_id" OR OLD."earlier_id" IS NOT NEW."earlier_id" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'measure_continuation', json_array(OLD."measure_id"), json_object('measure_id', OLD."measure_id", 'earlier_id', OLD."earlier_id"), json_object('measure_id', NEW."measure_id", 'earlier_id', NEW."earlier_id") FROM open_operation;
END;
CREATE TRIGGER log_measure_continuation_delete AFTER DELETE ON measure_continuation BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'measure_continuation', json_array(OLD."measure_id"), json_object('measure_id', OLD."measure_id", 'earlier_id', OLD."earlier_id"), NULL FROM open_operation;
END;
CREATE TRIGGER door_indicator_continuation_insert BEFORE INSERT ON indicator_continuation BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_indicator_continuation_update BEFORE UPDATE ON indicator_continuation BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_indicator_continuation_delete BEFORE DELETE ON indicator_continuation BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_indicator_continuation_insert AFTER INSERT ON indicator_continuation BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'indicator_continuation', json_array(NEW."indicator_id"), NULL, json_object('indicator_id', NEW."indicator_id", 'earlier_id', NEW."earlier_id") FROM open_operation;
END;
CREATE TRIGGER log_indicator_continuation_update AFTER UPDATE ON indicator_continuation WHEN OLD."indicator_id" IS NOT NEW."indicator_id" OR OLD."earlier_id" IS NOT NEW."earlier_id" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'indicator_continuation', json_array(OLD."indicator_id"), json_object('indicator_id', OLD."indicator_id", 'earlier_id', OLD."earlier_id"), json_object('indicator_id', NEW."indicator_id", 'earlier_id', NEW."earlier_id") FROM open_operation;
END;
CREATE TRIGGER log_indicator_continuation_delete AFTER DELETE ON indicator_continuation BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'indicator_continuation', json_array(OLD."indicator_id"), json_object('indicator_id', OLD."indicator_id", 'earlier_id', OLD."earlier_id"), NULL FROM open_operation;
END;
CREATE TRIGGER door_allocation_insert BEFORE INSERT ON allocation BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_allocation_update BEFORE UPDATE ON allocation BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_allocation_delete BEFORE DELETE ON allocation BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_allocation_insert AFTER INSERT ON allocation BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'allocation', json_array(NEW."indicator_id", NEW."unit_id"), NULL, json_object('indicator_id', NEW."indicator_id", 'unit_id', NEW."unit_id", 'target', NEW."target", 'target_text', NEW."target_text") FROM open_operation;
END;
CREATE TRIGGER log_allocation_update AFTER UPDATE ON allocation WHEN OLD."indicator_id" IS NOT NEW."indicator_id" OR OLD."unit_id" IS NOT NEW."unit_id" OR OLD."target" IS NOT NEW."target" OR OLD."target_text" IS NOT NEW."target_text" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'allocation', json_array(OLD."indicator_id", OLD."unit_id"), json_object('indicator_id', OLD."indicator_id", 'unit_id', OLD."unit_id", 'target', OLD."target", 'target_text', OLD."target_text"), json_object('indicator_id', NEW."indicator_id", 'unit_id', NEW."unit_id", 'target', NEW."target", 'target_text', NEW."target_text") FROM open_operation;
END;
CREATE TRIGGER log_allocation_delete AFTER DELETE ON allocation BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'allocation', json_array(OLD."indicator_id", OLD."unit_id"), json_object('indicator_id', OLD."indicator_id", 'unit_id', OLD."unit_id", 'target', OLD."target", 'target_text', OLD."target_text"), NULL FROM open_operation;
END;
CREATE TRIGGER door_planned_value_insert BEFORE INSERT ON planned_value BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_planned_value_update BEFORE UPDATE ON planned_value BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_planned_value_delete BEFORE DELETE ON planned_value BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_planned_value_insert AFTER INSERT ON planned_value BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'planned_value', json_array(NEW."indicator_id", NEW."period_id"), NULL, json_object('indicator_id', NEW."indicator_id", 'period_id', NEW."period_id", 'value', NEW."value", 'value_text', NEW."value_text") FROM open_operation;
END;
CREATE TRIGGER log_planned_value_update AFTER UPDATE ON planned_value WHEN OLD."indicator_id" IS NOT NEW."indicator_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."value" IS NOT NEW."value" OR OLD."value_text" IS NOT NEW."value_text" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'planned_value', json_array(OLD."indicator_id", OLD."period_id"), json_object('indicator_id', OLD."indicator_id", 'period_id', OLD."period_id", 'value', OLD."value", 'value_text', OLD."value_text"), json_object('indicator_id', NEW."indicator_id", 'period_id', NEW."period_id", 'value', NEW."value", 'value_text', NEW."value_text") FROM open_operation;
END;
CREATE TRIGGER log_planned_value_delete AFTER DELETE ON planned_value BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'planned_value', json_array(OLD."indicator_id", OLD."period_id"), json_object('indicator_id', OLD."indicator_id", 'period_id', OLD."period_id", 'value', OLD."value", 'value_text', OLD."value_text"), NULL FROM open_operation;
END;
CREATE TRIGGER door_achievement_insert BEFORE INSERT ON achievement BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_achievement_update BEFORE UPDATE ON achievement BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_achievement_delete BEFORE DELETE ON achievement BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_achievement_insert AFTER INSERT ON achievement BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'achievement', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'plan_id', NEW."plan_id", 'measure_id', NEW."measure_id", 'name', NEW."name", 'unit', NEW."unit", 'value', NEW."value", 'value_text', NEW."value_text", 'quote', NEW."quote", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_achievement_update AFTER UPDATE ON achievement WHEN OLD."id" IS NOT NEW."id" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."name" IS NOT NEW."name" OR OLD."unit" IS NOT NEW."unit" OR OLD."value" IS NOT NEW."value" OR OLD."value_text" IS NOT NEW."value_text" OR OLD."quote" IS NOT NEW."quote" OR OLD."span_start" IS NOT NEW."span_start" OR OLD."span_end" IS NOT NEW."span_end" OR OLD."position" IS NOT NEW."position" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'achievement', json_array(OLD."id"), json_object('id', OLD."id", 'plan_id', OLD."plan_id", 'measure_id', OLD."measure_id", 'name', OLD."name", 'unit', OLD."unit", 'value', OLD."value", 'value_text', OLD."value_text", 'quote', OLD."quote", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position"), json_object('id', NEW."id", 'plan_id', NEW."plan_id", 'measure_id', NEW."measure_id", 'name', NEW."name", 'unit', NEW."unit", 'value', NEW."value", 'value_text', NEW."value_text", 'quote', NEW."quote", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_achievement_delete AFTER DELETE ON achievement BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'achievement', json_array(OLD."id"), json_object('id', OLD."id", 'plan_id', OLD."plan_id", 'measure_id', OLD."measure_id", 'name', OLD."name", 'unit', OLD."unit", 'value', OLD."value", 'value_text', OLD."value_text", 'quote', OLD."quote", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position"), NULL FROM open_operation;
END;
CREATE TRIGGER door_period_insert BEFORE INSERT ON period BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_period_update BEFORE UPDATE ON period BEGIN SELECT RAISE(ABORT, 'period: 只能新增，不能修改或删除'); END;
CREATE TRIGGER door_period_delete BEFORE DELETE ON period BEGIN SELECT RAISE(ABORT, 'period: 只能新增，不能修改或删除'); END;
CREATE TRIGGER door_freeze_insert BEFORE INSERT ON freeze BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_freeze_update BEFORE UPDATE ON freeze BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_freeze_delete BEFORE DELETE ON freeze BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_freeze_insert AFTER INSERT ON freeze BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'freeze', json_array(NEW."plan_id", NEW."period_id"), NULL, json_object('plan_id', NEW."plan_id", 'period_id', NEW."period_id", 'last_day', NEW."last_day", 'rules', NEW."rules", 'locked', NEW."locked", 'who', NEW."who", 'frozen_at', NEW."frozen_at") FROM open_operation;
END;
CREATE TRIGGER log_freeze_update AFTER UPDATE ON freeze WHEN OLD."plan_id" IS NOT NEW."plan_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."last_day" IS NOT NEW."last_day" OR OLD."rules" IS NOT NEW."rules" OR OLD."locked" IS NOT NEW."locked" OR OLD."who" IS NOT NEW."who" OR OLD."frozen_at" IS NOT NEW."frozen_at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'freeze', json_array(OLD."plan_id", OLD."period_id"), json_object('plan_id', OLD."plan_id", 'period_id', OLD."period_id", 'last_day', OLD."last_day", 'rules', OLD."rules", 'locked', OLD."locked", 'who', OLD."who", 'frozen_at', OLD."frozen_at"), json_object('plan_id', NEW."plan_id", 'period_id', NEW."period_id", 'last_day', NEW."last_day", 'rules', NEW."rules", 'locked', NEW."locked", 'who', NEW."who", 'frozen_at', NEW."frozen_at") FROM open_operation;
END;
CREATE TRIGGER log_freeze_delete AFTER DELETE ON freeze BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'freeze', json_array(OLD."plan_id", OLD."period_id"), json_object('plan_id', OLD."plan_id", 'period_id', OLD."period_id", 'last_day', OLD."last_day", 'rules', OLD."rules", 'locked', OLD."locked", 'who', OLD."who", 'frozen_at', OLD."frozen_at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_frozen_indicator_insert BEFORE INSERT ON frozen_indicator BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_frozen_indicator_update BEFORE UPDATE ON frozen_indicator BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_frozen_indicator_delete BEFORE DELETE ON frozen_indicator BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_frozen_indicator_insert AFTER INSERT ON frozen_indicator BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'frozen_indicator', json_array(NEW."plan_id", NEW."period_id", NEW."indicator_id"), NULL, json_object('plan_id', NEW."plan_id", 'period_id', NEW."period_id", 'indicator_id', NEW."indicator_id", 'measure_id', NEW."measure_id", 'judged', NEW."judged") FROM open_operation;
END;
CREATE TRIGGER log_frozen_indicator_update AFTER UPDATE ON frozen_indicator WHEN OLD."plan_id" IS NOT NEW."plan_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."indicator_id" IS NOT NEW."indicator_id" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."judged" IS NOT NEW."judged" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'frozen_indicator', json_array(OLD."plan_id", OLD."period_id", OLD."indicator_id"), json_object('plan_id', OLD."plan_id", 'period_id', OLD."period_id", 'indicator_id', OLD."indicator_id", 'measure_id', OLD."measure_id", 'judged', OLD."judged"), json_object('plan_id', NEW."plan_id", 'period_id', NEW."period_id", 'indicator_id', NEW."indicator_id", 'measure_id', NEW."measure_id", 'judged', NEW."judged") FROM open_operation;
END;
CREATE TRIGGER log_frozen_indicator_delete AFTER DELETE ON frozen_indicator BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'frozen_indicator', json_array(OLD."plan_id", OLD."period_id", OLD."indicator_id"), json_object('plan_id', OLD."plan_id", 'period_id', OLD."period_id", 'indicator_id', OLD."indicator_id", 'measure_id', OLD."measure_id", 'judged', OLD."judged"), NULL FROM open_operation;
END;
CREATE TRIGGER door_frozen_measure_insert BEFORE INSERT ON frozen_measure BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_frozen_measure_update BEFORE UPDATE ON frozen_measure BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_frozen_measure_delete BEFORE DELETE ON frozen_measure BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_frozen_measure_insert AFTER INSERT ON frozen_measure BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'frozen_measure', json_array(NEW."plan_id", NEW."period_id", NEW."measure_id"), NULL, json_object('plan_id', NEW."plan_id", 'period_id', NEW."period_id", 'measure_id', NEW."measure_id") FROM open_operation;
END;
CREATE TRIGGER log_frozen_measure_update AFTER UPDATE ON frozen_measure WHEN OLD."plan_id" IS NOT NEW."plan_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."measure_id" IS NOT NEW."measure_id" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'frozen_measure', json_array(OLD."plan_id", OLD."period_id", OLD."measure_id"), json_object('plan_id', OLD."plan_id", 'period_id', OLD."period_id", 'measure_id', OLD."measure_id"), json_object('plan_id', NEW."plan_id", 'period_id', NEW."period_id", 'measure_id', NEW."measure_id") FROM open_operation;
END;
CREATE TRIGGER log_frozen_measure_delete AFTER DELETE ON frozen_measure BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'frozen_measure', json_array(OLD."plan_id", OLD."period_id", OLD."measure_id"), json_object('plan_id', OLD."plan_id", 'period_id', OLD."period_id", 'measure_id', OLD."measure_id"), NULL FROM open_operation;
END;
CREATE TRIGGER door_frozen_unit_insert BEFORE INSERT ON frozen_unit BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_frozen_unit_update BEFORE UPDATE ON frozen_unit BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_frozen_unit_delete BEFORE DELETE ON frozen_unit BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_frozen_unit_insert AFTER INSERT ON frozen_unit BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'frozen_unit', json_array(NEW."plan_id", NEW."period_id", NEW."unit_id"), NULL, json_object('plan_id', NEW."plan_id", 'period_id', NEW."period_id", 'unit_id', NEW."unit_id") FROM open_operation;
END;
CREATE TRIGGER log_frozen_unit_update AFTER UPDATE ON frozen_unit WHEN OLD."plan_id" IS NOT NEW."plan_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."unit_id" IS NOT NEW."unit_id" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'frozen_unit', json_array(OLD."plan_id", OLD."period_id", OLD."unit_id"), json_object('plan_id', OLD."plan_id", 'period_id', OLD."period_id", 'unit_id', OLD."unit_id"), json_object('plan_id', NEW."plan_id", 'period_id', NEW."period_id", 'unit_id', NEW."unit_id") FROM open_operation;
END;
CREATE TRIGGER log_frozen_unit_delete AFTER DELETE ON frozen_unit BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'frozen_unit', json_array(OLD."plan_id", OLD."period_id", OLD."unit_id"), json_object('plan_id', OLD."plan_id", 'period_id', OLD."period_id", 'unit_id', OLD."unit_id"), NULL FROM open_operation;
END;
CREATE TRIGGER door_adjustment_insert BEFORE INSERT ON adjustment BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_adjustment_update BEFORE UPDATE ON adjustment BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_adjustment_delete BEFORE DELETE ON adjustment BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_adjustment_insert AFTER INSERT ON adjustment BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'adjustment', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'points', NEW."points", 'reason', NEW."reason", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_adjustment_update AFTER UPDATE ON adjustment WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."unit_id" IS NOT NEW."unit_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."points" IS NOT NEW."points" OR OLD."reason" IS NOT NEW."reason" OR OLD."who" IS NOT NEW."who" OR OLD."at" IS NOT NEW."at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'adjustment', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'points', OLD."points", 'reason', OLD."reason", 'who', OLD."who", 'at', OLD."at"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'points', NEW."points", 'reason', NEW."reason", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_adjustment_delete AFTER DELETE ON adjustment BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'adjustment', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'points', OLD."points", 'reason', OLD."reason", 'who', OLD."who", 'at', OLD."at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_entry_insert BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_entry_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_entry_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_entry_insert AFTER INSERT ON entry BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'entry', json_array(NEW."indicator_id", NEW."unit_id", NEW."period_id"), NULL, json_object('indicator_id', NEW."indicator_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'value', NEW."value", 'numerator', NEW."numerator", 'denominator', NEW."denominator", 'typed', NEW."typed", 'note', NEW."note", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_entry_update AFTER UPDATE ON entry WHEN OLD."indicator_id" IS NOT NEW."indicator_id" OR OLD."unit_id" IS NOT NEW."unit_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."value" IS NOT NEW."value" OR OLD."numerator" IS NOT NEW."numerator" OR OLD."denominator" IS NOT NEW."denominator" OR OLD."typed" IS NOT NEW."typed" OR OLD."note" IS NOT NEW."note" OR OLD."who" IS NOT NEW."who" OR OLD."at" IS NOT NEW."at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'entry', json_array(OLD."indicator_id", OLD."unit_id", OLD."period_id"), json_object('indicator_id', OLD."indicator_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'value', OLD."value", 'numerator', OLD."numerator", 'denominator', OLD."denominator", 'typed', OLD."typed", 'note', OLD."note", 'who', OLD."who", 'at', OLD."at"), json_object('indicator_id', NEW."indicator_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'value', NEW."value", 'numerator', NEW."numerator", 'denominator', NEW."denominator", 'typed', NEW."typed", 'note', NEW."note", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_entry_delete AFTER DELETE ON entry BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'entry', json_array(OLD."indicator_id", OLD."unit_id", OLD."period_id"), json_object('indicator_id', OLD."indicator_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'value', OLD."value", 'numerator', OLD."numerator", 'denominator', OLD."denominator", 'typed', OLD."typed", 'note', OLD."note", 'who', OLD."who", 'at', OLD."at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_narrative_insert BEFORE INSERT ON narrative BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_narrative_update BEFORE UPDATE ON narrative BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_narrative_delete BEFORE DELETE ON narrative BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_narrative_insert AFTER INSERT ON narrative BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'narrative', json_array(NEW."measure_id", NEW."unit_id", NEW."period_id"), NULL, json_object('measure_id', NEW."measure_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'progress', NEW."progress", 'problems', NEW."problems", 'next_steps', NEW."next_steps", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_narrative_update AFTER UPDATE ON narrative WHEN OLD."measure_id" IS NOT NEW."measure_id" OR OLD."unit_id" IS NOT NEW."unit_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."progress" IS NOT NEW."progress" OR OLD."problems" IS NOT NEW."problems" OR OLD."next_steps" IS NOT NEW."next_steps" OR OLD."who" IS NOT NEW."who" OR OLD."at" IS NOT NEW."at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'narrative', json_array(OLD."measure_id", OLD."unit_id", OLD."period_id"), json_object('measure_id', OLD."measure_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'progress', OLD."progress", 'problems', OLD."problems", 'next_steps', OLD."next_steps", 'who', OLD."who", 'at', OLD."at"), json_object('measure_id', NEW."measure_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'progress', NEW."progress", 'problems', NEW."problems", 'next_steps', NEW."next_steps", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_narrative_delete AFTER DELETE ON narrative BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'narrative', json_array(OLD."measure_id", OLD."unit_id", OLD."period_id"), json_object('measure_id', OLD."measure_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'progress', OLD."progress", 'problems', OLD."problems", 'next_steps', OLD."next_steps", 'who', OLD."who", 'at', OLD."at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_milestone_insert BEFORE INSERT ON milestone BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_milestone_update BEFORE UPDATE ON milestone BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_milestone_delete BEFORE DELETE ON milestone BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_milestone_insert AFTER INSERT ON milestone BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'milestone', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'measure_id', NEW."measure_id", 'name', NEW."name", 'due', NEW."due", 'text', NEW."text", 'done_on', NEW."done_on", 'evidence', NEW."evidence", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_milestone_update AFTER UPDATE ON milestone WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."name" IS NOT NEW."name" OR OLD."due" IS NOT NEW."due" OR OLD."text" IS NOT NEW."text" OR OLD."done_on" IS NOT NEW."done_on" OR OLD."evidence" IS NOT NEW."evidence" OR OLD."position" IS NOT NEW."position" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'milestone', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'measure_id', OLD."measure_id", 'name', OLD."name", 'due', OLD."due", 'text', OLD."text", 'done_on', OLD."done_on", 'evidence', OLD."evidence", 'position', OLD."position"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'measure_id', NEW."measure_id", 'name', NEW."name", 'due', NEW."due", 'text', NEW."text", 'done_on', NEW."done_on", 'evidence', NEW."evidence", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_milestone_delete AFTER DELETE ON milestone BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'milestone', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'measure_id', OLD."measure_id", 'name', OLD."name", 'due', OLD."due", 'text', OLD."text", 'done_on', OLD."done_on", 'evidence', OLD."evidence", 'position', OLD."position"), NULL FROM open_operation;
END;
CREATE TRIGGER door_phase_closing_insert BEFORE INSERT ON phase_closing BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_phase_closing_update BEFORE UPDATE ON phase_closing BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_phase_closing_delete BEFORE DELETE ON phase_closing BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_phase_closing_insert AFTER INSERT ON phase_closing BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'phase_closing', json_array(NEW."milestone_id"), NULL, json_object('milestone_id', NEW."milestone_id", 'period_id', NEW."period_id", 'closed_on', NEW."closed_on", 'findings', NEW."findings", 'figures', NEW."figures", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_phase_closing_update AFTER UPDATE ON phase_closing WHEN OLD."milestone_id" IS NOT NEW."milestone_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."closed_on" IS NOT NEW."closed_on" OR OLD."findings" IS NOT NEW."findings" OR OLD."figures" IS NOT NEW."figures" OR OLD."who" IS NOT NEW."who" OR OLD."at" IS NOT NEW."at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'phase_closing', json_array(OLD."milestone_id"), json_object('milestone_id', OLD."milestone_id", 'period_id', OLD."period_id", 'closed_on', OLD."closed_on", 'findings', OLD."findings", 'figures', OLD."figures", 'who', OLD."who", 'at', OLD."at"), json_object('milestone_id', NEW."milestone_id", 'period_id', NEW."period_id", 'closed_on', NEW."closed_on", 'findings', NEW."findings", 'figures', NEW."figures", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_phase_closing_delete AFTER DELETE ON phase_closing BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'phase_closing', json_array(OLD."milestone_id"), json_object('milestone_id', OLD."milestone_id", 'period_id', OLD."period_id", 'closed_on', OLD."closed_on", 'findings', OLD."findings", 'figures', OLD."figures", 'who', OLD."who", 'at', OLD."at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_listing_insert BEFORE INSERT ON listing BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_listing_update BEFORE UPDATE ON listing BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_listing_delete BEFORE DELETE ON listing BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_listing_insert AFTER INSERT ON listing BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'listing', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'measure_id', NEW."measure_id", 'reason', NEW."reason", 'every_days', NEW."every_days", 'listed_on', NEW."listed_on", 'lifted_on', NEW."lifted_on", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_listing_update AFTER UPDATE ON listing WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."reason" IS NOT NEW."reason" OR OLD."every_days" IS NOT NEW."every_days" OR OLD."listed_on" IS NOT NEW."listed_on" OR OLD."lifted_on" IS NOT NEW."lifted_on" OR OLD."who" IS NOT NEW."who" OR OLD."at" IS NOT NEW."at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'listing', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'measure_id', OLD."measure_id", 'reason', OLD."reason", 'every_days', OLD."every_days", 'listed_on', OLD."listed_on", 'lifted_on', OLD."lifted_on", 'who', OLD."who", 'at', OLD."at"), json_object('id', NEW."id", 'uid', NEW."uid", 'measure_id', NEW."measure_id", 'reason', NEW."reason", 'every_days', NEW."every_days", 'listed_on', NEW."listed_on", 'lifted_on', NEW."lifted_on", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_listing_delete AFTER DELETE ON listing BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'listing', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'measure_id', OLD."measure_id", 'reason', OLD."reason", 'every_days', OLD."every_days", 'listed_on', OLD."listed_on", 'lifted_on', OLD."lifted_on", 'who', OLD."who", 'at', OLD."at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_inspection_insert BEFORE INSERT ON inspection BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_inspection_update BEFORE UPDATE ON inspection BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_inspection_delete BEFORE DELETE ON inspection BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_inspection_insert AFTER INSERT ON inspection BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'inspection', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'listing_id', NEW."listing_id", 'made_on', NEW."made_on", 'finding', NEW."finding", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_inspection_update AFTER UPDATE ON inspection WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."listing_id" IS NOT NEW."listing_id" OR OLD."made_on" IS NOT NEW."made_on" OR OLD."finding" IS NOT NEW."finding" OR OLD."who" IS NOT NEW."who" OR OLD."at" IS NOT NEW."at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'inspection', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'listing_id', OLD."listing_id", 'made_on', OLD."made_on", 'finding', OLD."finding", 'who', OLD."who", 'at', OLD."at"), json_object('id', NEW."id", 'uid', NEW."uid", 'listing_id', NEW."listing_id", 'made_on', NEW."made_on", 'finding', NEW."finding", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_inspection_delete AFTER DELETE ON inspection BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'inspection', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'listing_id', OLD."listing_id", 'made_on', OLD."made_on", 'finding', OLD."finding", 'who', OLD."who", 'at', OLD."at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_rectification_insert BEFORE INSERT ON rectification BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_rectification_update BEFORE UPDATE ON rectification BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_rectification_delete BEFORE DELETE ON rectification BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_rectification_insert AFTER INSERT ON rectification BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'rectification', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'indicator_id', NEW."indicator_id", 'measure_id', NEW."measure_id", 'own', NEW."own", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'light', NEW."light", 'finding', NEW."finding", 'cause', NEW."cause", 'action', NEW."action", 'deadline', NEW."deadline", 'person', NEW."person", 'state', NEW."state", 'opened_on', NEW."opened_on", 'closed_on', NEW."closed_on") FROM open_operation;
END;
CREATE TRIGGER log_rectification_update AFTER UPDATE ON rectification WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."indicator_id" IS NOT NEW."indicator_id" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."own" IS NOT NEW."own" OR OLD."unit_id" IS NOT NEW."unit_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."light" IS NOT NEW."light" OR OLD."finding" IS NOT NEW."finding" OR OLD."cause" IS NOT NEW."cause" OR OLD."action" IS NOT NEW."action" OR OLD."deadline" IS NOT NEW."deadline" OR OLD."person" IS NOT NEW."person" OR OLD."state" IS NOT NEW."state" OR OLD."opened_on" IS NOT NEW."opened_on" OR OLD."closed_on" IS NOT NEW."closed_on" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'rectification', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'indicator_id', OLD."indicator_id", 'measure_id', OLD."measure_id", 'own', OLD."own", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'light', OLD."light", 'finding', OLD."finding", 'cause', OLD."cause", 'action', OLD."action", 'deadline', OLD."deadline", 'person', OLD."person", 'state', OLD."state", 'opened_on', OLD."opened_on", 'closed_on', OLD."closed_on"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'indicator_id', NEW."indicator_id", 'measure_id', NEW."measure_id", 'own', NEW."own", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'light', NEW."light", 'finding', NEW."finding", 'cause', NEW."cause", 'action', NEW."action", 'deadline', NEW."deadline", 'person', NEW."person", 'state', NEW."state", 'opened_on', NEW."opened_on", 'closed_on', NEW."closed_on") FROM open_operation;
END;
CREATE TRIGGER log_rectification_delete AFTER DELETE ON rectification BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'rectification', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'indicator_id', OLD."indicator_id", 'measure_id', OLD."measure_id", 'own', OLD."own", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'light', OLD."light", 'finding', OLD."finding", 'cause', OLD."cause", 'action', OLD."action", 'deadline', OLD."deadline", 'person', OLD."person", 'state', OLD."state", 'opened_on', OLD."opened_on", 'closed_on', OLD."closed_on"), NULL FROM open_operation;
END;
CREATE TRIGGER door_rectification_step_insert BEFORE INSERT ON rectification_step BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_rectification_step_update BEFORE UPDATE ON rectification_step BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_rectification_step_delete BEFORE DELETE ON rectification_step BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_rectification_step_insert AFTER INSERT ON rectification_step BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'rectification_step', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'rectification_id', NEW."rectification_id", 'kind', NEW."kind", 'made_on', NEW."made_on", 'note', NEW."note", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_rectification_step_update AFTER UPDATE ON rectification_step WHEN OLD."id" IS NOT NEW."id" OR OLD."rectification_id" IS NOT NEW."rectification_id" OR OLD."kind" IS NOT NEW."kind" OR OLD."made_on" IS NOT NEW."made_on" OR OLD."note" IS NOT NEW."note" OR OLD."who" IS NOT NEW."who" OR OLD."at" IS NOT NEW."at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'rectification_step', json_array(OLD."id"), json_object('id', OLD."id", 'rectification_id', OLD."rectification_id", 'kind', OLD."kind", 'made_on', OLD."made_on", 'note', OLD."note", 'who', OLD."who", 'at', OLD."at"), json_object('id', NEW."id", 'rectification_id', NEW."rectification_id", 'kind', NEW."kind", 'made_on', NEW."made_on", 'note', NEW."note", 'who', NEW."who", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_rectification_step_delete AFTER DELETE ON rectification_step BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'rectification_step', json_array(OLD."id"), json_object('id', OLD."id", 'rectification_id', OLD."rectification_id", 'kind', OLD."kind", 'made_on', OLD."made_on", 'note', OLD."note", 'who', OLD."who", 'at', OLD."at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_exchange_insert BEFORE INSERT ON exchange BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_update BEFORE UPDATE ON exchange BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_delete BEFORE DELETE ON exchange BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_exchange_insert AFTER INSERT ON exchange BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'file_name', NEW."file_name", 'sent_at', NEW."sent_at", 'who', NEW."who") FROM open_operation;
END;
CREATE TRIGGER log_exchange_update AFTER UPDATE ON exchange WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."unit_id" IS NOT NEW."unit_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."file_name" IS NOT NEW."file_name" OR OLD."sent_at" IS NOT NEW."sent_at" OR OLD."who" IS NOT NEW."who" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'file_name', OLD."file_name", 'sent_at', OLD."sent_at", 'who', OLD."who"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'file_name', NEW."file_name", 'sent_at', NEW."sent_at", 'who', NEW."who") FROM open_operation;
END;
CREATE TRIGGER log_exchange_delete AFTER DELETE ON exchange BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'file_name', OLD."file_name", 'sent_at', OLD."sent_at", 'who', OLD."who"), NULL FROM open_operation;
END;
CREATE TRIGGER door_exchange_cell_insert BEFORE INSERT ON exchange_cell BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_cell_update BEFORE UPDATE ON exchange_cell BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_cell_delete BEFORE DELETE ON exchange_cell BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_exchange_cell_update AFTER UPDATE ON exchange_cell WHEN OLD."exchange_id" IS NOT NEW."exchange_id" OR OLD."indicator_id" IS NOT NEW."indicator_id" OR OLD."field" IS NOT NEW."field" OR OLD."base_number" IS NOT NEW."base_number" OR OLD."base_text" IS NOT NEW."base_text" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_cell', json_array(OLD."exchange_id", OLD."indicator_id", OLD."field"), json_object('exchange_id', OLD."exchange_id", 'indicator_id', OLD."indicator_id", 'field', OLD."field", 'base_number', OLD."base_number", 'base_text', OLD."base_text"), json_object('exchange_id', NEW."exchange_id", 'indicator_id', NEW."indicator_id", 'field', NEW."field", 'base_number', NEW."base_number", 'base_text', NEW."base_text") FROM open_operation;
END;
CREATE TRIGGER log_exchange_cell_delete AFTER DELETE ON exchange_cell BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_cell', json_array(OLD."exchange_id", OLD."indicator_id", OLD."field"), json_object('exchange_id', OLD."exchange_id", 'indicator_id', OLD."indicator_id", 'field', OLD."field", 'base_number', OLD."base_number", 'base_text', OLD."base_text"), NULL FROM open_operation;
END;
CREATE TRIGGER door_exchange_text_insert BEFORE INSERT ON exchange_text BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_text_update BEFORE UPDATE ON exchange_text BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_text_delete BEFORE DELETE ON exchange_text BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_exchange_text_update AFTER UPDATE ON exchange_text WHEN OLD."exchange_id" IS NOT NEW."exchange_id" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."passage" IS NOT NEW."passage" OR OLD."base_text" IS NOT NEW."base_text" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_text', json_array(OLD."exchange_id", OLD."measure_id", OLD."passage"), json_object('exchange_id', OLD."exchange_id", 'measure_id', OLD."measure_id", 'passage', OLD."passage", 'base_text', OLD."base_text"), json_object('exchange_id', NEW."exchange_id", 'measure_id', NEW."measure_id", 'passage', NEW."passage", 'base_text', NEW."base_text") FROM open_operation;
END;
CREATE TRIGGER log_exchange_text_delete AFTER DELETE ON exchange_text BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_text', json_array(OLD."exchange_id", OLD."measure_id", OLD."passage"), json_object('exchange_id', OLD."exchange_id", 'measure_id', OLD."measure_id", 'passage', OLD."passage", 'base_text', OLD."base_text"), NULL FROM open_operation;
END;
CREATE TRIGGER door_exchange_return_insert BEFORE INSERT ON exchange_return BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_return_update BEFORE UPDATE ON exchange_return BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_return_delete BEFORE DELETE ON exchange_return BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_exchange_return_insert AFTER INSERT ON exchange_return BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_return', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'exchange_id', NEW."exchange_id", 'file_name', NEW."file_name", 'sha256', NEW."sha256", 'received_at', NEW."received_at", 'status', NEW."status", 'saved_by', NEW."saved_by", 'saved_at', NEW."saved_at", 'mismatch', NEW."mismatch") FROM open_operation;
END;
CREATE TRIGGER log_exchange_return_update AFTER UPDATE ON exchange_return WHEN OLD."id" IS NOT NEW."id" OR OLD."exchange_id" IS NOT NEW."exchange_id" OR OLD."file_name" IS NOT NEW."file_name" OR OLD."sha256" IS NOT NEW."sha256" OR OLD."received_at" IS NOT NEW."received_at" OR OLD."status" IS NOT NEW."status" OR OLD."saved_by" IS NOT NEW."saved_by" OR OLD."saved_at" IS NOT NEW."saved_at" OR OLD."mismatch" IS NOT NEW."mismatch" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_return', json_array(OLD."id"), json_object('id', OLD."id", 'exchange_id', OLD."exchange_id", 'file_name', OLD."file_name", 'sha256', OLD."sha256", 'received_at', OLD."received_at", 'status', OLD."status", 'saved_by', OLD."saved_by", 'saved_at', OLD."saved_at", 'mismatch', OLD."mismatch"), json_object('id', NEW."id", 'exchange_id', NEW."exchange_id", 'file_name', NEW."file_name", 'sha256', NEW."sha256", 'received_at', NEW."received_at", 'status', NEW."status", 'saved_by', NEW."saved_by", 'saved_at', NEW."saved_at", 'mismatch', NEW."mismatch") FROM open_operation;
END;
CREATE TRIGGER log_exchange_return_delete AFTER DELETE ON exchange_return BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_return', json_array(OLD."id"), json_object('id', OLD."id", 'exchange_id', OLD."exchange_id", 'file_name', OLD."file_name", 'sha256', OLD."sha256", 'received_at', OLD."received_at", 'status', OLD."status", 'saved_by', OLD."saved_by", 'saved_at', OLD."saved_at", 'mismatch', OLD."mismatch"), NULL FROM open_operation;
END;
CREATE TRIGGER door_exchange_issue_insert BEFORE INSERT ON exchange_issue BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_issue_update BEFORE UPDATE ON exchange_issue BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_issue_delete BEFORE DELETE ON exchange_issue BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_exchange_issue_insert AFTER INSERT ON exchange_issue BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_issue', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'return_id', NEW."return_id", 'sheet', NEW."sheet", 'row', NEW."row", 'column', NEW."column", 'typed', NEW."typed", 'code', NEW."code") FROM open_operation;
END;
CREATE TRIGGER log_exchange_issue_update AFTER UPDATE ON exchange_issue WHEN OLD."id" IS NOT NEW."id" OR OLD."return_id" IS NOT NEW."return_id" OR OLD."sheet" IS NOT NEW."sheet" OR OLD."row" IS NOT NEW."row" OR OLD."column" IS NOT NEW."column" OR OLD."typed" IS NOT NEW."typed" OR OLD."code" IS NOT NEW."code" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_issue', json_array(OLD."id"), json_object('id', OLD."id", 'return_id', OLD."return_id", 'sheet', OLD."sheet", 'row', OLD."row", 'column', OLD."column", 'typed', OLD."typed", 'code', OLD."code"), json_object('id', NEW."id", 'return_id', NEW."return_id", 'sheet', NEW."sheet", 'row', NEW."row", 'column', NEW."column", 'typed', NEW."typed", 'code', NEW."code") FROM open_operation;
END;
CREATE TRIGGER log_exchange_issue_delete AFTER DELETE ON exchange_issue BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_issue', json_array(OLD."id"), json_object('id', OLD."id", 'return_id', OLD."return_id", 'sheet', OLD."sheet", 'row', OLD."row", 'column', OLD."column", 'typed', OLD."typed", 'code', OLD."code"), NULL FROM open_operation;
END;
CREATE TRIGGER door_package_cell_insert BEFORE INSERT ON package_cell BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_package_cell_update BEFORE UPDATE ON package_cell BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_package_cell_delete BEFORE DELETE ON package_cell BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_package_cell_insert AFTER INSERT ON package_cell BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'package_cell', json_array(NEW."unit_id", NEW."indicator_id", NEW."period_id", NEW."field"), NULL, json_object('unit_id', NEW."unit_id", 'indicator_id', NEW."indicator_id", 'period_id', NEW."period_id", 'field', NEW."field", 'base_number', NEW."base_number", 'base_text', NEW."base_text", 'made_at', NEW."made_at") FROM open_operation;
END;
CREATE TRIGGER log_package_cell_update AFTER UPDATE ON package_cell WHEN OLD."unit_id" IS NOT NEW."unit_id" OR OLD."indicator_id" IS NOT NEW."indicator_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."field" IS NOT NEW."field" OR OLD."base_number" IS NOT NEW."base_number" OR OLD."base_text" IS NOT NEW."base_text" OR OLD."made_at" IS NOT NEW."made_at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'package_cell', json_array(OLD."unit_id", OLD."indicator_id", OLD."period_id", OLD."field"), json_object('unit_id', OLD."unit_id", 'indicator_id', OLD."indicator_id", 'period_id', OLD."period_id", 'field', OLD."field", 'base_number', OLD."base_number", 'base_text', OLD."base_text", 'made_at', OLD."made_at"), json_object('unit_id', NEW."unit_id", 'indicator_id', NEW."indicator_id", 'period_id', NEW."period_id", 'field', NEW."field", 'base_number', NEW."base_number", 'base_text', NEW."base_text", 'made_at', NEW."made_at") FROM open_operation;
END;
CREATE TRIGGER log_package_cell_delete AFTER DELETE ON package_cell BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'package_cell', json_array(OLD."unit_id", OLD."indicator_id", OLD."period_id", OLD."field"), json_object('unit_id', OLD."unit_id", 'indicator_id', OLD."indicator_id", 'period_id', OLD."period_id", 'field', OLD."field", 'base_number', OLD."base_number", 'base_text', OLD."base_text", 'made_at', OLD."made_at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_package_text_insert BEFORE INSERT ON package_text BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_package_text_update BEFORE UPDATE ON package_text BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_package_text_delete BEFORE DELETE ON package_text BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_package_text_insert AFTER INSERT ON package_text BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'package_text', json_array(NEW."unit_id", NEW."measure_id", NEW."period_id", NEW."passage"), NULL, json_object('unit_id', NEW."unit_id", 'measure_id', NEW."measure_id", 'period_id', NEW."period_id", 'passage', NEW."passage", 'base_text', NEW."base_text", 'made_at', NEW."made_at") FROM open_operation;
END;
CREATE TRIGGER log_package_text_update AFTER UPDATE ON package_text WHEN OLD."unit_id" IS NOT NEW."unit_id" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."passage" IS NOT NEW."passage" OR OLD."base_text" IS NOT NEW."base_text" OR OLD."made_at" IS NOT NEW."made_at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'package_text', json_array(OLD."unit_id", OLD."measure_id", OLD."period_id", OLD."passage"), json_object('unit_id', OLD."unit_id", 'measure_id', OLD."measure_id", 'period_id', OLD."period_id", 'passage', OLD."passage", 'base_text', OLD."base_text", 'made_at', OLD."made_at"), json_object('unit_id', NEW."unit_id", 'measure_id', NEW."measure_id", 'period_id', NEW."period_id", 'passage', NEW."passage", 'base_text', NEW."base_text", 'made_at', NEW."made_at") FROM open_operation;
END;
CREATE TRIGGER log_package_text_delete AFTER DELETE ON package_text BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'package_text', json_array(OLD."unit_id", OLD."measure_id", OLD."period_id", OLD."passage"), json_object('unit_id', OLD."unit_id", 'measure_id', OLD."measure_id", 'period_id', OLD."period_id", 'passage', OLD."passage", 'base_text', OLD."base_text", 'made_at', OLD."made_at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_layout_insert BEFORE INSERT ON layout BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_layout_update BEFORE UPDATE ON layout BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_layout_delete BEFORE DELETE ON layout BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_layout_insert AFTER INSERT ON layout BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'layout', json_array(NEW."headings"), NULL, json_object('headings', NEW."headings", 'roles', NEW."roles", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_layout_update AFTER UPDATE ON layout WHEN OLD."headings" IS NOT NEW."headings" OR OLD."roles" IS NOT NEW."roles" OR OLD."at" IS NOT NEW."at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'layout', json_array(OLD."headings"), json_object('headings', OLD."headings", 'roles', OLD."roles", 'at', OLD."at"), json_object('headings', NEW."headings", 'roles', NEW."roles", 'at', NEW."at") FROM open_operation;
END;
CREATE TRIGGER log_layout_delete AFTER DELETE ON layout BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'layout', json_array(OLD."headings"), json_object('headings', OLD."headings", 'roles', OLD."roles", 'at', OLD."at"), NULL FROM open_operation;
END;
CREATE TRIGGER door_setting_insert BEFORE INSERT ON setting BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_setting_update BEFORE UPDATE ON setting BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_setting_delete BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_setting_insert AFTER INSERT ON setting BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'setting', json_array(NEW."key"), NULL, json_object('key', NEW."key", 'value', NEW."value") FROM open_operation;
END;
CREATE TRIGGER log_setting_update AFTER UPDATE ON setting WHEN OLD."key" IS NOT NEW."key" OR OLD."value" IS NOT NEW."value" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'setting', json_array(OLD."key"), json_object('key', OLD."key", 'value', OLD."value"), json_object('key', NEW."key", 'value', NEW."value") FROM open_operation;
END;
CREATE TRIGGER log_setting_delete AFTER DELETE ON setting BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'setting', json_array(OLD."key"), json_object('key', OLD."key", 'value', OLD."value"), NULL FROM open_operation;
END;
CREATE TRIGGER door_preset_insert BEFORE INSERT ON preset BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_preset_update BEFORE UPDATE ON preset BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_preset_delete BEFORE DELETE ON preset BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_preset_insert AFTER INSERT ON preset BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'preset', json_array(NEW."name"), NULL, json_object('name', NEW."name", 'rules', NEW."rules") FROM open_operation;
END;
CREATE TRIGGER log_preset_update AFTER UPDATE ON preset WHEN OLD."name" IS NOT NEW."name" OR OLD."rules" IS NOT NEW."rules" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'preset', json_array(OLD."name"), json_object('name', OLD."name", 'rules', OLD."rules"), json_object('name', NEW."name", 'rules', NEW."rules") FROM open_operation;
END;
CREATE TRIGGER log_preset_delete AFTER DELETE ON preset BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'preset', json_array(OLD."name"), json_object('name', OLD."name", 'rules', OLD."rules"), NULL FROM open_operation;
END;
CREATE TRIGGER door_draft_insert BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_draft_update BEFORE UPDATE ON draft BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_draft_delete BEFORE DELETE ON draft BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_draft_delete AFTER DELETE ON draft BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'draft', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'name', OLD."name", 'sha256', OLD."sha256", 'draft', OLD."draft", 'updated_at', OLD."updated_at"), NULL FROM open_operation;
END;
CREATE TRIGGER lock_entry_insert_new BEFORE INSERT ON entry BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = (SELECT plan_id FROM indicator WHERE id = NEW.indicator_id) AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = NEW.period_id);
END;
CREATE TRIGGER lock_entry_update_old BEFORE UPDATE ON entry BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = (SELECT plan_id FROM indicator WHERE id = OLD.indicator_id) AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = OLD.period_id);
END;
CREATE TRIGGER lock_entry_update_new BEFORE UPDATE ON entry BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = (SELECT plan_id FROM indicator WHERE id = NEW.indicator_id) AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = NEW.period_id);
END;
CREATE TRIGGER lock_entry_delete_old BEFORE DELETE ON entry BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = (SELECT plan_id FROM indicator WHERE id = OLD.indicator_id) AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = OLD.period_id);
END;
CREATE TRIGGER lock_narrative_insert_new BEFORE INSERT ON narrative BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = (SELECT plan_id FROM measure WHERE id = NEW.measure_id) AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = NEW.period_id);
END;
CREATE TRIGGER lock_narrative_update_old BEFORE UPDATE ON narrative BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = (SELECT plan_id FROM measure WHERE id = OLD.measure_id) AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = OLD.period_id);
END;
CREATE TRIGGER lock_narrative_update_new BEFORE UPDATE ON narrative BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = (SELECT plan_id FROM measure WHERE id = NEW.measure_id) AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = NEW.period_id);
END;
CREATE TRIGGER lock_narrative_delete_old BEFORE DELETE ON narrative BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = (SELECT plan_id FROM measure WHERE id = OLD.measure_id) AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = OLD.period_id);
END;
CREATE TRIGGER lock_adjustment_insert_new BEFORE INSERT ON adjustment BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = NEW.plan_id AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = NEW.period_id);
END;
CREATE TRIGGER lock_adjustment_update_old BEFORE UPDATE ON adjustment BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = OLD.plan_id AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = OLD.period_id);
END;
CREATE TRIGGER lock_adjustment_update_new BEFORE UPDATE ON adjustment BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = NEW.plan_id AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = NEW.period_id);
END;
CREATE TRIGGER lock_adjustment_delete_old BEFORE DELETE ON adjustment BEGIN
SELECT RAISE(ABORT, '这一期已经冻结，不能改动；要更正请先解冻并写明原因')
FROM freeze
WHERE freeze.plan_id = OLD.plan_id AND freeze.last_day >= (SELECT period.end FROM period WHERE period.id = OLD.period_id);
END;
CREATE TRIGGER door_change_insert BEFORE INSERT ON change BEGIN
    SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation);
END;
CREATE TRIGGER door_change_update BEFORE UPDATE ON change BEGIN
    SELECT RAISE(ABORT, 'change: 只能新增，不能修改或删除');
END;
CREATE TRIGGER door_change_delete BEFORE DELETE ON change BEGIN
    SELECT RAISE(ABORT, 'change: 只能新增，不能修改或删除');
END;
CREATE TRIGGER door_operation_delete BEFORE DELETE ON operation BEGIN
    SELECT RAISE(ABORT, 'operation: 有改动的操作不能删除')
    WHERE EXISTS (SELECT 1 FROM change WHERE operation_id = OLD.id);
END;
CREATE TRIGGER door_ledger_insert BEFORE INSERT ON ledger BEGIN
    SELECT RAISE(ABORT, 'ledger: 只能有一行') WHERE EXISTS (SELECT 1 FROM ledger);
END;
CREATE TRIGGER door_ledger_update BEFORE UPDATE ON ledger BEGIN
    SELECT RAISE(ABORT, 'ledger: 不能修改');
END;
CREATE TRIGGER door_ledger_delete BEFORE DELETE ON ledger BEGIN
    SELECT RAISE(ABORT, 'ledger: 不能删除');
END;
CREATE TRIGGER frozen_freeze BEFORE UPDATE ON freeze BEGIN
    SELECT RAISE(ABORT, 'freeze: 冻结的期次不能修改，只能解冻');
END;
CREATE TRIGGER frozen_indicator_stays BEFORE UPDATE ON frozen_indicator BEGIN
    SELECT RAISE(ABORT, 'frozen_indicator: 冻结的期次不能修改，只能解冻');
END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('operation',5);
INSERT INTO "sqlite_sequence" VALUES('document',1);
INSERT INTO "sqlite_sequence" VALUES('plan',1);
INSERT INTO "sqlite_sequence" VALUES('section',1);
INSERT INTO "sqlite_sequence" VALUES('measure',1);
INSERT INTO "sqlite_sequence" VALUES('unit',2);
INSERT INTO "sqlite_sequence" VALUES('indicator',1);
INSERT INTO "sqlite_sequence" VALUES('exchange',2);
INSERT INTO "sqlite_sequence" VALUES('exchange_return',1);
PRAGMA application_id = 1497650266;
PRAGMA user_version = 5;
COMMIT;
