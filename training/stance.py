"""Trains the stance model: `python stance.py` reads the corpora and writes build/NAME.pt.

It reads an issue and a text and says whether the text supports or opposes the issue, or neither; and of a mention in the
text, whether it is praised or criticised. Prints figures on held-out parts now and then. A large model can teach a small one: it
answers the pairs of build/stance.pairs.npz (`stance_data.py --ask`) once, and the small one learns its answers and the labels.
"""

import argparse
import itertools
import json
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors import safe_open

import mpnet
import running
import stance_data
import weights
from average import Mean
from distill import begin
from stance_data import CLS, CORPORA, PERSON, SEP, TWO, Rows
from tagger import HEADS, INNER, WIDTH, Tagger, sizes
from wordpiece import WordPiece

HERE = Path(__file__).parent
SIDES = 4
PARTS = ("words", "positions", "side", "norm", "toward_issue", "toward_person", "on_issue")
NEW = ("side.", "toward_", "on_issue.", "early_", "answers.")  # what no base encoder brings along


class Stance(nn.Module):
    """The same encoder as the tagger's, with a side for each piece at its input and two heads."""

    width = WIDTH

    def __init__(self, layers=6, inner=INNER, heads=HEADS, drop=0.1, early=0):
        super().__init__()
        self.drop = drop
        self.make_encoder(layers, inner, heads)
        self.side = nn.Embedding(SIDES, self.width)
        nn.init.zeros_(self.side.weight)
        self.toward_issue, self.toward_person = nn.Linear(2 * self.width, 3), nn.Linear(2 * self.width, 3)
        self.on_issue = nn.Linear(2 * self.width, 2)
        self.after = early
        if early:  # answers after that layer already, for those of which they are sure
            self.register_buffer("early", torch.tensor(early))
            self.early_issue, self.early_person = nn.Linear(2 * self.width, 3), nn.Linear(2 * self.width, 3)

    def make_encoder(self, layers, inner, heads):
        """The word vectors stay as they are, since they ship with the tagger."""
        base = Tagger(self.drop, layers, inner, heads)
        base.words.weight.requires_grad_(False)
        self.words, self.positions, self.norm, self.layers = base.words, base.positions, base.norm, base.layers

    def encode(self, b):
        """The vectors, and those of the layer that answers early."""
        n = b["ids"].shape[1]
        x = self.words(b["ids"]) + self.positions.weight[:n] + self.side(b["side"])
        x = F.dropout(self.norm(x), 0.1, self.training)
        mask, kept = b["mask"][:, None, None, :], None
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask, self.drop)
            kept = x if number == self.after else kept
        return x, kept

    def mean(self, x, which):
        which = which.unsqueeze(-1).to(x.dtype)
        return (x * which).sum(1) / which.sum(1).clamp(min=1)

    def forward(self, b):
        """Logits toward the issue, toward the mention, of being on the issue at all; the first two once more if it answers early."""
        x, kept = self.encode(b)
        both, person = self.pairs(x, b)
        logits = [self.toward_issue(both), self.toward_person(person), self.on_issue(both)]
        if kept is not None:
            both, person = self.pairs(kept, b)
            logits += [self.early_issue(both), self.early_person(person)]
        return logits

    def pairs(self, x, b):
        """What the heads see: the text beside the issue, and beside the mention."""
        text = self.mean(x, b["side"] >= stance_data.TEXT)
        pair = lambda of: F.dropout(torch.cat((self.mean(x, b["side"] == of), text), -1), 0.1, self.training)
        return pair(stance_data.ISSUE), pair(stance_data.MENTION)

    def load_pretrained(self, path):
        Tagger.load_pretrained(self, path)


class LargeStance(Stance):
    """A teacher: the same on MPNet."""

    width = mpnet.WIDTH

    def make_encoder(self, *_):
        """What nearness counts stays as it is, too: trained, it keeps PyTorch from its fast attention."""
        self.encoder = mpnet.Mpnet(self.drop)
        for part in (self.encoder.words, self.encoder.positions, self.encoder.near):
            part.requires_grad_(False)

    def encode(self, b):
        return self.encoder(b["ids"], b["mask"], self.side(b["side"]), CLS, SEP), None

    def load_pretrained(self, path):
        self.encoder.load_pretrained(path)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    p.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2: vocab.txt, and model.safetensors where that is asked for")
    p.add_argument("--words", type=Path, help="a .pt with words.weight, for shipped weights, which have none (those of the base encoder)")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="stance")
    p.add_argument("--large", type=Path, help="model.safetensors of all-mpnet-base-v2: train a teacher on it instead")
    p.add_argument("--resume", type=Path, help="weights to go on from (build/NAME.pt, or a shipped encoder.onnx) instead of the base encoder's")
    p.add_argument("--teacher", nargs="+", help="trained models (build/NAME.pt) the mean of whose answers another one learns; kept in build/NAMES.asked.npy")
    p.add_argument("--ask", action="store_true", help="only ask the teachers")
    p.add_argument("--begin", type=Path, help="weights (build/NAME.pt, or a shipped encoder.onnx) of which those of its layers are a part")
    p.add_argument("--layers", type=int, nargs="+", default=[0, 1, 2, 3, 4, 5], help="which layers of that")
    p.add_argument("--inner", type=int, default=INNER, help="width between the two products of a feed-forward layer")
    p.add_argument("--heads", type=int, default=HEADS, help="heads of a layer")
    p.add_argument("--early", type=int, default=0, help="the layer after which it answers already, beside the last one (0: none)")
    p.add_argument("--gold", type=float, default=0.5, help="weight of the labels beside the teacher")
    p.add_argument("--epochs", type=float, default=4)
    p.add_argument("--pieces", type=int, default=3072, help="word pieces in a batch")
    p.add_argument("--longest", type=int, default=stance_data.LONGEST)
    p.add_argument("--rate", type=float, default=1e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--layer-decay", type=float, default=1, help="the rate of each layer, as a share of the next layer's")
    p.add_argument("--every", type=int, default=1, help="epochs between two looks at the held-out parts")
    p.add_argument("--unrelated", type=float, default=0.06, help="share of pairs given a foreign issue")
    p.add_argument("--vast", type=float, default=0.75, help="share of VAST's pairs, whose texts come back with many topics, in an epoch")
    p.add_argument("--claims", type=int, default=2, help="how often an epoch has the claims, of which there are few")
    p.add_argument("--told", type=float, default=0.4, help="share of short pairs told in the manner of news")
    p.add_argument("--reworded", type=float, default=0.4, help="share of pairs whose issue is put in other words, or denied")
    running.add_options(p)
    args = p.parse_args()
    dice, device = running.start(args)
    half = lambda: torch.autocast(device, torch.bfloat16, enabled=args.half)

    taught = ask_once(args, device) if args.teacher else None
    if args.ask:
        return
    pieces = WordPiece(args.base / "vocab.txt")
    parts = {name: read(args.data, pieces) for name, read in CORPORA.items()}
    train = [pair for corpus in parts.values() for pair in corpus["train"]]
    rows = lambda pairs: Rows(stance_data.arrays(pairs, args.longest), device)
    held = {name: rows(parts[name][part]) for name, part in stance_data.HELD.items()}
    print({name: {part: len(pairs) for part, pairs in corpus.items()} for name, corpus in parts.items()}, flush=True)
    model = LargeStance() if args.large else Stance(len(args.layers), args.inner, args.heads, early=args.early)
    if args.begin:
        state = trained(args.begin, args.base, args.words)
        larger = Stance(**sizes(state))
        larger.load_state_dict(state, strict=False)
        begin(model, larger, args.layers, PARTS)
    elif args.resume:
        model.load_state_dict(trained(args.resume, args.base, args.words), strict=False)
    else:
        model.load_pretrained(args.large or args.base / "model.safetensors")
    model.to(device)
    named = [(n, w) for n, w in model.named_parameters() if w.requires_grad]
    optimizer = running.adam(groups(named, args))
    frames = stance_data.Frames(pieces)
    fresh = lambda dice: rows(stance_data.epoch(train, dice, args.unrelated, frames, args.told, args.claims, args.reworded, args.vast))
    epoch = lambda dice: taught or fresh(dice)  # a teacher is asked once of each pair, so all epochs have the same
    pairs = epoch(dice)
    total = args.epochs * len(pairs.batches(args.pieces, dice))
    clock = running.Clock(optimizer, total, args.minutes, rise=0.06)
    step, seen, mean = 0, 0.0, Mean(model, 0.998)
    for number in itertools.count(1):
        for which, width in pairs.batches(args.pieces, dice):
            if clock.done(step) >= 1:
                break
            model.train()
            optimizer.zero_grad(set_to_none=True)
            b = pairs.batch(which, width)
            with half():
                logits = model(b)
            logits = [part.float() for part in logits]
            stages = [logits[:3]]
            if logits[3:]:  # the early ones, with the last layer's third answer
                stages.append(logits[3:] + logits[2:3])
            loss = 0.0
            for answers in stages:
                of_labels = stance_loss(b, *answers)
                loss = loss + (args.gold * of_labels + told(b, answers) if taught else of_labels)
            loss.backward()
            torch.nn.utils.clip_grad_norm_([w for _, w in named], 1.0)
            optimizer.step()
            clock.schedule.step()
            mean.follow()
            step, seen = step + 1, seen + loss.detach()
            if step % 50 == 0:
                print(f"step {step}/{total:.0f} loss {float(seen) / 50:.4f} {clock.seconds() / step:.3f} s/step", flush=True)
                seen = 0.0
        over = clock.done(step) >= 1
        if over or number % args.every == 0:
            torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
            print(f"step {step}, after {clock.seconds():.0f} s:", json.dumps(evaluate(mean.mean, held, args.pieces, half)), flush=True)
        if over:
            break
        pairs = epoch(dice)


def trained(path, base, words=None):
    """Trained weights. Shipped ones lack the word vectors, which all encoders share, and positions that were never reached: those are the base's."""
    if path.suffix != ".onnx":
        return torch.load(path, map_location="cpu")
    state = weights.load(path)
    with safe_open(base / "model.safetensors", "pt") as f:
        vectors, positions, kind = (f.get_tensor(f"embeddings.{name}_embeddings.weight") for name in ("word", "position", "token_type"))
    state["words.weight"] = torch.load(words)["words.weight"].float() if words else vectors
    if "positions.weight" in state:  # which layers that stand on others lack
        state["positions.weight"] = torch.cat((state["positions.weight"], (positions + kind[0])[len(state["positions.weight"]) :]))
    return state


def groups(named, args):
    """The weights, each with its rate: that of a lower layer is lower, if so asked for."""
    of_layer = lambda name: int(name.split("layers.")[1].split(".")[0]) if "layers." in name else -1
    top, by_rate = max(of_layer(name) for name, _ in named), defaultdict(list)
    for name, w in named:
        by_rate[args.head_rate if name.startswith(NEW) else args.rate * args.layer_decay ** (top - of_layer(name))].append(w)
    return [{"params": those, "lr": rate} for rate, those in by_rate.items()]


def load(path):
    """A trained model of any size."""
    state = torch.load(path, map_location="cpu")
    model = LargeStance() if mpnet.is_in(state) else Stance(**sizes(state), early=int(state.get("early", 0)))
    model.load_state_dict(state)
    return model


def ask_once(args, device):
    """The pairs of build/stance.pairs.npz with the teachers' answers, which are kept."""
    rows = Rows(np.load(args.build / "stance.pairs.npz"), device)
    kept = args.build / f"{'+'.join(args.teacher)}.asked.npy"
    if not kept.exists():
        teachers = [load(args.build / f"{name}.pt").to(device).eval() for name in args.teacher]
        np.save(kept, ask([teacher.bfloat16() if args.half else teacher for teacher in teachers], rows, args.pieces))
    rows.known["said"] = torch.from_numpy(np.load(kept)).to(device)
    return rows


@torch.no_grad()
def ask(teachers, rows, pieces):
    """Log probabilities of the teachers' answers, the mean of all: three toward the issue, three toward the person, two of being on the issue."""
    parts, begun = rows.batches(pieces, random.Random(0)), time.time()
    out = torch.zeros(len(rows), 8, dtype=torch.float16, device=rows.ids.device)
    for number, (which, width) in enumerate(parts, 1):
        b = rows.batch(which, width)
        said = [torch.cat([part.float().softmax(-1) for part in teacher(b)[:3]], -1) for teacher in teachers]
        out[which] = (sum(said) / len(said)).clamp(min=1e-6).log().half()
        if number % 100 == 0 or number == len(parts):
            print(f"asked {number}/{len(parts)} batches in {time.time() - begun:.0f} s", flush=True)
    return out.cpu().numpy()


def told(b, answers):
    """How far the answers are from the teacher's, where the question makes sense."""
    said = b["said"].float().split((3, 3, 2), -1)
    issue, person, on = (F.kl_div(a.log_softmax(-1), s, reduction="none", log_target=True).sum(-1) for a, s in zip(answers, said))
    return torch.where(b["kind"] == PERSON, person, issue + 0.5 * on).mean()


def stance_loss(b, issue, person, on):
    """How wrong the answers are where there are labels; where neutral was not to be chosen, it takes no part."""
    wrong = lambda answers, labels: F.cross_entropy(answers, labels, reduction="none", label_smoothing=0.05)
    kind, label = b["kind"], b["label"].clamp(min=0)
    of = torch.where(kind == TWO, wrong(issue[:, :2], label.clamp(max=1)), wrong(issue, label))
    of = torch.where(kind == PERSON, wrong(person, label), of) * (b["label"] >= 0)
    there = wrong(on, b["on"].clamp(min=0)) * ((b["on"] >= 0) & (kind != PERSON))
    return (of + 0.5 * there).mean()


@torch.no_grad()
def evaluate(model, held, pieces, half):
    model.eval()
    out = {}
    for name, rows in held.items():
        three = name in ("vast", "news", "debates")
        choices = torch.zeros(len(rows), 3, dtype=torch.long, device=rows.ids.device)  # the answer, the early one, on the issue
        for which, width in rows.batches(pieces, random.Random(0)):
            with half():
                issue, person, on, *sooner = model(rows.batch(which, width))
            choose = lambda answers: answers[name == "news"][:, : 3 if three else 2].float().argmax(-1)
            choices[which] = torch.stack((choose((issue, person)), choose(sooner or (issue, person)), on.float().argmax(-1)), -1)
        said, early, there = choices.T.tolist()
        gold = rows.known["label"].tolist()
        right = 100 * sum(a == g for a, g in zip(said, gold)) / len(gold)
        out[name] = {"accuracy": round(right, 1), "macro_f1": round(macro(said, gold, 3 if three else 2), 1)}
        if sooner:
            out[name]["early"] = round(macro(early, gold, 3 if three else 2), 1)
        if name == "debates":
            out[name]["on"] = round(macro(there, rows.known["on"].tolist(), 2), 1)
    return out


def macro(said, gold, classes):
    f1 = []
    for c in range(classes):
        both = sum(s == c == g for s, g in zip(said, gold))
        f1.append(200 * both / max(1, said.count(c) + gold.count(c)))
    return sum(f1) / classes


if __name__ == "__main__":
    main()
