-- Unpaid work was called placement. The process of an order that has begun waits for messages by that name until it ends; one whose start is still in the outbox begins by the new name.
CREATE TABLE upw_order_of_before (
  order_id BIGINT NOT NULL PRIMARY KEY,
  CONSTRAINT fk_upw_order_of_before_order FOREIGN KEY (order_id) REFERENCES upw_order (id)
);

INSERT INTO upw_order_of_before (order_id)
SELECT o.id FROM upw_order o
WHERE o.received_at IS NOT NULL
  AND o.id NOT IN (
    SELECT CAST(JSON_UNQUOTE(JSON_EXTRACT(p.serialized_event, '$.correlationKey')) AS SIGNED)
    FROM EVENT_PUBLICATION p
    WHERE p.completion_date IS NULL AND p.event_type LIKE '%.camunda.EngineMessage' AND p.serialized_event LIKE '%"placement.orderReceived"%'
  );
