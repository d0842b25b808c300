"""The quantized network as one for a single chunk: the same weights and outputs in fewer and larger steps.

    python fuse.py encoder.int8.onnx ../model/encoder.onnx

A chunk goes through the network by itself, so nothing is padded and no mask is needed (the input stays, unused). Products that
read the same rows are one product: query, key and value; all heads. The last layer goes on with the words' first pieces alone,
as nothing reads the others. Rows are normalized as channels of one instance: the library's LayerNormalization adds number by
number and was a quarter of the network's time. The relation weights, which the quantizer does not see, become int8 too."""
import sys

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"
TAGS = ["upos", "xpos", "lemma", "names", "speaker", "cue", "content"]
SIDES = {"left": "arcs.left", "right": "arcs.right", "left_1": "relations.left", "right_1": "relations.right",
         "left_2": "roles.left", "right_2": "roles.right"}
ATTENTION_HEADS = 12
CANDIDATES = 4


class Fuser:
    def __init__(self, model):
        self.graph = model.graph
        self.old = {i.name: numpy_helper.to_array(i) for i in model.graph.initializer}
        self.by_name = {n.name: n for n in model.graph.node}
        self.nodes, self.constants = [], {}

    def const(self, name, value):
        self.constants.setdefault(name, numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def ints(self, *values):
        return self.const("ints:" + ",".join(map(str, values)), np.array(values, np.int64))

    def node(self, op, inputs, outputs, domain="", **attributes):
        outputs = [outputs] if isinstance(outputs, str) else outputs
        self.nodes.append(helper.make_node(op, inputs, outputs, f"{op}:{outputs[0]}", domain=domain, **attributes))
        return outputs[0]

    def linear(self, x, modules, biases, out):
        """One product for several that read the same rows."""
        parts = [self.by_name[m + "/MatMul_quant"].input for m in modules]
        assert not any(self.old[p[3]].any() for p in parts), "weights are not symmetric"
        weight = np.concatenate([self.old[p[1]] for p in parts], 1)
        scale = np.concatenate([self.old[p[1].replace("_quantized", "_scale")] for p in parts])
        inputs = [x, self.const(out + ".weight", weight), self.const(out + ".scale", scale), ""]
        if biases:
            inputs.append(self.const(out + ".bias", np.concatenate([self.old[b] for b in biases])))
        return self.node("DynamicQuantizeMatMul", inputs, out, MICROSOFT)

    def norm(self, x, name, out):
        weight, bias = (self.const(f"{name}.{p}", self.old[f"{name}.{p}"]) for p in ("weight", "bias"))
        even = self.node("InstanceNormalization", [x, *self.rows], out + ".even", epsilon=1e-12)
        return self.node("Add", [self.node("Mul", [even, weight], out + ".scaled"), bias], out)

    def count(self, ids, name):
        """A one and a nought for each row, as normalizing asks for them."""
        count = self.node("Shape", [ids], name + ".count")
        self.rows = [self.node("ConstantOfShape", [count], f"{name}.{v:.0f}", value=helper.make_tensor("value", TensorProto.FLOAT, [1], [v]))
                     for v in (1.0, 0.0)]
        return count

    def weights(self, name):
        return [self.const(f"{name}.weight_{p}", self.old[f"{name}.weight_{p}"]) for p in ("quantized", "scale", "zero_point")]

    def embedded(self, name, ids, out):
        rows, scale, zero = self.weights(name)
        return self.node("DequantizeLinear", [self.node("Gather", [rows, ids], out + ".rows"), scale, zero], out)

    def table(self, name):
        rows, scale, zero = (self.old[n] for n in self.weights(name))
        return (rows.astype(np.int32) - zero).astype(np.float32) * scale

    def attention(self, x, layer, first):
        module, out = f"/backbone/layers.{layer}", f"layer{layer}"
        three = self.linear(x, [f"{module}/{p}" for p in ("query", "key", "value")],
                            [f"backbone.layers.{layer}.{p}.bias" for p in ("query", "key", "value")], out + ".three")
        width = self.old[f"backbone.layers.{layer}.query.bias"].shape[0]
        size = width // ATTENTION_HEADS
        parts = self.node("Reshape", [three, self.ints(-1, 3, ATTENTION_HEADS, size)], out + ".parts")
        parts = self.node("Transpose", [parts], out + ".turned", perm=[1, 2, 0, 3])
        q, k, v = (f"{out}.{p}" for p in "qkv")
        self.node("Split", [parts, self.ints(1, 1, 1)], [q, k, v], axis=0)
        if first:
            q = self.node("Gather", [q, first], out + ".asking", axis=2)
        scores = self.node("FusedMatMul", [q, k], out + ".scores", MICROSOFT, transB=1, alpha=float(1 / np.sqrt(size)))
        mixed = self.node("MatMul", [self.node("Softmax", [scores], out + ".weights", axis=-1), v], out + ".mixed")
        back = self.node("Transpose", [mixed], out + ".back", perm=[0, 2, 1, 3])
        return self.node("Reshape", [back, self.ints(1, -1, width)], out + ".rows")

    def layer(self, x, layer, first=None):
        """With `first`, only these rows come out."""
        name, module, out = f"backbone.layers.{layer}", f"/backbone/layers.{layer}", f"layer{layer}"
        mixed = self.attention(x, layer, first)
        if first:
            x = self.node("Gather", [x, first], out + ".first", axis=1)
            self.count(first, "words")
        more = self.linear(mixed, [module + "/out"], [name + ".out.bias"], out + ".out")
        x = self.norm(self.node("Add", [x, more], out + ".sum1"), name + ".norm1", out + ".norm1")
        wide = self.linear(x, [module + "/up"], [name + ".up.bias"], out + ".up")
        down = self.linear(self.node("Gelu", [wide], out + ".gelu", MICROSOFT), [module + "/down"], [name + ".down.bias"], out + ".down")
        return self.norm(self.node("Add", [x, down], out + ".sum2"), name + ".norm2", out + ".norm2")

    def words(self):
        """Rows of the words, and the words' sentences."""
        first, sentence = (self.node("Reshape", [n, self.ints(-1)], n + ".flat") for n in ("first", "sentence"))
        count = self.count(self.node("Reshape", ["pieces", self.ints(-1)], "pieces.flat"), "pieces")
        places = self.node("Slice", [self.const("places", self.table("backbone.places")), self.ints(0), count, self.ints(0)], "places.rows")
        kinds = self.table("backbone.shapes") + self.old[self.by_name["/backbone/Add_1"].input[1]].reshape(-1)
        x = self.node("Add", [self.embedded("backbone.words", "pieces", "words.rows"), places], "placed")
        x = self.node("Add", [x, self.node("Gather", [self.const("kinds", kinds), "shapes"], "kinds.rows")], "shaped")
        x = self.norm(x, "backbone.norm", "embedded")
        layers = sum(n.endswith("/up/MatMul_quant") for n in self.by_name)
        for layer in range(layers):
            x = self.layer(x, layer, first if layer == layers - 1 else None)
        case = self.node("Gather", [self.const("cases", self.table("case")), self.node("Gather", ["shapes", first], "case.id", axis=1)], "case.rows")
        return self.node("Concat", [x, case], "joined", axis=2), sentence

    def heads(self, joined, sentence):
        biases = [t + ".bias" for t in TAGS] + [s + ".bias" for s in SIDES.values()]
        scores = self.linear(joined, ["/" + t for t in [*TAGS, *SIDES]], biases, "heads.all")
        self.node("Split", [scores, self.ints(*(self.old[b].shape[0] for b in biases))], [*TAGS, *(s + ".rows" for s in SIDES)], axis=2)
        count = self.node("Shape", [sentence], "sentence.count")
        one = self.node("Reshape", [self.rows[0], self.ints(1, -1, 1)], "one")
        side = {s: self.node("Concat", [self.node("LeakyRelu", [s + ".rows"], s + ".bent", alpha=0.1), one], s + ".one", axis=2) for s in SIDES}
        self.arcs(side["left"], side["right"], sentence, count)
        self.relations(side["left_1"], side["right_1"])
        self.roles(side["left_2"], side["right_2"], count)

    def arcs(self, left, right, sentence, count):
        scores = self.node("FusedMatMul", [self.linear(left, [""], [], "arcs.turned"), right], "arcs.scores", MICROSOFT, transB=1)
        pair = lambda x, name: [self.node("Unsqueeze", [x, self.ints(axis)], f"{name}.{axis}") for axis in (1, 0)]
        dependent, head = pair(sentence, "sentence")
        zero, one = (self.const(f"number:{n}", np.array(n, np.int64)) for n in (0, 1))
        same = self.node("Or", [self.node("Equal", [dependent, head], "same"), self.node("Equal", [head, zero], "root")], "allowed")
        places = pair(self.node("Range", [zero, self.node("Squeeze", [count], "words.number"), one], "place"), "place")
        barred = self.node("Or", [self.node("Not", [same], "apart"), self.node("Equal", places, "itself")], "barred")
        arcs = self.node("Where", [barred, self.const("never", np.array(-10000.0, np.float32)), scores], "arcs")
        self.node("TopK", [arcs, self.ints(CANDIDATES)], ["best", "heads"], axis=-1)

    def cube(self, reshape):
        return self.old[self.by_name[reshape].input[0]]

    def relations(self, left, right):
        cube = self.cube("/Reshape_1")
        size, classes, _ = cube.shape
        flat = cube.reshape(size, classes * size)
        scale = np.maximum(np.abs(flat).max(0) / 127, 1e-12).astype(np.float32)
        weight = np.round(flat / scale).clip(-127, 127).astype(np.int8)
        turned = self.node("DynamicQuantizeMatMul", [left, self.const("relations.weight", weight), self.const("relations.scale", scale)],
                           "relations.turned", MICROSOFT)
        turned = self.node("Reshape", [turned, self.ints(1, -1, classes, size)], "relations.cube")
        chosen = self.node("Gather", [self.node("Reshape", [right, self.ints(-1, size)], "relations.right"), "heads"], "relations.heads")
        self.node("FusedMatMul", [chosen, turned], "relations", MICROSOFT, transB=1)

    def roles(self, left, right, count):
        cube = self.cube("/Reshape_6")
        size, classes, _ = cube.shape
        turned = self.node("MatMul", [left, self.const("roles.weight", cube.reshape(size, classes * size))], "roles.turned")
        turned = self.node("Reshape", [turned, self.ints(1, -1, size)], "roles.flat")
        scores = self.node("FusedMatMul", [turned, right], "roles.scores", MICROSOFT, transB=1)
        shape = self.node("Concat", [self.ints(1), count, self.ints(classes), count], "roles.shape", axis=0)
        self.node("Transpose", [self.node("Reshape", [scores, shape], "roles.cube")], "roles", perm=[0, 1, 3, 2])

    def model(self):
        self.heads(*self.words())
        graph = helper.make_graph(self.nodes, "reader", self.graph.input, self.graph.output, list(self.constants.values()))
        return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)], ir_version=8)


def fuse(source, target):
    onnx.save(Fuser(onnx.load(str(source))).model(), str(target))


if __name__ == "__main__":
    fuse(*sys.argv[1:3])
