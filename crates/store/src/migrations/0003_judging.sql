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
