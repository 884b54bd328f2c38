-- Of two roles in one measure the stronger one stays.
UPDATE responsibility
SET role = other.role
FROM responsibility AS other
WHERE
    responsibility.unit_id = ?2 AND other.unit_id = ?1 AND other.measure_id = responsibility.measure_id
    AND instr('lead,responsible,cooperating', other.role) < instr('lead,responsible,cooperating', responsibility.role)
