UPDATE indicator
SET
    measure_id = :measure_id, name = :name, unit = :unit, comparator = :comparator,
    target = :target, target_text = :target_text, upper = :upper, upper_text = :upper_text,
    baseline = :baseline, baseline_text = :baseline_text, baseline_date = :baseline_date,
    start = :start, due = :due, kind = :kind, pace = :pace, roll_up = :roll_up, weight = :weight, every = :every,
    quote = :quote, span_start = :span_start, span_end = :span_end, position = :position, document_id = :document_id
WHERE uid = :uid AND plan_id = :plan_id
