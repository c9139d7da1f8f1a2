-- What others read of cases, and of who does which service for them.
CREATE SQL SECURITY INVOKER VIEW caseload_case_view AS
SELECT id, crn, event_number, region_code, pdu_name, team_code, practitioner_staff_number, order_type_code, start_date, expected_end_date, legacy_organisation, standalone_upw,
  rosh_level, tier, mappa_level, limited_access, version, ended_on
FROM probation_case;

CREATE SQL SECURITY INVOKER VIEW caseload_service_view AS
SELECT id, case_id, service_code, unit_code, region_code, responsible_from, responsible_until, work_in_progress, last_changed, begun_by_handover, ended_by_handover, open_mark
FROM case_service;

-- The units that do a service for a case now, by their slug in the names of task groups.
CREATE SQL SECURITY INVOKER VIEW caseload_unit_view AS
SELECT cs.case_id, cs.service_code, cs.unit_code, u.slug
FROM case_service cs JOIN unit u ON u.code = cs.unit_code WHERE cs.open_mark = 1;

-- What others read of the queues that handovers freeze, and by which row of the plan a handover is known.
CREATE SQL SECURITY INVOKER VIEW handover_frozen_queue_view AS
SELECT handover_id, unit_code, region_code, service_code, frozen_at, unfrozen_at, signed_at FROM frozen_queue;

CREATE SQL SECURITY INVOKER VIEW handover_plan_row_view AS
SELECT id AS handover_id, plan_row_id FROM handover;

-- Two accounts whose names differ in case alone are two people.
ALTER TABLE case_access_grant MODIFY user_name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
