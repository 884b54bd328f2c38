-- The frozen periods that what was judged of a unit, or what it was judged from, belongs to.
SELECT plan.title, period.code
FROM freeze
JOIN plan ON plan.id = freeze.plan_id
JOIN period ON period.id = freeze.period_id
WHERE
    EXISTS (
        SELECT 1 FROM frozen_unit
        WHERE frozen_unit.plan_id = freeze.plan_id AND frozen_unit.period_id = freeze.period_id AND frozen_unit.unit_id = ?1
    )
    OR EXISTS (
        SELECT 1
        FROM entry
        JOIN period AS reported ON reported.id = entry.period_id
        JOIN indicator ON indicator.id = entry.indicator_id
        WHERE entry.unit_id = ?1 AND indicator.plan_id = freeze.plan_id AND reported.end <= freeze.last_day
    )
    OR EXISTS (
        SELECT 1
        FROM adjustment
        JOIN period AS given ON given.id = adjustment.period_id
        WHERE adjustment.unit_id = ?1 AND adjustment.plan_id = freeze.plan_id AND given.end <= freeze.last_day
    )
ORDER BY plan.position, plan.id, freeze.last_day, freeze.period_id
