SELECT
    id, uid, plan_id, measure_id, name, unit, comparator, target, target_text, upper, upper_text,
    baseline, baseline_text, baseline_date, start, due, kind, pace, roll_up, weight, every, quote,
    span_start, span_end, position, document_id
FROM indicator
WHERE uid = ?1
