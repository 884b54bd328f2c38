-- The ledger, version 1. Frozen once released: changes go into the next number.
--
-- Times (`at`, `…_at`) are milliseconds since 1970 in UTC; days are texts YYYY-MM-DD. A number's `…_text` or
-- `typed` is what a person wrote, where that differs from the number. Spans count characters of the document's cleaned text.
-- Triggers that keep the door and the change records are not here: they are generated from these tables.

CREATE TABLE ledger (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    created_at INTEGER NOT NULL
) STRICT;

-- What has been done, one row each. Undoing and redoing are rows of `replay`.
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

CREATE INDEX operation_to_undo ON operation (id) WHERE undoable = 1 AND undone = 0;

CREATE TABLE replay (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    direction TEXT NOT NULL CHECK (direction IN ('undo', 'redo')),
    -- The newest undoable operation at that time: a later one ends the chance to redo.
    newest_operation_id INTEGER NOT NULL REFERENCES operation (id),
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX replay_of_operation ON replay (operation_id);

-- Every change of a row ever made. `before` is null for a new row, `after` for a deleted one.
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

CREATE INDEX change_of_operation ON change (operation_id, id);
CREATE INDEX change_of_row ON change (table_name, row_key, id);
CREATE INDEX change_of_replay ON change (replay_id) WHERE replay_id IS NOT NULL;

-- Holds its one row only while an operation is being written.
CREATE TABLE open_operation (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    operation_id INTEGER NOT NULL REFERENCES operation (id),
    replay_id INTEGER REFERENCES replay (id)
) STRICT;

-- Documents to the byte as received. Rows are never changed, so change records need not hold them.
CREATE TABLE original (
    sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
    content BLOB NOT NULL
) STRICT;

CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL,
    format TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    cleaned TEXT NOT NULL,
    received_at INTEGER NOT NULL
) STRICT;

CREATE INDEX document_by_sha256 ON document (sha256);

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

CREATE INDEX plan_of_document ON plan (document_id);

CREATE TABLE section (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    number TEXT,
    title TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;

CREATE INDEX section_of_plan ON section (plan_id, position);

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
    position INTEGER NOT NULL,
    CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end))
) STRICT;

CREATE INDEX measure_of_plan ON measure (plan_id, position);
CREATE INDEX measure_of_section ON measure (section_id);

CREATE TABLE unit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    short_name TEXT,
    parent_id INTEGER REFERENCES unit (id) CHECK (parent_id <> id),
    is_group INTEGER NOT NULL DEFAULT 0 CHECK (is_group IN (0, 1)),
    position INTEGER NOT NULL
) STRICT;

CREATE INDEX unit_of_parent ON unit (parent_id);

CREATE TABLE unit_alias (
    alias TEXT PRIMARY KEY CHECK (alias <> ''),
    unit_id INTEGER NOT NULL REFERENCES unit (id)
) STRICT, WITHOUT ROWID;

CREATE INDEX alias_of_unit ON unit_alias (unit_id);

CREATE TABLE unit_member (
    group_id INTEGER NOT NULL REFERENCES unit (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id) CHECK (unit_id <> group_id),
    PRIMARY KEY (group_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX groups_of_unit ON unit_member (unit_id);

CREATE TABLE responsibility (
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    role TEXT NOT NULL CHECK (role IN ('lead', 'responsible', 'cooperating')),
    position INTEGER NOT NULL,
    PRIMARY KEY (measure_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX responsibility_of_unit ON responsibility (unit_id);

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
    position INTEGER NOT NULL,
    CHECK (start <= due),
    CHECK (upper IS NULL OR comparator = 'range'),
    CHECK ((span_start IS NULL) = (span_end IS NULL) AND (span_start IS NULL OR span_start <= span_end))
) STRICT;

CREATE INDEX indicator_of_plan ON indicator (plan_id, position);
CREATE INDEX indicator_of_measure ON indicator (measure_id, position);

-- The share of a target that falls to one unit.
CREATE TABLE allocation (
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    target REAL NOT NULL,
    target_text TEXT,
    PRIMARY KEY (indicator_id, unit_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX allocation_of_unit ON allocation (unit_id);

-- Results the plan itself reports: not targets, but useful as baselines.
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

CREATE INDEX achievement_of_plan ON achievement (plan_id, position);
CREATE INDEX achievement_of_measure ON achievement (measure_id);

-- The calendar, as far as it is used. Its ids follow from the code, alike in every ledger; rows never change.
CREATE TABLE period (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    start TEXT NOT NULL CHECK (date(start) IS start),
    end TEXT NOT NULL CHECK (date(end) IS end),
    CHECK (start <= end)
) STRICT;

-- A period closed for a plan, with the rules and figures it was judged by.
CREATE TABLE freeze (
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    frozen_at INTEGER NOT NULL,
    rules TEXT NOT NULL CHECK (json_valid(rules)),
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    PRIMARY KEY (plan_id, period_id)
) STRICT;

CREATE INDEX freeze_of_period ON freeze (period_id);

-- What a unit reported for an indicator in a period: a value, or numerator and denominator, or a note alone.
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

CREATE INDEX entry_of_period ON entry (period_id);
CREATE INDEX entry_of_unit ON entry (unit_id, period_id);

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

CREATE INDEX narrative_of_period ON narrative (period_id);
CREATE INDEX narrative_of_unit ON narrative (unit_id);

-- Phases and dated nodes.
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

CREATE INDEX milestone_of_plan ON milestone (plan_id, position);
CREATE INDEX milestone_of_measure ON milestone (measure_id);

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

CREATE INDEX rectification_of_indicator ON rectification (indicator_id);
CREATE INDEX rectification_of_measure ON rectification (measure_id);
CREATE INDEX rectification_of_unit ON rectification (unit_id);
CREATE INDEX rectification_of_period ON rectification (period_id);

-- A workbook sent to a unit.
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

CREATE INDEX exchange_of_plan ON exchange (plan_id, period_id);
CREATE INDEX exchange_of_unit ON exchange (unit_id);
CREATE INDEX exchange_of_period ON exchange (period_id);

-- What stood in each of its cells: the base of the three-way merge. A merge moves it to the value it accepted.
CREATE TABLE exchange_cell (
    exchange_id INTEGER NOT NULL REFERENCES exchange (id),
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    field TEXT NOT NULL CHECK (field IN ('value', 'numerator', 'denominator', 'note')),
    base_number REAL,
    base_text TEXT,
    PRIMARY KEY (exchange_id, indicator_id, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX exchange_cell_of_indicator ON exchange_cell (indicator_id);

-- A workbook that came back.
CREATE TABLE exchange_return (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    exchange_id INTEGER REFERENCES exchange (id),
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    received_at INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('read', 'repeated', 'outdated', 'refused', 'unknown'))
) STRICT;

CREATE INDEX return_of_exchange ON exchange_return (exchange_id);
CREATE INDEX return_by_sha256 ON exchange_return (sha256);

-- A cell of it that could not be taken as it was.
CREATE TABLE exchange_issue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    return_id INTEGER NOT NULL REFERENCES exchange_return (id),
    sheet TEXT NOT NULL,
    row INTEGER NOT NULL CHECK (row > 0),
    column TEXT NOT NULL,
    typed TEXT NOT NULL,
    code TEXT NOT NULL CHECK (code <> '')
) STRICT;

CREATE INDEX issue_of_return ON exchange_issue (return_id);

CREATE TABLE setting (
    key TEXT PRIMARY KEY CHECK (key <> ''),
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Thresholds and other rules under a name.
CREATE TABLE preset (
    name TEXT PRIMARY KEY CHECK (name <> ''),
    rules TEXT NOT NULL CHECK (json_valid(rules))
) STRICT, WITHOUT ROWID;

-- A document under review, not yet a plan.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES original (sha256),
    draft TEXT NOT NULL CHECK (json_valid(draft)),
    updated_at INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_by_sha256 ON draft (sha256);
