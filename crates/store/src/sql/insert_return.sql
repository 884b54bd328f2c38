INSERT INTO exchange_return (
    exchange_id, file_name, sha256, received_at, status, saved_by, saved_at, mismatch
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
