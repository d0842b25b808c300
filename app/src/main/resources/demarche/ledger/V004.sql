-- What users corrected, and what ingests read and skipped. Both are kept as they are, also by a rebuild.
CREATE TABLE corrections (
    seq BIGINT PRIMARY KEY,
    story VARCHAR, record VARCHAR,   -- which record, by its id in the story's reading
    field VARCHAR,                   -- wrong, right, type, actors, recipients, party, counterpart, stance, issue, speaker, undo
    value VARCHAR, was VARCHAR,
    who VARCHAR, given TIMESTAMP, note VARCHAR
);
CREATE TABLE intakes (seq BIGINT PRIMARY KEY, given TIMESTAMP, read BIGINT, fresh BIGINT, copies BIGINT, unchanged BIGINT);
CREATE TABLE skipped (intake BIGINT, input VARCHAR, reason VARCHAR);
