-- How the programme stood in a region at the end of each day of a week, the last one being that of the week: what was at risk, overdue or an incident then cannot be found out later.
CREATE TABLE weekly_report_line (
  monday        DATE         NOT NULL,
  region_code   VARCHAR(8)   COLLATE utf8mb4_bin NOT NULL,
  plan_rows     INT          NOT NULL,
  ended         INT          NOT NULL,
  on_time       INT          NOT NULL,
  late          INT          NOT NULL,
  at_risk       INT          NOT NULL,
  moved         INT          NOT NULL,
  left_behind   INT          NOT NULL,
  overdue_tasks INT          NOT NULL,
  incidents     INT          NOT NULL,
  to_look_at    TEXT         NOT NULL,
  kept_on       DATE         NOT NULL,
  PRIMARY KEY (monday, region_code)
) CHARACTER SET utf8mb4;
