"""Weights as the shipped reader takes them: constants in an ONNX file, under the names that it asks for.

Linear layers have 7 bits per output channel (8-bit products of full range overflow the 16-bit sums of CPUs without VNNI).
Word vectors are not among them: all encoders have those of the base encoder, and the standard tagger's file holds them.
"""

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from tagger import HEAD


HEADS = ("tag", "toward_issue", "toward_person", "early_issue", "early_person")
HEADS += ("of_pronoun", "of_name", "of_both", "of_none", "score", "score_none")  # of pronouns


def quantised(weight):
    """Whole numbers from -63 to 63, a column for each output, and the scale of each."""
    scale = np.maximum(np.abs(weight).max(1), 1e-8) / 63
    return np.clip(np.round(weight / scale[:, None]), -63, 63).astype(np.int8).T, scale.astype(np.float32)


def constants(state, positions, features, heads):
    """A whole encoder and what reads it."""
    w = {k: v.float().numpy() for k, v in state.items()}
    out = {"positions": w["positions.weight"][:positions]}
    for name in [f"{feature}.weight" for feature in features] + ["norm.weight", "norm.bias"]:
        out[name] = w[name]
    return out | above(state, 0, heads)


def above(state, shared, heads):
    """Layers that stand on the first ones of another encoder, and what reads them."""
    w = {k: v.float().numpy() for k, v in state.items()}
    out = {"heads": np.array([-1, 3, len(w[f"layers.{shared}.qkv.weight"]) // 3 // HEAD, HEAD], np.int64)}
    for name, values in w.items():
        if not name.startswith("layers.") or int(name.split(".")[1]) < shared:
            continue
        layer, kind = name.rsplit(".", 1)
        if kind == "weight" and "norm" not in layer:
            out[f"{layer}.weight"], out[f"{layer}.scale"] = quantised(values)
        else:
            out[name] = values
    for head in heads:
        out[f"{head}.weight"], out[f"{head}.bias"] = w[f"{head}.weight"].T, w[f"{head}.bias"]
    return out


def early(state, sure):
    """The heads that settle words before the last layer, and how sure each must be."""
    after = sorted(int(name.split(".")[1]) for name in state if name.startswith("early.") and name.endswith(".weight"))
    out = {}
    for number, limit in zip(after, sure, strict=True):
        name = f"early.{number}"
        out |= {f"{name}.weight": state[f"{name}.weight"].float().numpy().T, f"{name}.bias": state[f"{name}.bias"].float().numpy()}
        out[f"{name}.sure"] = np.array([limit], np.float32)
    return out


def load(path):
    """What `constants` wrote, as the numbers that it stands for."""
    known = {t.name: numpy_helper.to_array(t) for t in onnx.load(path).graph.initializer}
    out = {}
    for name, array in known.items():
        stem = name.removesuffix(".weight")
        if name == "positions":
            out["positions.weight"] = array
        elif f"{stem}.scale" in known and array.dtype == np.int8:
            out[name] = (array.astype(np.float32) * known[f"{stem}.scale"]).T
        elif not name.endswith(".scale") and name not in ("heads", "early"):
            out[name] = array.T if stem in HEADS and array.ndim == 2 else array
    return {name: torch.from_numpy(np.array(array, dtype=np.float32)) for name, array in out.items()}


def save(arrays, path):
    tensors = [numpy_helper.from_array(np.array(array, order="C"), name) for name, array in arrays.items()]
    graph = helper.make_graph([], "weights", [], [], tensors)
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9, producer_name="onrecord"), path)
    print(f"{path.name}: {path.stat().st_size} bytes")
