-- Who asks for a call expects it from now on. What was asked for before, and has not begun: the rows of programmes that run, who joined a consultation, failures that are enforced.
INSERT INTO expected_call (process, value, occasion)
SELECT IF(h.kind = 'SITE_MOVE', 'site-move', 'service-handover'), h.id, p.process_instance_key
FROM handover h JOIN regional_programme p ON p.id = h.regional_programme_id
WHERE h.kind <> 'MILESTONE' AND h.process_instance_key IS NULL AND p.process_instance_key IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM expected_call e WHERE e.process IN ('service-handover', 'site-move') AND e.value = CONVERT(h.id, CHAR) AND e.begun_by IS NULL);

INSERT INTO expected_call (process, value, occasion)
SELECT 'one-to-one', m.id, c.id
FROM cohort_member m JOIN consultation c ON c.id = m.consultation_id
WHERE c.state IN ('INDIVIDUAL', 'PREFERENCES') AND m.joined_at > c.individual_stage_at AND m.one_to_one_begun IS NULL
  AND NOT EXISTS (SELECT 1 FROM expected_call e WHERE e.process = 'one-to-one' AND e.value = CONVERT(m.id, CHAR) AND e.begun_by IS NULL);

INSERT INTO expected_call (process, value, occasion)
SELECT 'rank-locations', m.id, c.id
FROM cohort_member m JOIN consultation c ON c.id = m.consultation_id
WHERE c.state = 'PREFERENCES' AND m.joined_at > c.individual_stage_at AND m.id NOT IN (SELECT member_id FROM preference_asking)
  AND NOT EXISTS (SELECT 1 FROM expected_call e WHERE e.process = 'rank-locations' AND e.value = CONVERT(m.id, CHAR) AND e.begun_by IS NULL);

INSERT INTO expected_call (process, value, occasion)
SELECT 'upw-enforcement', f.id, 0
FROM upw_enforcement f
WHERE f.closed_at IS NULL
  AND NOT EXISTS (SELECT 1 FROM expected_call e WHERE e.process = 'upw-enforcement' AND e.value = CONVERT(f.id, CHAR))
  AND NOT EXISTS (SELECT 1 FROM task_subject s WHERE s.about = CONCAT('enforcement/', f.id));

-- Enforced again after the order was stopped, and not told yet.
INSERT IGNORE INTO expected_call (process, value, occasion)
SELECT 'upw-enforcement', JSON_UNQUOTE(JSON_EXTRACT(serialized_event, '$.variables.enforcementId')), 1 FROM EVENT_PUBLICATION
WHERE completion_date IS NULL AND event_type LIKE '%.camunda.EngineMessage' AND serialized_event LIKE '%"unpaidwork.enforcementNeeded"%'
  AND NOT EXISTS (SELECT 1 FROM expected_call e WHERE e.process = 'upw-enforcement' AND e.value = JSON_UNQUOTE(JSON_EXTRACT(serialized_event, '$.variables.enforcementId')) AND e.begun_by IS NULL);

-- Enforced again, and told, but its process has not begun: a row too many harms nobody, one too few stops the enforcement.
INSERT IGNORE INTO expected_call (process, value, occasion)
SELECT 'upw-enforcement', f.id, 1
FROM upw_enforcement f JOIN upw_order o ON o.id = f.order_id
WHERE f.closed_at IS NULL AND f.state <> 'STOPPED' AND o.started_times > 1
  AND NOT EXISTS (SELECT 1 FROM expected_call e WHERE e.process = 'upw-enforcement' AND e.value = CONVERT(f.id, CHAR) AND e.begun_by IS NULL);
