-- Statements are most of a ledger, and pages show some forty at a time.
CREATE INDEX statements_by_id ON statements (id);
