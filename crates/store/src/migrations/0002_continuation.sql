-- What goes on from an earlier plan, and plans that were issued anew.

-- A measure that goes on from one of an earlier plan: its series goes on with it. None: somebody said that it is new.
CREATE TABLE measure_continuation (
    measure_id INTEGER PRIMARY KEY REFERENCES measure (id),
    earlier_id INTEGER REFERENCES measure (id) CHECK (earlier_id <> measure_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX measure_continued ON measure_continuation (earlier_id);

CREATE TABLE indicator_continuation (
    indicator_id INTEGER PRIMARY KEY REFERENCES indicator (id),
    earlier_id INTEGER REFERENCES indicator (id) CHECK (earlier_id <> indicator_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX indicator_continued ON indicator_continuation (earlier_id);

-- The document an item's words and span stand in, where that is not the plan's newest one.
ALTER TABLE measure ADD COLUMN document_id INTEGER REFERENCES document (id);
ALTER TABLE indicator ADD COLUMN document_id INTEGER REFERENCES document (id);

CREATE INDEX measure_of_document ON measure (document_id);
CREATE INDEX indicator_of_document ON indicator (document_id);
