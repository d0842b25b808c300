-- How surely a sentence sets two parties against each other: 1 where it says so, less where one stands against somebody not
-- named and the other is named beside.
ALTER TABLE contentions ADD COLUMN sure DOUBLE;
UPDATE contentions SET sure = 1;
