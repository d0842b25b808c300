"""Scores an exported encoder on the dev parts, gold tokens:

    python evaluate.py --model ../model --shared ../../shared"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

import data
from batches import Chunker, tensors
from pieces import WordPiece


class OnnxReader:
    def __init__(self, path, labels):
        import onnxruntime
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.names = [o.name for o in self.session.get_outputs()]

    def __call__(self, inputs):
        """Each chunk by itself and without padding, as the product runs it; results padded to a batch again."""
        pieces, shapes, mask, first, sentence = (t.numpy() for t in inputs)
        rows = []
        for i in range(len(pieces)):
            n, w = int(mask[i].sum()), max(4, int((sentence[i] >= 0).sum()))
            feed = {"pieces": pieces[i:i + 1, :n], "shapes": shapes[i:i + 1, :n], "mask": mask[i:i + 1, :n],
                    "first": first[i:i + 1, :w], "sentence": sentence[i:i + 1, :w]}
            rows.append([self.padded(k, v[0], w, first.shape[1]) for k, v in zip(self.names, self.session.run(None, feed))])
        return {k: np.stack(column) for k, column in zip(self.names, zip(*rows))}

    @staticmethod
    def padded(name, rows, words, most):
        pad = [(0, most - words)] * (2 if name in ("arcs", "roles") else 1)
        return np.pad(rows, pad + [(0, 0)] * (rows.ndim - len(pad)))


def spans(tags):
    """Exact spans of BIO tags: (start, end, kind)."""
    out, start, kind = [], None, None
    for i, t in enumerate(list(tags) + ["O"]):
        if start is not None and (t == "O" or t[0] == "B" or t[2:] != kind):
            out.append((start, i, kind))
            start = None
        if t != "O" and start is None:
            start, kind = i, t[2:]
    return set(out)


def viterbi(logits, tags):
    """Best BIO sequence in which I-X follows only B-X or I-X; no learned weights."""
    n = len(tags)
    allowed = np.zeros((n, n), dtype=bool)
    for i, a in enumerate(tags):
        for j, b in enumerate(tags):
            allowed[i, j] = b[0] != "I" or (a != "O" and a[1:] == b[1:])
    step = np.where(allowed, 0.0, -1e9)
    lp = logits - np.log(np.exp(logits - logits.max(-1, keepdims=True)).sum(-1, keepdims=True)) - logits.max(-1, keepdims=True)
    score = lp[0] + np.array([0 if t[0] != "I" else -1e9 for t in tags])
    back = []
    for row in lp[1:]:
        m = score[:, None] + step
        back.append(m.argmax(0))
        score = m.max(0) + row
    path = [int(score.argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return [tags[i] for i in reversed(path)]


def batches(documents, chunker, limit=180, size=12):
    chunks = [c for d in documents for c in chunker.chunks(d, lambda: limit)]
    chunks.sort(key=lambda c: c.size)
    for i in range(0, len(chunks), size):
        yield chunks[i:i + size]


def scores(reader, labels, vocab, shared):
    wordpiece = WordPiece(vocab)
    chunker = Chunker(wordpiece, labels)
    gold = Path(shared) / "gold"
    out = {}
    for name, path in (("EWT", "en_ewt-ud-dev.conllu"), ("GUM", "en_gum-ud-dev.conllu")):
        n = {"words": 0, "UPOS": 0, "XPOS": 0, "lemma": 0, "UAS": 0, "LAS": 0, "greedy trees broken": 0}
        for batch in batches(data.treebank(gold / "treebank" / path), chunker):
            inputs, targets, _, _ = tensors(batch, wordpiece)
            o = reader(inputs)
            t = {k: v.numpy() for k, v in targets.items()}
            scored = np.zeros_like(t["head"], dtype=bool)
            for i, c in enumerate(batch):
                scored[i, 1:1 + len(c.words)] = True
            n["words"] += scored.sum()
            for key, field in (("UPOS", "upos"), ("XPOS", "xpos"), ("lemma", "lemma")):
                n[key] += ((o[field].argmax(-1) == t[field]) & scored).sum()
            head = o["heads"][..., 0]
            ok = (head == t["head"]) & scored
            n["UAS"] += ok.sum()
            n["LAS"] += (ok & (o["relations"][:, :, 0].argmax(-1) == t["relation"])).sum()
        for key in ("UPOS", "XPOS", "lemma", "UAS", "LAS"):
            out[f"{name} {key} (greedy)"] = 100 * n[key] / n["words"]
    for name, file in (("CoNLL-2003", "conll2003-dev.txt"), ("CrossNER politics", "crossner-politics-dev.txt")):
        right = system = wanted = 0
        for batch in batches(data.names(gold / "names" / file, 1 if "Cross" in name else 12), chunker):
            inputs, targets, _, _ = tensors(batch, wordpiece)
            logits = reader(inputs)["names"]
            for i, c in enumerate(batch):
                k = len(c.words)
                got = spans(viterbi(logits[i, 1:1 + k], data.NAMES))
                ref = spans([data.NAMES[x] for x in c.labels["names"]])
                right, system, wanted = right + len(got & ref), system + len(got), wanted + len(ref)
        out[f"{name} names F1"] = 200 * right / (system + wanted)
    right = system = wanted = 0
    for batch in batches(data.attributions(gold / "attribution" / "dev.jsonl"), chunker):
        inputs, targets, _, _ = tensors(batch, wordpiece)
        logits = reader(inputs)["cue"]
        for i, c in enumerate(batch):
            k = len(c.words)
            got = spans(viterbi(logits[i, 1:1 + k], data.TAGS))
            ref = spans([data.TAGS[x] for x in c.labels["cue"]])
            right, system, wanted = right + len(got & ref), system + len(got), wanted + len(ref)
    out["PolNeAR cue F1 (exact)"] = 200 * right / max(1, system + wanted)
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--model", default="../model")
    p.add_argument("--shared", default="../../shared")
    a = p.parse_args()
    model = Path(a.model)
    labels = json.loads((model / "labels.json").read_text())
    torch.set_num_threads(1)
    for k, v in scores(OnnxReader(model / "encoder.onnx", labels), labels, model / "vocab.txt", a.shared).items():
        print(f"{k:28s} {v:6.2f}")


if __name__ == "__main__":
    main()
