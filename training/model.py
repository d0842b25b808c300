"""One small transformer with many heads. The encoder is BERT-shaped (MiniLM: 6 layers, 384 wide)."""
import math

import torch
from torch import nn
from torch.nn import functional as F

from pieces import SHAPES


class Drop(nn.Module):
    """Dropout whose masks are slices of a pool drawn now and then: drawing them anew took a fifth of the training."""
    POOL, FRESH = 1 << 23, 4000

    def __init__(self, rate):
        super().__init__()
        self.rate, self.pool, self.used = rate, None, 0

    def forward(self, x):
        if not self.training:
            return x
        if self.pool is None or self.used >= self.FRESH or x.numel() >= self.POOL:
            self.pool = (torch.rand(max(self.POOL, 2 * x.numel())) >= self.rate).to(torch.bfloat16)
            self.used = 0
        self.used += 1
        at = int(torch.randint(self.pool.numel() - x.numel() + 1, ()))
        return x * self.pool[at:at + x.numel()].view_as(x) * (1 / (1 - self.rate))


class Layer(nn.Module):
    def __init__(self, width, inner, heads):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = Drop(0.1)

    def forward(self, x, bias):
        b, s, w = x.shape
        parts = lambda t: t.view(b, s, self.heads, w // self.heads).transpose(1, 2)
        q, k, v = parts(self.query(x)), parts(self.key(x)), parts(self.value(x))
        scores = (q * (1 / math.sqrt(w // self.heads))) @ k.transpose(-1, -2) + bias.to(q.dtype)
        with torch.autocast("cpu", enabled=False):  # otherwise cast to fp32 and back
            weights = torch.softmax(scores, -1)
        mixed = (weights @ v).transpose(1, 2).reshape(b, s, w)
        x = self.norm1(x + self.drop(self.out(mixed)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Backbone(nn.Module):
    def __init__(self, vocab=30522, width=384, inner=1536, layers=6, heads=12):
        super().__init__()
        self.words = nn.Embedding(vocab, width)
        self.places = nn.Embedding(512, width)
        self.types = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, inner, heads) for _ in range(layers))
        self.shapes = nn.Embedding(len(SHAPES), width)
        nn.init.zeros_(self.shapes.weight)
        self.drop = Drop(0.1)

    def forward(self, pieces, shapes, mask):
        places = torch.arange(pieces.shape[1], device=pieces.device)[None]
        x = self.words(pieces) + self.places(places) + self.types.weight[0] + self.shapes(shapes)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, bias)
        return x


class Biaffine(nn.Module):
    """score(i, j, class) = left_i W right_j + bias terms; both sides carry a constant 1."""

    def __init__(self, width, size, classes):
        super().__init__()
        self.left, self.right = nn.Linear(width, size), nn.Linear(width, size)
        self.weight = nn.Parameter(torch.zeros(classes, size + 1, size + 1))
        self.drop = Drop(0.33)

    def sides(self, x):
        one = torch.ones_like(x[..., :1])
        side = lambda lin: torch.cat([self.drop(F.leaky_relu(lin(x), 0.1)), one], -1)
        return side(self.left), side(self.right)


class Reader(nn.Module):
    CANDIDATES = 4

    def __init__(self, labels, layers=6, width=384):
        super().__init__()
        self.backbone = Backbone(width=width, layers=layers, inner=4 * width)
        self.case = nn.Embedding(len(SHAPES), 16)
        joined = width + 16
        self.drop = Drop(0.33)
        linear = lambda n: nn.Linear(joined, n)
        self.upos, self.xpos, self.lemma = linear(len(labels["upos"])), linear(len(labels["xpos"])), linear(len(labels["lemma"]))
        self.names = linear(len(labels["names"]))
        self.speaker, self.cue, self.content = linear(3), linear(3), linear(3)
        self.arcs = Biaffine(joined, 256, 1)
        self.relations = Biaffine(joined, 96, len(labels["relations"]))
        self.roles = Biaffine(joined, 128, 3)

    def encode(self, pieces, shapes, mask, first):
        x = self.backbone(pieces, shapes, mask)
        index = first.unsqueeze(-1).expand(-1, -1, x.shape[-1])
        words = torch.gather(x, 1, index)
        case = self.case(torch.gather(shapes, 1, first))
        return torch.cat([words, case], -1)

    def arc_scores(self, words, sentence):
        left, right = self.arcs.sides(words)
        scores = (left @ self.arcs.weight[0]) @ right.transpose(1, 2)
        same = (sentence[:, :, None] == sentence[:, None, :]) | (sentence[:, None, :] == 0)
        place = torch.arange(words.shape[1], device=words.device)
        itself = place[None, :, None] == place[None, None, :]
        return scores.float().masked_fill(~same | itself, -10000.0)

    def relation_scores(self, words, heads):
        """heads [B,W,K] -> [B,W,K,R]: labels for the given heads only."""
        left, right = self.relations.sides(words)
        r = self.relations.weight.shape[0]
        b, w, d = left.shape
        # [B,W,R*d]: one matrix product; then a dot with each candidate head
        turned = (left @ self.relations.weight.permute(1, 0, 2).reshape(d, r * d)).view(b, w, r, d)
        k = heads.shape[-1]
        chosen = torch.gather(right, 1, heads.reshape(b, w * k, 1).expand(-1, -1, d)).view(b, w, k, d)
        return (chosen @ turned.transpose(-1, -2)).float()

    def role_scores(self, words):
        """[B, cue, word, 3]"""
        left, right = self.roles.sides(words)
        b, w, d = left.shape
        turned = (left @ self.roles.weight.permute(1, 0, 2).reshape(d, 3 * d)).view(b, w * 3, d)
        return (turned @ right.transpose(1, 2)).view(b, w, 3, w).transpose(2, 3).float()

    def forward(self, pieces, shapes, mask, first, sentence):
        """All outputs, as exported."""
        words = self.encode(pieces, shapes, mask, first)
        arcs = self.arc_scores(words, sentence)
        heads = torch.topk(arcs, min(self.CANDIDATES, 4), dim=-1).indices
        d = self.drop(words)
        return (self.upos(d), self.xpos(d), self.lemma(d), self.names(d), self.speaker(d), self.cue(d), self.content(d),
                arcs, heads, self.relation_scores(words, heads), self.role_scores(words))


def load_minilm(backbone, path):
    """Reads the weights out of the ONNX file; matrices are anonymous and found through MatMul -> Add(named bias)."""
    import numpy as np
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(path).graph
    inits = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    product = {n.output[0]: n.input for n in graph.node if n.op_type == "MatMul"}
    matrix = {}
    for n in graph.node:
        if n.op_type == "Add":
            for bias, other in (n.input, reversed(n.input)):
                if bias in inits and other in product and product[other][1] in inits:
                    matrix[bias] = inits[product[other][1]]
    put = lambda p, a: p.data.copy_(torch.from_numpy(np.array(a)))
    e = "embeddings."
    put(backbone.words.weight, inits[e + "word_embeddings.weight"])
    put(backbone.places.weight, inits[e + "position_embeddings.weight"])
    put(backbone.types.weight, inits[e + "token_type_embeddings.weight"])
    put(backbone.norm.weight, inits[e + "LayerNorm.weight"])
    put(backbone.norm.bias, inits[e + "LayerNorm.bias"])
    for i, layer in enumerate(backbone.layers):
        base = f"encoder.layer.{i}."
        for lin, name in ((layer.query, "attention.self.query"), (layer.key, "attention.self.key"),
                          (layer.value, "attention.self.value"), (layer.out, "attention.output.dense"),
                          (layer.up, "intermediate.dense"), (layer.down, "output.dense")):
            put(lin.bias, inits[base + name + ".bias"])
            put(lin.weight, matrix[base + name + ".bias"].T)
        for norm, name in ((layer.norm1, "attention.output.LayerNorm"), (layer.norm2, "output.LayerNorm")):
            put(norm.weight, inits[base + name + ".weight"])
            put(norm.bias, inits[base + name + ".bias"])
