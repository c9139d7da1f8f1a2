-- What a role can be held for: a further region, service centre or union is a row of its table, not code.
CREATE VIEW task_scope AS
SELECT 'REGION' AS kind, LOWER(code) AS slug FROM region
UNION ALL SELECT 'CENTRE', slug FROM unit WHERE kind <> 'REGION'
UNION ALL SELECT 'UNION', slug FROM trade_union;

-- Who signed in, by whose account at the issuer, with which task groups and when. A name stays with its account: whoever comes with the name and another account is refused.
CREATE TABLE colleague (
  user_name   VARCHAR(100) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY,
  account     VARCHAR(255) COLLATE utf8mb4_bin NOT NULL,
  task_groups VARCHAR(8000) NOT NULL,
  seen_at     DATETIME(3)  NOT NULL,
  UNIQUE KEY uk_colleague_account (account)
);

-- Sessions from before hold groups that are no task groups: everybody signs in once more.
DELETE FROM SPRING_SESSION;

-- Access is limited for the person, not for one event.
ALTER TABLE probation_case ADD KEY ix_case_limited (limited_access, crn);
CREATE VIEW limited_person AS
SELECT crn FROM probation_case WHERE limited_access = TRUE;

-- Who may see the cases of a person whose access is limited: the practitioners of any of their events, and who was given access to any of them.
CREATE VIEW limited_person_reader AS
SELECT p.crn AS crn, CONVERT(p.practitioner_staff_number USING utf8mb4) COLLATE utf8mb4_bin AS user_name
FROM probation_case l JOIN probation_case p ON p.crn = l.crn WHERE l.limited_access = TRUE AND p.practitioner_staff_number IS NOT NULL
UNION ALL
SELECT p.crn, CONVERT(g.user_name USING utf8mb4) COLLATE utf8mb4_bin
FROM case_access_grant g JOIN probation_case p ON p.id = g.case_id WHERE g.open_mark = 1;

-- What was said in confidence stays with the line manager it was said to: whose it was when the record was kept.
ALTER TABLE confidential_record ADD COLUMN line_manager VARCHAR(12) NULL;
UPDATE confidential_record r JOIN staff s ON s.staff_number = r.staff_number SET r.line_manager = s.line_manager_staff_number;
