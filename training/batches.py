"""Chunks of consecutive sentences, and batches of chunks of like length."""
import random
from dataclasses import dataclass

import torch

from data import NAMES, TAGS, bio, split_hyphens
from pieces import shape

MAX_PIECES = 180


@dataclass
class Word:
    pieces: list
    shape: int


@dataclass
class Chunk:
    """Words of consecutive sentences of one document, with the labels of its task (-100: not scored)."""
    words: list
    sentence: list  # 1-based number within the chunk, a word each
    labels: dict
    cues: list  # (row, roles of each word) of every attribution whose cue begins in the chunk
    where: list  # (document sentence, word) of each word

    @property
    def size(self):
        return 2 + sum(len(w.pieces) for w in self.words)


class Chunker:
    def __init__(self, wordpiece, labels):
        self.wordpiece = wordpiece
        self.index = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items() if isinstance(vs, list)}

    def chunks(self, document, limit):
        """`limit()` gives the most pieces of the next chunk; a longer single sentence is cut at MAX_PIECES."""
        sentences, start, out = document.sentences, 0, []
        tags = {r: bio([a[r] for a in document.attributions], sentences) for r in ("speaker", "cue", "content")} \
            if document.attributions is not None else None
        while start < len(sentences):
            most, end, size, words = limit(), start, 2, []
            while end < len(sentences):
                ws = [Word(self.wordpiece.pieces(w), shape(w)) for w in sentences[end].words]
                n = sum(len(w.pieces) for w in ws)
                if end > start and size + n > most:
                    break
                words.append(ws)
                size += n
                end += 1
            out.append(self._chunk(document, tags, start, end, words))
            start = end
        return out

    def _chunk(self, document, tags, start, end, words):
        chunk = Chunk([], [], {}, [], [])
        offset, size = {}, 2
        for k in range(start, end):
            offset[k] = len(chunk.words)
            for j, w in enumerate(words[k - start]):
                if size + len(w.pieces) > MAX_PIECES + 60:
                    break
                size += len(w.pieces)
                chunk.words.append(w)
                chunk.sentence.append(k - start + 1)
                chunk.where.append((k, j))
        place = {w: i for i, w in enumerate(chunk.where)}
        first = document.sentences[start]
        put = lambda name, values: chunk.labels.setdefault(name, []).extend(values)
        kept = [[w for w in chunk.where if w[0] == k] for k in range(start, end)]
        for k, ws in zip(range(start, end), kept):
            s = document.sentences[k]
            if first.head is not None:
                for name in ("upos", "xpos", "lemma"):
                    put(name, [self.index[name].get(getattr(s, name)[j], -100) for _, j in ws])
                put("relation", [self.index["relations"].get(s.relation[j], -100) for _, j in ws])
                put("head", [0 if s.head[j] == 0 else (offset[k] + s.head[j] if s.head[j] <= len(ws) else -100)
                             for _, j in ws])
            if first.names is not None:
                put("names", [NAMES.index(s.names[j]) for _, j in ws])
            if tags is not None:
                for role in ("speaker", "cue", "content"):
                    put(role, [TAGS.index(tags[role][k][j]) for _, j in ws])
        for a in document.attributions or ():
            row = place.get(a["cue"][0])
            if row is not None:
                roles = [0] * len(chunk.words)
                for role, value in (("speaker", 1), ("content", 2)):
                    for w in a[role]:
                        if w in place:
                            roles[place[w]] = value
                chunk.cues.append((row, roles))
        return chunk


def tensors(chunks, wordpiece):
    """Inputs and targets of a batch; word 0 is the root ([CLS])."""
    s, w = max(c.size for c in chunks), 1 + max(len(c.words) for c in chunks)
    b = len(chunks)
    pieces = torch.full((b, s), wordpiece.pad)
    shapes, mask, first = torch.zeros_like(pieces), torch.zeros_like(pieces), torch.zeros((b, w), dtype=torch.long)
    sentence = torch.full((b, w), -1)
    targets = {name: torch.full((b, w), -100) for name in chunks[0].labels}
    cues, roles = [], []
    for i, c in enumerate(chunks):
        pieces[i, 0] = wordpiece.cls
        sentence[i, 0] = 0
        at = 1
        for j, word in enumerate(c.words, 1):
            n = len(word.pieces)
            first[i, j] = at
            pieces[i, at:at + n] = torch.tensor(word.pieces)
            shapes[i, at:at + n] = word.shape
            at += n
        pieces[i, at] = wordpiece.sep
        mask[i, :at + 1] = 1
        sentence[i, 1:1 + len(c.words)] = torch.tensor(c.sentence)
        for name, values in c.labels.items():
            t = torch.tensor(values)
            if name == "head":
                # Heads are chunk word numbers from 1, 0 the root: exactly the columns of the arc matrix.
                targets[name][i, 1:1 + len(values)] = t
            else:
                targets[name][i, 1:1 + len(values)] = t
        for row, r in c.cues:
            cues.append((i, row + 1))
            roles.append(torch.cat([torch.tensor([-100]), torch.tensor(r), torch.full((w - 1 - len(r),), -100)]))
    return (pieces, shapes, mask, first, sentence), targets, cues, (torch.stack(roles) if roles else None)


class Sampler:
    """Endless batches of one task: every document once a pass, chunk lengths drawn anew each pass."""

    def __init__(self, documents, chunker, most, seed, vary_hyphens=False, single=0.4, longest=MAX_PIECES):
        self.documents, self.chunker, self.most, self.vary = documents, chunker, most, vary_hyphens
        self.single, self.longest = single, longest
        self.random = random.Random(seed)
        self.ready, self.passes = [], 0

    def _limit(self):
        r = self.random
        return 0 if r.random() < self.single else r.randint(50, self.longest)

    def batch(self):
        if not self.ready:
            r, chunks = self.random, []
            for d in r.sample(self.documents, max(1, len(self.documents) // 4)):
                if self.vary and r.random() < 0.5:
                    d = type(d)([split_hyphens(s) for s in d.sentences])
                chunks += self.chunker.chunks(d, self._limit)
            self.passes += 0.25
            chunks.sort(key=lambda c: c.size + r.random() * 8)
            cur = []
            for c in chunks:
                if cur and c.size * (len(cur) + 1) > self.most:
                    self.ready.append(cur)
                    cur = []
                cur.append(c)
            if cur:
                self.ready.append(cur)
            r.shuffle(self.ready)
        return self.ready.pop()
