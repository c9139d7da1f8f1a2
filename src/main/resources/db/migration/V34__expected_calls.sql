-- Which process is started next by one of ours, and for what. begun_by is the one process instance that took it; one that finds nothing to take does nothing.
CREATE TABLE expected_call (
  process  VARCHAR(60)  COLLATE utf8mb4_bin NOT NULL,
  value    VARCHAR(100) COLLATE utf8mb4_bin NOT NULL,
  occasion BIGINT       NOT NULL,
  begun_by BIGINT       NULL,
  PRIMARY KEY (process, value, occasion)
);

-- A process that began before its model said whom it calls: what it calls is let go on until it ends.
ALTER TABLE task_subject ADD COLUMN says_calls BOOLEAN NOT NULL DEFAULT FALSE;

-- On their way to their first step when this came, or sent again by it.
INSERT INTO expected_call (process, value, occasion)
SELECT DISTINCT 'send-letters', batch, 0 FROM letter;
INSERT INTO expected_call (process, value, occasion)
SELECT 'upw-placement', id, 0 FROM upw_order WHERE process_instance_key IS NULL AND received_at IS NOT NULL;
INSERT IGNORE INTO expected_call (process, value, occasion)
SELECT 'upw-placement', JSON_UNQUOTE(JSON_EXTRACT(serialized_event, '$.correlationKey')), 0 FROM EVENT_PUBLICATION
WHERE completion_date IS NULL AND event_type LIKE '%.camunda.EngineMessage' AND serialized_event LIKE '%"placement.orderReceived"%';
INSERT INTO expected_call (process, value, occasion)
SELECT 'case-termination', id, 0 FROM termination WHERE process_instance_key IS NULL;
