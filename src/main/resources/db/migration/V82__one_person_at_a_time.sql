-- One row for each person with several orders of unpaid work: locked while their sessions are planned or recorded.
CREATE TABLE upw_person (
  crn CHAR(7) COLLATE utf8mb4_bin NOT NULL PRIMARY KEY
) CHARACTER SET utf8mb4;
