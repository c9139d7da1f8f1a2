-- Who there is: regions, their delivery units, sites with leases, units that hold work, teams, services.
CREATE TABLE region (
  code          VARCHAR(8)   NOT NULL PRIMARY KEY,
  name          VARCHAR(60)  NOT NULL,
  provider_code VARCHAR(3)   NOT NULL UNIQUE,
  short_name    VARCHAR(10)  NOT NULL
);

CREATE TABLE pdu (
  region_code VARCHAR(8)  NOT NULL,
  name        VARCHAR(60) NOT NULL,
  PRIMARY KEY (region_code, name),
  CONSTRAINT fk_pdu_region FOREIGN KEY (region_code) REFERENCES region (code)
);

-- A building or a virtual base. The lease is its own fact: the building can close while the team goes on.
CREATE TABLE site (
  code         VARCHAR(20)  NOT NULL PRIMARY KEY,
  name         VARCHAR(80)  NOT NULL,
  region_code  VARCHAR(8)   NOT NULL,
  pdu_name     VARCHAR(60)  NULL,
  virtual_site BOOLEAN      NOT NULL DEFAULT FALSE,
  latitude     DECIMAL(8,5) NULL,
  longitude    DECIMAL(8,5) NULL,
  CONSTRAINT fk_site_region FOREIGN KEY (region_code) REFERENCES region (code)
);

CREATE TABLE lease (
  site_code VARCHAR(20) NOT NULL PRIMARY KEY,
  ends_on   DATE        NOT NULL,
  CONSTRAINT fk_lease_site FOREIGN KEY (site_code) REFERENCES site (code)
);

-- A unit that can be responsible for a service: a PSC site, a London Service Centre office or a region.
CREATE TABLE unit (
  code        VARCHAR(20) NOT NULL PRIMARY KEY,
  name        VARCHAR(80) NOT NULL,
  kind        VARCHAR(8)  NOT NULL,
  region_code VARCHAR(8)  NOT NULL,
  site_code   VARCHAR(20) NULL,
  slug        VARCHAR(20) NOT NULL UNIQUE,
  CONSTRAINT fk_unit_region FOREIGN KEY (region_code) REFERENCES region (code),
  CONSTRAINT fk_unit_site FOREIGN KEY (site_code) REFERENCES site (code),
  CONSTRAINT ck_unit_kind CHECK (kind IN ('PSC', 'LSC', 'REGION'))
);

-- A team outlives its building: its base is a site, real or virtual, or none. kind: what sort of work it does, so which services reach it.
CREATE TABLE team (
  code      VARCHAR(20) NOT NULL PRIMARY KEY,
  name      VARCHAR(80) NOT NULL,
  kind      VARCHAR(20) NOT NULL,
  unit_code VARCHAR(20) NOT NULL,
  base_site VARCHAR(20) NULL,
  KEY ix_team_unit (unit_code, kind),
  CONSTRAINT fk_team_unit FOREIGN KEY (unit_code) REFERENCES unit (code),
  CONSTRAINT fk_team_base FOREIGN KEY (base_site) REFERENCES site (code),
  CONSTRAINT ck_team_kind CHECK (kind IN ('ADMINISTRATION', 'UPW', 'SENTENCE_MANAGEMENT'))
);

-- A service a case can receive. cases_per_member: how many cases one full-time colleague can hold (our estimate). team_kind: which of a unit's teams does it.
CREATE TABLE service (
  code             VARCHAR(40) NOT NULL PRIMARY KEY,
  name             VARCHAR(80) NOT NULL,
  cases_per_member INT         NOT NULL,
  team_kind        VARCHAR(20) NOT NULL,
  CONSTRAINT ck_service_team_kind CHECK (team_kind IN ('ADMINISTRATION', 'UPW'))
);

-- What a plan row's service names: one or more services, each with an optional scope of its own.
CREATE TABLE plan_service (
  plan_service_code VARCHAR(40) NOT NULL,
  service_code      VARCHAR(40) NOT NULL,
  scope_code        VARCHAR(50) NOT NULL DEFAULT '',
  PRIMARY KEY (plan_service_code, service_code),
  CONSTRAINT fk_plan_service_service FOREIGN KEY (service_code) REFERENCES service (code)
);

CREATE TABLE plan_service_name (
  code VARCHAR(40) NOT NULL PRIMARY KEY,
  name VARCHAR(80) NOT NULL
);

-- A scope is a filter over cases, as data. remainder: everything no other open row of the plan claims.
CREATE TABLE scope (
  code      VARCHAR(50)  NOT NULL PRIMARY KEY,
  name      VARCHAR(120) NOT NULL,
  remainder BOOLEAN      NOT NULL DEFAULT FALSE
);

CREATE TABLE scope_condition (
  scope_code VARCHAR(50) NOT NULL,
  attribute  VARCHAR(30) NOT NULL,
  value      VARCHAR(40) NOT NULL,
  PRIMARY KEY (scope_code, attribute),
  CONSTRAINT fk_scope_condition_scope FOREIGN KEY (scope_code) REFERENCES scope (code),
  CONSTRAINT ck_scope_attribute CHECK (attribute IN ('LEGACY_ORGANISATION', 'STANDALONE_UPW', 'HAS_SERVICE'))
);

CREATE TABLE bank_holiday (
  day  DATE        NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL
);

CREATE TABLE grade (
  code VARCHAR(20) NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL
);

CREATE TABLE absence_kind (
  code VARCHAR(20) NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL
);

-- our_own: a code of ours where nDelius's is not public.
CREATE TABLE order_type (
  code        VARCHAR(5)  NOT NULL PRIMARY KEY,
  name        VARCHAR(80) NOT NULL,
  carries_upw BOOLEAN     NOT NULL,
  our_own     BOOLEAN     NOT NULL DEFAULT FALSE
);
