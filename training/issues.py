"""Trains what names an issue: `python issues.py` reads reports/*.txt and writes build/NAME.pt; with `--export` also ../models/issues/.

It stands on the tagger: the first of its layers are run anyway, and some more of its own read off the beginning of a page, headline first, which words name a thing
that one can be for or against, which name something else at issue, and which stand for it without its name ("the move"). Prints figures on every eighth report, held out.
"""

import argparse
import json
import random
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import data
import running
import weights
from average import Mean
from stance import trained
from tagger import WIDTH, Tagger

HERE = Path(__file__).parent
TAGS = ["none", "measure", "topic", "reference"]  # neighbours of one kind are one span
OPENS, CLOSES = "[{<", "]}>"
MEASURE, TOPIC, REFERENCE = 1, 2, 3
ROOM = 254  # pieces in a window of the tagger
MOST = 128  # of which it sees so many, `[CLS]` included


@dataclass
class Part:
    """A headline or a sentence: its words, and the tag of each."""

    text: str
    words: list[str]
    tags: list[int]
    places: list[tuple[int, int]]  # of the words, in characters
    side: str = ""


WORD = re.compile(r"[^\W_]+|[^\w\s]|_")  # as `plain_words` cuts them


def parse(line):
    part, kind = Part("", [], [], []), 0
    for piece in re.split(r"([\[\]{}<>])", line):
        if piece in OPENS and piece:
            kind = 1 + OPENS.index(piece)
        elif piece in CLOSES and piece:
            kind = 0
        else:
            for word in WORD.finditer(piece):
                part.words.append(word[0])
                part.tags.append(kind)
                part.places.append((len(part.text) + word.start(), len(part.text) + word.end()))
            part.text += piece
    return part


def names(part, kind):
    """What a part names, without articles."""
    found = sorted(span for span in spans(part.tags) if span[2] == kind)
    texts = (part.text[part.places[start][0] : part.places[end - 1][1]] for start, end, _ in found)
    return [re.sub(r"^(the|a|an) ", "", text, flags=re.I) for text in texts]


def parted(folder):
    """The reports, each a headline and sentences with their sides: those to learn from, and every eighth, held out."""
    out = []
    for path in sorted(folder.glob("*.txt")):
        for block in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]:
            headline, *lines = block.strip().splitlines()
            parts = [parse(headline)]
            for line in lines:
                part = parse(line[2:])
                part.side = line[0]
                parts.append(part)
            out.append(parts)
    return [parts for i, parts in enumerate(out) if i % 8 != 4], out[4::8]


def text_of(parts, dice=None):
    """One text with its marked names, in characters; with dice the headline's capitals are at random, and parts may be missing or share a paragraph."""
    head, body = parts[0], parts[1:]
    caps = None
    if dice:
        chance = dice.random()
        if chance < 0.12:
            body = []
        elif chance < 0.2:
            head = None
        elif chance < 0.35:
            body = body[: dice.randint(1, 2)]
        caps = dice.choices([None, titled, str.upper], [0.6, 0.34, 0.06])[0]
    text, marks = "", []
    for part in [head, *body] if head else body:
        if text:
            text += " " if dice and part is not body[0] and dice.random() < 0.25 else "\n\n"
        told = caps(part.text) if part is head and caps else part.text
        told = told if len(told) == len(part.text) else part.text
        marks += [(len(text) + start, len(text) + end, tag) for (start, end), tag in zip(part.places, part.tags) if tag]
        text += told
    return text, marks


def titled(text):
    return re.sub(r"[^\W\d_]{4,}", lambda m: m[0][0].upper() + m[0][1:], text)


def prepared(texts, args, name):
    """Texts as the shipped reader cuts them (crates/engine/examples/prepare_reports.rs)."""
    source, out = args.build / f"{name}.texts.jsonl", args.build / f"{name}.words.jsonl"
    with open(source, "w", encoding="utf-8") as file:
        for number, (text, marks) in enumerate(texts):
            file.write(json.dumps({"doc": str(number), "text": text, "names": marks}) + "\n")
    command = args.prepare or ["cargo", "run", "--release", "--locked", "--package", "onrecord-engine", "--example", "prepare_reports", "--"]
    paths = (source, out, args.base / "vocab.txt")
    subprocess.run([*command, *(str(path.resolve()) for path in paths)], cwd=HERE.parent, check=True)
    return data.read(out)


class Rows:
    """What the tagger knows of texts after the layers that it shares: a vector for each of the first pieces."""

    def __init__(self, articles, tagger, layers, masked=0.0):
        self.states, self.at, self.tags, self.first = [], [], [], []
        windows = [data.reading_windows(article, ROOM)[0] for article in articles]
        for i in range(0, len(windows), 32):
            b = data.batch(windows[i : i + 32])
            data.hide(b, masked)
            states = below(tagger, b, layers)
            for row, (article, _, end) in enumerate(windows[i : i + 32]):
                ends = article.sums[: end + 1] + 1
                words = int((ends[1:] <= MOST).sum())
                length = int(ends[words])
                self.states.append(states[row, :length].half())
                self.at.append(ends[:words])
                self.tags.append(article.tags[:words])
                self.first.append(article.paragraph[:words] == 0)

    def batch(self, which):
        n, m = max(len(self.states[i]) for i in which), max(max(len(self.at[i]) for i in which), 1)
        states, mask = torch.zeros(len(which), n, WIDTH), torch.zeros(len(which), n, dtype=torch.bool)
        at, tags = torch.zeros(len(which), m, dtype=torch.long), torch.full((len(which), m), -100)
        for row, i in enumerate(which):
            states[row, : len(self.states[i])], mask[row, : len(self.states[i])] = self.states[i].float(), True
            at[row, : len(self.at[i])], tags[row, : len(self.tags[i])] = torch.from_numpy(self.at[i]), torch.from_numpy(self.tags[i])
        return states, mask, at, tags


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
        self.layers = layers
        self.tag = nn.Linear(WIDTH, len(TAGS))
        self.drop = drop

    def forward(self, states, mask, at):
        x = F.dropout(states, 0.1, self.training)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :], self.drop)
        x = x.gather(1, at[:, :, None].expand(-1, -1, WIDTH))
        return self.tag(F.dropout(x, 0.1, self.training))


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
        for i in range(0, len(rows.at), 32):
            which = range(i, min(i + 32, len(rows.at)))
            states, mask, at, _ = rows.batch(which)
            for row, guess in zip(which, model(states, mask, at).argmax(-1).tolist()):
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
    train, held = parted(args.reports)
    print(f"{len(train)} reports, {len(held)} held out")
    tagger = shipped(args.tagger, args.base)
    # A version of each after the other: an epoch has one of each report.
    versions = [text_of(parts, dice) for _ in range(args.versions) for parts in train]
    rows = Rows(prepared(versions, args, "versions"), tagger, args.shared, args.masked)
    test = Rows(prepared([text_of(parts) for parts in held], args, "held"), tagger, args.shared)
    model = Namer(tagger.layers[args.shared : args.shared + args.layers], args.drop)
    optimizer = running.adam(running.groups(list(model.named_parameters()), "tag.", args.rate, args.head_rate))
    clock = running.Clock(optimizer, args.epochs * -(-len(train) // args.batch), args.minutes, rise=0.1)
    mean = Mean(model, args.average)
    model.train()
    for epoch in range(args.epochs):
        order = [epoch % args.versions * len(train) + i for i in dice.sample(range(len(train)), len(train))]
        losses = []
        for i in range(0, len(order), args.batch):
            states, mask, at, tags = rows.batch(order[i : i + args.batch])
            with half():
                scores = model(states, mask, at)
            loss = F.cross_entropy(scores.float().flatten(0, 1), tags.flatten(), ignore_index=-100)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            clock.schedule.step()
            mean.follow()
            losses.append(loss.item())
        print(f"epoch {epoch + 1} loss {np.mean(losses):.3f} {clock.seconds():.0f} s", flush=True)
        if epoch % 2 == 1 or epoch + 1 == args.epochs:
            print("  ", measure(mean.mean, test), flush=True)
    torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
    if args.export:
        export(mean.mean.state_dict(), args.shared)


def export(state, shared):
    """Quantises what ships: the layers, counted on from the tagger's, and the tags."""
    out = {re.sub(r"^layers\.(\d+)", lambda m: f"layers.{shared + int(m[1])}", name): values for name, values in state.items()}
    weights.save(weights.above(out, shared, ["tag"]), HERE.parent / "models" / "issues" / "encoder.onnx")


if __name__ == "__main__":
    main()
