UPDATE plan
SET document_id = ?2, title = ?3, number = ?4, issuer = ?5, issued = ?6, start = ?7, due = ?8
WHERE uid = ?1
