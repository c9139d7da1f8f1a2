CREATE TABLE plan_row (
  id           VARCHAR(20)  NOT NULL PRIMARY KEY,
  position     INT          NOT NULL,
  kind         VARCHAR(10)  NOT NULL,
  regions      VARCHAR(60)  NOT NULL,
  service      VARCHAR(40)  NOT NULL,
  scope        VARCHAR(50)  NOT NULL,
  from_units   VARCHAR(100) NOT NULL,
  to_unit      VARCHAR(20)  NOT NULL,
  window_start DATE         NOT NULL,
  due          DATE         NULL,
  due_stated   BOOLEAN      NOT NULL,
  gates        VARCHAR(100) NOT NULL,
  seed_note    VARCHAR(300) NOT NULL,
  CONSTRAINT ck_plan_kind CHECK (kind IN ('SITE_MOVE', 'HANDOVER', 'MILESTONE'))
);

-- One launch of the plan, for one region or several.
CREATE TABLE programme (
  id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  base_date   DATE         NOT NULL,
  shift_days  INT          NOT NULL,
  launched_by VARCHAR(100) NOT NULL,
  launched_at DATETIME(3)  NOT NULL
);

-- A region's part of a launch. running_mark is 1 while it runs: a region runs once at a time.
CREATE TABLE regional_programme (
  id                   BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
  programme_id         BIGINT      NOT NULL,
  region_code          VARCHAR(8)  NOT NULL,
  state                VARCHAR(10) NOT NULL,
  backstop             DATE        NULL,
  process_instance_key BIGINT      NULL,
  closed_at            DATETIME(3) NULL,
  version              INT         NOT NULL,
  running_mark         TINYINT     AS (CASE WHEN state = 'RUNNING' THEN 1 END) STORED,
  UNIQUE KEY uk_regional_programme_running (region_code, running_mark),
  UNIQUE KEY uk_regional_programme_instance (process_instance_key),
  CONSTRAINT fk_regional_programme FOREIGN KEY (programme_id) REFERENCES programme (id),
  CONSTRAINT fk_regional_programme_region FOREIGN KEY (region_code) REFERENCES region (code)
);

-- One row of the plan for one region, as it was when it was launched.
CREATE TABLE handover (
  id                    BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  regional_programme_id BIGINT       NOT NULL,
  plan_row_id           VARCHAR(20)  NOT NULL,
  kind                  VARCHAR(10)  NOT NULL,
  region_code           VARCHAR(8)   NOT NULL,
  service               VARCHAR(40)  NOT NULL,
  scope                 VARCHAR(50)  NOT NULL,
  from_units            VARCHAR(100) NOT NULL,
  to_unit               VARCHAR(20)  NOT NULL,
  window_start          DATE         NOT NULL,
  due                   DATE         NULL,
  planned_date          DATE         NOT NULL,
  gates                 VARCHAR(100) NOT NULL,
  state                 VARCHAR(20)  NOT NULL,
  process_instance_key  BIGINT       NULL,
  round                 INT          NOT NULL DEFAULT 0,
  in_scope              INT          NULL,
  open_work             INT          NULL,
  moved                 INT          NOT NULL DEFAULT 0,
  left_behind           INT          NOT NULL DEFAULT 0,
  inventory_taken_at    DATETIME(3)  NULL,
  transferred_at        DATETIME(3)  NULL,
  closed_at             DATETIME(3)  NULL,
  version               INT          NOT NULL,
  UNIQUE KEY uk_handover (regional_programme_id, plan_row_id),
  KEY ix_handover_region (region_code, service),
  CONSTRAINT fk_handover_programme FOREIGN KEY (regional_programme_id) REFERENCES regional_programme (id)
);

-- What the inventory found: one (case, service) each, with the versions it was read at. An item is claimed by one handover at a time.
CREATE TABLE handover_item (
  id              BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
  handover_id     BIGINT       NOT NULL,
  case_service_id BIGINT       NOT NULL,
  case_id         BIGINT       NOT NULL,
  case_version    INT          NOT NULL,
  last_changed    DATETIME(3)  NOT NULL,
  state           VARCHAR(10)  NOT NULL,
  round           INT          NULL,
  decision        VARCHAR(10)  NULL,
  reason          VARCHAR(500) NULL,
  claim_mark      TINYINT      AS (CASE WHEN state IN ('IN_SCOPE', 'CHANGED') THEN 1 END) STORED,
  UNIQUE KEY uk_item (handover_id, case_service_id),
  UNIQUE KEY uk_item_claim (case_service_id, claim_mark),
  KEY ix_item_state (handover_id, state),
  CONSTRAINT fk_item_handover FOREIGN KEY (handover_id) REFERENCES handover (id),
  CONSTRAINT fk_item_case_service FOREIGN KEY (case_service_id) REFERENCES case_service (id),
  CONSTRAINT ck_item_state CHECK (state IN ('IN_SCOPE', 'MOVED', 'CHANGED', 'LEFT', 'RETURNED', 'RELEASED'))
);

-- A range of items moved in one transaction; the mark that it was done commits with its effect.
CREATE TABLE handover_batch (
  handover_id BIGINT      NOT NULL,
  round       INT         NOT NULL,
  batch       INT         NOT NULL,
  first_item  BIGINT      NOT NULL,
  last_item   BIGINT      NOT NULL,
  moved       INT         NULL,
  changed     INT         NULL,
  done_at     DATETIME(3) NULL,
  PRIMARY KEY (handover_id, round, batch),
  CONSTRAINT fk_batch_handover FOREIGN KEY (handover_id) REFERENCES handover (id)
);

CREATE TABLE handover_briefing (
  handover_id  BIGINT      NOT NULL,
  staff_number VARCHAR(12) NOT NULL,
  briefed_on   DATE        NULL,
  PRIMARY KEY (handover_id, staff_number),
  CONSTRAINT fk_briefing_handover FOREIGN KEY (handover_id) REFERENCES handover (id)
);

CREATE TABLE handover_vetting (
  handover_id  BIGINT      NOT NULL,
  staff_number VARCHAR(12) NOT NULL,
  cleared_at   DATETIME(3) NULL,
  chased       INT         NOT NULL DEFAULT 0,
  PRIMARY KEY (handover_id, staff_number),
  CONSTRAINT fk_vetting_handover FOREIGN KEY (handover_id) REFERENCES handover (id)
);

-- The latest answer to each gate; every answer ever given is in the audit.
CREATE TABLE handover_gate (
  handover_id BIGINT       NOT NULL,
  gate        VARCHAR(20)  NOT NULL,
  met         BOOLEAN      NOT NULL DEFAULT FALSE,
  answer      VARCHAR(300) NULL,
  required    INT          NULL,
  actual      INT          NULL,
  answered_by VARCHAR(100) NULL,
  answered_at DATETIME(3)  NULL,
  PRIMARY KEY (handover_id, gate),
  CONSTRAINT fk_gate_handover FOREIGN KEY (handover_id) REFERENCES handover (id)
);

CREATE TABLE handover_decision (
  id               BIGINT        NOT NULL AUTO_INCREMENT PRIMARY KEY,
  handover_id      BIGINT        NOT NULL,
  step             VARCHAR(20)   NOT NULL,
  outcome          VARCHAR(20)   NOT NULL,
  readiness        VARCHAR(12)   NULL,
  reasons          VARCHAR(2000) NULL,
  note             VARCHAR(2000) NULL,
  new_date         DATE          NULL,
  made_by          VARCHAR(100)  NOT NULL,
  made_at          DATETIME(3)   NOT NULL,
  task_instance    BIGINT        NOT NULL UNIQUE,
  CONSTRAINT fk_decision_handover FOREIGN KEY (handover_id) REFERENCES handover (id)
);

-- The individual stage of a region's staff consultation (gate CONSULTATION).
CREATE TABLE consultation_stage (
  region_code VARCHAR(8)   NOT NULL PRIMARY KEY,
  reached_at  DATETIME(3)  NOT NULL,
  recorded_by VARCHAR(100) NOT NULL,
  CONSTRAINT fk_consultation_region FOREIGN KEY (region_code) REFERENCES region (code)
);
