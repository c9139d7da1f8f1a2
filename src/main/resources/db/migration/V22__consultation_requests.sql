-- What somebody entered in Tasklist's start form of a consultation: it is launched when HR of the region has confirmed it, as it stands here.
CREATE TABLE consultation_request (
  process_instance_key BIGINT       NOT NULL PRIMARY KEY,
  region_code          VARCHAR(8)   COLLATE utf8mb4_bin NOT NULL,
  unit_code            VARCHAR(20)  COLLATE utf8mb4_bin NULL,
  grades               VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,
  objective            VARCHAR(10)  NULL,
  max_choices          INT          NOT NULL,
  mobility_limit       INT          NOT NULL,
  preferences_close_on DATE         NULL,
  received_at          DATETIME(3)  NOT NULL,
  decision             VARCHAR(10)  NULL,
  decided_by           VARCHAR(100) NULL
);
