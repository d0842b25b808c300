"""Words to word pieces and shapes. `demarche.parse.WordPiece` and `demarche.parse.Shape` do exactly the same in Java;
a test there compares them with `python pieces.py` on our own words."""
import sys
import unicodedata

SHAPES = ["root", "lower", "title", "upper", "mixed", "number", "alnum", "punct", "single-upper", "other"]
MAX_PIECES_PER_WORD = 8


def shape(word):
    """Index in SHAPES of the way a word is written; the vocabulary has no case, so this carries it."""
    letters = [c for c in word if c.isalpha()]
    digits = any(c.isdigit() for c in word)
    if not letters and not digits:
        return SHAPES.index("punct")
    if not letters:
        return SHAPES.index("number")
    if digits:
        return SHAPES.index("alnum")
    if len(letters) == 1 and letters[0].isupper():
        return SHAPES.index("single-upper")
    if all(c.isupper() for c in letters):
        return SHAPES.index("upper")
    if all(c.islower() for c in letters):
        return SHAPES.index("lower")
    if letters[0].isupper() and all(c.islower() for c in letters[1:]):
        return SHAPES.index("title")
    return SHAPES.index("mixed")


def _is_punctuation(c):
    o = ord(c)
    return (33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126
            or unicodedata.category(c).startswith("P"))


def _is_cjk(o):
    return (0x4E00 <= o <= 0x9FFF or 0x3400 <= o <= 0x4DBF or 0x20000 <= o <= 0x2A6DF or 0x2A700 <= o <= 0x2B73F
            or 0x2B740 <= o <= 0x2B81F or 0x2B820 <= o <= 0x2CEAF or 0xF900 <= o <= 0xFAFF or 0x2F800 <= o <= 0x2FA1F)


class WordPiece:
    """Uncased BERT tokenization of one word at a time."""

    def __init__(self, vocab_path):
        with open(vocab_path, encoding="utf-8") as f:
            self.vocab = {line.rstrip("\n"): i for i, line in enumerate(f)}
        self.cls, self.sep, self.unk, self.pad = (self.vocab[t] for t in ("[CLS]", "[SEP]", "[UNK]", "[PAD]"))
        self._cache = {}

    def pieces(self, word):
        """Ids of a word's pieces: one to MAX_PIECES_PER_WORD of them."""
        got = self._cache.get(word)
        if got is None:
            got = [p for basic in self._basic(word) for p in self._greedy(basic)][:MAX_PIECES_PER_WORD] or [self.unk]
            self._cache[word] = got
        return got

    def _basic(self, word):
        out, current = [], []
        for c in unicodedata.normalize("NFD", word.lower()):
            category = unicodedata.category(c)
            if category == "Mn" or ord(c) in (0, 0xFFFD) or (category.startswith("C") and c not in "\t\n\r"):
                continue
            if c.isspace():
                cut, keep = True, False
            else:
                cut = keep = _is_punctuation(c) or _is_cjk(ord(c))
            if cut:
                if current:
                    out.append("".join(current))
                    current = []
                if keep:
                    out.append(c)
            else:
                current.append(c)
        if current:
            out.append("".join(current))
        return out

    def _greedy(self, word):
        if len(word) > 100:
            return [self.unk]
        out, start = [], 0
        while start < len(word):
            end = len(word)
            while end > start:
                found = self.vocab.get(("##" if start else "") + word[start:end])
                if found is not None:
                    break
                end -= 1
            else:
                return [self.unk]
            out.append(found)
            start = end
        return out


if __name__ == "__main__":  # python pieces.py VOCAB < words: a line a word, its shape and its pieces
    wordpiece = WordPiece(sys.argv[1])
    for line in sys.stdin:
        w = line.rstrip("\n")
        print(w, SHAPES[shape(w)], " ".join(map(str, wordpiece.pieces(w))), sep="\t")
