SELECT id, exchange_id, file_name, sha256, received_at, status, saved_by, saved_at, mismatch
FROM exchange_return
WHERE sha256 = ?1 AND status IN ('read', 'outdated')
ORDER BY id DESC
LIMIT 1
