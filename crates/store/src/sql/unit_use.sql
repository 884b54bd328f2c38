SELECT
    (SELECT count(*) FROM responsibility WHERE unit_id = ?1) AS measures,
    (SELECT count(*) FROM unit_member WHERE unit_id = ?1) AS groups,
    (SELECT count(*) FROM unit WHERE parent_id = ?1) AS children,
    (SELECT count(*) FROM allocation WHERE unit_id = ?1) AS shares,
    (SELECT count(*) FROM entry WHERE unit_id = ?1) AS entries,
    (SELECT count(*) FROM narrative WHERE unit_id = ?1) AS narratives,
    (SELECT count(*) FROM adjustment WHERE unit_id = ?1) AS adjustments,
    (SELECT count(*) FROM rectification WHERE unit_id = ?1) AS rectifications,
    (SELECT count(*) FROM exchange WHERE unit_id = ?1) AS workbooks
