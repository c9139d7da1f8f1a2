-- What waits in the outbox names the classes of before: unpaid work was called placement, and classes stand in rooms now.
UPDATE EVENT_PUBLICATION SET
  event_type = REPLACE(REPLACE(event_type,
    'devolution.placement.OrdersImported', 'devolution.unpaidwork.intake.OrdersImported'),
    'devolution.placement.', 'devolution.unpaidwork.'),
  listener_id = REPLACE(REPLACE(REPLACE(REPLACE(listener_id,
    'devolution.placement.OrdersInHandovers', 'devolution.unpaidwork.life.OrdersInHandovers'),
    'devolution.placement.OrdersImported', 'devolution.unpaidwork.intake.OrdersImported'),
    'devolution.placement.', 'devolution.unpaidwork.'),
    'devolution.preferencing.AfterAppeals', 'devolution.preferencing.appeal.AfterAppeals');
