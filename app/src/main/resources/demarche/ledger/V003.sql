-- Which stories a dispute is told in, and which positions belong to it.
DROP VIEW dispute_positions;
CREATE TABLE dispute_stories (dispute VARCHAR, story VARCHAR);
CREATE TABLE dispute_members (dispute VARCHAR, position VARCHAR);
CREATE VIEW dispute_positions AS
    SELECT m.dispute, p.id AS position, p.date, p.side, p.stance, p.issue, p.sentence, p.story
    FROM dispute_members m JOIN positions p ON p.id = m.position;
