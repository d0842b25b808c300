-- Readings are the truth: appended, never changed. Everything below them is derived and can be made again (demarche rebuild).
CREATE TABLE readings (
    seq BIGINT PRIMARY KEY,          -- order of arrival
    story VARCHAR NOT NULL,          -- id of the story in the ledger
    source VARCHAR NOT NULL,         -- what stays the same when a story is corrected: its URL, else its own id
    content VARCHAR NOT NULL UNIQUE, -- hash of source, title, text and date
    engine VARCHAR, codebook VARCHAR, model VARCHAR,
    reading VARCHAR NOT NULL         -- the reading as JSON
);
CREATE TABLE stories (
    id VARCHAR, seq BIGINT, source VARCHAR, title VARCHAR, published DATE, outlet VARCHAR, url VARCHAR,
    text VARCHAR, words INTEGER,
    copy_of VARCHAR,                 -- the first story it is a copy of
    likeness DOUBLE,                 -- share of like five-word runs with it (estimate)
    replaced_by VARCHAR,             -- the corrected version that holds now
    signature BLOB                   -- MinHash of its five-word runs
);
CREATE TABLE story_parties (
    story VARCHAR, local VARCHAR, party VARCHAR, side VARCHAR, name VARCHAR, kind VARCHAR, country VARCHAR, sector VARCHAR,
    role VARCHAR, role_sentence VARCHAR,
    named BOOLEAN                    -- whether the story names it, not only describes it
);
CREATE TABLE statements (
    id VARCHAR, story VARCHAR, date DATE, speaker VARCHAR, side VARCHAR, cue VARCHAR, content VARCHAR, sentence VARCHAR,
    addressee VARCHAR
);
CREATE TABLE events (
    id VARCHAR, story VARCHAR, date DATE, said_date VARCHAR, type VARCHAR, mode VARCHAR, cameo VARCHAR, contexts VARCHAR[],
    negated BOOLEAN, future BOOLEAN, hypothetical BOOLEAN, historical BOOLEAN,
    place VARCHAR, country VARCHAR, lat DOUBLE, lon DOUBLE, dead INTEGER, injured INTEGER, size INTEGER,
    sentence VARCHAR, trigger VARCHAR, rule VARCHAR, confidence DOUBLE, attribution VARCHAR
);
CREATE TABLE event_parties (
    event VARCHAR, role VARCHAR, place INTEGER, -- actor or recipient, and its place among them
    party VARCHAR, side VARCHAR
);
CREATE TABLE positions (
    id VARCHAR, story VARCHAR, date DATE, party VARCHAR, side VARCHAR, stance VARCHAR, strength VARCHAR, condition VARCHAR,
    counterpart VARCHAR, naming VARCHAR, kind VARCHAR, issue VARCHAR, sentence VARCHAR, rule VARCHAR, confidence DOUBLE,
    attribution VARCHAR
);
CREATE TABLE parties (
    id VARCHAR, name VARCHAR, kind VARCHAR, country VARCHAR, sector VARCHAR, side VARCHAR, stories INTEGER, named BOOLEAN
);
CREATE TABLE issues (id VARCHAR, name VARCHAR, kind VARCHAR, namings VARCHAR[], stories INTEGER, first DATE, last DATE);
CREATE TABLE disputes (
    id VARCHAR, name VARCHAR, status VARCHAR, issues VARCHAR[], parties VARCHAR[], first DATE, last DATE,
    stories INTEGER, positions INTEGER, shifts INTEGER, score DOUBLE
);
CREATE TABLE shifts (
    id VARCHAR, party VARCHAR, issue VARCHAR, dispute VARCHAR, date DATE, kind VARCHAR,
    from_position VARCHAR, to_position VARCHAR
);
CREATE TABLE orders (seq BIGINT PRIMARY KEY, what VARCHAR, arguments VARCHAR[], given TIMESTAMP);
