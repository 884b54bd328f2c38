-- What the columns of a table made elsewhere hold, as a person settled it: proposed again for a table with the same headings.
-- `headings` are their words in order without digits, as they change from month to month; `roles` what each column holds.
CREATE TABLE layout (
    headings TEXT PRIMARY KEY CHECK (json_valid(headings)),
    roles TEXT NOT NULL CHECK (json_valid(roles)),
    at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
