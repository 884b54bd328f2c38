-- A ledger as the third version of the schema left it: a plan imported, a value reported, a month frozen, points given.
PRAGMA foreign_keys = OFF;

BEGIN TRANSACTION;
CREATE TABLE ledger (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    created_at INTEGER NOT NULL
) STRICT;
INSERT INTO ledger VALUES(1,'01a2189f-0852-77b6-8866-553b7e2966da',1795709405266);
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
INSERT INTO operation VALUES(1,'01a2189f-0867-797c-853c-fc7db7d9cff7','import','导入计划“云州市2026年卫生健康工作要点”','命令行',1795709405287,19,1,0);
INSERT INTO operation VALUES(2,'01a2189f-3044-7682-8ed3-18d536773d86','record','填报2026年3月：救护技能培训 4500，医政处','命令行',1795709415492,1,1,0);
INSERT INTO operation VALUES(3,'01a2189f-3051-789c-9218-9de2e0d07f09','setting','修改评判规则：从严，落后超过0个百分点黄灯、超过10个百分点红灯；时间按月；举措亮灯取最差；满分100','命令行',1795709415505,1,1,0);
INSERT INTO operation VALUES(4,'01a2189f-305d-7643-845e-aa7236ace87b','freeze','冻结2026年3月：“云州市2026年卫生健康工作要点”3个指标','命令行',1795709415517,10,1,0);
INSERT INTO operation VALUES(5,'01a2189f-306a-76e6-afd6-997682499407','edit','医政处加分2：省级表彰','命令行',1795709415530,1,1,0);
CREATE TABLE replay (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    direction TEXT NOT NULL CHECK (direction IN ('undo', 'redo')),
    -- The newest undoable operation at that time: a later one ends the chance to redo.
    newest_operation_id INTEGER NOT NULL REFERENCES operation (id),
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
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
INSERT INTO change VALUES(1,1,NULL,'document','[1]',NULL,'{"id":1,"uid":"01a2189f-0867-7053-a8e3-d91c79776db8","name":"plan.txt","format":"text","sha256":"bde9a1fcc514a97b409e63425202f24f69b62f11bb3202f53691b55603fbbe4f","cleaned":"云州市2026年卫生健康工作要点\n\n一、提升服务能力\n（一）推进家庭医生签约。全年家庭医生签约35万人次，签约率不低于70%。（牵头单位：基层卫生处；配合单位：云东区卫生健康局、云西区卫生健康局）\n（二）加强急救培训。开展救护技能培训1.8万人次。（责任单位：医政处）\n\n二、实施步骤\n（一）动员部署阶段（2026年3月底前）。制定方案。\n（二）总结评估阶段（2026年12月底前）。总结经验。\n","received_at":1795709405287}');
INSERT INTO change VALUES(2,1,NULL,'plan','[1]',NULL,'{"id":1,"uid":"01a2189f-0867-750c-ab1b-136b76159cda","document_id":1,"title":"云州市2026年卫生健康工作要点","number":null,"issuer":null,"issued":null,"start":"2026-01-01","due":"2026-12-31","position":0}');
INSERT INTO change VALUES(3,1,NULL,'section','[1]',NULL,'{"id":1,"uid":"01a2189f-0867-76c5-b42a-39c8e9898a2c","plan_id":1,"number":"一、","title":"提升服务能力","position":0}');
INSERT INTO change VALUES(4,1,NULL,'section','[2]',NULL,'{"id":2,"uid":"01a2189f-0867-7b64-9940-a0deb7ccc50e","plan_id":1,"number":"二、","title":"实施步骤","position":1}');
INSERT INTO change VALUES(5,1,NULL,'measure','[1]',NULL,'{"id":1,"uid":"01a2189f-0867-7a4e-a69e-aa36e00e326a","plan_id":1,"section_id":1,"number":"（一）","title":"推进家庭医生签约","text":"推进家庭医生签约。全年家庭医生签约35万人次，签约率不低于70%。","deadline":null,"span_start":27,"span_end":98,"position":0,"document_id":null}');
INSERT INTO change VALUES(6,1,NULL,'unit','[1]',NULL,'{"id":1,"uid":"01a2189f-0867-71f0-9ddb-ed4cb03b9feb","name":"基层卫生处","short_name":null,"parent_id":null,"is_group":0,"position":0}');
INSERT INTO change VALUES(7,1,NULL,'responsibility','[1,1]',NULL,'{"measure_id":1,"unit_id":1,"role":"lead","position":1}');
INSERT INTO change VALUES(8,1,NULL,'unit','[2]',NULL,'{"id":2,"uid":"01a2189f-0867-7bec-8913-640647fcb788","name":"云东区卫生健康局","short_name":null,"parent_id":null,"is_group":0,"position":1}');
INSERT INTO change VALUES(9,1,NULL,'responsibility','[1,2]',NULL,'{"measure_id":1,"unit_id":2,"role":"cooperating","position":2}');
INSERT INTO change VALUES(10,1,NULL,'unit','[3]',NULL,'{"id":3,"uid":"01a2189f-0867-7e93-8f33-86a0654d7fee","name":"云西区卫生健康局","short_name":null,"parent_id":null,"is_group":0,"position":2}');
INSERT INTO change VALUES(11,1,NULL,'responsibility','[1,3]',NULL,'{"measure_id":1,"unit_id":3,"role":"cooperating","position":3}');
INSERT INTO change VALUES(12,1,NULL,'measure','[2]',NULL,'{"id":2,"uid":"01a2189f-0867-7c96-96ef-0b3b598ccb35","plan_id":1,"section_id":1,"number":"（二）","title":"加强急救培训","text":"加强急救培训。开展救护技能培训1.8万人次。","deadline":null,"span_start":99,"span_end":134,"position":1,"document_id":null}');
INSERT INTO change VALUES(13,1,NULL,'unit','[4]',NULL,'{"id":4,"uid":"01a2189f-0867-7b6d-8c04-07528ae7bdda","name":"医政处","short_name":null,"parent_id":null,"is_group":0,"position":3}');
INSERT INTO change VALUES(14,1,NULL,'responsibility','[2,4]',NULL,'{"measure_id":2,"unit_id":4,"role":"responsible","position":1}');
INSERT INTO change VALUES(15,1,NULL,'indicator','[1]',NULL,'{"id":1,"uid":"01a2189f-0867-71ce-8506-14099ba7c76c","plan_id":1,"measure_id":1,"name":"家庭医生签","unit":"人次","comparator":"~","target":350000.0,"target_text":null,"upper":null,"upper_text":null,"baseline":null,"baseline_text":null,"baseline_date":null,"start":"2026-01-01","due":"2026-12-31","kind":"point","pace":"maintain","roll_up":"sum","weight":1.0,"quote":"全年家庭医生签约35万人次","span_start":39,"span_end":52,"position":0,"document_id":null}');
INSERT INTO change VALUES(16,1,NULL,'indicator','[2]',NULL,'{"id":2,"uid":"01a2189f-0867-7950-a5bf-d82ae253cfd7","plan_id":1,"measure_id":1,"name":"签约率","unit":"%","comparator":">=","target":70.0,"target_text":null,"upper":null,"upper_text":null,"baseline":null,"baseline_text":null,"baseline_date":null,"start":"2026-01-01","due":"2026-12-31","kind":"rate","pace":"maintain","roll_up":"ratio","weight":1.0,"quote":"签约率不低于70%","span_start":53,"span_end":62,"position":1,"document_id":null}');
INSERT INTO change VALUES(17,1,NULL,'indicator','[3]',NULL,'{"id":3,"uid":"01a2189f-0867-7639-91d3-4a8288f61991","plan_id":1,"measure_id":2,"name":"救护技能培训","unit":"人次","comparator":"=","target":18000.0,"target_text":null,"upper":null,"upper_text":null,"baseline":null,"baseline_text":null,"baseline_date":null,"start":"2026-01-01","due":"2026-12-31","kind":"cumulative","pace":"accumulate","roll_up":"sum","weight":1.0,"quote":"开展救护技能培训1.8万人次","span_start":109,"span_end":123,"position":2,"document_id":null}');
INSERT INTO change VALUES(18,1,NULL,'milestone','[1]',NULL,'{"id":1,"uid":"01a2189f-0867-784d-ada5-31fe4b397de7","plan_id":1,"measure_id":null,"name":"动员部署阶段","due":"2026-03-31","text":"制定方案。","done_on":null,"evidence":null,"position":0}');
INSERT INTO change VALUES(19,1,NULL,'milestone','[2]',NULL,'{"id":2,"uid":"01a2189f-0867-75f1-85e9-e83a4ab4e730","plan_id":1,"measure_id":null,"name":"总结评估阶段","due":"2026-12-31","text":"总结经验。","done_on":null,"evidence":null,"position":1}');
INSERT INTO change VALUES(20,2,NULL,'entry','[3,4,202603]',NULL,'{"indicator_id":3,"unit_id":4,"period_id":202603,"value":4500.0,"numerator":null,"denominator":null,"typed":null,"note":null,"who":"命令行","at":1795709415492}');
INSERT INTO change VALUES(21,3,NULL,'setting','["rules"]',NULL,'{"key":"rules","value":"{\"thresholds\":{\"yellow_over\":0.0,\"red_over\":10.0},\"time\":\"months\",\"combining\":\"worst\",\"score\":{\"full_mark\":100.0,\"bonus_cap\":5.0,\"penalty_cap\":5.0}}"}');
INSERT INTO change VALUES(22,4,NULL,'freeze','[1,202603]',NULL,'{"plan_id":1,"period_id":202603,"last_day":"2026-03-31","rules":"{\"thresholds\":{\"yellow_over\":0.0,\"red_over\":10.0},\"time\":\"months\",\"combining\":\"worst\",\"score\":{\"full_mark\":100.0,\"bonus_cap\":5.0,\"penalty_cap\":5.0},\"start\":\"2026-01-01\",\"due\":\"2026-12-31\"}","locked":"abd52eb07b2b544ea67902b9b260ea2a0e9291296efd90c3b99acc11b752817b","who":"命令行","frozen_at":1795709415517}');
INSERT INTO change VALUES(23,4,NULL,'frozen_indicator','[1,202603,1]',NULL,'{"plan_id":1,"period_id":202603,"indicator_id":1,"measure_id":1,"judged":"{\"terms\":{\"name\":\"家庭医生签\",\"unit\":\"人次\",\"comparator\":\"~\",\"target\":350000.0,\"upper\":null,\"baseline\":null,\"start\":\"2026-01-01\",\"due\":\"2026-12-31\",\"kind\":\"point\",\"pace\":\"maintain\",\"roll_up\":\"sum\",\"weight\":1.0},\"reporters\":[1,2,3],\"shares\":[],\"value\":null,\"missing\":[1,2,3],\"judged\":{\"time_progress\":0.25,\"completion\":null,\"lag\":null,\"expected\":350000.0,\"met\":false,\"light\":\"grey\",\"reason\":\"本期未报\",\"word\":\"未报\"}}"}');
INSERT INTO change VALUES(24,4,NULL,'frozen_indicator','[1,202603,2]',NULL,'{"plan_id":1,"period_id":202603,"indicator_id":2,"measure_id":1,"judged":"{\"terms\":{\"name\":\"签约率\",\"unit\":\"%\",\"comparator\":\">=\",\"target\":70.0,\"upper\":null,\"baseline\":null,\"start\":\"2026-01-01\",\"due\":\"2026-12-31\",\"kind\":\"rate\",\"pace\":\"maintain\",\"roll_up\":\"ratio\",\"weight\":1.0},\"reporters\":[1,2,3],\"shares\":[],\"value\":null,\"missing\":[1,2,3],\"judged\":{\"time_progress\":0.25,\"completion\":null,\"lag\":null,\"expected\":70.0,\"met\":false,\"light\":\"grey\",\"reason\":\"本期未报\",\"word\":\"未报\"}}"}');
INSERT INTO change VALUES(25,4,NULL,'frozen_indicator','[1,202603,3]',NULL,'{"plan_id":1,"period_id":202603,"indicator_id":3,"measure_id":2,"judged":"{\"terms\":{\"name\":\"救护技能培训\",\"unit\":\"人次\",\"comparator\":\"=\",\"target\":18000.0,\"upper\":null,\"baseline\":null,\"start\":\"2026-01-01\",\"due\":\"2026-12-31\",\"kind\":\"cumulative\",\"pace\":\"accumulate\",\"roll_up\":\"sum\",\"weight\":1.0},\"reporters\":[4],\"shares\":[],\"value\":4500.0,\"missing\":[],\"judged\":{\"time_progress\":0.25,\"completion\":0.25,\"lag\":0.0,\"expected\":4500.0,\"met\":false,\"light\":\"green\",\"reason\":\"应达25.0%，实达25.0%，与序时进度持平\",\"word\":null}}"}');
INSERT INTO change VALUES(26,4,NULL,'frozen_measure','[1,202603,1]',NULL,'{"plan_id":1,"period_id":202603,"measure_id":1}');
INSERT INTO change VALUES(27,4,NULL,'frozen_measure','[1,202603,2]',NULL,'{"plan_id":1,"period_id":202603,"measure_id":2}');
INSERT INTO change VALUES(28,4,NULL,'frozen_unit','[1,202603,1]',NULL,'{"plan_id":1,"period_id":202603,"unit_id":1}');
INSERT INTO change VALUES(29,4,NULL,'frozen_unit','[1,202603,2]',NULL,'{"plan_id":1,"period_id":202603,"unit_id":2}');
INSERT INTO change VALUES(30,4,NULL,'frozen_unit','[1,202603,3]',NULL,'{"plan_id":1,"period_id":202603,"unit_id":3}');
INSERT INTO change VALUES(31,4,NULL,'frozen_unit','[1,202603,4]',NULL,'{"plan_id":1,"period_id":202603,"unit_id":4}');
INSERT INTO change VALUES(32,5,NULL,'adjustment','[1]',NULL,'{"id":1,"uid":"01a2189f-306a-7757-b80d-56ae143b7a7d","plan_id":1,"unit_id":4,"period_id":202604,"points":2.0,"reason":"省级表彰","who":"命令行","at":1795709415530}');
CREATE TABLE open_operation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    replay_id INTEGER REFERENCES replay (id)
) STRICT;
CREATE TABLE original (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;
INSERT INTO original VALUES('bde9a1fcc514a97b409e63425202f24f69b62f11bb3202f53691b55603fbbe4f',X'e4ba91e5b79ee5b88232303236e5b9b4e58dabe7949fe581a5e5bab7e5b7a5e4bd9ce8a681e782b90a0ae4b880e38081e68f90e58d87e69c8de58aa1e883bde58a9b0aefbc88e4b880efbc89e68ea8e8bf9be5aeb6e5baade58cbbe7949fe7adbee7baa6e38082e585a8e5b9b4e5aeb6e5baade58cbbe7949fe7adbee7baa63335e4b887e4babae6aca1efbc8ce7adbee7baa6e78e87e4b88de4bd8ee4ba8e373025e38082efbc88e789b5e5a4b4e58d95e4bd8defbc9ae59fbae5b182e58dabe7949fe5a484efbc9be9858de59088e58d95e4bd8defbc9ae4ba91e4b89ce58cbae58dabe7949fe581a5e5bab7e5b180e38081e4ba91e8a5bfe58cbae58dabe7949fe581a5e5bab7e5b180efbc890aefbc88e4ba8cefbc89e58aa0e5bcbae680a5e69591e59fb9e8aeade38082e5bc80e5b195e69591e68aa4e68a80e883bde59fb9e8aead312e38e4b887e4babae6aca1e38082efbc88e8b4a3e4bbbbe58d95e4bd8defbc9ae58cbbe694bfe5a484efbc890a0ae4ba8ce38081e5ae9ee696bde6ada5e9aaa40aefbc88e4b880efbc89e58aa8e59198e983a8e7bdb2e998b6e6aeb5efbc8832303236e5b9b433e69c88e5ba95e5898defbc89e38082e588b6e5ae9ae696b9e6a188e380820aefbc88e4ba8cefbc89e680bbe7bb93e8af84e4bcb0e998b6e6aeb5efbc8832303236e5b9b43132e69c88e5ba95e5898defbc89e38082e680bbe7bb93e7bb8fe9aa8ce380820a');
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    cleaned TEXT NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;
INSERT INTO document VALUES(1,'01a2189f-0867-7053-a8e3-d91c79776db8','plan.txt','text','bde9a1fcc514a97b409e63425202f24f69b62f11bb3202f53691b55603fbbe4f',replace('云州市2026年卫生健康工作要点\n\n一、提升服务能力\n（一）推进家庭医生签约。全年家庭医生签约35万人次，签约率不低于70%。（牵头单位：基层卫生处；配合单位：云东区卫生健康局、云西区卫生健康局）\n（二）加强急救培训。开展救护技能培训1.8万人次。（责任单位：医政处）\n\n二、实施步骤\n（一）动员部署阶段（2026年3月底前）。制定方案。\n（二）总结评估阶段（2026年12月底前）。总结经验。\n','\n',char(10)),1795709405287);
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
INSERT INTO "plan" VALUES(1,'01a2189f-0867-750c-ab1b-136b76159cda',1,'云州市2026年卫生健康工作要点',NULL,NULL,NULL,'2026-01-01','2026-12-31',0);
CREATE TABLE section (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    number TEXT,
    title TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
INSERT INTO section VALUES(1,'01a2189f-0867-76c5-b42a-39c8e9898a2c',1,'一、','提升服务能力',0);
INSERT INTO section VALUES(2,'01a2189f-0867-7b64-9940-a0deb7ccc50e',1,'二、','实施步骤',1);
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
    position INTEGER NOT NULL, document_id INTEGER REFERENCES document (id),
    CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end))
) STRICT;
INSERT INTO measure VALUES(1,'01a2189f-0867-7a4e-a69e-aa36e00e326a',1,1,'（一）','推进家庭医生签约','推进家庭医生签约。全年家庭医生签约35万人次，签约率不低于70%。',NULL,27,98,0,NULL);
INSERT INTO measure VALUES(2,'01a2189f-0867-7c96-96ef-0b3b598ccb35',1,1,'（二）','加强急救培训','加强急救培训。开展救护技能培训1.8万人次。',NULL,99,134,1,NULL);
CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    short_name TEXT,
    parent_id INTEGER REFERENCES unit (id) CHECK (parent_id <> id),
    is_group INTEGER NOT NULL DEFAULT 0 CHECK (is_group IN (0, 1)),
    position INTEGER NOT NULL
) STRICT;
INSERT INTO unit VALUES(1,'01a2189f-0867-71f0-9ddb-ed4cb03b9feb','基层卫生处',NULL,NULL,0,0);
INSERT INTO unit VALUES(2,'01a2189f-0867-7bec-8913-640647fcb788','云东区卫生健康局',NULL,NULL,0,1);
INSERT INTO unit VALUES(3,'01a2189f-0867-7e93-8f33-86a0654d7fee','云西区卫生健康局',NULL,NULL,0,2);
INSERT INTO unit VALUES(4,'01a2189f-0867-7b6d-8c04-07528ae7bdda','医政处',NULL,NULL,0,3);
CREATE TABLE unit_alias (
    alias TEXT PRIMARY KEY CHECK (alias <> ''),
    unit_id INTEGER NOT NULL REFERENCES unit (id)
) STRICT, WITHOUT ROWID;
CREATE TABLE unit_member (
    group_id INTEGER NOT NULL REFERENCES unit (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id) CHECK (unit_id <> group_id),
    PRIMARY KEY (group_id, unit_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE responsibility (
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'cooperating')),
    position INTEGER NOT NULL,
    PRIMARY KEY (measure_id, unit_id)
) STRICT, WITHOUT ROWID;
INSERT INTO responsibility VALUES(1,1,'lead',1);
INSERT INTO responsibility VALUES(1,2,'cooperating',2);
INSERT INTO responsibility VALUES(1,3,'cooperating',3);
INSERT INTO responsibility VALUES(2,4,'responsible',1);
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
    position INTEGER NOT NULL, document_id INTEGER REFERENCES document (id),
    CHECK (start <= due),
    CHECK (upper IS NULL OR comparator = 'range'),
    CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end))
) STRICT;
INSERT INTO indicator VALUES(1,'01a2189f-0867-71ce-8506-14099ba7c76c',1,1,'家庭医生签','人次','~',350000.0,NULL,NULL,NULL,NULL,NULL,NULL,'2026-01-01','2026-12-31','point','maintain','sum',1.0,'全年家庭医生签约35万人次',39,52,0,NULL);
INSERT INTO indicator VALUES(2,'01a2189f-0867-7950-a5bf-d82ae253cfd7',1,1,'签约率','%','>=',70.0,NULL,NULL,NULL,NULL,NULL,NULL,'2026-01-01','2026-12-31','rate','maintain','ratio',1.0,'签约率不低于70%',53,62,1,NULL);
INSERT INTO indicator VALUES(3,'01a2189f-0867-7639-91d3-4a8288f61991',1,2,'救护技能培训','人次','=',18000.0,NULL,NULL,NULL,NULL,NULL,NULL,'2026-01-01','2026-12-31','cumulative','accumulate','sum',1.0,'开展救护技能培训1.8万人次',109,123,2,NULL);
CREATE TABLE allocation (
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    target REAL NOT NULL,
    target_text TEXT,
    PRIMARY KEY (indicator_id, unit_id)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE period (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    start TEXT NOT NULL CHECK (date(start) IS start),
    end TEXT NOT NULL CHECK (date(end) IS end),
    CHECK (start <= end)
) STRICT;
INSERT INTO period VALUES(202603,'2026-03','2026-03-01','2026-03-31');
INSERT INTO period VALUES(202604,'2026-04','2026-04-01','2026-04-30');
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
INSERT INTO entry VALUES(3,4,202603,4500.0,NULL,NULL,NULL,NULL,'命令行',1795709415492);
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
INSERT INTO milestone VALUES(1,'01a2189f-0867-784d-ada5-31fe4b397de7',1,NULL,'动员部署阶段','2026-03-31','制定方案。',NULL,NULL,0);
INSERT INTO milestone VALUES(2,'01a2189f-0867-75f1-85e9-e83a4ab4e730',1,NULL,'总结评估阶段','2026-12-31','总结经验。',NULL,NULL,1);
CREATE TABLE rectification (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    indicator_id INTEGER REFERENCES indicator (id),
    measure_id INTEGER REFERENCES measure (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    cause TEXT NOT NULL,
    action TEXT NOT NULL,
    deadline TEXT CHECK (date(deadline) IS deadline),
    person TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'done', 'signed_off')),
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    CHECK (indicator_id IS NOT NULL OR measure_id IS NOT NULL),
    CHECK ((closed_at IS NOT NULL) = (state = 'signed_off'))
) STRICT;
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
CREATE TABLE exchange_cell (
    exchange_id INTEGER NOT NULL REFERENCES exchange (id),
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    field TEXT NOT NULL CHECK (field IN ('value', 'numerator', 'denominator', 'note')),
    base_number REAL,
    base_text TEXT,
    PRIMARY KEY (exchange_id, indicator_id, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE exchange_return (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    exchange_id INTEGER REFERENCES exchange (id),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    received_at INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('read', 'repeated', 'outdated', 'refused', 'unknown'))
) STRICT;
CREATE TABLE exchange_issue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    return_id INTEGER NOT NULL REFERENCES exchange_return (id),
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL CHECK (row > 0),
    column TEXT NOT NULL,
    typed TEXT NOT NULL,
    code TEXT NOT NULL CHECK (code <> '')
) STRICT;
CREATE TABLE setting (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO setting VALUES('rules','{"thresholds":{"yellow_over":0.0,"red_over":10.0},"time":"months","combining":"worst","score":{"full_mark":100.0,"bonus_cap":5.0,"penalty_cap":5.0}}');
CREATE TABLE preset (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT, WITHOUT ROWID;
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    draft TEXT NOT NULL CHECK (json_valid(draft)),
    updated_at INTEGER NOT NULL
) STRICT;
CREATE TABLE measure_continuation (
    measure_id INTEGER PRIMARY KEY REFERENCES measure (id),
    earlier_id INTEGER REFERENCES measure (id) CHECK (earlier_id <> measure_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE indicator_continuation (
    indicator_id INTEGER PRIMARY KEY REFERENCES indicator (id),
    earlier_id INTEGER REFERENCES indicator (id) CHECK (earlier_id <> indicator_id)
) STRICT, WITHOUT ROWID;
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
INSERT INTO adjustment VALUES(1,'01a2189f-306a-7757-b80d-56ae143b7a7d',1,4,202604,2.0,'省级表彰','命令行',1795709415530);
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
INSERT INTO freeze VALUES(1,202603,'2026-03-31','{"thresholds":{"yellow_over":0.0,"red_over":10.0},"time":"months","combining":"worst","score":{"full_mark":100.0,"bonus_cap":5.0,"penalty_cap":5.0},"start":"2026-01-01","due":"2026-12-31"}','abd52eb07b2b544ea67902b9b260ea2a0e9291296efd90c3b99acc11b752817b','命令行',1795709415517);
CREATE TABLE frozen_indicator (
    plan_id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    measure_id INTEGER REFERENCES measure (id),
    judged TEXT NOT NULL CHECK (json_valid(judged)),
    PRIMARY KEY (plan_id, period_id, indicator_id),
    FOREIGN KEY (plan_id, period_id) REFERENCES freeze (plan_id, period_id)
) STRICT, WITHOUT ROWID;
INSERT INTO frozen_indicator VALUES(1,202603,1,1,'{"terms":{"name":"家庭医生签","unit":"人次","comparator":"~","target":350000.0,"upper":null,"baseline":null,"start":"2026-01-01","due":"2026-12-31","kind":"point","pace":"maintain","roll_up":"sum","weight":1.0},"reporters":[1,2,3],"shares":[],"value":null,"missing":[1,2,3],"judged":{"time_progress":0.25,"completion":null,"lag":null,"expected":350000.0,"met":false,"light":"grey","reason":"本期未报","word":"未报"}}');
INSERT INTO frozen_indicator VALUES(1,202603,2,1,'{"terms":{"name":"签约率","unit":"%","comparator":">=","target":70.0,"upper":null,"baseline":null,"start":"2026-01-01","due":"2026-12-31","kind":"rate","pace":"maintain","roll_up":"ratio","weight":1.0},"reporters":[1,2,3],"shares":[],"value":null,"missing":[1,2,3],"judged":{"time_progress":0.25,"completion":null,"lag":null,"expected":70.0,"met":false,"light":"grey","reason":"本期未报","word":"未报"}}');
INSERT INTO frozen_indicator VALUES(1,202603,3,2,'{"terms":{"name":"救护技能培训","unit":"人次","comparator":"=","target":18000.0,"upper":null,"baseline":null,"start":"2026-01-01","due":"2026-12-31","kind":"cumulative","pace":"accumulate","roll_up":"sum","weight":1.0},"reporters":[4],"shares":[],"value":4500.0,"missing":[],"judged":{"time_progress":0.25,"completion":0.25,"lag":0.0,"expected":4500.0,"met":false,"light":"green","reason":"应达25.0%，实达25.0%，与序时进度持平","word":null}}');
CREATE TABLE frozen_measure (
    plan_id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    PRIMARY KEY (plan_id, period_id, measure_id),
    FOREIGN KEY (plan_id, period_id) REFERENCES freeze (plan_id, period_id)
) STRICT, WITHOUT ROWID;
INSERT INTO frozen_measure VALUES(1,202603,1);
INSERT INTO frozen_measure VALUES(1,202603,2);
CREATE TABLE frozen_unit (
    plan_id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    PRIMARY KEY (plan_id, period_id, unit_id),
    FOREIGN KEY (plan_id, period_id) REFERENCES freeze (plan_id, period_id)
) STRICT, WITHOUT ROWID;
INSERT INTO frozen_unit VALUES(1,202603,1);
INSERT INTO frozen_unit VALUES(1,202603,2);
INSERT INTO frozen_unit VALUES(1,202603,3);
INSERT INTO frozen_unit VALUES(1,202603,4);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('operation',5);
INSERT INTO sqlite_sequence VALUES('document',1);
INSERT INTO sqlite_sequence VALUES('plan',1);
INSERT INTO sqlite_sequence VALUES('section',2);
INSERT INTO sqlite_sequence VALUES('measure',2);
INSERT INTO sqlite_sequence VALUES('unit',4);
INSERT INTO sqlite_sequence VALUES('indicator',3);
INSERT INTO sqlite_sequence VALUES('milestone',2);
INSERT INTO sqlite_sequence VALUES('adjustment',1);
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
CREATE INDEX rectification_of_indicator ON rectification (indicator_id);
CREATE INDEX rectification_of_measure ON rectification (measure_id);
CREATE INDEX rectification_of_unit ON rectification (unit_id);
CREATE INDEX rectification_of_period ON rectification (period_id);
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
SELECT operation_id, replay_id, 'section', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'number', NEW."number", 'title', NEW."title", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_section_update AFTER UPDATE ON section WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."number" IS NOT NEW."number" OR OLD."title" IS NOT NEW."title" OR OLD."position" IS NOT NEW."position" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'section', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'number', OLD."number", 'title', OLD."title", 'position', OLD."position"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'number', NEW."number", 'title', NEW."title", 'position', NEW."position") FROM open_operation;
END;
CREATE TRIGGER log_section_delete AFTER DELETE ON section BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'section', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'number', OLD."number", 'title', OLD."title", 'position', OLD."position"), NULL FROM open_operation;
END;
CREATE TRIGGER door_measure_insert BEFORE INSERT ON measure BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_measure_update BEFORE UPDATE ON measure BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_measure_delete BEFORE DELETE ON measure BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_measure_insert AFTER INSERT ON measure BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'measure', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'section_id', NEW."section_id", 'number', NEW."number", 'title', NEW."title", 'text', NEW."text", 'deadline', NEW."deadline", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position", 'document_id', NEW."document_id") FROM open_operation;
END;
CREATE TRIGGER log_measure_update AFTER UPDATE ON measure WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."section_id" IS NOT NEW."section_id" OR OLD."number" IS NOT NEW."number" OR OLD."title" IS NOT NEW."title" OR OLD."text" IS NOT NEW."text" OR OLD."deadline" IS NOT NEW."deadline" OR OLD."span_start" IS NOT NEW."span_start" OR OLD."span_end" IS NOT NEW."span_end" OR OLD."position" IS NOT NEW."position" OR OLD."document_id" IS NOT NEW."document_id" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'measure', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'section_id', OLD."section_id", 'number', OLD."number", 'title', OLD."title", 'text', OLD."text", 'deadline', OLD."deadline", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position", 'document_id', OLD."document_id"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'section_id', NEW."section_id", 'number', NEW."number", 'title', NEW."title", 'text', NEW."text", 'deadline', NEW."deadline", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position", 'document_id', NEW."document_id") FROM open_operation;
END;
CREATE TRIGGER log_measure_delete AFTER DELETE ON measure BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'measure', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'section_id', OLD."section_id", 'number', OLD."number", 'title', OLD."title", 'text', OLD."text", 'deadline', OLD."deadline", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position", 'document_id', OLD."document_id"), NULL FROM open_operation;
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
SELECT operation_id, replay_id, 'indicator', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'measure_id', NEW."measure_id", 'name', NEW."name", 'unit', NEW."unit", 'comparator', NEW."comparator", 'target', NEW."target", 'target_text', NEW."target_text", 'upper', NEW."upper", 'upper_text', NEW."upper_text", 'baseline', NEW."baseline", 'baseline_text', NEW."baseline_text", 'baseline_date', NEW."baseline_date", 'start', NEW."start", 'due', NEW."due", 'kind', NEW."kind", 'pace', NEW."pace", 'roll_up', NEW."roll_up", 'weight', NEW."weight", 'quote', NEW."quote", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position", 'document_id', NEW."document_id") FROM open_operation;
END;
CREATE TRIGGER log_indicator_update AFTER UPDATE ON indicator WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."plan_id" IS NOT NEW."plan_id" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."name" IS NOT NEW."name" OR OLD."unit" IS NOT NEW."unit" OR OLD."comparator" IS NOT NEW."comparator" OR OLD."target" IS NOT NEW."target" OR OLD."target_text" IS NOT NEW."target_text" OR OLD."upper" IS NOT NEW."upper" OR OLD."upper_text" IS NOT NEW."upper_text" OR OLD."baseline" IS NOT NEW."baseline" OR OLD."baseline_text" IS NOT NEW."baseline_text" OR OLD."baseline_date" IS NOT NEW."baseline_date" OR OLD."start" IS NOT NEW."start" OR OLD."due" IS NOT NEW."due" OR OLD."kind" IS NOT NEW."kind" OR OLD."pace" IS NOT NEW."pace" OR OLD."roll_up" IS NOT NEW."roll_up" OR OLD."weight" IS NOT NEW."weight" OR OLD."quote" IS NOT NEW."quote" OR OLD."span_start" IS NOT NEW."span_start" OR OLD."span_end" IS NOT NEW."span_end" OR OLD."position" IS NOT NEW."position" OR OLD."document_id" IS NOT NEW."document_id" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'indicator', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'measure_id', OLD."measure_id", 'name', OLD."name", 'unit', OLD."unit", 'comparator', OLD."comparator", 'target', OLD."target", 'target_text', OLD."target_text", 'upper', OLD."upper", 'upper_text', OLD."upper_text", 'baseline', OLD."baseline", 'baseline_text', OLD."baseline_text", 'baseline_date', OLD."baseline_date", 'start', OLD."start", 'due', OLD."due", 'kind', OLD."kind", 'pace', OLD."pace", 'roll_up', OLD."roll_up", 'weight', OLD."weight", 'quote', OLD."quote", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position", 'document_id', OLD."document_id"), json_object('id', NEW."id", 'uid', NEW."uid", 'plan_id', NEW."plan_id", 'measure_id', NEW."measure_id", 'name', NEW."name", 'unit', NEW."unit", 'comparator', NEW."comparator", 'target', NEW."target", 'target_text', NEW."target_text", 'upper', NEW."upper", 'upper_text', NEW."upper_text", 'baseline', NEW."baseline", 'baseline_text', NEW."baseline_text", 'baseline_date', NEW."baseline_date", 'start', NEW."start", 'due', NEW."due", 'kind', NEW."kind", 'pace', NEW."pace", 'roll_up', NEW."roll_up", 'weight', NEW."weight", 'quote', NEW."quote", 'span_start', NEW."span_start", 'span_end', NEW."span_end", 'position', NEW."position", 'document_id', NEW."document_id") FROM open_operation;
END;
CREATE TRIGGER log_indicator_delete AFTER DELETE ON indicator BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'indicator', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'plan_id', OLD."plan_id", 'measure_id', OLD."measure_id", 'name', OLD."name", 'unit', OLD."unit", 'comparator', OLD."comparator", 'target', OLD."target", 'target_text', OLD."target_text", 'upper', OLD."upper", 'upper_text', OLD."upper_text", 'baseline', OLD."baseline", 'baseline_text', OLD."baseline_text", 'baseline_date', OLD."baseline_date", 'start', OLD."start", 'due', OLD."due", 'kind', OLD."kind", 'pace', OLD."pace", 'roll_up', OLD."roll_up", 'weight', OLD."weight", 'quote', OLD."quote", 'span_start', OLD."span_start", 'span_end', OLD."span_end", 'position', OLD."position", 'document_id', OLD."document_id"), NULL FROM open_operation;
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
CREATE TRIGGER door_rectification_insert BEFORE INSERT ON rectification BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_rectification_update BEFORE UPDATE ON rectification BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_rectification_delete BEFORE DELETE ON rectification BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_rectification_insert AFTER INSERT ON rectification BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'rectification', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'uid', NEW."uid", 'indicator_id', NEW."indicator_id", 'measure_id', NEW."measure_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'cause', NEW."cause", 'action', NEW."action", 'deadline', NEW."deadline", 'person', NEW."person", 'state', NEW."state", 'opened_at', NEW."opened_at", 'closed_at', NEW."closed_at") FROM open_operation;
END;
CREATE TRIGGER log_rectification_update AFTER UPDATE ON rectification WHEN OLD."id" IS NOT NEW."id" OR OLD."uid" IS NOT NEW."uid" OR OLD."indicator_id" IS NOT NEW."indicator_id" OR OLD."measure_id" IS NOT NEW."measure_id" OR OLD."unit_id" IS NOT NEW."unit_id" OR OLD."period_id" IS NOT NEW."period_id" OR OLD."cause" IS NOT NEW."cause" OR OLD."action" IS NOT NEW."action" OR OLD."deadline" IS NOT NEW."deadline" OR OLD."person" IS NOT NEW."person" OR OLD."state" IS NOT NEW."state" OR OLD."opened_at" IS NOT NEW."opened_at" OR OLD."closed_at" IS NOT NEW."closed_at" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'rectification', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'indicator_id', OLD."indicator_id", 'measure_id', OLD."measure_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'cause', OLD."cause", 'action', OLD."action", 'deadline', OLD."deadline", 'person', OLD."person", 'state', OLD."state", 'opened_at', OLD."opened_at", 'closed_at', OLD."closed_at"), json_object('id', NEW."id", 'uid', NEW."uid", 'indicator_id', NEW."indicator_id", 'measure_id', NEW."measure_id", 'unit_id', NEW."unit_id", 'period_id', NEW."period_id", 'cause', NEW."cause", 'action', NEW."action", 'deadline', NEW."deadline", 'person', NEW."person", 'state', NEW."state", 'opened_at', NEW."opened_at", 'closed_at', NEW."closed_at") FROM open_operation;
END;
CREATE TRIGGER log_rectification_delete AFTER DELETE ON rectification BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'rectification', json_array(OLD."id"), json_object('id', OLD."id", 'uid', OLD."uid", 'indicator_id', OLD."indicator_id", 'measure_id', OLD."measure_id", 'unit_id', OLD."unit_id", 'period_id', OLD."period_id", 'cause', OLD."cause", 'action', OLD."action", 'deadline', OLD."deadline", 'person', OLD."person", 'state', OLD."state", 'opened_at', OLD."opened_at", 'closed_at', OLD."closed_at"), NULL FROM open_operation;
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
CREATE TRIGGER door_exchange_return_insert BEFORE INSERT ON exchange_return BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_return_update BEFORE UPDATE ON exchange_return BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER door_exchange_return_delete BEFORE DELETE ON exchange_return BEGIN SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation); END;
CREATE TRIGGER log_exchange_return_insert AFTER INSERT ON exchange_return BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_return', json_array(NEW."id"), NULL, json_object('id', NEW."id", 'exchange_id', NEW."exchange_id", 'file_name', NEW."file_name", 'sha256', NEW."sha256", 'received_at', NEW."received_at", 'status', NEW."status") FROM open_operation;
END;
CREATE TRIGGER log_exchange_return_update AFTER UPDATE ON exchange_return WHEN OLD."id" IS NOT NEW."id" OR OLD."exchange_id" IS NOT NEW."exchange_id" OR OLD."file_name" IS NOT NEW."file_name" OR OLD."sha256" IS NOT NEW."sha256" OR OLD."received_at" IS NOT NEW."received_at" OR OLD."status" IS NOT NEW."status" BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_return', json_array(OLD."id"), json_object('id', OLD."id", 'exchange_id', OLD."exchange_id", 'file_name', OLD."file_name", 'sha256', OLD."sha256", 'received_at', OLD."received_at", 'status', OLD."status"), json_object('id', NEW."id", 'exchange_id', NEW."exchange_id", 'file_name', NEW."file_name", 'sha256', NEW."sha256", 'received_at', NEW."received_at", 'status', NEW."status") FROM open_operation;
END;
CREATE TRIGGER log_exchange_return_delete AFTER DELETE ON exchange_return BEGIN
INSERT INTO change (operation_id, replay_id, table_name, row_key, before, after)
SELECT operation_id, replay_id, 'exchange_return', json_array(OLD."id"), json_object('id', OLD."id", 'exchange_id', OLD."exchange_id", 'file_name', OLD."file_name", 'sha256', OLD."sha256", 'received_at', OLD."received_at", 'status', OLD."status"), NULL FROM open_operation;
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
PRAGMA application_id = 1497650266;
PRAGMA user_version = 3;
COMMIT;
