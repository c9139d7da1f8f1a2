-- When the process of an order was told that its twelve months are over with hours left: once, until it begins anew or the court gives it more time.
ALTER TABLE upw_order ADD COLUMN court_asked_at DATETIME(3) NULL;
