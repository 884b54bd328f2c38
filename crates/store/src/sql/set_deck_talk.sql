INSERT INTO deck_talk (deck_id, slide, period_id, text)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (deck_id, slide, period_id) DO UPDATE SET text = excluded.text
WHERE text <> excluded.text
