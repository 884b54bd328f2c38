SELECT package_text.measure_id, period.code, package_text.passage, package_text.base_text, package_text.made_at
FROM package_text
JOIN period ON period.id = package_text.period_id
WHERE package_text.unit_id = ?1
