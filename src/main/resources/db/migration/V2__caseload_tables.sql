CREATE TABLE staff (
  staff_number              VARCHAR(12)  NOT NULL PRIMARY KEY,
  display_name              VARCHAR(100) NOT NULL,
  email                     VARCHAR(150) NOT NULL,
  grade                     VARCHAR(20)  NOT NULL,
  fte_percent               INT          NOT NULL,
  site_code                 VARCHAR(20)  NOT NULL,
  team_code                 VARCHAR(20)  NOT NULL,
  line_manager_staff_number VARCHAR(12)  NULL,
  region_code               VARCHAR(8)   NOT NULL,
  start_date                DATE         NOT NULL,
  experience_months         INT          NOT NULL,
  vetting_status            VARCHAR(12)  NOT NULL,
  home_postcode_district    VARCHAR(4)   NULL,
  absence                   VARCHAR(20)  NULL,
  absence_until             DATE         NULL,
  CONSTRAINT fk_staff_site FOREIGN KEY (site_code) REFERENCES site (code),
  CONSTRAINT fk_staff_team FOREIGN KEY (team_code) REFERENCES team (code),
  CONSTRAINT fk_staff_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT ck_staff_vetting CHECK (vetting_status IN ('CLEARED', 'PENDING', 'REFUSED', 'NOT_REQUIRED'))
);

CREATE TABLE probation_case (
  id                        BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  crn                       CHAR(7)     NOT NULL,
  event_number              INT         NOT NULL,
  region_code               VARCHAR(8)  NOT NULL,
  pdu_name                  VARCHAR(60) NOT NULL,
  team_code                 VARCHAR(20) NOT NULL,
  practitioner_staff_number VARCHAR(12) NULL,
  order_type_code           VARCHAR(5)  NOT NULL,
  start_date                DATE        NOT NULL,
  expected_end_date         DATE        NULL,
  legacy_organisation       VARCHAR(3)  NOT NULL,
  standalone_upw            BOOLEAN     NOT NULL,
  rosh_level                VARCHAR(4)  NULL,
  tier                      VARCHAR(2)  NULL,
  mappa_level               VARCHAR(2)  NULL,
  limited_access            BOOLEAN     NOT NULL,
  version                   INT         NOT NULL,
  UNIQUE KEY uk_case (crn, event_number),
  KEY ix_case_region (region_code, legacy_organisation),
  CONSTRAINT fk_case_pdu FOREIGN KEY (region_code, pdu_name) REFERENCES pdu (region_code, name),
  CONSTRAINT ck_case_legacy CHECK (legacy_organisation IN ('CRC', 'NPS'))
);

-- Who does a service for a case: the unit responsible, from when, until when. An ended row is history and never changes again.
-- open_mark is 1 while the row is open and NULL afterwards, so that a case has one open row per service, whatever happens.
CREATE TABLE case_service (
  id                BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id           BIGINT      NOT NULL,
  service_code      VARCHAR(40) NOT NULL,
  unit_code         VARCHAR(20) NOT NULL,
  region_code       VARCHAR(8)  NOT NULL,
  responsible_from  DATETIME(3) NOT NULL,
  responsible_until DATETIME(3) NULL,
  work_in_progress  BOOLEAN     NOT NULL DEFAULT FALSE,
  last_changed      DATETIME(3) NOT NULL,
  begun_by_handover BIGINT      NULL,
  ended_by_handover BIGINT      NULL,
  open_mark         TINYINT     AS (CASE WHEN responsible_until IS NULL THEN 1 END) STORED,
  UNIQUE KEY uk_case_service_open (case_id, service_code, open_mark),
  KEY ix_case_service_holding (unit_code, region_code, service_code, open_mark),
  KEY ix_case_service_begun (begun_by_handover, case_id, service_code),
  KEY ix_case_service_ended (ended_by_handover),
  CONSTRAINT fk_case_service_case FOREIGN KEY (case_id) REFERENCES probation_case (id),
  CONSTRAINT fk_case_service_service FOREIGN KEY (service_code) REFERENCES service (code),
  CONSTRAINT fk_case_service_unit FOREIGN KEY (unit_code) REFERENCES unit (code)
);

-- A frozen queue takes no case in and lets none out, except through the handover that froze it.
CREATE TABLE frozen_queue (
  handover_id  BIGINT      NOT NULL,
  unit_code    VARCHAR(20) NOT NULL,
  region_code  VARCHAR(8)  NOT NULL,
  service_code VARCHAR(40) NOT NULL,
  frozen_at    DATETIME(3) NOT NULL,
  unfrozen_at  DATETIME(3) NULL,
  PRIMARY KEY (handover_id, unit_code, service_code)
);

CREATE TABLE import_taken (
  id        BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  file      VARCHAR(30)  NOT NULL,
  sha256    CHAR(64)     NOT NULL,
  taken_by  VARCHAR(100) NOT NULL,
  taken_at  DATETIME(3)  NOT NULL,
  row_count INT          NOT NULL,
  added     INT          NOT NULL,
  changed   INT          NOT NULL,
  unchanged INT          NOT NULL,
  KEY ix_import_taken_file (file, id)
);

-- One file of a kind is taken at a time: whoever takes one holds its row.
CREATE TABLE import_lock (
  file VARCHAR(30) NOT NULL PRIMARY KEY
);
