-- What changes one at a time counts its versions.
ALTER TABLE preference_round ADD COLUMN version INT NOT NULL DEFAULT 0;
ALTER TABLE placement ADD COLUMN version INT NOT NULL DEFAULT 0;

-- Who takes part in which consultation, for those who join what is theirs to it: active_mark is 1 until somebody leaves, and NULL afterwards. The consultation's, as the table is.
CREATE SQL SECURITY INVOKER VIEW consultation_member_view AS
SELECT id, consultation_id, staff_number, joined_at, extended_to, active_mark FROM cohort_member;
