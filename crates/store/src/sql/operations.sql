SELECT id, uid, kind, label, who, at, changes, undoable, undone
FROM operation
WHERE id < ?1
ORDER BY id DESC
LIMIT ?2
