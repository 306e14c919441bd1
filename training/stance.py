"""Trains the stance model: `python stance.py` reads the corpora and writes build/NAME.pt.

It reads an issue and a text and says whether the text supports or opposes the issue, or neither; and of a mention in the
text, whether it is praised or criticised. Prints figures on held-out parts after each epoch.
"""

import argparse
import json
import random
import time
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

import mpnet
import running
import stance_data
import weights
from average import Mean
from distill import begin
from stance_data import CLS, CORPORA, SEP, batch
from tagger import HEADS, INNER, WIDTH, Tagger, sizes
from wordpiece import WordPiece

HERE = Path(__file__).parent
SIDES = 4
PARTS = ("words", "positions", "side", "norm", "toward_issue", "toward_person", "on_issue")


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
        if early:  # answers after that layer already, for those of which they are sure
            self.register_buffer("early", torch.tensor(early))
            self.early_issue, self.early_person = nn.Linear(2 * self.width, 3), nn.Linear(2 * self.width, 3)

    def make_encoder(self, layers, inner, heads):
        base = Tagger(self.drop, layers, inner, heads)
        self.words, self.positions, self.norm, self.layers = base.words, base.positions, base.norm, base.layers

    def encode(self, b):
        """The vectors, and those of the layer that answers early."""
        n = b["ids"].shape[1]
        x = self.words(b["ids"]) + self.positions.weight[:n] + self.side(b["side"])
        x = F.dropout(self.norm(x), 0.1, self.training)
        mask = None if bool(b["mask"].all()) else b["mask"][:, None, None, :]
        kept = None
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, mask, self.drop)
            kept = x if hasattr(self, "early") and number == self.early else kept
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
        self.encoder = mpnet.Mpnet(self.drop)

    def encode(self, b):
        return self.encoder(b["ids"], b["mask"], self.side(b["side"]), CLS, SEP), None

    def load_pretrained(self, path):
        self.encoder.load_pretrained(path)
        for part in (self.encoder.words, self.encoder.positions, *self.encoder.layers[:3]):
            part.requires_grad_(False)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    p.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2: model.safetensors, vocab.txt")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="stance")
    p.add_argument("--large", type=Path, help="model.safetensors of all-mpnet-base-v2: train a teacher on it instead")
    p.add_argument("--resume", type=Path, help="weights to go on from (build/NAME.pt, or a shipped encoder.onnx) instead of the base encoder's")
    p.add_argument("--teacher", help="a trained model (build/NAME.pt) whose answers a smaller one learns; they are kept in build/NAME.asked.pt")
    p.add_argument("--begin", help="the trained model with whose weights it begins, of which it may be a part (the teacher, if that is no larger)")
    p.add_argument("--layers", type=int, nargs="+", default=[0, 1, 2, 3, 4, 5], help="which layers of that")
    p.add_argument("--inner", type=int, default=INNER, help="width between the two products of a feed-forward layer")
    p.add_argument("--heads", type=int, default=HEADS, help="heads of a layer")
    p.add_argument("--early", type=int, default=0, help="the layer after which it answers already, beside the last one (0: none)")
    p.add_argument("--gold", type=float, default=0.5, help="weight of the labels beside the teacher")
    p.add_argument("--untold", type=float, default=0.5, help="share of the statements without a label that a teacher is asked about")
    p.add_argument("--asked", type=int, default=46000, help="how many pairs a teacher is asked about")
    p.add_argument("--epochs", type=float, default=4)
    p.add_argument("--pieces", type=int, default=3072, help="word pieces in a batch")
    p.add_argument("--longest", type=int, default=176)
    p.add_argument("--rate", type=float, default=1e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--unrelated", type=float, default=0.06, help="share of pairs given a foreign issue")
    p.add_argument("--vast", type=float, default=0.75, help="share of VAST's pairs, whose texts come back with many topics, in an epoch")
    p.add_argument("--claims", type=int, default=2, help="how often an epoch has the claims, of which there are few")
    p.add_argument("--told", type=float, default=0.4, help="share of short pairs told in the manner of news")
    p.add_argument("--reworded", type=float, default=0.4, help="share of pairs whose issue is put in other words, or denied")
    running.add_options(p)
    args = p.parse_args()
    dice, device = running.start(args)
    half = lambda: torch.autocast(device, torch.bfloat16, enabled=args.half)

    pieces = WordPiece(args.base / "vocab.txt")
    parts = {name: read(args.data, pieces) for name, read in CORPORA.items()}
    train = [pair for corpus in parts.values() for pair in corpus["train"]]
    held = {name: parts[name][part] for name, part in stance_data.HELD.items()}
    print({name: {part: len(rows) for part, rows in corpus.items()} for name, corpus in parts.items()}, flush=True)
    model = LargeStance() if args.large else Stance(len(args.layers), args.inner, args.heads, early=args.early)
    teacher = load(args.build / f"{args.teacher}.pt") if args.teacher else None
    large = isinstance(teacher, LargeStance)
    if args.begin or teacher and not large:
        begin(model, load(args.build / f"{args.begin}.pt") if args.begin else teacher, args.layers, PARTS)
    else:
        model.load_pretrained(args.large or args.base / "model.safetensors")
    if args.resume:
        shipped = args.resume.suffix == ".onnx"
        state = weights.load(args.resume) if shipped else torch.load(args.resume, map_location="cpu")
        if shipped:  # it has fewer positions
            state["positions.weight"] = torch.cat((state["positions.weight"], model.positions.weight[len(state["positions.weight"]) :]))
        model.load_state_dict(state, strict=False)
    model.to(device)
    new = ("side.", "toward_", "on_issue.", "early_")
    named = [(n, w) for n, w in model.named_parameters() if w.requires_grad]
    groups = running.groups(named, new, args.rate, args.head_rate)
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    frames = stance_data.Frames(pieces)
    pairs = lambda dice: stance_data.epoch(train, dice, args.unrelated, frames, args.told, args.claims, args.reworded, args.vast)
    if teacher:  # it is asked once of each pair, so all epochs have the same
        kept = args.build / f"{args.teacher}.asked.pt"
        if not kept.exists():
            asked = pairs(dice) + stance_data.untold(args.build, pieces, dice, args.untold) + stance_data.between(train, dice, args.untold)
            asked = dice.sample(asked, min(args.asked, len(asked)))
            ask(teacher.to(device, torch.bfloat16 if large and args.half else None), asked, args, device)
            torch.save(asked, kept)
        asked = torch.load(kept, weights_only=False)
        pairs = lambda dice: list(asked)
    epoch = lambda dice: batches(pairs(dice), args, dice)
    total = args.epochs * len(epoch(random.Random(args.seed)))
    clock = running.Clock(optimizer, total, args.minutes, rise=0.06)
    step, seen, mean = 0, 0.0, Mean(model, 0.998)
    while clock.done(step) < 1:
        for few in epoch(dice):
            if clock.done(step) >= 1:
                break
            model.train()
            optimizer.zero_grad(set_to_none=True)
            b = {k: v.to(device) for k, v in batch(few, args.longest).items()}
            with half():
                logits = model(b)
            logits = [part.float() for part in logits]
            stages = [logits[:3]]
            if logits[3:]:  # the early ones, with the last layer's third answer
                stages.append(logits[3:] + logits[2:3])
            loss = 0.0
            for answers in stages:
                of_labels = stance_loss(few, *answers)
                loss = loss + (args.gold * of_labels + told(few, answers) if teacher else of_labels)
            loss.backward()
            seen += loss.item()
            torch.nn.utils.clip_grad_norm_([w for _, w in named], 1.0)
            optimizer.step()
            clock.schedule.step()
            mean.follow()
            step += 1
            if step % 50 == 0:
                each = clock.seconds() / step
                print(f"step {step}/{total:.0f} loss {seen / 50:.4f} {each:.2f} s/step", flush=True)
                seen = 0.0
        torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
        print(f"after {clock.seconds():.0f} s:", json.dumps(evaluate(mean.mean, held, args, device, half)), flush=True)


def load(path):
    """A trained model of any size."""
    state = torch.load(path, map_location="cpu")
    model = LargeStance() if mpnet.is_in(state) else Stance(**sizes(state), early=int(state.get("early", 0)))
    model.load_state_dict(state)
    return model


@torch.no_grad()
def ask(teacher, pairs, args, device):
    """Gives each pair the teacher's log probabilities."""
    teacher.eval()
    parts, done, begun = batches(list(pairs), args, random.Random(0)), 0, time.time()
    for number, few in enumerate(parts):
        said = teacher({k: v.to(device) for k, v in batch(few, args.longest).items()})[:3]
        for p, *rows in zip(few, *(part.float().log_softmax(-1).cpu() for part in said)):
            p.said = rows
        done += len(few)
        if number % 100 == 99:
            print(f"asked {done}/{len(pairs)} in {time.time() - begun:.0f} s", flush=True)


def told(pairs, logits):
    """How far the answers are from the teacher's, where the question makes sense."""
    said = [torch.stack(rows).to(logits[0].device) for rows in zip(*(p.said for p in pairs))]
    issue, person, on = (F.kl_div(s.log_softmax(-1), t, reduction="none", log_target=True).sum(-1) for s, t in zip(logits, said))
    of_person = torch.tensor([p.task in ("news", "mentioned") for p in pairs], device=issue.device)
    return torch.where(of_person, person, issue + 0.5 * on).mean()


def stance_loss(pairs, issue, person, on):
    labels = torch.tensor([p.label for p in pairs], device=issue.device)
    of = lambda *tasks: torch.tensor([p.task in tasks for p in pairs], device=issue.device)
    three, two, news = of("vast", "debates", "motions"), of("claims", "perspectives", "arguments"), of("news")
    loss = F.cross_entropy(issue[three], labels[three], reduction="sum", label_smoothing=0.05) if three.any() else 0.0
    if two.any():  # where neutral was not to be chosen, it takes no part
        loss = loss + F.cross_entropy(issue[two][:, :2], labels[two], reduction="sum", label_smoothing=0.05)
    if news.any():
        loss = loss + F.cross_entropy(person[news], labels[news], reduction="sum", label_smoothing=0.05)
    known = torch.tensor([p.on is not None and p.task != "news" for p in pairs], device=issue.device)
    if known.any():
        there = torch.tensor([p.on or 0 for p in pairs], device=issue.device)
        loss = loss + 0.5 * F.cross_entropy(on[known], there[known], reduction="sum", label_smoothing=0.05)
    return loss / len(pairs)


def batches(pairs, args, dice):
    """Pairs of like length side by side, in random order."""
    dice.shuffle(pairs)
    size = lambda p: min(args.longest, len(p.issue) + len(p.text) + 3)
    out = []
    for i in range(0, len(pairs), 1024):
        current = []
        for pair in sorted(pairs[i : i + 1024], key=size):
            if current and (len(current) + 1) * size(pair) > args.pieces:
                out.append(current)
                current = []
            current.append(pair)
        out.append(current)
    dice.shuffle(out)
    return out


@torch.no_grad()
def evaluate(model, held, args, device, half):
    model.eval()
    out = {}
    for name, pairs in held.items():
        said, early, there, three = [], [], [], name in ("vast", "news", "debates")
        for i in range(0, len(pairs), 32):
            b = {k: v.to(device) for k, v in batch(pairs[i : i + 32], args.longest).items()}
            with half():
                issue, person, on, *sooner = model(b)
            choose = lambda answers: answers[name == "news"][:, : 3 if three else 2].float().argmax(-1).tolist()
            said += choose((issue, person))
            early += choose(sooner) if sooner else []
            there += on.float().argmax(-1).tolist()
        gold = [p.label for p in pairs]
        right = 100 * sum(a == g for a, g in zip(said, gold)) / len(gold)
        out[name] = {"accuracy": round(right, 1), "macro_f1": round(macro(said, gold, 3 if three else 2), 1)}
        if early:
            out[name]["early"] = round(macro(early, gold, 3 if three else 2), 1)
        if name == "debates":
            out[name]["on"] = round(macro(there, [p.on for p in pairs], 2), 1)
    return out


def macro(said, gold, classes):
    f1 = []
    for c in range(classes):
        both = sum(s == c == g for s, g in zip(said, gold))
        f1.append(200 * both / max(1, said.count(c) + gold.count(c)))
    return sum(f1) / classes


if __name__ == "__main__":
    main()
