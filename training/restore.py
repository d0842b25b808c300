"""An exported graph back to weights that training can go on from (`train.py --init`):

    python restore.py --graph encoder.int8.onnx --labels ../model/labels.json --out run

It takes the graphs that export.py leaves in its run folder, encoder.int8.onnx or encoder.fp32.onnx, not the one that
fuse.py makes of them for the product. int8: each matrix is read back as (quantised - zero point) * scale, a channel at a time. What comes
out reads as the int8 model does; the fine grain of the fp32 weights it was made from is gone, and a short training
brings it back. An fp32 graph (export.py leaves one in the run folder) is read exactly."""
import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from model import Reader


class Graph:
    """The constants of an exported graph, by the names the network's parameters have in training."""

    def __init__(self, path):
        graph = onnx.load(str(path)).graph
        self.constants = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
        self.maker = {o: n for n in graph.node for o in n.output}
        self.nodes = graph.node
        self.matrices = {}
        for n in graph.node:
            if n.op_type == "Add":
                for bias, other in (n.input, list(reversed(n.input))):
                    if bias.endswith(".bias") and bias in self.constants and (found := self._product(other)) is not None:
                        self.matrices[bias] = found
        self.named = set(self.matrices.values())

    def _product(self, value):
        """Name of the weight of the matrix product that `value` comes from; null when it does not come from one."""
        while (n := self.maker.get(value)) is not None:
            if n.op_type in ("MatMul", "MatMulInteger"):
                return n.input[1] if n.input[1] in self.constants else None
            if n.op_type not in ("Mul", "Cast"):
                return None
            value = n.input[0]
        return None

    def value(self, name):
        """A constant as numbers of fp32, whether it is stored so or quantised."""
        base = name.removesuffix("_quantized")
        if base + "_quantized" not in self.constants:
            return self.constants[base]
        read = lambda what: self.constants[base + what].astype(np.float32)
        return (read("_quantized") - read("_zero_point")) * read("_scale")

    def matrix(self, layer):
        """Weight of a linear layer, as torch keeps it: [out, in]."""
        return self.value(self.matrices[layer + ".bias"]).T

    def bare(self, shape):
        """The one constant of this shape that no bias names."""
        found = [n for n, v in self.constants.items() if v.shape == shape and n.startswith("onnx::")
                 and not n.endswith(("_scale", "_zero_point")) and n not in self.named]
        if len(found) != 1:
            raise SystemExit(f"{len(found)} constants of shape {shape} in the graph, wanted one: not one of export.py's run folder")
        return self.value(found[0])


def restore(path, labels):
    graph, model = Graph(path), None
    layers = 1 + max(int(n.split(".")[2]) for n in graph.constants if n.startswith("backbone.layers."))
    model = Reader(labels, layers)
    state = model.state_dict()
    put = lambda name, a: state[name].copy_(torch.tensor(np.array(a)))
    for name in state:
        layer, kind = name.rsplit(".", 1)
        if kind == "bias" or ".norm" in name:
            put(name, graph.value(name))
        elif layer + ".bias" in graph.matrices:
            put(name, graph.matrix(layer))
        elif name == "backbone.types.weight":
            state[name][0].copy_(torch.from_numpy(graph.bare((state[name].shape[1],)).copy()))
        elif name == "arcs.weight":
            put(name, graph.bare(tuple(state[name].shape[1:]))[None])
        elif name in ("relations.weight", "roles.weight"):
            classes, left, right = state[name].shape
            put(name, graph.bare((left, classes, right)).transpose(1, 0, 2))
        else:
            put(name, graph.value(name))
    model.load_state_dict(state)
    return model


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--graph", default="run/encoder.int8.onnx", help="encoder.int8.onnx or encoder.fp32.onnx of an export")
    p.add_argument("--labels", default="../model/labels.json")
    p.add_argument("--out", default="run", help="folder for init.pt and labels.json")
    a = p.parse_args()
    out = Path(a.out)
    out.mkdir(parents=True, exist_ok=True)
    labels = json.loads(Path(a.labels).read_text())
    torch.save(restore(a.graph, labels).state_dict(), out / "init.pt")
    shutil.copy(a.labels, out / "labels.json")
    print(f"wrote {out / 'init.pt'}; go on with: python train.py --init {out / 'init.pt'} --out {a.out}")


if __name__ == "__main__":
    main()
