INSERT INTO phase_closing (milestone_id, period_id, closed_on, findings, figures, who, at)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
