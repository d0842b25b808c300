"""Trains the encoder. One command, resumes where it was stopped:

    python train.py --shared ../../shared --backbone all-minilm-l6-v2.onnx --vocab vocab.txt --out run --minutes 70

Several processes that average gradients beat one with several threads on a busy machine (--processes).
The learning rate falls linearly to zero over --minutes of training, so a run always ends well."""
import argparse
import collections
import json
import os
import random
import time
from pathlib import Path

import torch
import torch.distributed as dist
import torch.multiprocessing as mp
from torch.nn import functional as F

import data
from batches import Chunker, Sampler, tensors
from model import Reader, load_minilm
from pieces import MAX_PIECES_PER_WORD, SHAPES, WordPiece

TASKS = {"parse": 0.45, "names": 0.18, "attribution": 0.37}
LINKS = 2.0  # most pairs of a cue and a word are no link, so the mean over pairs is small


def shares(text):
    """"parse=0.3,names=0.1,attribution=0.6" as a table."""
    out = {k: float(v) for k, v in (part.split("=") for part in text.split(","))}
    if set(out) != set(TASKS):
        raise argparse.ArgumentTypeError("wanted parse=…,names=…,attribution=…")
    return out


def corpora(shared, parsed=None):
    base = Path(shared) / "corpora"
    parse = data.treebank(base / "treebank" / "en_ewt-ud-train.conllu.gz") \
        + data.treebank(base / "treebank" / "en_gum-ud-train.conllu.gz", data.gum_genre_kept)
    names = data.names(base / "names" / "conll2003-train.txt.gz") \
        + data.names(base / "names" / "crossner-politics-train.txt") * 3
    return {"parse": parse, "names": names,
            "attribution": data.attributions(base / "attribution" / "train.jsonl.gz", data.places(parsed) if parsed else None)}


def label_sets(parse):
    count = {k: collections.Counter() for k in ("upos", "xpos", "lemma", "relations")}
    for d in parse:
        for s in d.sentences:
            count["upos"].update(s.upos)
            count["xpos"].update(s.xpos)
            count["lemma"].update(s.lemma)
            count["relations"].update(s.relation)
    out = {"upos": sorted(count["upos"]), "xpos": sorted(count["xpos"]), "relations": sorted(count["relations"]),
           "lemma": sorted(k for k, n in count["lemma"].items() if n >= 3),
           "names": data.NAMES, "tags": data.TAGS, "shapes": SHAPES,
           "max_pieces_per_word": MAX_PIECES_PER_WORD, "max_pieces": 150}
    return out


def loss_of(model, chunks, wordpiece):
    (pieces, shapes, mask, first, sentence), targets, cues, roles = tensors(chunks, wordpiece)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        words = model.encode(pieces, shapes, mask, first)
        d = model.drop(words)
        ce = lambda logits, name: F.cross_entropy(logits.float().flatten(0, 1), targets[name].flatten())
        if "head" in targets:
            arcs = model.arc_scores(words, sentence)
            heads = targets["head"]
            loss = F.cross_entropy(arcs.flatten(0, 1), heads.flatten()) \
                + F.cross_entropy(model.relation_scores(words, heads.clamp(min=0).unsqueeze(-1)).flatten(0, 2),
                                  torch.where(heads < 0, heads, targets["relation"]).flatten()) \
                + 0.5 * ce(model.upos(d), "upos") + 0.5 * ce(model.xpos(d), "xpos") + 0.5 * ce(model.lemma(d), "lemma")
        elif "names" in targets:
            loss = ce(model.names(d), "names")
        else:
            loss = ce(model.speaker(d), "speaker") + ce(model.cue(d), "cue") + ce(model.content(d), "content")
            if cues:
                i, j = (torch.tensor(x) for x in zip(*cues))
                scores = model.role_scores(words)[i, j]
                loss = loss + LINKS * F.cross_entropy(scores.flatten(0, 1), roles.flatten())
    return loss


def worker(rank, a):
    torch.set_num_threads(1)
    torch.manual_seed(a.seed + rank)
    out = Path(a.out)
    shared = corpora(a.shared, a.words)
    labels = json.loads((out / "labels.json").read_text())
    wordpiece = WordPiece(a.vocab)
    chunker = Chunker(wordpiece, labels)
    samplers = {t: Sampler(shared[t], chunker, a.pieces, a.seed * 100 + rank + 1000 * int(time.time() * a.resume_jitter), t == "names",
                           a.single, a.longest) for t in TASKS}
    model = Reader(labels, a.layers)
    if a.backbone and not a.init:
        load_minilm(model.backbone, a.backbone)
    model.backbone.words.weight.requires_grad_(False)
    encoder = [p for n, p in model.named_parameters() if n.startswith("backbone") and p.requires_grad]
    heads = [p for n, p in model.named_parameters() if not n.startswith("backbone")]
    optimizer = torch.optim.AdamW([{"params": encoder, "top": a.lr}, {"params": heads, "top": a.lr * 5}],
                                  lr=a.lr, betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    spent, step = 0.0, 0
    state = out / "state.pt"
    if a.init:
        model.load_state_dict(torch.load(a.init))
    if state.exists():
        saved = torch.load(state)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        spent, step = saved["spent"], saved["step"]
    if a.processes > 1:
        os.environ.update(MASTER_ADDR="127.0.0.1", MASTER_PORT=str(a.port))
        dist.init_process_group("gloo", rank=rank, world_size=a.processes)
    params = encoder + heads
    choose = random.Random(a.seed + step)  # the same in every process: all work on one task at a time
    model.train()
    total, seen, saved_at, last = collections.Counter(), 0, spent, time.time()
    clock = torch.zeros(1)
    while True:
        clock[0] = spent + time.time() - last
        if a.processes > 1:
            dist.broadcast(clock, 0)
        done = clock.item() / (60 * a.minutes)
        if done >= 1:
            break
        rate = min(1.0, done / 0.06) * max(0.0, (1 - done) / 0.94 if done > 0.06 else 1.0)
        for g in optimizer.param_groups:
            g["lr"] = max(1e-7, g["top"] * rate)
        task = choose.choices(list(a.tasks), list(a.tasks.values()))[0]
        chunks = samplers[task].batch()
        loss = loss_of(model, chunks, wordpiece)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        if a.processes > 1:
            flat = torch.cat([(p.grad if p.grad is not None else torch.zeros_like(p)).flatten() for p in params])
            dist.all_reduce(flat)
            flat /= a.processes
            at = 0
            for p in params:
                n = p.numel()
                p.grad = flat[at:at + n].view_as(p).clone()
                at += n
        torch.nn.utils.clip_grad_norm_(params, 1.0)
        optimizer.step()
        step += 1
        total[task] += loss.item()
        total[task + "#"] += 1
        seen += sum(c.size for c in chunks)
        if rank == 0 and step % 100 == 0:
            print(f"{clock.item() / 60:6.1f} min  step {step}  " + "  ".join(
                f"{t} {total[t] / max(1, total[t + '#']):.3f} ({samplers[t].passes * a.processes:.1f} passes)" for t in TASKS)
                + f"  {seen * a.processes / (clock.item() - saved_at + 1e-9):.0f} pieces/s", flush=True)
            total.clear()
        if rank == 0 and clock.item() - saved_at > 300:
            spent, last = clock.item(), time.time()
            saved_at, seen = spent, 0
            save(state, model, optimizer, spent, step)
    if rank == 0:
        torch.save(model.state_dict(), out / "model.pt")
        print(f"done after {step} steps; weights in {out / 'model.pt'}", flush=True)


def save(path, model, optimizer, spent, step):
    temporary = path.with_suffix(".part")
    torch.save({"model": model.state_dict(), "optimizer": optimizer.state_dict(), "spent": spent, "step": step}, temporary)
    temporary.replace(path)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--shared", default="../../shared", help="folder that holds corpora/")
    p.add_argument("--backbone", help="ONNX file of all-MiniLM-L6-v2")
    p.add_argument("--vocab", default="../model/vocab.txt")
    p.add_argument("--out", default="run", help="checkpoints and weights; a stopped run goes on from here")
    p.add_argument("--init", help="weights (model.pt) to start from instead of the bare backbone")
    p.add_argument("--minutes", type=float, default=70)
    p.add_argument("--processes", type=int, default=2)
    p.add_argument("--pieces", type=int, default=550, help="pieces a batch and process")
    p.add_argument("--lr", type=float, default=2.5e-4)
    p.add_argument("--tasks", type=shares, default=TASKS, help="share of batches: parse=0.3,names=0.1,attribution=0.6")
    p.add_argument("--single", type=float, default=0.4, help="share of chunks that are one sentence")
    p.add_argument("--longest", type=int, default=180, help="most pieces of a chunk of several sentences")
    p.add_argument("--words", help="CoNLL-U of the attribution stories by `demarche parse`, to learn on the product's own words")
    p.add_argument("--layers", type=int, default=6)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--port", type=int, default=29511)
    p.add_argument("--resume-jitter", type=int, default=0, help=argparse.SUPPRESS)
    a = p.parse_args()
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    if not (out / "labels.json").exists():
        (out / "labels.json").write_text(json.dumps(label_sets(corpora(a.shared)["parse"]), ensure_ascii=False, indent=0))
    if a.processes > 1:
        mp.spawn(worker, (a,), a.processes)
    else:
        worker(0, a)


if __name__ == "__main__":
    main()
