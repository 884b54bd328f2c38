SELECT id, uid, kind, label, who, at, changes, undoable, undone
FROM operation
WHERE id = (
    SELECT replay.operation_id
    FROM replay
    JOIN operation AS undone_one ON undone_one.id = replay.operation_id
    WHERE
        replay.direction = 'undo' AND undone_one.undone = 1
        AND replay.newest_operation_id = (SELECT max(id) FROM operation WHERE undoable = 1)
    ORDER BY replay.id DESC
    LIMIT 1
)
