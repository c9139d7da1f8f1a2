-- What others read of orders whose hours are complete.
CREATE SQL SECURITY INVOKER VIEW unpaidwork_complete_order_view AS
SELECT id, case_id FROM upw_order WHERE state = 'COMPLETE';
