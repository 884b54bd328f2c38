-- How a plan is followed: planned values, how often is reported, weights from above, phases closed, listed measures, rectifications.

-- What a section or a measure counts in scores; none: as much as its indicators together.
ALTER TABLE section ADD COLUMN weight REAL CHECK (weight >= 0);
ALTER TABLE measure ADD COLUMN weight REAL CHECK (weight >= 0);

-- How often an indicator is reported.
ALTER TABLE indicator ADD COLUMN every TEXT NOT NULL DEFAULT 'month' CHECK (every IN ('month', 'quarter', 'half', 'year'));

-- The value planned for the end of a period (计划进度): what is expected then instead of the straight way from baseline to target.
CREATE TABLE planned_value (
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    value REAL NOT NULL,
    value_text TEXT,
    PRIMARY KEY (indicator_id, period_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX planned_of_period ON planned_value (period_id);

-- A phase evaluated (阶段性评估): its findings, and its figures as they were then.
CREATE TABLE phase_closing (
    milestone_id INTEGER PRIMARY KEY REFERENCES milestone (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    closed_on TEXT NOT NULL CHECK (date(closed_on) IS closed_on),
    findings TEXT NOT NULL CHECK (findings <> ''),
    figures TEXT NOT NULL CHECK (json_valid(figures)),
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX closing_of_period ON phase_closing (period_id);

-- A measure under listed supervision (挂牌督战), followed every so many days until it is lifted.
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

-- A measure is listed once at a time.
CREATE UNIQUE INDEX listing_in_force ON listing (measure_id) WHERE lifted_on IS NULL;
CREATE INDEX listing_of_measure ON listing (measure_id);

-- What was found when a listed measure was looked at (督查记录).
CREATE TABLE inspection (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    listing_id INTEGER NOT NULL REFERENCES listing (id),
    made_on TEXT NOT NULL CHECK (date(made_on) IS made_on),
    finding TEXT NOT NULL CHECK (finding <> ''),
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX inspection_of_listing ON inspection (listing_id, made_on);

-- What a unit has to put right (整改). The table of version 1 was never written to.
DROP TABLE rectification;

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

-- A light is put right once at a time.
CREATE UNIQUE INDEX rectification_of_light ON rectification (
    ifnull(indicator_id, 0), ifnull(measure_id, 0), own, CASE own WHEN 1 THEN unit_id ELSE 0 END
) WHERE state <> 'signed_off';
CREATE INDEX rectification_of_plan ON rectification (plan_id, state);
CREATE INDEX rectification_of_measure ON rectification (measure_id);
CREATE INDEX rectification_of_indicator ON rectification (indicator_id);
CREATE INDEX rectification_of_unit ON rectification (unit_id);
CREATE INDEX rectification_of_period ON rectification (period_id);

-- Every step of it, in order: opened, changed, applied for sign-off, sent back, signed off.
CREATE TABLE rectification_step (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rectification_id INTEGER NOT NULL REFERENCES rectification (id),
    kind TEXT NOT NULL CHECK (kind IN ('opened', 'changed', 'applied', 'sent_back', 'signed_off')),
    made_on TEXT NOT NULL CHECK (date(made_on) IS made_on),
    note TEXT NOT NULL,
    who TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX step_of_rectification ON rectification_step (rectification_id, id);

-- A unit that became one with another (并入): the number and names it had, for what was recorded of it before.
CREATE TABLE merged_unit (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    name TEXT NOT NULL CHECK (name <> ''),
    unit_id INTEGER NOT NULL REFERENCES unit (id) CHECK (unit_id <> id)
) STRICT;

CREATE INDEX merged_into_unit ON merged_unit (unit_id);

-- What a unit's packages said last of a report, once it was taken, found equal or decided about: the base of the next
-- package's merge. `made_at` is when that package was made.
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

CREATE INDEX package_cell_of_indicator ON package_cell (indicator_id);
CREATE INDEX package_cell_of_period ON package_cell (period_id);

-- The same of what was told of a measure.
CREATE TABLE package_text (
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    period_id INTEGER NOT NULL REFERENCES period (id),
    passage TEXT NOT NULL CHECK (passage IN ('progress', 'problems', 'next_steps')),
    base_text TEXT,
    made_at INTEGER NOT NULL,
    PRIMARY KEY (unit_id, measure_id, period_id, passage)
) STRICT, WITHOUT ROWID;

CREATE INDEX package_text_of_measure ON package_text (measure_id);
CREATE INDEX package_text_of_period ON package_text (period_id);
