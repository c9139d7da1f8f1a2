-- The audit page finds entries by time, region, person and action, the newest first, and by the CRN that their facts name.
ALTER TABLE audit_entry ADD COLUMN crn VARCHAR(20) GENERATED ALWAYS AS (LEFT(JSON_UNQUOTE(JSON_EXTRACT(facts, '$.crn')), 20)) VIRTUAL;
ALTER TABLE audit_entry
  ADD KEY ix_audit_at (at, id),
  ADD KEY ix_audit_region (region_code, at, id),
  ADD KEY ix_audit_actor (actor, at, id),
  ADD KEY ix_audit_action (action, at, id),
  ADD KEY ix_audit_crn (crn, at, id);
