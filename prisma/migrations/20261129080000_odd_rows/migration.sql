-- Rows that are not as the contract says. Of a row without an id nobody can tell which it is: it is counted, and nothing
-- of its list is taken for gone.
ALTER TABLE sync_runs ADD COLUMN unreadable jsonb NOT NULL DEFAULT '{}';
