SELECT
    exchange_return.id, exchange_return.exchange_id, exchange_return.file_name, exchange_return.sha256,
    exchange_return.received_at, exchange_return.status, exchange_return.saved_by, exchange_return.saved_at,
    exchange_return.mismatch
FROM exchange
JOIN exchange_return ON exchange_return.exchange_id = exchange.id
WHERE exchange.plan_id = ?1
ORDER BY exchange_return.id DESC
