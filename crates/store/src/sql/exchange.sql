SELECT
    exchange.id, exchange.uid, exchange.plan_id, exchange.unit_id, period.code, exchange.file_name,
    exchange.sent_at, exchange.who
FROM exchange
JOIN period ON period.id = exchange.period_id
WHERE exchange.uid = ?1
