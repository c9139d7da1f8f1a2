-- What has become of each item of an inventory. One has moved when its handover ended the service that it names: a batch writes nothing else for what moves.
-- Items that moved before this are also marked MOVED; the mark says the same.
CREATE SQL SECURITY INVOKER VIEW handover_item_view AS
SELECT i.id, i.handover_id, i.case_service_id, i.case_id,
  CASE WHEN i.state = 'IN_SCOPE' AND s.ended_by_handover = i.handover_id THEN 'MOVED' ELSE i.state END AS state
FROM handover_item i JOIN caseload_service_view s ON s.id = i.case_service_id;
