-- Location preferencing: what is offered, what people asked for, what was found, what the panel made of it, and the place each person has.

-- One round per consultation, opened when its options are published. The lottery's seed is drawn then, before anybody has answered; its SHA-256 is shown at once and the
-- seed itself once the round is closed. panel_version counts what the panel changed, so that nobody confirms an effect that has become another one.
CREATE TABLE preference_round (
  consultation_id BIGINT      NOT NULL PRIMARY KEY,
  published_at    DATETIME(3) NOT NULL,
  closes_at       DATETIME(3) NOT NULL,
  closed_at       DATETIME(3) NULL,
  seed            BIGINT      NOT NULL,
  seed_sha256     CHAR(64)    NOT NULL,
  panel_version   INT         NOT NULL DEFAULT 0,
  panel_opened_at DATETIME(3) NULL,
  confirmed_at    DATETIME(3) NULL,
  CONSTRAINT fk_preference_round_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id)
);

-- What is offered, as it was published: a site and a role with its places. tasks: what is done there, separated by '|'.
CREATE TABLE preference_option (
  id              BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT        NOT NULL,
  site_code       VARCHAR(20)   NOT NULL,
  site_name       VARCHAR(80)   NOT NULL,
  role_code       VARCHAR(30)   NOT NULL,
  role_name       VARCHAR(80)   NOT NULL,
  grade_code      VARCHAR(20)   NOT NULL,
  places          INT           NOT NULL,
  tasks           VARCHAR(2000) NOT NULL DEFAULT '',
  UNIQUE KEY uk_preference_option (consultation_id, site_code, role_code),
  CONSTRAINT fk_preference_option_round FOREIGN KEY (consultation_id) REFERENCES preference_round (consultation_id),
  CONSTRAINT fk_preference_option_site FOREIGN KEY (site_code) REFERENCES site (code),
  CONSTRAINT ck_preference_option_places CHECK (places >= 0)
);

-- Which process instance asks a person: one, however often they are listed or announced.
CREATE TABLE preference_asking (
  member_id            BIGINT      NOT NULL PRIMARY KEY,
  process_instance_key BIGINT      NOT NULL,
  closes_at            DATETIME(3) NOT NULL,
  CONSTRAINT fk_preference_asking_member FOREIGN KEY (member_id) REFERENCES cohort_member (id)
);

-- Every answer is kept; a person's last one counts. kind: given by the person, by their line manager for them, or that they could not be reached (no choices then).
CREATE TABLE preference_answer (
  id                  BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  member_id           BIGINT       NOT NULL,
  kind                VARCHAR(12)  NOT NULL,
  long_journey_agreed BOOLEAN      NOT NULL,
  contacted_on        DATE         NULL,
  given_by            VARCHAR(100) NOT NULL,
  given_at            DATETIME(3)  NOT NULL,
  task_instance       BIGINT       NULL UNIQUE,
  KEY ix_preference_answer_member (member_id, id),
  CONSTRAINT fk_preference_answer_member FOREIGN KEY (member_id) REFERENCES cohort_member (id),
  CONSTRAINT ck_preference_answer_kind CHECK (kind IN ('OWN', 'ON_BEHALF', 'UNAVAILABLE'))
);

CREATE TABLE preference_choice (
  answer_id   BIGINT NOT NULL,
  choice_rank INT    NOT NULL,
  option_id   BIGINT NOT NULL,
  PRIMARY KEY (answer_id, choice_rank),
  UNIQUE KEY uk_preference_choice_option (answer_id, option_id),
  CONSTRAINT fk_preference_choice_answer FOREIGN KEY (answer_id) REFERENCES preference_answer (id),
  CONSTRAINT fk_preference_choice_option FOREIGN KEY (option_id) REFERENCES preference_option (id)
);

-- An assignment that was computed. kind OFFICIAL: the one the panel works on, once per consultation; WHAT_IF: changes nothing. request: all that went in, as JSON, so that
-- anybody can compute it again; whose adjustments forbid what is not in it. official_mark is 1 for the official run and NULL otherwise.
CREATE TABLE allocation_run (
  id                     BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id        BIGINT       NOT NULL,
  kind                   VARCHAR(10)  NOT NULL,
  name                   VARCHAR(120) NOT NULL,
  objective              VARCHAR(10)  NOT NULL,
  mobility_limit_minutes INT          NOT NULL,
  extra_places           VARCHAR(2000) NOT NULL DEFAULT '',
  seed                   BIGINT       NOT NULL,
  people                 INT          NOT NULL,
  places                 INT          NOT NULL,
  unplaced               INT          NOT NULL,
  by_rank                VARCHAR(200) NOT NULL,
  unranked               INT          NOT NULL,
  computed_in_ms         BIGINT       NOT NULL,
  run_by                 VARCHAR(100) NOT NULL,
  run_at                 DATETIME(3)  NOT NULL,
  request                LONGTEXT     NOT NULL,
  official_mark          TINYINT      AS (CASE WHEN kind = 'OFFICIAL' THEN 1 END) STORED,
  UNIQUE KEY uk_allocation_run_official (consultation_id, official_mark),
  CONSTRAINT fk_allocation_run_round FOREIGN KEY (consultation_id) REFERENCES preference_round (consultation_id),
  CONSTRAINT ck_allocation_run_kind CHECK (kind IN ('OFFICIAL', 'WHAT_IF'))
);

-- One person's result of a run; option_id NULL: no place. choice_rank: 0 for no place. reasons: sentences in plain words, as a JSON list, for the official run.
CREATE TABLE allocation_result (
  run_id      BIGINT     NOT NULL,
  member_id   BIGINT     NOT NULL,
  option_id   BIGINT     NULL,
  choice_rank INT        NOT NULL,
  ranked      BOOLEAN    NOT NULL,
  lottery     INT        NOT NULL,
  reasons     MEDIUMTEXT NULL,
  PRIMARY KEY (run_id, member_id),
  KEY ix_allocation_result_member (member_id),
  CONSTRAINT fk_allocation_result_run FOREIGN KEY (run_id) REFERENCES allocation_run (id),
  CONSTRAINT fk_allocation_result_member FOREIGN KEY (member_id) REFERENCES cohort_member (id),
  CONSTRAINT fk_allocation_result_option FOREIGN KEY (option_id) REFERENCES preference_option (id)
);

-- What the panel works on: the result, with its own moves. looked_at: the panel has decided about this person.
CREATE TABLE panel_place (
  member_id       BIGINT       NOT NULL PRIMARY KEY,
  consultation_id BIGINT       NOT NULL,
  option_id       BIGINT       NULL,
  looked_at_by    VARCHAR(100) NULL,
  looked_at       DATETIME(3)  NULL,
  KEY ix_panel_place (consultation_id, option_id),
  CONSTRAINT fk_panel_place_member FOREIGN KEY (member_id) REFERENCES cohort_member (id),
  CONSTRAINT fk_panel_place_option FOREIGN KEY (option_id) REFERENCES preference_option (id)
);

-- What the panel changed: one person, or two who change places. The reason is sealed in the confidential records; here is its number only.
CREATE TABLE panel_move (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  consultation_id BIGINT       NOT NULL,
  member_id       BIGINT       NOT NULL,
  from_option     BIGINT       NULL,
  to_option       BIGINT       NULL,
  swapped_with    BIGINT       NULL,
  effect          VARCHAR(500) NOT NULL,
  reason_id       BIGINT       NOT NULL,
  moved_by        VARCHAR(100) NOT NULL,
  moved_at        DATETIME(3)  NOT NULL,
  KEY ix_panel_move (consultation_id, id),
  KEY ix_panel_move_member (member_id),
  KEY ix_panel_move_swapped (swapped_with),
  CONSTRAINT fk_panel_move_member FOREIGN KEY (member_id) REFERENCES cohort_member (id),
  CONSTRAINT fk_panel_move_swapped FOREIGN KEY (swapped_with) REFERENCES cohort_member (id)
);

-- The place each person has, from the panel's confirmation on; option_id NULL: none yet. source: what gave it to them.
CREATE TABLE placement (
  member_id    BIGINT      NOT NULL PRIMARY KEY,
  option_id    BIGINT      NULL,
  run_id       BIGINT      NULL,
  source       VARCHAR(12) NOT NULL,
  confirmed_at DATETIME(3) NOT NULL,
  started_on   DATE        NULL,
  moved_at     DATETIME(3) NULL,
  KEY ix_placement_option (option_id),
  CONSTRAINT fk_placement_member FOREIGN KEY (member_id) REFERENCES cohort_member (id),
  CONSTRAINT fk_placement_option FOREIGN KEY (option_id) REFERENCES preference_option (id),
  CONSTRAINT fk_placement_run FOREIGN KEY (run_id) REFERENCES allocation_run (id),
  CONSTRAINT ck_placement_source CHECK (source IN ('ALLOCATION', 'PANEL', 'APPEAL'))
);
