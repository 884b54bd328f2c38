UPDATE rectification
SET cause = ?2, action = ?3, deadline = ?4, person = ?5, state = ?6, closed_on = ?7
WHERE uid = ?1
