-- The slides chosen for a meeting (幻灯), under a name.
CREATE TABLE deck (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    name TEXT NOT NULL CHECK (name <> ''),
    UNIQUE (plan_id, name)
) STRICT;

-- Its slides in their order. A slide is named by what it shows (cover, section:…, indicator:…), and shows it of any period.
CREATE TABLE deck_slide (
    deck_id INTEGER NOT NULL REFERENCES deck (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    slide TEXT NOT NULL CHECK (slide <> ''),
    PRIMARY KEY (deck_id, position),
    UNIQUE (deck_id, slide)
) STRICT, WITHOUT ROWID;

-- What a person wrote to say at a slide. It speaks of figures, so it is kept for one period.
CREATE TABLE deck_talk (
    deck_id INTEGER NOT NULL REFERENCES deck (id),
    slide TEXT NOT NULL CHECK (slide <> ''),
    period_id INTEGER NOT NULL REFERENCES period (id),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (deck_id, slide, period_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX talk_of_period ON deck_talk (period_id);
