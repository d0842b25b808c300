-- Sentences that say of two parties that they quarrel.
CREATE TABLE contentions (
    story VARCHAR, one VARCHAR, other VARCHAR, -- parties
    title BOOLEAN,                             -- whether the title says so
    sentence VARCHAR
);
