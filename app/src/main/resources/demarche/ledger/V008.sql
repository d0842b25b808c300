-- A shift's ends are positions or events.
ALTER TABLE shifts ADD COLUMN from_event VARCHAR;
ALTER TABLE shifts ADD COLUMN to_event VARCHAR;
DROP VIEW shift_sentences;
CREATE VIEW shift_sentences AS
    SELECT h.id AS shift, h.party, i.name AS issue, h.dispute, h.kind,
        coalesce(a.date, x.date) AS from_date, coalesce(a.stance, x.type) AS from_stance,
        coalesce(a.sentence, x.sentence) AS from_sentence, coalesce(a.story, x.story) AS from_story,
        coalesce(b.date, y.date) AS to_date, coalesce(b.stance, y.type) AS to_stance,
        coalesce(b.sentence, y.sentence) AS to_sentence, coalesce(b.story, y.story) AS to_story
    FROM shifts h LEFT JOIN positions a ON a.id = h.from_position LEFT JOIN positions b ON b.id = h.to_position
    LEFT JOIN events x ON x.id = h.from_event LEFT JOIN events y ON y.id = h.to_event
    JOIN issues i ON i.id = h.issue;
