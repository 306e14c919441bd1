"""Writes what ships: `python export.py` turns build/NAME.pt into ../models/standard/, with `--fast` into ../models/fast/.

- encoder.onnx: weights as `weights.py` has them, the standard one with word vectors in 8 bits per row and as a graph that
  any ONNX runtime runs, activations quantised as they come;
- early.onnx, of a tagger of `settling.py`: the heads that settle words before its last layer;
- heads.json: what follows the encoder: tag transitions, from `calibrate.py` the curve of confidences, and how sure it must be of one bare word;
- beside the standard one linker.json, of build/linker.pt where that is there, and vocab.txt, the word pieces.
"""

import argparse
import json
import shutil
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

import data
import weights
from tagger import HEAD, sizes

HERE = Path(__file__).parent


class Graph:
    """An ONNX graph being written, one operator after the other."""

    def __init__(self):
        self.nodes, self.constants, self.known = [], [], {}

    def constant(self, name, array):
        if name not in self.known:
            self.constants.append(numpy_helper.from_array(np.array(array, order="C"), name))
            self.known[name] = name
        return name

    def op(self, kind, *inputs, outputs=1, domain="", **attributes):
        names = [f"{kind}.{len(self.nodes)}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def integers(self, name, values):
        return self.constant(name, np.array(values, dtype=np.int64))

    def linear(self, x, name, weight, bias, quantised=None):
        """x·Wᵀ + b with W in 7 bits per row of W; x is quantised here unless it comes quantised."""
        integers, scale = weights.quantised(weight)
        values, step, zero = quantised or self.op("DynamicQuantizeLinear", x, outputs=3)
        no_zero = self.constant("zero", np.zeros((), np.int8))
        product = self.op("MatMulInteger", values, self.constant(f"{name}.weight", integers), zero, no_zero)
        product = self.op("Cast", product, to=TensorProto.FLOAT)
        scales = self.op("Mul", step, self.constant(f"{name}.scale", scale))
        return self.op("Add", self.op("Mul", product, scales), self.constant(f"{name}.bias", bias))

    def norm(self, x, name, weight, bias):
        parts = self.constant(f"{name}.weight", weight), self.constant(f"{name}.bias", bias)
        return self.op("LayerNormalization", x, *parts, axis=-1, epsilon=1e-12)


def encoder(state):
    w = {k: v.float().numpy() for k, v in state.items()}
    g = Graph()
    scale = np.maximum(np.abs(w["words.weight"]).max(1), 1e-8) / 127
    rows = np.round(w["words.weight"] / scale[:, None]).astype(np.int8)
    vectors = g.op("Cast", g.op("Gather", g.constant("words", rows), "ids"), to=TensorProto.FLOAT)
    scales = g.op("Gather", g.constant("words.scale", scale[:, None].astype(np.float32)), "ids")
    x = g.op("Mul", vectors, scales)
    x = g.op("Add", x, g.op("Gather", g.constant("positions", w["positions.weight"][:256]), "places"))
    for feature in ("quoted", "shape", "start"):
        x = g.op("Add", x, g.op("Gather", g.constant(f"{feature}.weight", w[f"{feature}.weight"]), feature))
    x = g.norm(x, "norm", w["norm.weight"], w["norm.bias"])
    size = sizes(w)
    heads = g.integers("heads", [-1, 3, size["heads"], HEAD])
    joined = g.integers("joined", [-1, size["heads"] * HEAD])
    axes = g.integers("axis0", [0])
    for i in range(size["layers"]):
        p = f"layers.{i}."
        qkv = g.linear(x, p + "qkv", w[p + "qkv.weight"], w[p + "qkv.bias"])
        qkv = g.op("Transpose", g.op("Reshape", qkv, heads), perm=[1, 2, 0, 3])
        q, k, v = (g.op("Squeeze", part, axes) for part in g.op("Split", qkv, outputs=3, axis=0, num_outputs=3))
        q = g.op("Mul", q, g.constant("root", np.float32(HEAD**-0.5)))
        shares = g.op("Softmax", g.op("MatMul", q, g.op("Transpose", k, perm=[0, 2, 1])), axis=-1)
        seen = g.op("Reshape", g.op("Transpose", g.op("MatMul", shares, v), perm=[1, 0, 2]), joined)
        x = g.op("Add", x, g.linear(seen, p + "out", w[p + "out.weight"], w[p + "out.bias"]))
        x = g.norm(x, p + "norm1", w[p + "norm1.weight"], w[p + "norm1.bias"])
        inner = g.op("Gelu", g.linear(x, p + "up", w[p + "up.weight"], w[p + "up.bias"]))
        x = g.op("Add", x, g.linear(inner, p + "down", w[p + "down.weight"], w[p + "down.bias"]))
        x = g.norm(x, p + "norm2", w[p + "norm2.weight"], w[p + "norm2.bias"])
    x = g.op("Gather", x, "at")
    x = g.op("MatMul", x, g.constant("tag.weight", w["tag.weight"].T))
    x = g.op("Add", x, g.constant("tag.bias", w["tag.bias"]))
    g.nodes.append(helper.make_node("LogSoftmax", [x], ["tags"], axis=-1))
    vector = lambda name, size: helper.make_tensor_value_info(name, TensorProto.INT32, [size])
    inputs = [vector(n, "pieces") for n in ("ids", "places", "quoted", "shape", "start")] + [vector("at", "words")]
    outputs = [helper.make_tensor_value_info("tags", TensorProto.FLOAT, ["words", len(data.TAGS)])]
    graph = helper.make_graph(g.nodes, "encoder", inputs, outputs, g.constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9, producer_name="onrecord")
    onnx.checker.check_model(model)
    return model


def transitions(articles, weight):
    """Pointwise mutual information of neighbouring tags, times `weight`."""
    pairs, each = np.full((7, 7), 0.5), np.ones(7)
    for a in articles:
        np.add.at(pairs, (a.tags[:-1], a.tags[1:]), 1)
        np.add.at(each, a.tags, 1)
    information = np.log(pairs / pairs.sum(1, keepdims=True)) - np.log(each / each.sum())[None]
    return np.round(weight * information, 4).tolist()


def linkers(states):
    layers = lambda s: [
        {"weight": np.round(s[f"{i}.weight"].numpy(), 5).tolist(), "bias": np.round(s[f"{i}.bias"].numpy(), 5).tolist()}
        for i in (0, 3, 5)
    ]
    return [layers(s) for s in states]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="tagger")
    p.add_argument("--version", required=True, help="what outputs call the model, such as standard-2")
    p.add_argument("--fast", action="store_true", help="the small model: without word vectors, vocabulary and linker")
    p.add_argument("--vocabulary", type=Path, help="vocab.txt of all-MiniLM-L6-v2, for the standard model")
    p.add_argument("--transitions", type=float, default=0.2, help="weight of the tag transitions")
    p.add_argument("--sure", type=float, nargs="+", default=[], help="how sure each early head must be (settling.py)")
    p.add_argument("--doubt", type=float, default=0, help="what speaks for no tag besides, after the last layer: more precise, finds less")
    p.add_argument("--models", type=Path, default=HERE.parent / "models")
    args = p.parse_args()
    out = args.models / ("fast" if args.fast else "standard")
    out.mkdir(parents=True, exist_ok=True)
    state = torch.load(args.build / f"{args.name}.pt", map_location="cpu")
    state["tag.bias"][data.TAGS.index("O")] += args.doubt
    if args.sure:
        weights.save(weights.early(state, args.sure), out / "early.onnx")
    if args.fast:
        weights.save(weights.constants(state, 256, ["quoted", "shape", "start"], ["tag"]), out / "encoder.onnx")
    else:
        onnx.save(encoder(state), out / "encoder.onnx")
        shutil.copyfile(args.vocabulary, out / "vocab.txt")
        if (args.build / "linker.pt").exists():
            write(out / "linker.json", linkers(torch.load(args.build / "linker.pt", map_location="cpu")))
    heads = {
        "name": args.version,
        "window": 256,
        "transitions": transitions(data.read(args.build / "train.words.jsonl"), args.transitions),
        "confidence": [(1.0, 1.0)],
        "bare_word": 0.32 if args.fast else 0.48,
    }
    write(out / "heads.json", heads)
    for path in sorted(out.iterdir()):
        print(f"{path.name}: {path.stat().st_size} bytes")


def write(path, value):
    path.write_text(json.dumps(value, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
