SELECT milestone_id, period.code, closed_on, findings, figures, who, at
FROM phase_closing
JOIN period ON period.id = phase_closing.period_id
WHERE milestone_id IN (SELECT id FROM milestone WHERE plan_id = ?1)
