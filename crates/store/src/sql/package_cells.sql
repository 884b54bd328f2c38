SELECT
    package_cell.indicator_id, period.code, package_cell.field, package_cell.base_number, package_cell.base_text,
    package_cell.made_at
FROM package_cell
JOIN period ON period.id = package_cell.period_id
WHERE package_cell.unit_id = ?1
