-- What each kind of subject is called in a few words, such as 'H-NW-5 Terminations, North West', for whoever lists what waits. crn: whose case it is; the words are then for those alone who may see that case.
CREATE SQL SECURITY INVOKER VIEW programme_words_view AS
SELECT p.id, CONCAT('Programme, ', r.name) AS words FROM regional_programme p JOIN region r ON r.code = p.region_code;

CREATE SQL SECURITY INVOKER VIEW handover_words_view AS
SELECT h.id, CONCAT(h.plan_row_id, ' ', COALESCE(n.name, h.service), ', ', r.name) AS words
FROM handover h JOIN region r ON r.code = h.region_code LEFT JOIN plan_service_name n ON n.code = h.service;

CREATE SQL SECURITY INVOKER VIEW consultation_words_view AS
SELECT id, title AS words FROM consultation;

CREATE SQL SECURITY INVOKER VIEW workforce_words_view AS
SELECT staff_number, CONCAT(display_name, ' (', staff_number, ')') AS words FROM staff;

CREATE SQL SECURITY INVOKER VIEW preferencing_appeal_words_view AS
SELECT a.id, CONCAT('Appeal of ', s.display_name, ' (', s.staff_number, ')') AS words
FROM appeal a JOIN consultation_member_view m ON m.id = a.member_id JOIN workforce_staff_view s ON s.staff_number = m.staff_number;

CREATE SQL SECURITY INVOKER VIEW letters_words_view AS
SELECT l.id, CONCAT('Letter to ', s.display_name, ' (', s.staff_number, ')') AS words
FROM letter l JOIN workforce_staff_view s ON s.staff_number = l.staff_number;

CREATE SQL SECURITY INVOKER VIEW caseload_words_view AS
SELECT id, crn, CONCAT('CRN ', crn, ', event ', event_number) AS words FROM probation_case;

CREATE SQL SECURITY INVOKER VIEW unpaidwork_order_words_view AS
SELECT o.id, c.crn, CONCAT('CRN ', c.crn, ', event ', c.event_number, COALESCE(CONCAT(', ', p.name), '')) AS words
FROM upw_order o JOIN caseload_case_view c ON c.id = o.case_id LEFT JOIN upw_project p ON p.code = o.project_code;

CREATE SQL SECURITY INVOKER VIEW unpaidwork_session_words_view AS
SELECT s.id, c.crn, CONCAT('CRN ', c.crn, ', ', p.name, ', ', DATE_FORMAT(s.on_date, '%a %e %b')) AS words
FROM upw_session s JOIN upw_order o ON o.id = s.order_id JOIN caseload_case_view c ON c.id = o.case_id JOIN upw_project p ON p.code = s.project_code;

CREATE SQL SECURITY INVOKER VIEW unpaidwork_enforcement_words_view AS
SELECT e.id, c.crn, CONCAT('CRN ', c.crn, ', failure on ', DATE_FORMAT(e.failed_on, '%a %e %b')) AS words
FROM upw_enforcement e JOIN upw_order o ON o.id = e.order_id JOIN caseload_case_view c ON c.id = o.case_id;

CREATE SQL SECURITY INVOKER VIEW termination_words_view AS
SELECT t.id, c.crn, CONCAT('CRN ', c.crn, ', event ', c.event_number) AS words
FROM termination t JOIN caseload_case_view c ON c.id = t.case_id;

-- What was asked for in a start form and is no case yet: the CRN that was typed.
CREATE SQL SECURITY INVOKER VIEW termination_request_words_view AS
SELECT process_instance_key AS id, crn, CONCAT('CRN ', crn, ', event ', event_number) AS words FROM termination_request;
