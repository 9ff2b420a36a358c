-- Deadlines and statistics ask for what was recorded since some day. Entries lie in the table in about the order of their
-- time, so a summary of each few pages leads there; unlike an index of every row it costs recording almost nothing.
CREATE INDEX log_entry_by_time ON log_entry USING brin (recorded_at) WITH (pages_per_range = 16, autosummarize = on);
