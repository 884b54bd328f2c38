INSERT INTO layout (headings, roles, at)
VALUES (?1, ?2, ?3)
ON CONFLICT (headings) DO UPDATE SET
    roles = excluded.roles,
    at = excluded.at
WHERE roles <> excluded.roles
