-- The releases whose processes, decisions and forms the engine was given. An application whose number is not the highest never deploys its own.
CREATE TABLE deployed_release (
  release_number INT         NOT NULL PRIMARY KEY,
  begun_at       DATETIME(3) NOT NULL
);
