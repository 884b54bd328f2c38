SELECT id
FROM indicator
WHERE plan_id = ?1
AND (
    EXISTS (SELECT 1 FROM entry WHERE entry.indicator_id = indicator.id)
    OR EXISTS (SELECT 1 FROM exchange_cell WHERE exchange_cell.indicator_id = indicator.id)
    OR EXISTS (SELECT 1 FROM planned_value WHERE planned_value.indicator_id = indicator.id)
    OR EXISTS (SELECT 1 FROM rectification WHERE rectification.indicator_id = indicator.id)
    OR EXISTS (SELECT 1 FROM indicator_continuation WHERE indicator_continuation.earlier_id = indicator.id)
    OR EXISTS (SELECT 1 FROM frozen_indicator WHERE frozen_indicator.indicator_id = indicator.id)
)
