-- The twelve regions and the units, sites and teams of the programme. A further region is a row here, not code.
INSERT INTO region (code, name, provider_code, short_name) VALUES
  ('NW', 'North West', 'N51', 'NW'),
  ('YATH', 'Yorkshire and the Humber', 'N55', 'YaTH'),
  ('EM', 'East Midlands', 'N53', 'EM'),
  ('GM', 'Greater Manchester', 'N50', 'GM'),
  ('SC', 'South Central', 'N59', 'SC'),
  ('WALES', 'Wales', 'N03', 'Wales'),
  ('LONDON', 'London', 'N07', 'London'),
  ('WM', 'West Midlands', 'N52', 'WM'),
  ('NE', 'North East', 'N54', 'NE'),
  ('EOE', 'East of England', 'N56', 'EoE'),
  ('KSS', 'Kent Surrey and Sussex', 'N57', 'KSS'),
  ('SW', 'South West', 'N58', 'SW');

INSERT INTO pdu (region_code, name) VALUES
  ('GM', 'Bolton'),
  ('GM', 'Bury'),
  ('GM', 'Manchester North'),
  ('GM', 'Manchester South'),
  ('GM', 'Oldham'),
  ('GM', 'Rochdale'),
  ('GM', 'Salford'),
  ('GM', 'Stockport'),
  ('GM', 'Tameside'),
  ('GM', 'Trafford'),
  ('GM', 'Wigan'),
  ('NW', 'Blackburn'),
  ('NW', 'Central Lancashire'),
  ('NW', 'Cheshire East'),
  ('NW', 'Cheshire West'),
  ('NW', 'Cumbria'),
  ('NW', 'East Lancashire'),
  ('NW', 'Knowsley and St Helens'),
  ('NW', 'North Liverpool'),
  ('NW', 'North West Lancashire'),
  ('NW', 'Sefton'),
  ('NW', 'Warrington and Halton'),
  ('NW', 'Wirral'),
  ('EM', 'Derbyshire'),
  ('EM', 'East and West Lincolnshire'),
  ('EM', 'Leicestershire'),
  ('EM', 'Nottinghamshire'),
  ('YATH', 'Barnsley and Rotherham'),
  ('YATH', 'Bradford and Calderdale'),
  ('YATH', 'Doncaster'),
  ('YATH', 'Hull and East Riding'),
  ('YATH', 'Kirklees'),
  ('YATH', 'Leeds'),
  ('YATH', 'North and North East Lincolnshire'),
  ('YATH', 'North Yorkshire'),
  ('YATH', 'Sheffield'),
  ('YATH', 'Wakefield'),
  ('YATH', 'York'),
  ('SC', 'Buckinghamshire and Milton Keynes'),
  ('SC', 'East Berkshire'),
  ('SC', 'Hampshire North and East'),
  ('SC', 'Oxfordshire'),
  ('SC', 'Portsmouth and Isle of Wight'),
  ('SC', 'Southampton'),
  ('SC', 'West Berkshire');

-- One office per PDU. Positions are those of the PDU's main town, to two decimals: good enough to compare travel, not to find the door.
INSERT INTO site (code, name, region_code, pdu_name, latitude, longitude) VALUES
  ('GM_01', 'Bolton probation office', 'GM', 'Bolton', 53.58, -2.43),
  ('GM_02', 'Bury probation office', 'GM', 'Bury', 53.59, -2.30),
  ('GM_03', 'Manchester North probation office', 'GM', 'Manchester North', 53.51, -2.23),
  ('GM_04', 'Manchester South probation office', 'GM', 'Manchester South', 53.43, -2.23),
  ('GM_05', 'Oldham probation office', 'GM', 'Oldham', 53.54, -2.11),
  ('GM_06', 'Rochdale probation office', 'GM', 'Rochdale', 53.61, -2.16),
  ('GM_07', 'Salford probation office', 'GM', 'Salford', 53.49, -2.29),
  ('GM_08', 'Stockport probation office', 'GM', 'Stockport', 53.41, -2.16),
  ('GM_09', 'Tameside probation office', 'GM', 'Tameside', 53.49, -2.09),
  ('GM_10', 'Trafford probation office', 'GM', 'Trafford', 53.45, -2.31),
  ('GM_11', 'Wigan probation office', 'GM', 'Wigan', 53.55, -2.63),
  ('NW_01', 'Blackburn probation office', 'NW', 'Blackburn', 53.75, -2.48),
  ('NW_02', 'Central Lancashire probation office', 'NW', 'Central Lancashire', 53.76, -2.70),
  ('NW_03', 'Cheshire East probation office', 'NW', 'Cheshire East', 53.10, -2.44),
  ('NW_04', 'Cheshire West probation office', 'NW', 'Cheshire West', 53.19, -2.89),
  ('NW_05', 'Cumbria probation office', 'NW', 'Cumbria', 54.89, -2.93),
  ('NW_06', 'East Lancashire probation office', 'NW', 'East Lancashire', 53.79, -2.24),
  ('NW_07', 'Knowsley and St Helens probation office', 'NW', 'Knowsley and St Helens', 53.45, -2.74),
  ('NW_08', 'North Liverpool probation office', 'NW', 'North Liverpool', 53.44, -2.97),
  ('NW_09', 'North West Lancashire probation office', 'NW', 'North West Lancashire', 54.05, -2.80),
  ('NW_10', 'Sefton probation office', 'NW', 'Sefton', 53.47, -3.01),
  ('NW_11', 'Warrington and Halton probation office', 'NW', 'Warrington and Halton', 53.39, -2.59),
  ('NW_12', 'Wirral probation office', 'NW', 'Wirral', 53.39, -3.03),
  ('EM_01', 'Derbyshire probation office', 'EM', 'Derbyshire', 52.92, -1.48),
  ('EM_02', 'East and West Lincolnshire probation office', 'EM', 'East and West Lincolnshire', 53.23, -0.54),
  ('EM_03', 'Leicestershire probation office', 'EM', 'Leicestershire', 52.63, -1.13),
  ('EM_04', 'Nottinghamshire probation office', 'EM', 'Nottinghamshire', 52.95, -1.15),
  ('YATH_01', 'Barnsley and Rotherham probation office', 'YATH', 'Barnsley and Rotherham', 53.55, -1.48),
  ('YATH_02', 'Bradford and Calderdale probation office', 'YATH', 'Bradford and Calderdale', 53.79, -1.75),
  ('YATH_03', 'Doncaster probation office', 'YATH', 'Doncaster', 53.52, -1.13),
  ('YATH_04', 'Hull and East Riding probation office', 'YATH', 'Hull and East Riding', 53.74, -0.34),
  ('YATH_05', 'Kirklees probation office', 'YATH', 'Kirklees', 53.65, -1.78),
  ('YATH_06', 'Leeds probation office', 'YATH', 'Leeds', 53.80, -1.55),
  ('YATH_07', 'North and North East Lincolnshire probation office', 'YATH', 'North and North East Lincolnshire', 53.57, -0.08),
  ('YATH_08', 'North Yorkshire probation office', 'YATH', 'North Yorkshire', 54.00, -1.54),
  ('YATH_09', 'Sheffield probation office', 'YATH', 'Sheffield', 53.38, -1.47),
  ('YATH_10', 'Wakefield probation office', 'YATH', 'Wakefield', 53.68, -1.50),
  ('YATH_11', 'York probation office', 'YATH', 'York', 53.96, -1.08),
  ('SC_01', 'Buckinghamshire and Milton Keynes probation office', 'SC', 'Buckinghamshire and Milton Keynes', 51.82, -0.81),
  ('SC_02', 'East Berkshire probation office', 'SC', 'East Berkshire', 51.51, -0.59),
  ('SC_03', 'Hampshire North and East probation office', 'SC', 'Hampshire North and East', 51.27, -1.09),
  ('SC_04', 'Oxfordshire probation office', 'SC', 'Oxfordshire', 51.75, -1.26),
  ('SC_05', 'Portsmouth and Isle of Wight probation office', 'SC', 'Portsmouth and Isle of Wight', 50.80, -1.09),
  ('SC_06', 'Southampton probation office', 'SC', 'Southampton', 50.90, -1.40),
  ('SC_07', 'West Berkshire probation office', 'SC', 'West Berkshire', 51.46, -0.97);

INSERT INTO site (code, name, region_code, latitude, longitude) VALUES
  ('LIVERPOOL_CUNARD', 'PSC Liverpool, Cunard Building', 'NW', 53.40, -2.99),
  ('WAKEFIELD_PSC', 'PSC Wakefield', 'YATH', 53.68, -1.50),
  ('NORWICH_LSC', 'London Service Centre, Norwich', 'EOE', 52.63, 1.30),
  ('BROMLEY_LSC', 'London Service Centre, Bromley', 'LONDON', 51.41, 0.02);

-- Where people belong who work from home.
INSERT INTO site (code, name, region_code, virtual_site) VALUES
  ('LIVERPOOL_VIRTUAL', 'PSC Liverpool, working from home', 'NW', TRUE),
  ('WAKEFIELD_VIRTUAL', 'PSC Wakefield, working from home', 'YATH', TRUE);
INSERT INTO site (code, name, region_code, virtual_site)
SELECT CONCAT(code, '_VIRTUAL'), CONCAT(name, ', working from home'), code, TRUE FROM region;

-- The Cunard Building is not used from November 2021. The Liverpool team goes on without it.
INSERT INTO lease (site_code, ends_on) VALUES ('LIVERPOOL_CUNARD', '2021-10-31');

INSERT INTO unit (code, name, kind, region_code, site_code, slug) VALUES
  ('PSC_LIVERPOOL', 'PSC Liverpool', 'PSC', 'NW', 'LIVERPOOL_CUNARD', 'liverpool'),
  ('PSC_WAKEFIELD', 'PSC Wakefield', 'PSC', 'YATH', 'WAKEFIELD_PSC', 'wakefield'),
  ('LSC_NORWICH', 'London Service Centre Norwich', 'LSC', 'EOE', 'NORWICH_LSC', 'norwich'),
  ('LSC_BROMLEY', 'London Service Centre Bromley', 'LSC', 'LONDON', 'BROMLEY_LSC', 'bromley');
INSERT INTO unit (code, name, kind, region_code, site_code, slug)
SELECT CONCAT('REGION_', code), name, 'REGION', code, NULL, LOWER(code) FROM region;

INSERT INTO team (code, name, kind, unit_code, base_site) VALUES
  ('PSC_LIVERPOOL_ADMIN', 'PSC Liverpool administration', 'ADMINISTRATION', 'PSC_LIVERPOOL', 'LIVERPOOL_VIRTUAL'),
  ('PSC_LIVERPOOL_UPW', 'PSC Liverpool unpaid work', 'UPW', 'PSC_LIVERPOOL', 'LIVERPOOL_VIRTUAL'),
  ('PSC_WAKEFIELD_ADMIN', 'PSC Wakefield administration', 'ADMINISTRATION', 'PSC_WAKEFIELD', 'WAKEFIELD_PSC'),
  ('PSC_WAKEFIELD_UPW', 'PSC Wakefield unpaid work', 'UPW', 'PSC_WAKEFIELD', 'WAKEFIELD_PSC'),
  ('LSC_NORWICH_ADMIN', 'London Service Centre Norwich administration', 'ADMINISTRATION', 'LSC_NORWICH', 'NORWICH_LSC'),
  ('LSC_BROMLEY_ADMIN', 'London Service Centre Bromley administration', 'ADMINISTRATION', 'LSC_BROMLEY', 'BROMLEY_LSC');

-- The receiving teams of every region, and a sentence management team in each PDU's office.
INSERT INTO team (code, name, kind, unit_code, base_site)
SELECT CONCAT('TEAM_', code, '_ADMIN'), CONCAT(name, ' administration'), 'ADMINISTRATION', CONCAT('REGION_', code), CONCAT(code, '_VIRTUAL') FROM region;
INSERT INTO team (code, name, kind, unit_code, base_site)
SELECT CONCAT('TEAM_', code, '_UPW'), CONCAT(name, ' unpaid work'), 'UPW', CONCAT('REGION_', code), CONCAT(code, '_VIRTUAL') FROM region;
INSERT INTO team (code, name, kind, unit_code, base_site)
SELECT CONCAT('TEAM_', code), CONCAT(pdu_name, ' sentence management'), 'SENTENCE_MANAGEMENT', CONCAT('REGION_', region_code), code FROM site WHERE pdu_name IS NOT NULL;
