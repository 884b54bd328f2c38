SELECT id, exchange_id, file_name, sha256, received_at, status
FROM exchange_return
WHERE sha256 = ?1 AND status = 'read'
ORDER BY id DESC
LIMIT 1
