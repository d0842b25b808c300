"""Reads the corpora (see README.md for the folders) as documents of sentences of words."""
import gzip
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

# GUM genres that are left out: their terms (NC or ND) do not let us release what is made from them.
GUM_LEFT_OUT = ("fiction", "whow", "academic", "conversation")
NAMES = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC", "I-MISC"]
TAGS = ["O", "B", "I"]
NAME_KIND = {"person": "PER", "politician": "PER", "organisation": "ORG", "organization": "ORG", "politicalparty": "ORG",
             "location": "LOC", "country": "LOC", "misc": "MISC", "event": "MISC", "election": "MISC", "PER": "PER",
             "ORG": "ORG", "LOC": "LOC", "MISC": "MISC"}


@dataclass
class Sentence:
    words: list
    upos: list = None
    xpos: list = None
    lemma: list = None
    head: list = None
    relation: list = None
    names: list = None
    attributions: list = field(default_factory=list)  # filled at document level for attribution texts


@dataclass
class Document:
    sentences: list
    # speaker, cue, content as sets of (sentence, word) pairs
    attributions: list = None


def lines(path):
    path = Path(path)
    if not path.exists():
        raise SystemExit(f"{path}: no such file. Pass the folder that holds the corpora with --shared DIR.")
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else open(path, encoding="utf-8")) as f:
        yield from f


def lemma_script(form, lemma):
    """`case|cutPrefix|addPrefix|cutSuffix|addSuffix`, or `=lemma` where nothing is shared."""
    best = None
    for case in ("l", "k"):
        base = form.lower() if case == "l" else form
        if base == lemma:
            return case + "|0||0|"
        # longest common substring, leftmost
        size, at, to = 0, 0, 0
        for i in range(len(base)):
            for j in range(len(lemma)):
                k = 0
                while i + k < len(base) and j + k < len(lemma) and base[i + k] == lemma[j + k]:
                    k += 1
                if k > size:
                    size, at, to = k, i, j
        if size:
            script = f"{case}|{at}|{lemma[:to]}|{len(base) - at - size}|{lemma[to + size:]}"
            if best is None or size > best[0]:
                best = (size, script)
    return best[1] if best else "=" + lemma


def treebank(path, keep=lambda doc_id: True):
    docs, sentences, words, doc_id = [], [], [], ""
    for line in lines(path):
        line = line.rstrip("\n")
        if line.startswith("# newdoc"):
            if sentences and keep(doc_id):
                docs.append(Document(sentences))
            sentences, doc_id = [], line.split("=")[-1].strip()
        elif not line:
            if words:
                cols = list(zip(*words))
                sentences.append(Sentence(list(cols[1]), list(cols[3]), list(cols[4]),
                                          [lemma_script(f, l) for f, l in zip(cols[1], cols[2])],
                                          [int(h) for h in cols[6]], list(cols[7])))
            words = []
        elif line[0] != "#":
            c = line.split("\t")
            if c[0].isdigit():
                words.append(c)
    if sentences and keep(doc_id):
        docs.append(Document(sentences))
    return docs


def gum_genre_kept(doc_id):
    return doc_id.split("_")[1] not in GUM_LEFT_OUT if doc_id.startswith("GUM_") else True


def names(path, per_document=12):
    """CoNLL-2003 and CrossNER files; documents are runs of sentences (their breaks are not in the files)."""
    sentences, words, tags = [], [], []
    for line in list(lines(path)) + ["\n"]:
        parts = line.split()
        if not parts:
            if words:
                sentences.append(Sentence(words, names=tags))
            words, tags = [], []
            continue
        tag = parts[-1]
        if tag != "O":
            tag = tag[:2] + NAME_KIND.get(tag[2:], "MISC")
        words.append(parts[0])
        tags.append(tag)
    return [Document(sentences[i:i + per_document]) for i in range(0, len(sentences), per_document)]


def split_hyphens(sentence):
    """The treebanks part "U.S.-based" in three words; name corpora do not. Gives the parted form."""
    words, tags = [], []
    for w, t in zip(sentence.words, sentence.names):
        parts = [p for p in re.split(r"(?<=\w)(-)(?=\w)", w) if p] if re.search(r"[^\W\d_]", w) else [w]
        for k, p in enumerate(parts):
            words.append(p)
            tags.append(t if k == 0 or t == "O" else "I-" + t[2:])
    return Sentence(words, names=tags)


TOKEN = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+"
    r"|(?:[A-Z]\.)+[A-Z]?(?![a-z])|(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|St|Jr|Sr|Inc|Corp|Co|Ltd|vs|No"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Rev|Hon|Adm|Cmdr)\."
    r"|\d+(?:[.,:/]\d+)*|\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m|S)\b|[^\W\d_]+(?:['’](?!(?:s|re|ve|ll|d|m|S)\b)[^\W\d_]+)*|\d+\w*"
    r"|\.\.\.+|--+|[!?]+|\S")
END = re.compile(r"[.!?…]+$")


def split_text(text):
    """Sentences as lists of (start, end). Good enough to learn from; the product's own splitter is in Java."""
    out = []
    for para in re.finditer(r"[^\n]+", text):
        toks = [(m.start() + para.start(), m.end() + para.start()) for m in TOKEN.finditer(para.group())]
        cur = []
        for i, (s, e) in enumerate(toks):
            cur.append((s, e))
            nxt = text[toks[i + 1][0]:toks[i + 1][1]] if i + 1 < len(toks) else ""
            w = text[s:e]
            ends = bool(END.fullmatch(w)) or (w in "\"”’')]" and len(cur) > 1 and bool(END.fullmatch(text[cur[-2][0]:cur[-2][1]])))
            closing = nxt in ("”", "’", ")", "]", "'") or (nxt == '"' and text[toks[i + 1][0] - 1:toks[i + 1][0]] != " ")
            if ends and not closing and (not nxt or not nxt[0].islower()):
                out.append(cur)
                cur = []
        if cur:
            out.append(cur)
    return out


def places(path):
    """The product's own sentences and words (`demarche parse --input-format jsonl`), forms only, by story id.
    Parse stories without their titles, which are not in the text."""
    docs = {}
    for line in lines(path):
        if line.startswith("# newdoc"):
            doc = docs.setdefault(line.split("=", 1)[1].strip(), [])
        elif line.startswith("# sent_id"):
            doc.append([])
        elif line[0].isdigit() and (c := line.split("\t"))[0].isdigit():
            doc[-1].append(c[1])
    return docs


def located(text, sentences):
    """Sentences of forms as lists of (start, end): each form is found after the one before it."""
    out, at = [], 0
    for forms in sentences:
        out.append([])
        for form in forms:
            start = text.find(form, at)
            if start < 0 or start > at + 20000:
                raise SystemExit(f"'{form}' is not in the story after character {at}: other text than was parsed?")
            at = start + len(form)
            out[-1].append((start, at))
    return out


def attributions(path, parsed=None):
    """PolNeAR stories; `parsed` is what `places` gives, and without it split_text cuts the words."""
    docs = []
    for line in lines(path):
        story = json.loads(line)
        text = story["text"]
        spans = located(text, parsed[story["id"]]) if parsed else split_text(text)
        at = [(-1, -1)] * (len(text) + 1)
        for i, sent in enumerate(spans):
            for j, (s, e) in enumerate(sent):
                for k in range(s, e):
                    at[k] = (i, j)
        found = []
        for a in story["attributions"]:
            roles = {}
            for role, key in (("speaker", "source"), ("cue", "cue"), ("content", "content")):
                got = sorted({at[k] for s, e in a[key] for k in range(s, min(e, len(text)))} - {(-1, -1)})
                roles[role] = got
            if roles["cue"]:
                found.append(roles)
        docs.append(Document([Sentence([text[s:e] for s, e in sent]) for sent in spans], found))
    return docs


def bio(pairs_lists, sentences):
    """Tags of all words of a document for one role: a run of neighbouring words is one span."""
    tags = [["O"] * len(s.words) for s in sentences]
    for pairs in pairs_lists:
        before = None
        for i, j in pairs:
            follows = before is not None and (before == (i, j - 1) or (j == 0 and before[0] == i - 1
                                                                      and before[1] == len(sentences[i - 1].words) - 1))
            tags[i][j] = "I" if follows else "B"
            before = (i, j)
    return tags
