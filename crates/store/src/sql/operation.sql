SELECT id, uid, kind, label, who, at, changes, undoable, undone
FROM operation
WHERE uid = ?1
