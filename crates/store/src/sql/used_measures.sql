SELECT id
FROM measure
WHERE plan_id = ?1
AND (
    EXISTS (SELECT 1 FROM narrative WHERE narrative.measure_id = measure.id)
    OR EXISTS (SELECT 1 FROM milestone WHERE milestone.measure_id = measure.id)
    OR EXISTS (SELECT 1 FROM listing WHERE listing.measure_id = measure.id)
    OR EXISTS (SELECT 1 FROM rectification WHERE rectification.measure_id = measure.id)
    OR EXISTS (SELECT 1 FROM measure_continuation WHERE measure_continuation.earlier_id = measure.id)
    OR EXISTS (SELECT 1 FROM frozen_measure WHERE frozen_measure.measure_id = measure.id)
    OR EXISTS (SELECT 1 FROM frozen_indicator WHERE frozen_indicator.measure_id = measure.id)
)
