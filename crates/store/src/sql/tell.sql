INSERT INTO narrative (measure_id, unit_id, period_id, progress, problems, next_steps, who, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
ON CONFLICT (measure_id, unit_id, period_id) DO UPDATE
SET
    progress = excluded.progress, problems = excluded.problems, next_steps = excluded.next_steps,
    who = excluded.who, at = excluded.at
WHERE
    progress IS NOT excluded.progress OR problems IS NOT excluded.problems OR next_steps IS NOT excluded.next_steps
