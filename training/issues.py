"""Trains what names an issue: `python issues.py` reads reports/*.txt and writes build/NAME.pt; with `--export` also ../models/issues/.

It stands on the tagger: the first of its layers are run anyway, and some more of its own read off the beginning of a page, headline first, which words name a thing
that one can be for or against, which name something else at issue, and which stand for it without its name ("the move"). Prints figures on every eighth report, held out.
"""

import argparse
import json
import re
import subprocess
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
import reports
import running
import weights
from average import Mean
from reports import KINDS, MEASURE, REFERENCE, TOPIC
from stance import trained
from tagger import WIDTH, Tagger

HERE = Path(__file__).parent
ROOM = 254  # pieces in a window of the tagger
MOST = 100  # words of which it sees so many


def prepared(texts, args, name):
    """Texts as the shipped reader cuts them (crates/engine/examples/prepare_reports.rs)."""
    source, out = args.build / f"{name}.texts.jsonl", args.build / f"{name}.words.jsonl"
    with open(source, "w", encoding="utf-8") as file:
        for number, (text, tags) in enumerate(texts):
            file.write(json.dumps({"doc": str(number), "text": text, "tags": tags}) + "\n")
    command = args.prepare or ["cargo", "run", "--release", "--locked", "--package", "onrecord-engine", "--example", "prepare_reports", "--"]
    paths = (source, out, args.base / "vocab.txt")
    subprocess.run([*command, *(str(path.resolve()) for path in paths)], cwd=HERE.parent, check=True)
    return data.read(out)


class Rows:
    """What the tagger knows of texts after the layers that it shares: a vector for each of the first words, the mean of its pieces, after the one before all words."""

    def __init__(self, articles, tagger, layers, masked=0.0):
        self.states, self.tags, self.first = [], [], []
        windows = [data.reading_windows(article, ROOM)[0] for article in articles]
        for i in range(0, len(windows), 32):
            b = data.batch(windows[i : i + 32])
            data.hide(b, masked)
            for own, (article, _, end) in zip(below(tagger, b, layers), windows[i : i + 32]):
                words = min(end, MOST)
                lengths = torch.from_numpy(article.lengths[:words])
                word = torch.repeat_interleave(torch.arange(words), lengths)
                sums = torch.zeros(words, WIDTH).index_add_(0, word, own[1 : 1 + len(word)])
                self.states.append(torch.cat((own[:1], sums / lengths[:, None])).half())
                self.tags.append(article.tags[:words])
                self.first.append(article.paragraph[:words] == 0)

    def batch(self, which):
        n = max(len(self.states[i]) for i in which)
        states, mask = torch.zeros(len(which), n, WIDTH), torch.zeros(len(which), n, dtype=torch.bool)
        tags = torch.full((len(which), n - 1), -100)
        for row, i in enumerate(which):
            states[row, : len(self.states[i])], mask[row, : len(self.states[i])] = self.states[i].float(), True
            tags[row, : len(self.tags[i])] = torch.from_numpy(self.tags[i])
        return states, mask, tags


@torch.no_grad()
def below(tagger, b, layers):
    x = tagger.words(b["ids"]) + tagger.positions.weight[: b["ids"].shape[1]]
    x = tagger.norm(x + tagger.quoted(b["quoted"]) + tagger.shape(b["shape"]) + tagger.start(b["start"]))
    for layer in tagger.layers[:layers]:
        x = layer(x, b["mask"][:, None, None, :], 0.0)
    return x


class Namer(nn.Module):
    def __init__(self, layers, drop):
        super().__init__()
        self.input = nn.Parameter(torch.zeros(WIDTH))
        self.layers = layers
        self.tag = nn.Linear(WIDTH, len(KINDS))
        self.drop = drop

    def forward(self, states, mask):
        x = F.dropout(states + self.input, 0.1, self.training)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :], self.drop)
        return self.tag(F.dropout(x[:, 1:], 0.1, self.training))


def shipped(path, base):
    """The tagger as it ships."""
    model = Tagger(0.0)
    model.load_state_dict(trained(path, base), strict=False)
    return model.eval()


def spans(tags):
    out, start = set(), 0
    for i in range(1, len(tags) + 1):
        if i == len(tags) or tags[i] != tags[start]:
            if tags[start]:
                out.add((start, i, tags[start]))
            start = i
    return out


def measure(model, rows):
    """F1 of spans in headlines and in what follows: exact, and of the last word alone."""
    model.eval()
    counts = {}
    with torch.no_grad():
        for i in range(0, len(rows.tags), 32):
            which = range(i, min(i + 32, len(rows.tags)))
            states, mask, _ = rows.batch(which)
            for row, guess in zip(which, model(states, mask).argmax(-1).tolist()):
                tags, first = rows.tags[row].tolist(), rows.first[row]
                for where in (True, False):
                    mine = lambda found: {span for span in spans(found) if first[span[0]] == where}
                    gold, got = mine(tags), mine(guess[: len(tags)])
                    for kind in (MEASURE, TOPIC, REFERENCE):
                        of = lambda found: {s for s in found if s[2] == kind}
                        ends = lambda found: {s[1] for s in found if s[2] == kind}
                        c = counts.setdefault((where, kind), [0] * 6)
                        for j, (g, h) in enumerate(((of(gold), of(got)), (ends(gold), ends(got)))):
                            c[3 * j] += len(g & h)
                            c[3 * j + 1] += len(h)
                            c[3 * j + 2] += len(g)
    model.train()
    f1 = lambda r, h, g: 200 * r / max(h + g, 1)
    return " ".join(f"{'head' if w else 'body'}{k} {f1(*c[:3]):.1f}/{f1(*c[3:]):.1f}" for (w, k), c in sorted(counts.items(), reverse=True))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--reports", type=Path, default=HERE / "reports")
    p.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2: vocab.txt and model.safetensors")
    p.add_argument("--tagger", type=Path, default=HERE.parent / "models" / "standard" / "encoder.onnx")
    p.add_argument("--begin", type=Path, help="goes on from these weights of its own: build/NAME.pt, or what shipped")
    p.add_argument("--shared", type=int, default=2, help="how many of the tagger's layers it stands on")
    p.add_argument("--layers", type=int, default=4, help="its own, begun from the tagger's next ones")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--prepare", nargs="+", help="a built prepare_reports, instead of cargo's")
    p.add_argument("--name", default="issues")
    p.add_argument("--versions", type=int, default=6, help="of each report: capitals, what is missing, what is hidden")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--rate", type=float, default=3e-4)
    p.add_argument("--head-rate", type=float, default=2e-3)
    p.add_argument("--batch", type=int, default=8)
    p.add_argument("--drop", type=float, default=0.1)
    p.add_argument("--masked", type=float, default=0.06, help="how many pieces are hidden")
    p.add_argument("--average", type=float, default=0.98)
    p.add_argument("--export", action="store_true", help="write ../models/issues/encoder.onnx")
    running.add_options(p)
    args = p.parse_args()
    args.build.mkdir(parents=True, exist_ok=True)
    dice, device = running.start(args)
    half = lambda: torch.autocast(device, torch.bfloat16, enabled=args.half)
    train, held = reports.parted(args.reports)
    print(f"{len(train)} reports, {len(held)} held out")
    tagger = shipped(args.tagger, args.base)
    # A version of each after the other: an epoch has one of each report.
    versions = [reports.text_of(parts, dice) for _ in range(args.versions) for parts in train]
    rows = Rows(prepared(versions, args, "versions"), tagger, args.shared, args.masked)
    test = Rows(prepared([reports.text_of(parts) for parts in held], args, "held"), tagger, args.shared)
    model = Namer(tagger.layers[args.shared : args.shared + args.layers], args.drop)
    if args.begin:
        begin(model, trained(args.begin, args.base), args.shared)
    named = list(model.named_parameters())
    optimizer = running.adam(running.groups(named, ("tag.", "input"), args.rate, args.head_rate))
    clock = running.Clock(optimizer, args.epochs * -(-len(train) // args.batch), args.minutes, rise=0.1)
    mean = Mean(model, args.average)
    model.train()
    for epoch in range(args.epochs):
        order = [epoch % args.versions * len(train) + i for i in dice.sample(range(len(train)), len(train))]
        losses = []
        for i in range(0, len(order), args.batch):
            states, mask, tags = rows.batch(order[i : i + args.batch])
            with half():
                scores = model(states, mask)
            loss = F.cross_entropy(scores.float().flatten(0, 1), tags.flatten(), ignore_index=-100)
            running.step(loss, named, optimizer, clock, mean)
            losses.append(loss.item())
        print(f"epoch {epoch + 1} loss {np.mean(losses):.3f} {clock.seconds():.0f} s", flush=True)
        if epoch % 2 == 1 or epoch + 1 == args.epochs:
            print("  ", measure(mean.mean, test), flush=True)
    torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
    if args.export:
        export(mean.mean.state_dict(), args.shared)


def begin(model, state, shared):
    """Takes over what was trained before; shipped layers are counted on from the tagger's."""
    below = 0 if "layers.0.out.weight" in state else shared
    own = {re.sub(r"^layers\.(\d+)", lambda m: f"layers.{int(m[1]) - below}", name): w for name, w in state.items()}
    model.load_state_dict({name: own[name] for name in model.state_dict()})


def export(state, shared):
    """Quantises what ships: the layers, counted on from the tagger's, and the tags."""
    out = {re.sub(r"^layers\.(\d+)", lambda m: f"layers.{shared + int(m[1])}", name): values for name, values in state.items()}
    weights.save(weights.above(out, shared, ["tag"]) | {"input": out["input"].numpy()}, HERE.parent / "models" / "issues" / "encoder.onnx")


if __name__ == "__main__":
    main()
