-- What a case can receive. cases_per_member is our estimate of what one full-time colleague holds; no figure is published.
INSERT INTO service (code, name, cases_per_member, team_kind) VALUES
  ('ALLOCATION', 'Case allocation', 200, 'ADMINISTRATION'),
  ('TERMINATIONS', 'Terminations', 120, 'ADMINISTRATION'),
  ('ATTENDANCE_MANAGEMENT', 'Attendance management', 150, 'ADMINISTRATION'),
  ('STANDALONE_UPW_ALLOCATION', 'Stand-alone unpaid work allocation', 100, 'UPW'),
  ('STANDALONE_UPW_CASE_MANAGEMENT', 'Stand-alone unpaid work case management', 60, 'UPW'),
  ('UPW_ADMINISTRATION', 'Unpaid work administration', 120, 'ADMINISTRATION'),
  ('UPW_ORDERS', 'Unpaid work orders', 60, 'UPW'),
  ('GENERAL_ADMINISTRATION', 'General administration', 400, 'ADMINISTRATION'),
  ('AAMR_EMS', 'Alcohol and electronic monitoring', 60, 'ADMINISTRATION'),
  ('TTG', 'Through the Gate', 60, 'ADMINISTRATION'),
  ('ENFORCEMENT', 'Enforcement', 80, 'ADMINISTRATION'),
  ('CP_OPERATIONAL_ADMINISTRATION', 'Community payback operational administration', 150, 'ADMINISTRATION');

INSERT INTO scope (code, name, remainder) VALUES
  ('FORMER_CRC_CASES', 'Cases of the former community rehabilitation companies', FALSE),
  ('FORMER_CRC_CASES_EXCEPT_STANDALONE_CP', 'Cases of the former community rehabilitation companies, without stand-alone unpaid work', FALSE),
  ('REMAINING_CASES', 'Cases that no other row of the plan takes', TRUE),
  ('UPW', 'Cases with an unpaid work order', FALSE),
  ('ON_BEHALF_OF_SC', 'Cases that the London Service Centre serves for South Central', FALSE),
  ('STANDALONE_UPW_CASES', 'Cases with unpaid work alone', FALSE);

-- ON_BEHALF_OF_SC has no condition of its own: the region of its row and the unit that holds the service say it all. UPW: the case has an open unpaid work order service.
INSERT INTO scope_condition (scope_code, attribute, value) VALUES
  ('FORMER_CRC_CASES', 'LEGACY_ORGANISATION', 'CRC'),
  ('FORMER_CRC_CASES_EXCEPT_STANDALONE_CP', 'LEGACY_ORGANISATION', 'CRC'),
  ('FORMER_CRC_CASES_EXCEPT_STANDALONE_CP', 'STANDALONE_UPW', 'false'),
  ('UPW', 'HAS_SERVICE', 'UPW_ORDERS'),
  ('STANDALONE_UPW_CASES', 'STANDALONE_UPW', 'true');

-- What the plan's words for a service stand for: most name one service, some several. Stand-alone community payback allocation is the service of its name and,
-- of case allocation, the stand-alone cases that H-GM-1 leaves out. The Enforcement Hub moves no case.
INSERT INTO plan_service (plan_service_code, service_code) SELECT code, code FROM service;
INSERT INTO plan_service (plan_service_code, service_code) SELECT 'ALL_PSC_SERVICES', code FROM service;
INSERT INTO plan_service (plan_service_code, service_code) SELECT 'LONDON_SERVICE_CENTRE_SERVICES', code FROM service;
INSERT INTO plan_service (plan_service_code, service_code, scope_code) VALUES
  ('STANDALONE_CP_ALLOCATION', 'ALLOCATION', 'STANDALONE_UPW_CASES'),
  ('STANDALONE_CP_ALLOCATION', 'STANDALONE_UPW_ALLOCATION', '');

INSERT INTO plan_service_name (code, name) SELECT code, name FROM service;
INSERT INTO plan_service_name (code, name) VALUES
  ('ALL_PSC_SERVICES', 'All services of the PSC'),
  ('LONDON_SERVICE_CENTRE_SERVICES', 'London Service Centre services'),
  ('STANDALONE_CP_ALLOCATION', 'Stand-alone community payback allocation'),
  ('ENFORCEMENT_HUB', 'Regional Enforcement Hub');

INSERT INTO grade (code, name) VALUES
  ('CA', 'Case Administrator'),
  ('PSO', 'Probation Services Officer'),
  ('PO', 'Probation Officer'),
  ('SPO', 'Senior Probation Officer'),
  ('UPW_SUPERVISOR', 'Unpaid work supervisor'),
  ('PLACEMENT_COORD', 'Placement coordinator'),
  ('MANAGER', 'Manager');

INSERT INTO absence_kind (code, name) VALUES
  ('SICKNESS', 'Sickness'),
  ('MATERNITY', 'Maternity leave'),
  ('PARENTAL', 'Parental or adoption leave'),
  ('CAREER_BREAK', 'Career break'),
  ('SECONDMENT', 'Secondment');

INSERT INTO order_type (code, name, carries_upw, our_own) VALUES
  ('201', 'Community order', TRUE, FALSE),
  ('340', 'Community order', TRUE, FALSE),
  ('203', 'Suspended sentence order', TRUE, FALSE),
  ('216', 'Suspended sentence order', TRUE, FALSE),
  ('341', 'Suspended sentence order', TRUE, FALSE),
  ('408', 'Suspended sentence order', TRUE, FALSE),
  ('CUS', 'Custody or licence (code of our own until the real ones are known)', FALSE, TRUE);
