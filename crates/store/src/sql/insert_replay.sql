INSERT INTO replay (operation_id, direction, newest_operation_id, who, at)
VALUES (?1, ?2, (SELECT max(id) FROM operation WHERE undoable = 1), ?3, ?4)
