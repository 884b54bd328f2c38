-- Points given or taken by hand, with the reason (加分, 扣分).
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

CREATE INDEX adjustment_of_plan ON adjustment (plan_id, period_id);
CREATE INDEX adjustment_of_unit ON adjustment (unit_id);
CREATE INDEX adjustment_of_period ON adjustment (period_id);

-- A period closed for a plan. The table of version 1 was never written to.
DROP TABLE freeze;

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

CREATE INDEX freeze_of_plan ON freeze (plan_id, last_day);
CREATE INDEX freeze_of_period ON freeze (period_id);

-- An indicator as it stood and as it bound its units when the period was frozen.
CREATE TABLE frozen_indicator (
    plan_id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    measure_id INTEGER REFERENCES measure (id),
    judged TEXT NOT NULL CHECK (json_valid(judged)),
    PRIMARY KEY (plan_id, period_id, indicator_id),
    FOREIGN KEY (plan_id, period_id) REFERENCES freeze (plan_id, period_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX frozen_of_indicator ON frozen_indicator (indicator_id);
CREATE INDEX frozen_indicator_of_measure ON frozen_indicator (measure_id);

-- The measures the plan had then, also those without indicators.
CREATE TABLE frozen_measure (
    plan_id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    PRIMARY KEY (plan_id, period_id, measure_id),
    FOREIGN KEY (plan_id, period_id) REFERENCES freeze (plan_id, period_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX frozen_of_measure ON frozen_measure (measure_id);

-- The units that what was frozen names: they cannot go while it stands.
CREATE TABLE frozen_unit (
    plan_id INTEGER NOT NULL,
    period_id INTEGER NOT NULL,
    unit_id INTEGER NOT NULL REFERENCES unit (id),
    PRIMARY KEY (plan_id, period_id, unit_id),
    FOREIGN KEY (plan_id, period_id) REFERENCES freeze (plan_id, period_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX frozen_of_unit ON frozen_unit (unit_id);
