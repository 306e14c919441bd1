"""Trains whom a pronoun means on what the tagger knows of a passage: `python pronouns_above.py` writes build/NAME.pt.

Layers that read the tagger's states after its first ones, so that no text is read twice. They are taught by a whole network of pronouns.py,
whose upper layers they begin with: its states after each of these, and whom it says that the pronoun means. What the tagger reads begins
and ends elsewhere than the passage does, and may be two windows. With `--export`, they are rounded and written to ../models/pronouns/.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import running
import weights
from average import Mean
from data import CLS, SEP
from issues import shipped
from pronouns import ASKED, HERE, PRONOUN, Passages, Pronouns, batch, batches, evaluate, of_labels, rounded
from pronouns_data import CORPORA, STOP
from stance import trained
from tagger import sizes
from wordpiece import WordPiece

WINDOW = 254  # pieces in a window of the tagger
HEADS = ("of_pronoun", "of_name", "of_both", "of_none", "score", "score_none")


class Above(Pronouns):
    """The layers after the first `shared` of the tagger; the marks join its states."""

    def __init__(self, tagger, shared, layers, drop):
        super().__init__(layers, drop=drop)
        self.shared = shared
        self.below = [tagger]  # in a list, so that its weights are none of this one's

    def make_encoder(self, layers, inner, heads):
        super().make_encoder(layers, inner, heads)
        del self.words, self.norm, self.positions

    def states(self, b):
        """The passage after each layer; the first are the tagger's."""
        with torch.no_grad():
            x = self.of_tagger(b)
        x = F.dropout(x + self.side(b["side"]), 0.1, self.training)
        mask, out = b["mask"][:, None, None, :], []
        for layer in self.layers:
            x = layer(x, mask, self.drop)
            out.append(x)
        return out

    def of_tagger(self, b):
        """A passage and, behind it, the edges of the tagger's other window: those of one window see each other only."""
        tagger, ids = self.below[0], b["all"]
        x = tagger.words(ids) + tagger.positions(b["place"])
        x = tagger.norm(x + tagger.quoted(b["seen"][..., 0]) + tagger.shape(b["seen"][..., 1]) + tagger.start(b["seen"][..., 2]))
        mask = (b["window"][:, None, :] == b["window"][:, :, None])[:, None]
        for layer in tagger.layers[: self.shared]:
            x = layer(x, mask, 0.0)
        return x[:, : b["ids"].shape[1]]

    def encode(self, b):
        return self.states(b)[-1]

    @staticmethod
    def batch(rows):
        return windows(rows, None)


def windows(rows, dice):
    """A batch with what the tagger reads: where each piece stands in its window, and in which of two; without `dice`, in the first."""
    b = batch(rows)
    n, length = b["ids"].shape
    ids, place, window = (np.zeros((n, length + 2), dtype=np.int64) for _ in range(3))
    seen = np.zeros((n, length + 2, 3), dtype=np.int64)
    window[:] = -1  # what pads sees what pads
    for i, row in enumerate(rows):
        m = len(row[0])
        features = np.array(row[4])
        cut = 0
        if dice and dice.random() < 0.4:
            stops = [k + 1 for k in range(9, m - 10) if features[k, 1] == STOP]
            cut = dice.choice(stops) if stops and dice.random() < 0.9 else dice.randint(2, m - 2)
        here = (np.arange(m) >= cut).astype(np.int64) if row[1].index(PRONOUN) >= cut else (np.arange(m) < cut).astype(np.int64)
        here[[0, m - 1]] = 1  # 1 is the pronoun's window, 0 the other
        first, last = max(cut, 1) - 1, m - 1 - max(cut, 1)  # how many pieces stand before and after the cut
        if cut:
            at = WINDOW + 1 - first
            place[i, 1:cut], place[i, cut : m - 1] = at + np.arange(first), 1 + np.arange(last)
            features[cut, 2] = 2 if dice.random() < 0.8 else features[cut, 2]
            room = dice.randint(0, WINDOW - last)
            edges = [(0, WINDOW + 1), (0, 1 + last + room)]
            mine = row[1].index(PRONOUN) >= cut
            place[i, m - 1], place[i, length : length + 2] = edges[mine][1], edges[not mine]
        else:
            begin = dice.randint(0, WINDOW - m + 2) if dice and dice.random() < 0.7 else 0
            place[i, 1 : m - 1] = begin + 1 + np.arange(m - 2)
            place[i, m - 1] = dice.randint(begin + m - 1, WINDOW + 1) if dice else m - 1
        ids[i, :m], window[i, :m], seen[i, :m] = row[0], here, features
        ids[i, length : length + 2], window[i, length : length + 2] = (CLS, SEP), 0
    return b | {name: torch.from_numpy(array) for name, array in {"all": ids, "place": place, "window": window, "seen": seen}.items()}


def lessons(passages, args, dice):
    """Passages without end: GAP's come oftener than others."""
    weight = [args.asked if site[8] == ASKED else 2 if CORPORA[site[7]] == "gap" else 1 for site in passages.sites]
    while True:
        numbers = dice.choices(range(len(weight)), weight, k=16 * args.batch)
        rows = [passages.make(n, dice, dice.random() < (0.6 if passages.sites[n][8] == ASKED else 0.3)) for n in numbers]
        for few in batches(range(len(rows)), args.batch, dice, [len(row[0]) for row in rows]):
            yield windows([rows[k] for k in few], dice)


@torch.no_grad()
def taught(teacher, b, layers):
    """The teacher's states after some of its layers, and what it says."""
    x = teacher.words(b["ids"]) + teacher.positions.weight[: b["ids"].shape[1]] + teacher.side(b["side"])
    x, mask, out = teacher.norm(x), b["mask"][:, None, None, :], []
    for number, layer in enumerate(teacher.layers):
        x = layer(x, mask, 0.0)
        if number in layers:
            out.append(x)
    return out, teacher.answer(x, b)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2: vocab.txt and model.safetensors")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--tagger", type=Path, default=HERE.parent / "models" / "standard" / "encoder.onnx")
    p.add_argument("--teacher", type=Path, default=HERE / "build" / "pronouns.pt", help="what pronouns.py trained")
    p.add_argument("--begin", type=Path, help="goes on from these weights of its own, build/NAME.pt")
    p.add_argument("--name", default="pronouns-above")
    p.add_argument("--shared", type=int, default=2, help="how many of the tagger's layers they stand on")
    p.add_argument("--layers", type=int, nargs="+", default=[4, 5, 6, 7, 8, 9, 10, 11], help="of the teacher, with which they begin")
    p.add_argument("--states", type=float, default=1.0, help="weight of the teacher's states")
    p.add_argument("--gold", type=float, default=0.1, help="weight of the labels")
    p.add_argument("--asked", type=float, default=4, help="how often GAP's questions come, others once")
    p.add_argument("--steps", type=int, default=1500)
    p.add_argument("--batch", type=int, default=32)
    p.add_argument("--rate", type=float, default=2e-4)
    p.add_argument("--head-rate", type=float, default=5e-4)
    p.add_argument("--drop", type=float, default=0.0, help="dropout within the layers")
    p.add_argument("--average", type=float, default=0.99, help="decay of the running mean of the weights")
    p.add_argument("--every", type=int, default=200, help="steps between figures")
    p.add_argument("--export", action="store_true", help="write ../models/pronouns/encoder.onnx")
    running.add_options(p)
    args = p.parse_args()
    dice, device = running.start(args)
    half = lambda: torch.autocast(device, torch.bfloat16, enabled=args.half)
    pieces = WordPiece(args.base / "vocab.txt")
    passages = Passages(args.build / "pronouns.npz", pieces, (40, 110), (5, 45))
    held = Passages(args.build / "gap.npz", pieces)
    state = trained(args.teacher, args.base)
    teacher = Pronouns(**sizes(state))
    state["positions.weight"] = state["positions.weight"][: len(teacher.positions.weight)]
    teacher.load_state_dict(state)
    teacher.to(device).eval()
    model = Above(shipped(args.tagger, args.base).to(device), args.shared, len(args.layers), args.drop)
    own = torch.load(args.begin, map_location="cpu") if args.begin else begun(state, args.layers)
    model.load_state_dict(own)
    model.to(device)
    named = list(model.named_parameters())
    optimizer = running.adam(running.groups(named, ("side.", "of_", "score"), args.rate, args.head_rate))
    clock = running.Clock(optimizer, args.steps, args.minutes, rise=0.04)
    mean, step, sums = Mean(model, args.average), 0, np.zeros(3)
    for b in lessons(passages, args, dice):
        b = {name: array.to(device) for name, array in b.items()}
        model.train()
        with half():
            wanted, said = taught(teacher, b, args.layers)
            states = model.states(b)
            logs = model.answer(F.dropout(states[-1], 0.05, True), b)
        there = b["mask"].sum()
        near = sum((((a - w.float()) ** 2).mean(-1) * b["mask"]).sum() / there for a, w in zip(states, wanted)) / len(states)
        like, right = F.kl_div(logs, said.exp(), reduction="batchmean"), of_labels(logs, b["right"])
        running.step(args.states * near + like + args.gold * right, named, optimizer, clock, mean)
        sums += [near.item(), like.item(), right.item()]
        step += 1
        if step % 20 == 0:
            print(f"step {step}", *(f"{x:.3f}" for x in sums / 20), f"{clock.seconds() / step:.2f} s/step", flush=True)
            sums[:] = 0
        done = clock.done(step) >= 1
        if step % args.every == 0 or done:
            torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
            print(f"after {clock.seconds():.0f} s:", json.dumps(evaluate(mean.mean, held, device, half, 64)), flush=True)
        if done:
            break
    print("with 7 bits:", json.dumps(evaluate(rounded(mean.mean), held, device, half, 64)))
    if args.export:
        export(mean.mean.state_dict(), args.shared)


def begun(state, layers):
    """The weights of some of the teacher's layers, counted anew, and of what follows them."""
    out = {name: w for name, w in state.items() if name.startswith(("side.", "of_", "score"))}
    for i, number in enumerate(layers):
        own = f"layers.{number}."
        out |= {f"layers.{i}.{name.removeprefix(own)}": w for name, w in state.items() if name.startswith(own)}
    return out


def export(state, shared):
    """Rounds what ships: the layers, counted on from the tagger's, the marks, and what compares names with the pronoun."""
    counted = {name: w for name, w in state.items() if not name.startswith("layers.")}
    for name, w in state.items():
        if name.startswith("layers."):
            number, rest = name.removeprefix("layers.").split(".", 1)
            counted[f"layers.{shared + int(number)}.{rest}"] = w
    arrays = weights.above(counted, shared, HEADS) | {"side.weight": state["side.weight"].numpy()}
    weights.save(arrays, HERE.parent / "models" / "pronouns" / "encoder.onnx")


if __name__ == "__main__":
    main()
