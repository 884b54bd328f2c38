SELECT id, uid, kind, label, who, at, changes, undoable, undone
FROM operation
WHERE undoable = 1 AND undone = 0
ORDER BY id DESC
LIMIT 1
