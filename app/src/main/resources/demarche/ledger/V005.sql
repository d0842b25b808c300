-- Which events belong to a dispute, and how much each counts as a move in it.
CREATE TABLE dispute_events (dispute VARCHAR, event VARCHAR, weight DOUBLE);
-- A story may have several readings: the newest counts (demarche rebuild --reread).
CREATE TABLE kept (
    seq BIGINT PRIMARY KEY,          -- order of arrival
    story VARCHAR NOT NULL,          -- id of the story in the ledger
    source VARCHAR NOT NULL,         -- what stays the same when a story is corrected: its URL, else its own id
    content VARCHAR NOT NULL,        -- hash of source, title, text and date
    engine VARCHAR, codebook VARCHAR, model VARCHAR,
    reading VARCHAR NOT NULL         -- the reading as JSON
);
INSERT INTO kept SELECT * FROM readings ORDER BY seq;
DROP TABLE readings;
ALTER TABLE kept RENAME TO readings;
-- Sides as the story alone tells them; what other stories teach of sides goes into the columns that were there.
ALTER TABLE story_parties ADD COLUMN told VARCHAR;
ALTER TABLE event_parties ADD COLUMN told VARCHAR;
ALTER TABLE statements ADD COLUMN told VARCHAR;
ALTER TABLE positions ADD COLUMN told VARCHAR;
ALTER TABLE positions ADD COLUMN told_counterpart VARCHAR;
UPDATE story_parties SET told = side;
UPDATE event_parties SET told = side;
UPDATE statements SET told = side;
UPDATE positions SET told = side, told_counterpart = counterpart;
