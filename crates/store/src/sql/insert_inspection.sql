INSERT INTO inspection (uid, listing_id, made_on, finding, who, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6)
