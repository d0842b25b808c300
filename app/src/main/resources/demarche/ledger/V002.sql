-- Outlets of each story with those of its copies, derived like the other tables; and views for users.
CREATE TABLE story_outlets (story VARCHAR, outlets VARCHAR[]);
CREATE VIEW current_stories AS
    SELECT s.id, s.title, s.published, o.outlets, s.url, s.text, s.words
    FROM stories s LEFT JOIN story_outlets o ON o.story = s.id
    WHERE s.copy_of IS NULL AND s.replaced_by IS NULL;
CREATE VIEW copies AS
    SELECT id AS story, copy_of, likeness, outlet, url, published FROM stories WHERE copy_of IS NOT NULL;
CREATE VIEW outlets AS
    SELECT outlet, count(*) AS stories, count(copy_of) AS copies, min(published) AS first, max(published) AS last
    FROM stories WHERE outlet IS NOT NULL GROUP BY outlet;
CREATE VIEW issue_namings AS
    SELECT issue, naming, count(*) AS positions, count(DISTINCT story) AS stories, min(date) AS first, max(date) AS last
    FROM positions WHERE issue IS NOT NULL GROUP BY issue, naming;
CREATE VIEW dispute_positions AS
    SELECT d.id AS dispute, p.id AS position, p.date, p.side, p.stance, p.issue, p.sentence, p.story
    FROM (SELECT id, unnest(issues) AS issue, parties FROM disputes) d
    JOIN positions p ON p.issue = d.issue AND list_contains(d.parties, p.side);
CREATE VIEW shift_sentences AS
    SELECT h.id AS shift, h.party, i.name AS issue, h.dispute, h.kind,
        a.date AS from_date, a.stance AS from_stance, a.sentence AS from_sentence, a.story AS from_story,
        b.date AS to_date, b.stance AS to_stance, b.sentence AS to_sentence, b.story AS to_story
    FROM shifts h JOIN positions a ON a.id = h.from_position JOIN positions b ON b.id = h.to_position
    JOIN issues i ON i.id = h.issue;
