-- What a workbook sent told of each measure: the base of the three-way merge, as exchange_cell is of figures.
CREATE TABLE exchange_text (
    exchange_id INTEGER NOT NULL REFERENCES exchange (id),
    measure_id INTEGER NOT NULL REFERENCES measure (id),
    passage TEXT NOT NULL CHECK (passage IN ('progress', 'problems', 'next_steps')),
    base_text TEXT,
    PRIMARY KEY (exchange_id, measure_id, passage)
) STRICT, WITHOUT ROWID;

CREATE INDEX exchange_text_of_measure ON exchange_text (measure_id);

-- What a returned file says of itself: who saved it last and when; and what in it names another unit or period than was sent.
ALTER TABLE exchange_return ADD COLUMN saved_by TEXT;
ALTER TABLE exchange_return ADD COLUMN saved_at INTEGER CHECK (saved_at >= 0);
ALTER TABLE exchange_return ADD COLUMN mismatch TEXT;

-- What the columns of a table made elsewhere hold, as a person settled it: proposed again for a table with the same headings.
-- `headings` are their words in order without digits, as they change from month to month; `roles` what each column holds.
CREATE TABLE layout (
    headings TEXT PRIMARY KEY CHECK (json_valid(headings)),
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
