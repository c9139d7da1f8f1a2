-- With the region of the case, as its open services carry it: so that what a unit does for other regions is found without reading what it does for its own.
CREATE OR REPLACE SQL SECURITY INVOKER VIEW caseload_unit_view AS
SELECT cs.case_id, cs.service_code, cs.unit_code, u.slug, cs.region_code
FROM case_service cs JOIN unit u ON u.code = cs.unit_code WHERE cs.open_mark = 1;
