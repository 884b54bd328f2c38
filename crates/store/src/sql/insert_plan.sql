INSERT INTO plan (uid, document_id, title, number, issuer, issued, start, due, position)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
