"""Reads the meaning of statements off the tagger: `python meaning.py` writes ../models/standard/meaning.onnx.

The vector of a stretch of text is a linear map of the mean of its pieces' states in the tagger, so that it costs nothing
beside the tags. The map is taught by ridge regression to give what the base encoder (all-MiniLM-L6-v2) makes of the
stretch alone: contents and sentences of PolNeAR. The fast model has its own: `--tagger fast --out ../models/fast/meaning.onnx`. Prints, for each of the tagger's layers, on dev, the mean cosine
to what was wanted, and how often of 200 stretches the wanted one is the nearest.
"""

import argparse
import random
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import helper, numpy_helper

import data
from tagger import Tagger, load

HERE = Path(__file__).parent


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--base", type=Path, required=True, help="model.safetensors of all-MiniLM-L6-v2")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--tagger", default="tagger")
    p.add_argument("--articles", type=int, default=160)
    p.add_argument("--layer", type=int, default=1, help="the layer whose states ship")
    p.add_argument("--out", type=Path, default=HERE.parent / "models/standard/meaning.onnx")
    p.add_argument("--ridge", type=float, default=1e-2)
    p.add_argument("--seed", type=int, default=0)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--half", action="store_true")
    args = p.parse_args()
    torch.set_num_threads(args.threads)
    dice = random.Random(args.seed)
    train, dev = (data.read(args.build / f"{s}.words.jsonl") for s in ("train", "dev"))
    tagger, base = load(args.build / f"{args.tagger}.pt").eval(), Tagger().eval()
    base.load_pretrained(args.base)
    chosen = dice.sample(train, min(args.articles, len(train)))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16, enabled=args.half):
        given, wanted = pairs(tagger, base, chosen)
        seen, held = pairs(tagger, base, dev[:40])
    best = {}
    for layers in [(k,) for k in range(1, len(tagger.layers) + 1)]:
        x = torch.cat([given[k] for k in layers], -1)
        mean = x.mean(0)
        x = torch.cat((x - mean, torch.ones(len(x), 1)), -1)
        gram = x.T @ x / len(x)
        w = torch.linalg.solve(gram + args.ridge * gram.diagonal().mean() * torch.eye(len(gram)), x.T @ wanted / len(x))
        y = torch.cat((torch.cat([seen[k] for k in layers], -1) - mean, torch.ones(len(held), 1)), -1) @ w
        y = F.normalize(y, dim=-1)
        order = torch.randperm(len(y), generator=torch.Generator().manual_seed(0))
        hits = [(y[o] @ held[o].T).argmax(-1).eq(torch.arange(len(o))).float().mean() for o in order.split(200)]
        like = torch.corrcoef(torch.stack(((y @ y.T).flatten(), (held @ held.T).flatten())))[0, 1]
        print(layers, f"cosine {(y * held).sum(-1).mean():.3f} nearest {sum(hits) / len(hits):.3f} likeness {like:.3f}", flush=True)
        best[layers] = {"weight": w[:-1].T.contiguous(), "bias": w[-1] - mean @ w[:-1]}
    torch.save(best, args.build / "meaning.pt")
    chosen = best[args.layer,]
    arrays = {"meaning.weight": chosen["weight"].numpy(), "meaning.bias": chosen["bias"].numpy()}
    arrays["meaning.layer"] = np.array([args.layer], np.int64)
    graph = helper.make_graph([], "weights", [], [], [numpy_helper.from_array(a, n) for n, a in arrays.items()])
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9), args.out)


def pairs(tagger, base, articles):
    """For each layer the mean states of stretches (1 is the first layer's outcome), and what the base makes of them."""
    states, stretches = {k: [] for k in range(1, len(tagger.layers) + 1)}, []
    for a in articles:
        for _, start, end in data.reading_windows(a, 254):
            b = data.batch([(a, start, end)])
            n = b["ids"].shape[1]
            x = tagger.words(b["ids"]) + tagger.positions.weight[:n]
            x = tagger.norm(x + tagger.quoted(b["quoted"]) + tagger.shape(b["shape"]) + tagger.start(b["start"]))
            spans = [s for s in spans_of(a, start, end) if a.sums[s[1]] - a.sums[s[0]] >= 4]
            for k, layer in enumerate(tagger.layers, 1):
                x = layer(x, None if bool(b["mask"].all()) else b["mask"][:, None, None, :], 0.0)
                for s, e in spans:
                    at = 1 + a.sums[s] - a.sums[start], 1 + a.sums[e] - a.sums[start]
                    states[k].append(x[0, at[0] : at[1]].float().mean(0))
            stretches += [a.flat[a.sums[s] : a.sums[e]][:120] for s, e in spans]
    wanted = []
    for i in range(0, len(stretches), 64):
        part = stretches[i : i + 64]
        n = max(map(len, part)) + 2
        ids, mask = torch.zeros(len(part), n, dtype=torch.long), torch.zeros(len(part), n, dtype=torch.bool)
        for row, s in enumerate(part):
            ids[row, : len(s) + 2] = torch.tensor([data.CLS, *s, data.SEP])
            mask[row, : len(s) + 2] = True
        x = base.norm(base.words(ids) + base.positions.weight[:n])
        for layer in base.layers:
            x = layer(x, mask[:, None, None, :], 0.0)
        x = (x.float() * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        wanted.append(F.normalize(x, dim=-1))
    return {k: torch.stack(v) for k, v in states.items()}, torch.cat(wanted)


def spans_of(a, start, end):
    """Contents and sentences within the words from `start` to `end`."""
    out, at = [], start
    for i in range(start, end):
        if a.shape[i] == data.STOP or i + 1 == end or a.paragraph[i + 1] != a.paragraph[i]:
            out.append((at, i + 1))
            at = i + 1
    content = None
    for i in range(start, end + 1):
        tag = a.tags[i] if i < end else 0
        if content is not None and tag != 6:
            out.append((content, i))
            content = None
        if tag == 5:
            content = i
    return out


if __name__ == "__main__":
    main()
