SELECT inspection.listing_id, inspection.uid, made_on, finding, inspection.who, inspection.at
FROM inspection
JOIN listing ON listing.id = inspection.listing_id
WHERE listing.measure_id IN (SELECT id FROM measure WHERE plan_id = ?1)
ORDER BY listing_id, made_on, inspection.id
