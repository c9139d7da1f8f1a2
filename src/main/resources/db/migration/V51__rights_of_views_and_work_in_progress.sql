-- A view reads with the rights of whoever reads it, as all others here do: whoever set it up may have left.
CREATE OR REPLACE SQL SECURITY INVOKER VIEW task_scope AS
SELECT 'REGION' AS kind, LOWER(code) AS slug FROM region
UNION ALL SELECT 'CENTRE', slug FROM unit WHERE kind <> 'REGION'
UNION ALL SELECT 'UNION', slug FROM trade_union;

CREATE OR REPLACE SQL SECURITY INVOKER VIEW limited_person AS
SELECT crn FROM probation_case WHERE limited_access = TRUE;

CREATE OR REPLACE SQL SECURITY INVOKER VIEW limited_person_reader AS
SELECT p.crn AS crn, CONVERT(p.practitioner_staff_number USING utf8mb4) COLLATE utf8mb4_bin AS user_name
FROM probation_case l JOIN probation_case p ON p.crn = l.crn WHERE l.limited_access = TRUE AND p.practitioner_staff_number IS NOT NULL
UNION ALL
SELECT p.crn, CONVERT(g.user_name USING utf8mb4) COLLATE utf8mb4_bin
FROM case_access_grant g JOIN probation_case p ON p.id = g.case_id WHERE g.open_mark = 1;

-- The enforcement of an order that began by the former name claims no expected call, so that these were left for anybody to claim.
DELETE c FROM expected_call c
JOIN upw_enforcement e ON c.value = CONVERT(e.id, CHAR)
JOIN upw_order_of_before b ON b.order_id = e.order_id
WHERE c.process = 'upw-enforcement' AND c.begun_by IS NULL AND b.former_name;

-- As the services say it that are counted here.
ALTER TABLE handover RENAME COLUMN open_work TO work_in_progress;
