-- An order whose process began in the release before goes by today's names but waits for no message that the court extended it. One whose start is still in the outbox begins with the model of today.
ALTER TABLE upw_order_of_before ADD COLUMN former_name BOOLEAN NOT NULL DEFAULT TRUE;

INSERT INTO upw_order_of_before (order_id, former_name)
SELECT o.id, FALSE FROM upw_order o
WHERE o.received_at IS NOT NULL AND o.state NOT IN ('COMPLETE', 'COURT', 'STOPPED')
  AND o.id NOT IN (SELECT b.order_id FROM upw_order_of_before b)
  AND o.id NOT IN (
    SELECT CAST(JSON_UNQUOTE(JSON_EXTRACT(p.serialized_event, '$.correlationKey')) AS SIGNED)
    FROM EVENT_PUBLICATION p
    WHERE p.completion_date IS NULL AND p.event_type LIKE '%.camunda.EngineMessage'
      AND (p.serialized_event LIKE '%"unpaidwork.orderReceived"%' OR p.serialized_event LIKE '%"placement.orderReceived"%')
  );
