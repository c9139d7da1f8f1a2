-- What a place to work is called, the same in every region. Somebody may take the roles of their grade.
CREATE TABLE role (
  code       VARCHAR(20) NOT NULL PRIMARY KEY,
  name       VARCHAR(60) NOT NULL,
  grade_code VARCHAR(20) NOT NULL,
  CONSTRAINT fk_role_grade FOREIGN KEY (grade_code) REFERENCES grade (code)
);
INSERT INTO role (code, name, grade_code) VALUES
  ('CA_GENERAL', 'Case administrator', 'CA'),
  ('CA_COURT', 'Court administrator', 'CA'),
  ('CA_UPW', 'Unpaid work administrator', 'CA'),
  ('PSO_GENERAL', 'Probation services officer', 'PSO'),
  ('PSO_UPW', 'Unpaid work officer', 'PSO'),
  ('PO', 'Probation officer', 'PO'),
  ('SPO', 'Senior probation officer', 'SPO'),
  ('UPW_SUPERVISOR', 'Unpaid work supervisor', 'UPW_SUPERVISOR'),
  ('PLACEMENT_COORD', 'Placement coordinator', 'PLACEMENT_COORD'),
  ('MANAGER', 'Manager', 'MANAGER');

-- The role somebody moved into; NULL: as before the consultation.
ALTER TABLE staff
  ADD COLUMN role_code VARCHAR(20) NULL,
  ADD CONSTRAINT fk_staff_role FOREIGN KEY (role_code) REFERENCES role (code);

-- What a team does today, in words that the tasks of a vacancy are compared with. Our own list: it follows the services.
CREATE TABLE team_task (
  team_kind VARCHAR(20) NOT NULL,
  position  INT         NOT NULL,
  task      VARCHAR(80) NOT NULL,
  PRIMARY KEY (team_kind, position),
  CONSTRAINT ck_team_task_kind CHECK (team_kind IN ('ADMINISTRATION', 'UPW', 'SENTENCE_MANAGEMENT'))
);
INSERT INTO team_task (team_kind, position, task) VALUES
  ('ADMINISTRATION', 1, 'Case allocation'),
  ('ADMINISTRATION', 2, 'Terminations'),
  ('ADMINISTRATION', 3, 'Attendance management'),
  ('ADMINISTRATION', 4, 'Unpaid work administration'),
  ('ADMINISTRATION', 5, 'Enforcement letters'),
  ('ADMINISTRATION', 6, 'Electronic monitoring notices'),
  ('ADMINISTRATION', 7, 'General administration'),
  ('UPW', 1, 'Unpaid work allocation'),
  ('UPW', 2, 'Unpaid work case management'),
  ('UPW', 3, 'Unpaid work orders'),
  ('UPW', 4, 'Enforcement letters'),
  ('SENTENCE_MANAGEMENT', 1, 'Supervision appointments'),
  ('SENTENCE_MANAGEMENT', 2, 'Risk assessments'),
  ('SENTENCE_MANAGEMENT', 3, 'Sentence planning'),
  ('SENTENCE_MANAGEMENT', 4, 'Enforcement and breach');

-- tasks: separated by '|'. places 0: taken back.
CREATE TABLE vacancy (
  site_code VARCHAR(20)   NOT NULL,
  role_code VARCHAR(20)   NOT NULL,
  places    INT           NOT NULL,
  tasks     VARCHAR(1000) NOT NULL DEFAULT '',
  PRIMARY KEY (site_code, role_code),
  CONSTRAINT fk_vacancy_site FOREIGN KEY (site_code) REFERENCES site (code),
  CONSTRAINT fk_vacancy_role FOREIGN KEY (role_code) REFERENCES role (code)
);

-- Minutes from door to door, one way, as HR's mapping provider gave them; mode: how they are travelled.
CREATE TABLE travel_time (
  home_district VARCHAR(4)  NOT NULL,
  site_code     VARCHAR(20) NOT NULL,
  minutes       INT         NOT NULL,
  mode          VARCHAR(16) NOT NULL,
  PRIMARY KEY (home_district, site_code),
  KEY ix_travel_time_site (site_code),
  CONSTRAINT fk_travel_time_site FOREIGN KEY (site_code) REFERENCES site (code),
  CONSTRAINT ck_travel_time_mode CHECK (mode IN ('CAR', 'PUBLIC_TRANSPORT', 'CYCLE', 'WALK'))
);

-- The postcode district that somebody told us they live in; it counts before the staff file's.
CREATE TABLE stated_home (
  staff_number VARCHAR(12) NOT NULL PRIMARY KEY,
  district     VARCHAR(4)  NOT NULL,
  stated_at    DATETIME(3) NOT NULL,
  CONSTRAINT fk_stated_home_staff FOREIGN KEY (staff_number) REFERENCES staff (staff_number)
);

-- The postcode areas of England and Wales by their main town, to two decimals: good enough for an estimate that is called one.
CREATE TABLE postcode_area (
  area      VARCHAR(2)   NOT NULL PRIMARY KEY,
  town      VARCHAR(40)  NOT NULL,
  latitude  DECIMAL(4,2) NOT NULL,
  longitude DECIMAL(4,2) NOT NULL
);
INSERT INTO postcode_area (area, town, latitude, longitude) VALUES
  ('AL', 'St Albans', 51.75, -0.34),
  ('B', 'Birmingham', 52.48, -1.89),
  ('BA', 'Bath', 51.38, -2.36),
  ('BB', 'Blackburn', 53.75, -2.48),
  ('BD', 'Bradford', 53.79, -1.75),
  ('BH', 'Bournemouth', 50.72, -1.88),
  ('BL', 'Bolton', 53.58, -2.43),
  ('BN', 'Brighton', 50.82, -0.14),
  ('BR', 'Bromley', 51.41, 0.02),
  ('BS', 'Bristol', 51.45, -2.59),
  ('CA', 'Carlisle', 54.89, -2.93),
  ('CB', 'Cambridge', 52.21, 0.12),
  ('CF', 'Cardiff', 51.48, -3.18),
  ('CH', 'Chester', 53.19, -2.89),
  ('CM', 'Chelmsford', 51.74, 0.47),
  ('CO', 'Colchester', 51.89, 0.90),
  ('CR', 'Croydon', 51.37, -0.10),
  ('CT', 'Canterbury', 51.28, 1.08),
  ('CV', 'Coventry', 52.41, -1.51),
  ('CW', 'Crewe', 53.10, -2.44),
  ('DA', 'Dartford', 51.45, 0.22),
  ('DE', 'Derby', 52.92, -1.48),
  ('DH', 'Durham', 54.78, -1.58),
  ('DL', 'Darlington', 54.52, -1.55),
  ('DN', 'Doncaster', 53.52, -1.13),
  ('DT', 'Dorchester', 50.71, -2.44),
  ('DY', 'Dudley', 52.51, -2.08),
  ('E', 'London East', 51.54, -0.05),
  ('EC', 'London East Central', 51.52, -0.09),
  ('EN', 'Enfield', 51.65, -0.08),
  ('EX', 'Exeter', 50.72, -3.53),
  ('FY', 'Blackpool', 53.82, -3.05),
  ('GL', 'Gloucester', 51.86, -2.24),
  ('GU', 'Guildford', 51.24, -0.57),
  ('HA', 'Harrow', 51.58, -0.34),
  ('HD', 'Huddersfield', 53.65, -1.78),
  ('HG', 'Harrogate', 53.99, -1.54),
  ('HP', 'Hemel Hempstead', 51.75, -0.47),
  ('HR', 'Hereford', 52.06, -2.72),
  ('HU', 'Hull', 53.74, -0.34),
  ('HX', 'Halifax', 53.72, -1.86),
  ('IG', 'Ilford', 51.56, 0.07),
  ('IP', 'Ipswich', 52.06, 1.16),
  ('KT', 'Kingston upon Thames', 51.41, -0.30),
  ('L', 'Liverpool', 53.41, -2.98),
  ('LA', 'Lancaster', 54.05, -2.80),
  ('LD', 'Llandrindod Wells', 52.24, -3.38),
  ('LE', 'Leicester', 52.63, -1.13),
  ('LL', 'Llandudno', 53.32, -3.83),
  ('LN', 'Lincoln', 53.23, -0.54),
  ('LS', 'Leeds', 53.80, -1.55),
  ('LU', 'Luton', 51.88, -0.42),
  ('M', 'Manchester', 53.48, -2.24),
  ('ME', 'Rochester', 51.39, 0.50),
  ('MK', 'Milton Keynes', 52.04, -0.76),
  ('N', 'London North', 51.57, -0.10),
  ('NE', 'Newcastle upon Tyne', 54.97, -1.61),
  ('NG', 'Nottingham', 52.95, -1.15),
  ('NN', 'Northampton', 52.24, -0.90),
  ('NP', 'Newport', 51.59, -3.00),
  ('NR', 'Norwich', 52.63, 1.30),
  ('NW', 'London North West', 51.55, -0.18),
  ('OL', 'Oldham', 53.54, -2.11),
  ('OX', 'Oxford', 51.75, -1.26),
  ('PE', 'Peterborough', 52.57, -0.24),
  ('PL', 'Plymouth', 50.38, -4.14),
  ('PO', 'Portsmouth', 50.80, -1.09),
  ('PR', 'Preston', 53.76, -2.70),
  ('RG', 'Reading', 51.46, -0.97),
  ('RH', 'Redhill', 51.24, -0.17),
  ('RM', 'Romford', 51.58, 0.18),
  ('S', 'Sheffield', 53.38, -1.47),
  ('SA', 'Swansea', 51.62, -3.94),
  ('SE', 'London South East', 51.47, -0.05),
  ('SG', 'Stevenage', 51.90, -0.20),
  ('SK', 'Stockport', 53.41, -2.16),
  ('SL', 'Slough', 51.51, -0.59),
  ('SM', 'Sutton', 51.36, -0.19),
  ('SN', 'Swindon', 51.56, -1.78),
  ('SO', 'Southampton', 50.90, -1.40),
  ('SP', 'Salisbury', 51.07, -1.79),
  ('SR', 'Sunderland', 54.91, -1.38),
  ('SS', 'Southend-on-Sea', 51.54, 0.71),
  ('ST', 'Stoke-on-Trent', 53.00, -2.18),
  ('SW', 'London South West', 51.46, -0.17),
  ('SY', 'Shrewsbury', 52.71, -2.75),
  ('TA', 'Taunton', 51.02, -3.10),
  ('TF', 'Telford', 52.68, -2.45),
  ('TN', 'Tonbridge', 51.20, 0.28),
  ('TQ', 'Torquay', 50.46, -3.53),
  ('TR', 'Truro', 50.26, -5.05),
  ('TS', 'Middlesbrough', 54.57, -1.23),
  ('TW', 'Twickenham', 51.45, -0.34),
  ('UB', 'Southall', 51.51, -0.38),
  ('W', 'London West', 51.51, -0.19),
  ('WA', 'Warrington', 53.39, -2.59),
  ('WC', 'London West Central', 51.52, -0.12),
  ('WD', 'Watford', 51.66, -0.40),
  ('WF', 'Wakefield', 53.68, -1.50),
  ('WN', 'Wigan', 53.55, -2.63),
  ('WR', 'Worcester', 52.19, -2.22),
  ('WS', 'Walsall', 52.59, -1.98),
  ('WV', 'Wolverhampton', 52.59, -2.13),
  ('YO', 'York', 53.96, -1.08);

-- A letter to a member of staff. html and pdf are sealed, and erased when their time is over; their hashes are of what was sealed, and stay. email: where it goes, mended by
-- HR where it could not be delivered. attempt counts the sendings that began: with the key it is the reference by which the sender is asked whether one arrived.
CREATE TABLE letter (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  batch          VARCHAR(50)  NOT NULL,
  letter_key     VARCHAR(100) NOT NULL UNIQUE,
  template       VARCHAR(20)  NOT NULL,
  staff_number   VARCHAR(12)  NOT NULL,
  region_code    VARCHAR(8)   NOT NULL,
  email          VARCHAR(150) NOT NULL,
  html           MEDIUMBLOB   NULL,
  html_sha256    CHAR(64)     NOT NULL,
  pdf            MEDIUMBLOB   NULL,
  pdf_sha256     CHAR(64)     NOT NULL,
  written_at     DATETIME(3)  NOT NULL,
  state          VARCHAR(12)  NOT NULL,
  attempt        INT          NOT NULL DEFAULT 0,
  sender_id      VARCHAR(80)  NULL,
  sent_at        DATETIME(3)  NULL,
  failure        VARCHAR(300) NULL,
  answered_task  BIGINT       NULL,
  handed_over_on DATE         NULL,
  erased_at      DATETIME(3)  NULL,
  KEY ix_letter_batch (batch, state),
  KEY ix_letter_staff (staff_number),
  CONSTRAINT fk_letter_staff FOREIGN KEY (staff_number) REFERENCES staff (staff_number),
  CONSTRAINT fk_letter_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT ck_letter_state CHECK (state IN ('WRITTEN', 'SENDING', 'SENT', 'FAILED', 'HANDED_OVER'))
);

-- What would have been an email, where no sender is configured: it waits here, to be looked at.
CREATE TABLE local_mail (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  reference  VARCHAR(120) NOT NULL UNIQUE,
  letter_id  BIGINT       NOT NULL,
  to_address VARCHAR(150) NOT NULL,
  subject    VARCHAR(100) NOT NULL,
  posted_at  DATETIME(3)  NOT NULL,
  CONSTRAINT fk_local_mail_letter FOREIGN KEY (letter_id) REFERENCES letter (id)
);
