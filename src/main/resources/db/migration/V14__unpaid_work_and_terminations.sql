-- Unpaid work: code lists read in public HMPPS systems, requirements, projects, sessions, credits, enforcement; terminations and what they close.
CREATE TABLE upw_outcome (
  code        VARCHAR(4)  NOT NULL PRIMARY KEY,
  name        VARCHAR(60) NOT NULL,
  attended    BOOLEAN     NOT NULL,
  credit      VARCHAR(4)  NOT NULL,
  enforceable BOOLEAN     NOT NULL,
  in_tasklist BOOLEAN     NOT NULL,
  CONSTRAINT ck_outcome_credit CHECK (credit IN ('FULL', 'PART', 'NONE'))
);

CREATE TABLE enforcement_action (
  code        VARCHAR(5)  NOT NULL PRIMARY KEY,
  name        VARCHAR(60) NOT NULL,
  needs_reply BOOLEAN     NOT NULL
);

CREATE TABLE upw_project_type (
  code VARCHAR(4)  NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  kind VARCHAR(10) NOT NULL,
  CONSTRAINT ck_project_kind CHECK (kind IN ('GROUP', 'INDIVIDUAL', 'INDUCTION', 'EDUCATION'))
);

CREATE TABLE upw_sub_type (
  code VARCHAR(3)  NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL
);

CREATE TABLE upw_rating (
  code VARCHAR(15) NOT NULL PRIMARY KEY,
  name VARCHAR(30) NOT NULL
);

-- nDelius's codes are not public: these are ours until the real ones replace them. by_event: an event of the person's life or of the court, not of the order's own course.
CREATE TABLE termination_reason (
  code     VARCHAR(20) NOT NULL PRIMARY KEY,
  name     VARCHAR(60) NOT NULL,
  by_event BOOLEAN     NOT NULL,
  our_own  BOOLEAN     NOT NULL
);

CREATE TABLE workload_points (
  tier   CHAR(2)     NOT NULL,
  kind   VARCHAR(10) NOT NULL,
  points INT         NOT NULL,
  PRIMARY KEY (tier, kind),
  CONSTRAINT ck_workload_kind CHECK (kind IN ('COMMUNITY', 'LICENCE', 'CUSTODY'))
);

-- Who may see a limited-access case besides its practitioner.
CREATE TABLE case_access_grant (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id      BIGINT       NOT NULL,
  user_name    VARCHAR(100) NOT NULL,
  granted_by   VARCHAR(100) NOT NULL,
  granted_at   DATETIME(3)  NOT NULL,
  withdrawn_by VARCHAR(100) NULL,
  withdrawn_at DATETIME(3)  NULL,
  open_mark    TINYINT      AS (CASE WHEN withdrawn_at IS NULL THEN 1 END) STORED,
  UNIQUE KEY uk_access_open (case_id, user_name, open_mark),
  CONSTRAINT fk_access_case FOREIGN KEY (case_id) REFERENCES probation_case (id)
);

ALTER TABLE probation_case ADD COLUMN ended_on DATE NULL, ADD COLUMN end_reason VARCHAR(20) NULL, ADD KEY ix_case_expected_end (ended_on, expected_end_date);

CREATE TABLE upw_project (
  code          VARCHAR(20)   NOT NULL PRIMARY KEY,
  name          VARCHAR(100)  NOT NULL,
  type_code     VARCHAR(4)    NOT NULL,
  region_code   VARCHAR(8)    NOT NULL,
  pdu_name      VARCHAR(60)   NOT NULL,
  latitude      DECIMAL(8,5)  NULL,
  longitude     DECIMAL(8,5)  NULL,
  days          VARCHAR(27)   NOT NULL,
  start_time    TIME          NOT NULL,
  end_time      TIME          NOT NULL,
  capacity      INT           NOT NULL,
  start_date    DATE          NOT NULL,
  end_date      DATE          NULL,
  skills        VARCHAR(200)  NOT NULL DEFAULT '',
  rosh_allowed  VARCHAR(40)   NOT NULL DEFAULT '',
  is_accessible BOOLEAN       NOT NULL,
  KEY ix_project_region (region_code),
  CONSTRAINT fk_project_type FOREIGN KEY (type_code) REFERENCES upw_project_type (code),
  CONSTRAINT fk_project_pdu FOREIGN KEY (region_code, pdu_name) REFERENCES pdu (region_code, name)
);

-- An unpaid work requirement; 'order' in the words of those who work with it. The file's facts first, then where it stands with us.
CREATE TABLE upw_order (
  id                     BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id                BIGINT       NOT NULL,
  requirement_id         VARCHAR(20)  NOT NULL,
  sub_type_code          VARCHAR(3)   NOT NULL,
  minutes_ordered        INT          NOT NULL,
  minutes_credited       INT          NOT NULL,
  ete_minutes_credited   INT          NOT NULL,
  sentence_date          DATE         NOT NULL,
  status                 VARCHAR(2)   NOT NULL,
  warnings_imported      INT          NOT NULL,
  imported_on            DATE         NOT NULL,
  home_postcode_district VARCHAR(4)   NULL,
  available_days         VARCHAR(27)  NOT NULL DEFAULT '',
  exclusions             VARCHAR(400) NOT NULL DEFAULT '',
  skills                 VARCHAR(200) NOT NULL DEFAULT '',
  needs_access           BOOLEAN      NULL,
  state                  VARCHAR(20)  NOT NULL,
  waiting                BOOLEAN      NOT NULL DEFAULT FALSE,
  process_instance_key   BIGINT       NULL,
  received_at            DATETIME(3)  NULL,
  team_code              VARCHAR(20)  NULL,
  allocated_on           DATE         NULL,
  induction_on           DATE         NULL,
  assessed_at            DATETIME(3)  NULL,
  spo_approved           BOOLEAN      NULL,
  practitioner_approved  BOOLEAN      NULL,
  project_code           VARCHAR(20)  NULL,
  frequency              VARCHAR(11)  NULL,
  first_session_on       DATE         NULL,
  instructed_at          DATETIME(3)  NULL,
  learning_taken_up      BOOLEAN      NULL,
  court_applied_on       DATE         NULL,
  extended_to            DATE         NULL,
  completed_at           DATETIME(3)  NULL,
  stopped_at             DATETIME(3)  NULL,
  stop_reason            VARCHAR(20)  NULL,
  version                INT          NOT NULL DEFAULT 0,
  UNIQUE KEY uk_order (case_id, requirement_id),
  KEY ix_order_state (state),
  KEY ix_order_project (project_code, state),
  CONSTRAINT fk_order_case FOREIGN KEY (case_id) REFERENCES probation_case (id),
  CONSTRAINT fk_order_sub_type FOREIGN KEY (sub_type_code) REFERENCES upw_sub_type (code),
  CONSTRAINT fk_order_project FOREIGN KEY (project_code) REFERENCES upw_project (code),
  CONSTRAINT ck_order_status CHECK (status IN ('UN', 'WK', 'HC')),
  CONSTRAINT ck_order_frequency CHECK (frequency IN ('ONCE', 'WEEKLY', 'FORTNIGHTLY')),
  CONSTRAINT ck_order_minutes CHECK (minutes_credited BETWEEN 0 AND minutes_ordered AND ete_minutes_credited BETWEEN 0 AND minutes_credited),
  CONSTRAINT ck_order_state CHECK (state IN ('NOT_STARTED', 'TEAM', 'ASSESSMENT', 'APPROVAL', 'PROJECT', 'INSTRUCTIONS', 'SESSIONS', 'COMPLETE', 'COURT', 'STOPPED'))
);

-- A session: planned, then with an outcome, then settled. The notes are sealed. Each change carries the version it was read at.
CREATE TABLE upw_session (
  id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  session_reference VARCHAR(30)  NOT NULL UNIQUE,
  order_id          BIGINT       NOT NULL,
  project_code      VARCHAR(20)  NOT NULL,
  on_date           DATE         NOT NULL,
  start_time        TIME         NOT NULL,
  end_time          TIME         NOT NULL,
  outcome_code      VARCHAR(4)   NULL,
  penalty_minutes   INT          NOT NULL DEFAULT 0,
  quality           VARCHAR(15)  NULL,
  behaviour         VARCHAR(15)  NULL,
  notes             BLOB         NULL,
  notes_sensitive   BOOLEAN      NOT NULL DEFAULT FALSE,
  explained         BOOLEAN      NOT NULL DEFAULT FALSE,
  very_serious      BOOLEAN      NOT NULL DEFAULT FALSE,
  state             VARCHAR(10)  NOT NULL,
  recorded_by       VARCHAR(100) NULL,
  recorded_at       DATETIME(3)  NULL,
  settled_at        DATETIME(3)  NULL,
  meaning           VARCHAR(20)  NULL,
  credited_minutes  INT          NOT NULL DEFAULT 0,
  version           INT          NOT NULL,
  KEY ix_session_order (order_id, on_date, start_time),
  KEY ix_session_project (project_code, on_date),
  CONSTRAINT fk_session_order FOREIGN KEY (order_id) REFERENCES upw_order (id),
  CONSTRAINT fk_session_project FOREIGN KEY (project_code) REFERENCES upw_project (code),
  CONSTRAINT fk_session_outcome FOREIGN KEY (outcome_code) REFERENCES upw_outcome (code),
  CONSTRAINT ck_session_state CHECK (state IN ('PLANNED', 'RECORDED', 'SETTLED', 'CANCELLED', 'HISTORY'))
);

-- Every minute that was credited, and why. A session is credited once.
CREATE TABLE upw_credit (
  id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id   BIGINT       NOT NULL,
  session_id BIGINT       NULL UNIQUE,
  kind       VARCHAR(10)  NOT NULL,
  minutes    INT          NOT NULL,
  made_by    VARCHAR(100) NOT NULL,
  made_at    DATETIME(3)  NOT NULL,
  credit_key VARCHAR(60)  NOT NULL UNIQUE,
  KEY ix_credit_order (order_id),
  CONSTRAINT fk_credit_order FOREIGN KEY (order_id) REFERENCES upw_order (id),
  CONSTRAINT fk_credit_session FOREIGN KEY (session_id) REFERENCES upw_session (id),
  CONSTRAINT ck_credit_kind CHECK (kind IN ('WORK', 'EDUCATION', 'TRAVEL'))
);

-- What follows from a failure. counts: it stands as an unacceptable failure; a good reason accepted later takes that back. The reason is sealed.
CREATE TABLE upw_enforcement (
  id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  order_id     BIGINT       NOT NULL,
  session_id   BIGINT       NOT NULL UNIQUE,
  failed_on    DATE         NOT NULL,
  state        VARCHAR(10)  NOT NULL,
  counts       BOOLEAN      NOT NULL DEFAULT TRUE,
  very_serious BOOLEAN      NOT NULL DEFAULT FALSE,
  step         VARCHAR(15)  NULL,
  judged       VARCHAR(12)  NULL,
  judged_by    VARCHAR(100) NULL,
  reason       BLOB         NULL,
  opened_at    DATETIME(3)  NOT NULL,
  closed_at    DATETIME(3)  NULL,
  version      INT          NOT NULL DEFAULT 0,
  KEY ix_enforcement_order (order_id, counts, failed_on),
  CONSTRAINT fk_enforcement_order FOREIGN KEY (order_id) REFERENCES upw_order (id),
  CONSTRAINT fk_enforcement_session FOREIGN KEY (session_id) REFERENCES upw_session (id),
  CONSTRAINT ck_enforcement_state CHECK (state IN ('EVIDENCE', 'WARNED', 'BREACH', 'BREACHED', 'CLOSED', 'WITHDRAWN', 'STOPPED'))
);

CREATE TABLE upw_enforcement_action (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  enforcement_id BIGINT       NOT NULL,
  action_code    VARCHAR(5)   NOT NULL,
  taken_at       DATETIME(3)  NOT NULL,
  taken_by       VARCHAR(100) NOT NULL,
  reply_by       DATE         NULL,
  UNIQUE KEY uk_action (enforcement_id, action_code),
  CONSTRAINT fk_action_enforcement FOREIGN KEY (enforcement_id) REFERENCES upw_enforcement (id),
  CONSTRAINT fk_action_code FOREIGN KEY (action_code) REFERENCES enforcement_action (code)
);

-- What else a case consists of and waits for: other requirements, licence conditions, appointments, warrants, breaches, registrations (file of our own: case-components).
CREATE TABLE case_component (
  id           BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id      BIGINT      NOT NULL,
  kind         VARCHAR(20) NOT NULL,
  reference    VARCHAR(30) NOT NULL,
  label        VARCHAR(80) NOT NULL,
  started_on   DATE        NOT NULL,
  closed_on    DATE        NULL,
  outcome_code VARCHAR(20) NULL,
  version      INT         NOT NULL,
  UNIQUE KEY uk_component (case_id, kind, reference),
  CONSTRAINT fk_component_case FOREIGN KEY (case_id) REFERENCES probation_case (id),
  CONSTRAINT ck_component_kind CHECK (kind IN ('REQUIREMENT', 'LICENCE_CONDITION', 'APPOINTMENT', 'WARRANT', 'BREACH', 'REGISTRATION'))
);

-- Death, recall, revocation, deportation, transfer out: told once each.
CREATE TABLE case_event (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id     BIGINT       NOT NULL,
  reason_code VARCHAR(20)  NOT NULL,
  occurred_on DATE         NOT NULL,
  recorded_by VARCHAR(100) NOT NULL,
  recorded_at DATETIME(3)  NOT NULL,
  undone_at   DATETIME(3)  NULL,
  UNIQUE KEY uk_case_event (case_id, reason_code, occurred_on),
  CONSTRAINT fk_event_case FOREIGN KEY (case_id) REFERENCES probation_case (id),
  CONSTRAINT fk_event_reason FOREIGN KEY (reason_code) REFERENCES termination_reason (code)
);

CREATE TABLE termination (
  id                   BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id              BIGINT       NOT NULL,
  cause                VARCHAR(15)  NOT NULL,
  reason_code          VARCHAR(20)  NULL,
  state                VARCHAR(15)  NOT NULL,
  eligibility          VARCHAR(15)  NULL,
  due_on               DATE         NOT NULL,
  waiting              BOOLEAN      NOT NULL DEFAULT FALSE,
  process_instance_key BIGINT       NULL,
  started_at           DATETIME(3)  NOT NULL,
  closed_at            DATETIME(3)  NULL,
  reopened_by          VARCHAR(100) NULL,
  reopened_at          DATETIME(3)  NULL,
  version              INT          NOT NULL DEFAULT 0,
  open_mark            TINYINT      AS (CASE WHEN closed_at IS NULL THEN 1 END) STORED,
  UNIQUE KEY uk_termination_open (case_id, open_mark),
  KEY ix_termination_state (state, due_on),
  CONSTRAINT fk_termination_case FOREIGN KEY (case_id) REFERENCES probation_case (id),
  CONSTRAINT fk_termination_reason FOREIGN KEY (reason_code) REFERENCES termination_reason (code),
  CONSTRAINT ck_termination_state CHECK (state IN ('COLLECTING', 'WAITING', 'BLOCKED', 'COURT', 'EVIDENCE', 'REVIEW', 'SPO', 'ENDING', 'EXTENDED', 'COMPONENTS_ENDED', 'TERMINATED', 'REOPENED', 'CANCELLED'))
);

CREATE TABLE termination_blocker (
  termination_id BIGINT       NOT NULL,
  kind           VARCHAR(20)  NOT NULL,
  reference      VARCHAR(40)  NOT NULL,
  text           VARCHAR(200) NOT NULL,
  found_at       DATETIME(3)  NOT NULL,
  PRIMARY KEY (termination_id, kind, reference),
  CONSTRAINT fk_blocker_termination FOREIGN KEY (termination_id) REFERENCES termination (id)
);

-- The outcome of each component, given before it is ended.
CREATE TABLE termination_component (
  termination_id BIGINT       NOT NULL,
  kind           VARCHAR(20)  NOT NULL,
  reference      VARCHAR(40)  NOT NULL,
  outcome_code   VARCHAR(20)  NOT NULL,
  recorded_by    VARCHAR(100) NOT NULL,
  recorded_at    DATETIME(3)  NOT NULL,
  PRIMARY KEY (termination_id, kind, reference),
  CONSTRAINT fk_component_termination FOREIGN KEY (termination_id) REFERENCES termination (id)
);

-- What a termination closed, as it was before, so that reopening restores all of it.
CREATE TABLE termination_closed (
  id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  termination_id BIGINT       NOT NULL,
  what           VARCHAR(20)  NOT NULL,
  item           BIGINT       NOT NULL,
  was            VARCHAR(200) NULL,
  closed_at      DATETIME(3)  NOT NULL,
  restored_at    DATETIME(3)  NULL,
  UNIQUE KEY uk_closed (termination_id, what, item),
  CONSTRAINT fk_closed_termination FOREIGN KEY (termination_id) REFERENCES termination (id)
);

CREATE TABLE practitioner_workload (
  staff_number  VARCHAR(12) NOT NULL PRIMARY KEY,
  points        INT         NOT NULL,
  calculated_at DATETIME(3) NOT NULL
);

-- Letters about a case: to the person, the court, victim liaison, providers. They name the CRN; the address stands in nDelius. Sealed like the letters to staff.
CREATE TABLE case_letter (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  letter_key  VARCHAR(100) NOT NULL UNIQUE,
  template    VARCHAR(30)  NOT NULL,
  case_id     BIGINT       NOT NULL,
  region_code VARCHAR(8)   NOT NULL,
  html        MEDIUMBLOB   NOT NULL,
  html_sha256 CHAR(64)     NOT NULL,
  pdf         MEDIUMBLOB   NOT NULL,
  pdf_sha256  CHAR(64)     NOT NULL,
  written_at  DATETIME(3)  NOT NULL,
  posted_by   VARCHAR(100) NULL,
  posted_at   DATETIME(3)  NULL,
  withdrawn_at DATETIME(3) NULL,
  KEY ix_case_letter_case (case_id),
  KEY ix_case_letter_open (region_code, posted_at),
  CONSTRAINT fk_case_letter_case FOREIGN KEY (case_id) REFERENCES probation_case (id)
);

INSERT INTO upw_outcome (code, name, attended, credit, enforceable, in_tasklist) VALUES
  ('ATTC', 'Attended: complied', TRUE, 'FULL', FALSE, TRUE),
  ('ATCH', 'Attended: concurrent hours', TRUE, 'FULL', FALSE, TRUE),
  ('AFTC', 'Attended: failed to comply', TRUE, 'PART', TRUE, TRUE),
  ('AFDA', 'Attended: failed to comply, deemed acceptable', TRUE, 'NONE', FALSE, TRUE),
  ('ATSH', 'Attended: sent home, behaviour', TRUE, 'PART', TRUE, TRUE),
  ('ATSS', 'Attended: sent home, service issue', TRUE, 'FULL', FALSE, TRUE),
  ('UACP', 'Absent: unacceptable', FALSE, 'NONE', TRUE, TRUE),
  ('ATFI', 'Absent: failed other instruction', FALSE, 'NONE', TRUE, TRUE),
  ('AAME', 'Acceptable absence: medical', FALSE, 'NONE', FALSE, FALSE),
  ('AASD', 'Acceptable absence: stood down', FALSE, 'NONE', FALSE, FALSE),
  ('AAEM', 'Acceptable absence: employment', FALSE, 'NONE', FALSE, FALSE),
  ('AAFC', 'Acceptable absence: family', FALSE, 'NONE', FALSE, FALSE),
  ('AACL', 'Acceptable absence: court or legal', FALSE, 'NONE', FALSE, FALSE),
  ('AARC', 'Acceptable absence: recalled or in custody', FALSE, 'NONE', FALSE, FALSE),
  ('RSSR', 'Rescheduled by the service', FALSE, 'NONE', FALSE, FALSE),
  ('RSOF', 'Rescheduled by request', FALSE, 'NONE', FALSE, FALSE),
  ('CO05', 'Professional judgement', FALSE, 'NONE', FALSE, FALSE),
  ('CO10', 'Acceptable failure', FALSE, 'NONE', FALSE, FALSE),
  ('CO38', 'Warrant', FALSE, 'NONE', FALSE, FALSE),
  ('CO39', 'YOT breach', FALSE, 'NONE', FALSE, FALSE),
  ('CO40', 'Suspended', FALSE, 'NONE', FALSE, FALSE);

INSERT INTO enforcement_action (code, name, needs_reply) VALUES
  ('ROM', 'Refer to offender manager', TRUE), ('NFA', 'No further action', FALSE), ('IMB', 'Immediate breach', FALSE), ('WLS', 'Letter requested', FALSE),
  ('EA02', 'First warning', TRUE), ('EA03', 'Second warning', TRUE), ('EA05', 'Other letter', TRUE), ('EA06', 'Withdraw letter', FALSE),
  ('EA07', 'Withdrawal confirmed', FALSE), ('EA08', 'Breach letter', TRUE), ('EA09', 'Send confirmation', FALSE), ('EA10', 'Confirmation sent', FALSE),
  ('EA11', 'Recall requested', FALSE), ('EA12', 'Pending response', TRUE), ('BRE01', 'Breach requested', FALSE), ('BRE02', 'Breach actioned', FALSE),
  ('IBR', 'Breach initiated', FALSE), ('LCL', 'Licence compliance letter', FALSE);

INSERT INTO upw_project_type (code, name, kind) VALUES
  ('PL', 'Group placement', 'GROUP'), ('NP1', 'Group placement, national project 1', 'GROUP'), ('NP2', 'Group placement, national project 2', 'GROUP'),
  ('ES', 'Individual placement ES', 'INDIVIDUAL'), ('ICP', 'Individual placement ICP', 'INDIVIDUAL'), ('PIP2', 'Individual placement PIP2', 'INDIVIDUAL'),
  ('PSP', 'Individual placement PSP', 'INDIVIDUAL'), ('PI', 'Induction PI', 'INDUCTION'), ('PS', 'Induction PS', 'INDUCTION'),
  ('ET1', 'Education, training, employment 1', 'EDUCATION'), ('ET3', 'Education, training, employment 3', 'EDUCATION'),
  ('ET5', 'Education, training, employment 5', 'EDUCATION'), ('UP06', 'Education, training, employment UP06', 'EDUCATION');

INSERT INTO upw_sub_type (code, name) VALUES
  ('W01', 'Regular'), ('W03', 'Additional'), ('W05', 'Outstanding from previous'), ('W06', 'Concurrent'), ('W07', 'Consecutive'), ('W08', 'Outstanding at expiry');

INSERT INTO upw_rating (code, name) VALUES
  ('EXCELLENT', 'Excellent'), ('GOOD', 'Good'), ('SATISFACTORY', 'Satisfactory'), ('UNSATISFACTORY', 'Unsatisfactory'), ('POOR', 'Poor'), ('NOT_APPLICABLE', 'Not applicable');

INSERT INTO termination_reason (code, name, by_event, our_own) VALUES
  ('COMPLETED', 'Completed', FALSE, TRUE), ('COMPLETED_EARLY', 'Completed: early, good progress', FALSE, TRUE), ('REVOKED', 'Revoked by the court', TRUE, TRUE),
  ('DIED', 'Died', TRUE, TRUE), ('RECALLED', 'Recalled', TRUE, TRUE), ('DEPORTED', 'Deported', TRUE, TRUE), ('TRANSFERRED_OUT', 'Transferred out', TRUE, TRUE),
  ('EXPIRED', 'Expired with hours outstanding', FALSE, TRUE);

INSERT INTO workload_points (tier, kind, points) VALUES
  ('A3', 'COMMUNITY', 206), ('A3', 'LICENCE', 219), ('A3', 'CUSTODY', 75),
  ('A2', 'COMMUNITY', 158), ('A2', 'LICENCE', 175), ('A2', 'CUSTODY', 60),
  ('A1', 'COMMUNITY', 146), ('A1', 'LICENCE', 163), ('A1', 'CUSTODY', 59),
  ('A0', 'COMMUNITY', 110), ('A0', 'LICENCE', 0), ('A0', 'CUSTODY', 0),
  ('B3', 'COMMUNITY', 146), ('B3', 'LICENCE', 161), ('B3', 'CUSTODY', 59),
  ('B2', 'COMMUNITY', 115), ('B2', 'LICENCE', 132), ('B2', 'CUSTODY', 48),
  ('B1', 'COMMUNITY', 102), ('B1', 'LICENCE', 119), ('B1', 'CUSTODY', 47),
  ('B0', 'COMMUNITY', 72), ('B0', 'LICENCE', 0), ('B0', 'CUSTODY', 0),
  ('C3', 'COMMUNITY', 79), ('C3', 'LICENCE', 77), ('C3', 'CUSTODY', 30),
  ('C2', 'COMMUNITY', 63), ('C2', 'LICENCE', 65), ('C2', 'CUSTODY', 24),
  ('C1', 'COMMUNITY', 50), ('C1', 'LICENCE', 52), ('C1', 'CUSTODY', 23),
  ('C0', 'COMMUNITY', 35), ('C0', 'LICENCE', 0), ('C0', 'CUSTODY', 0),
  ('D3', 'COMMUNITY', 51), ('D3', 'LICENCE', 51), ('D3', 'CUSTODY', 17),
  ('D2', 'COMMUNITY', 41), ('D2', 'LICENCE', 43), ('D2', 'CUSTODY', 14),
  ('D1', 'COMMUNITY', 29), ('D1', 'LICENCE', 31), ('D1', 'CUSTODY', 13),
  ('D0', 'COMMUNITY', 29), ('D0', 'LICENCE', 0), ('D0', 'CUSTODY', 0);
