-- The team that takes in whoever gets a role at a site, and the work it does. months: how long each of the people who
-- stay in it has done this work, with a | between them; empty for a new team.
CREATE TABLE receiving_team (
  site_code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  role_code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  name      VARCHAR(80) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  work      VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  months    VARCHAR(1000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL DEFAULT '',
  PRIMARY KEY (site_code, role_code),
  CONSTRAINT fk_receiving_team_site FOREIGN KEY (site_code) REFERENCES site (code),
  CONSTRAINT fk_receiving_team_role FOREIGN KEY (role_code) REFERENCES role (code)
);

-- How many months a member of staff has done a kind of work.
CREATE TABLE work_experience (
  staff_number VARCHAR(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  work         VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  months       INT         NOT NULL,
  PRIMARY KEY (staff_number, work),
  CONSTRAINT fk_work_experience_staff FOREIGN KEY (staff_number) REFERENCES staff (staff_number)
);
