UPDATE exchange_text
SET base_text = ?4
WHERE exchange_id = ?1 AND measure_id = ?2 AND passage = ?3
