-- Who is consulted about what, and who takes part.
CREATE TABLE trade_union (
  code VARCHAR(12) NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  slug VARCHAR(20) NOT NULL UNIQUE
);
INSERT INTO trade_union (code, name, slug) VALUES
  ('NAPO', 'Napo', 'napo'),
  ('UNISON', 'UNISON', 'unison'),
  ('GMB_SCOOP', 'GMB/SCOOP', 'gmb-scoop');

-- unit_code: the site group (a PSC or LSC site) whose staff are consulted; NULL: every site of the region. grades: separated by '|', empty: all.
-- Dates are kept as dates; a moment in UTC. report: the counts at the close, as JSON.
CREATE TABLE consultation (
  id                         BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  region_code                VARCHAR(8)    NOT NULL,
  unit_code                  VARCHAR(20)   NULL,
  grades                     VARCHAR(200)  NOT NULL DEFAULT '',
  title                      VARCHAR(120)  NOT NULL,
  state                      VARCHAR(20)   NOT NULL,
  objective                  VARCHAR(10)   NOT NULL,
  max_choices                INT           NOT NULL,
  mobility_limit_minutes     INT           NOT NULL,
  launched_by                VARCHAR(100)  NOT NULL,
  launched_at                DATETIME(3)   NOT NULL,
  process_instance_key       BIGINT        NULL UNIQUE,
  affected_posts             INT           NULL,
  proposed_redundancies      INT           NULL,
  business_case              VARCHAR(4000) NULL,
  proposals                  VARCHAR(4000) NULL,
  duty                       VARCHAR(30)   NULL,
  hr1_required               BOOLEAN       NOT NULL DEFAULT FALSE,
  hr1_sent_on                DATE          NULL,
  hr1_reference              VARCHAR(60)   NULL,
  union_closes_on            DATE          NULL,
  response                   VARCHAR(4000) NULL,
  responded_by               VARCHAR(100)  NULL,
  individual_stage_at        DATETIME(3)   NULL,
  event_on                   DATE          NULL,
  event_place                VARCHAR(200)  NULL,
  event_again_on             DATE          NULL,
  questions_close_on         DATE          NULL,
  invited_at                 DATETIME(3)   NULL,
  answers_published_at       DATETIME(3)   NULL,
  preferences_close_at       DATETIME(3)   NULL,
  appeals_close_at           DATETIME(3)   NULL,
  outcome                    VARCHAR(20)   NULL,
  outcome_by                 VARCHAR(100)  NULL,
  outcome_note               VARCHAR(1000) NULL,
  report                     VARCHAR(2000) NULL,
  closed_at                  DATETIME(3)   NULL,
  version                    INT           NOT NULL DEFAULT 0,
  KEY ix_consultation_region (region_code, state),
  CONSTRAINT fk_consultation_of_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT fk_consultation_of_unit FOREIGN KEY (unit_code) REFERENCES unit (code),
  CONSTRAINT ck_consultation_objective CHECK (objective IN ('GREEDY', 'GENEROUS', 'BALANCED'))
);

-- What each recognised union said, or why its silence was accepted. No individual step before each row has one or the other.
CREATE TABLE consultation_union (
  consultation_id     BIGINT        NOT NULL,
  union_code          VARCHAR(12)   NOT NULL,
  feedback            VARCHAR(4000) NULL,
  recorded_by         VARCHAR(100)  NULL,
  recorded_at         DATETIME(3)   NULL,
  absence_approved_by VARCHAR(100)  NULL,
  absence_reason      VARCHAR(1000) NULL,
  absence_approved_at DATETIME(3)   NULL,
  PRIMARY KEY (consultation_id, union_code),
  CONSTRAINT fk_consultation_union FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  CONSTRAINT fk_consultation_union_code FOREIGN KEY (union_code) REFERENCES trade_union (code)
);

-- One member of staff in one consultation. Who leaves and comes back is a new row. active_mark is 1 while they take part and NULL afterwards, so that nobody is in twice.
CREATE TABLE cohort_member (
  id               BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id  BIGINT      NOT NULL,
  staff_number     VARCHAR(12) NOT NULL,
  joined_at        DATETIME(3) NOT NULL,
  left_at          DATETIME(3) NULL,
  extended_to      DATE        NULL,
  one_to_one_begun BIGINT      NULL,
  one_to_one_due   DATE        NULL,
  one_to_one_state VARCHAR(20) NOT NULL DEFAULT 'WAITING',
  met_on           DATE        NULL,
  with_union_rep   BOOLEAN     NULL,
  active_mark      TINYINT     AS (CASE WHEN left_at IS NULL THEN 1 END) STORED,
  UNIQUE KEY uk_cohort_member (consultation_id, staff_number, active_mark),
  KEY ix_cohort_member_staff (staff_number, active_mark),
  CONSTRAINT fk_cohort_member_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
  CONSTRAINT fk_cohort_member_staff FOREIGN KEY (staff_number) REFERENCES staff (staff_number)
);
