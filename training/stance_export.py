"""Writes the stance model that ships: `python stance_export.py` turns build/NAME.pt into ../models/stance/encoder.onnx.

The file holds the weights only, under the names that the shipped reader asks for: 7 bits per output channel as in
`export.py`. Word vectors are not among them: both models have those of the base encoder, and the tagger's file has them.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import helper, numpy_helper

from tagger import HEADS, WIDTH

HERE = Path(__file__).parent


def constants(state, positions):
    w = {k: v.float().numpy() for k, v in state.items()}
    out = {"positions": w["positions.weight"][:positions], "heads": np.array([-1, 3, HEADS, WIDTH // HEADS], np.int64)}
    for name in ("side.weight", "norm.weight", "norm.bias"):
        out[name] = w[name]
    for name, values in w.items():
        if not name.startswith("layers."):
            continue
        layer, kind = name.rsplit(".", 1)
        if kind == "weight" and "norm" not in layer:
            scale = np.maximum(np.abs(values).max(1), 1e-8) / 63
            out[f"{layer}.weight"] = np.clip(np.round(values / scale[:, None]), -63, 63).astype(np.int8).T
            out[f"{layer}.scale"] = scale.astype(np.float32)
        else:
            out[name] = values
    for head in ("toward_issue", "toward_person"):
        out[f"{head}.weight"], out[f"{head}.bias"] = w[f"{head}.weight"].T, w[f"{head}.bias"]
    return [numpy_helper.from_array(np.array(array, order="C"), name) for name, array in out.items()]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="stance")
    p.add_argument("--positions", type=int, default=192)
    p.add_argument("--out", type=Path, default=HERE.parent / "models" / "stance")
    args = p.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    state = torch.load(args.build / f"{args.name}.pt", map_location="cpu")
    graph = helper.make_graph([], "weights", [], [], constants(state, args.positions))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9, producer_name="onrecord")
    onnx.save(model, args.out / "encoder.onnx")
    print(f"encoder.onnx: {(args.out / 'encoder.onnx').stat().st_size} bytes")


if __name__ == "__main__":
    main()
