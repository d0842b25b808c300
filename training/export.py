"""Weights to ONNX int8, checked: int8 must lose under half a point against fp32 on the dev treebanks; then fused for speed.

    python export.py --run run --vocab ../model/vocab.txt --model ../model --shared ../../shared"""
import argparse
import json
import shutil
from pathlib import Path

import torch

import evaluate
from fuse import fuse
from model import Reader

INPUTS = ["pieces", "shapes", "mask", "first", "sentence"]
OUTPUTS = ["upos", "xpos", "lemma", "names", "speaker", "cue", "content", "arcs", "heads", "relations", "roles"]


def to_onnx(model, path):
    pieces = torch.randint(1000, 2000, (2, 12))
    example = (pieces, torch.ones_like(pieces), torch.ones_like(pieces), torch.arange(9).repeat(2, 1),
               torch.tensor([[0, 1, 1, 1, 1, 1, 2, 2, -1]] * 2))
    word = {0: "batch", 1: "words"}
    axes = {n: {0: "batch", 1: "pieces"} for n in INPUTS[:3]} | {n: dict(word) for n in INPUTS[3:] + OUTPUTS}
    axes["arcs"][2] = axes["roles"][2] = "words"
    torch.onnx.export(model, example, str(path), input_names=INPUTS, output_names=OUTPUTS, dynamic_axes=axes,
                      opset_version=17, dynamo=False)


def quantize(source, target):
    from onnxruntime.quantization import QuantType, quantize_dynamic
    quantize_dynamic(str(source), str(target), per_channel=True, weight_type=QuantType.QInt8,
                     op_types_to_quantize=["MatMul", "Gather"])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--run", default="run")
    p.add_argument("--vocab", default="../model/vocab.txt")
    p.add_argument("--model", default="../model", help="where encoder.onnx and labels.json go")
    p.add_argument("--shared", default="../../shared")
    p.add_argument("--layers", type=int, default=6)
    p.add_argument("--no-check", action="store_true")
    a = p.parse_args()
    run, target = Path(a.run), Path(a.model)
    labels = json.loads((run / "labels.json").read_text())
    model = Reader(labels, a.layers)
    model.load_state_dict(torch.load(run / "model.pt"))
    model.eval()
    full, small = run / "encoder.fp32.onnx", run / "encoder.int8.onnx"
    with torch.no_grad():
        to_onnx(model, full)
    quantize(full, small)
    print(f"fp32 {full.stat().st_size / 1e6:.1f} MB, int8 {small.stat().st_size / 1e6:.1f} MB")
    if not a.no_check:
        scores = {n: evaluate.scores(evaluate.OnnxReader(f, labels), labels, a.vocab, a.shared) for n, f in (("fp32", full), ("int8", small))}
        for k in scores["fp32"]:
            print(f"{k:28s} fp32 {scores['fp32'][k]:6.2f}  int8 {scores['int8'][k]:6.2f}")
        worst = max(scores["fp32"][k] - scores["int8"][k] for k in scores["fp32"])
        (run / "scores.json").write_text(json.dumps(scores, indent=1))
        if worst >= 0.5:
            raise SystemExit(f"int8 loses {worst:.2f} points on one figure: not exported")
    target.mkdir(exist_ok=True)
    fuse(small, target / "encoder.onnx")
    shutil.copy(run / "labels.json", target / "labels.json")
    print(f"wrote {target / 'encoder.onnx'}")


if __name__ == "__main__":
    main()
