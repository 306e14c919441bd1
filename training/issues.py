"""Trains what names an issue: `python issues.py` reads reports/*.txt and writes build/NAME.pt; with `--export` also ../models/issues/.

The encoder is the tagger's. It reads a headline and what follows, `[CLS] headline [SEP] paragraphs [SEP]`, and tags words: what names a thing that one can be
for or against, what names something else at issue, what stands for it without its name ("the move"). Prints figures on every eighth report, held out.
"""

import argparse
import random
import re
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F
from safetensors import safe_open

import weights
from average import Mean
from data import CLS, MASK, SEP
from tagger import Tagger
from wordpiece import WordPiece

HERE = Path(__file__).parent
TAGS = ["none", "measure", "topic", "reference"]  # neighbours of one kind are one span
OPENS, CLOSES = "[{<", "]}>"
MEASURE, TOPIC, REFERENCE = 1, 2, 3
LOWER, UPPER, CAPITAL = 5, 6, 7
BODY, HEADLINE = 1, 2  # the tagger's feature of a paragraph's first word tells here what a piece stands in
LONGEST = 160


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


def read(folder):
    """The reports, each a headline and sentences with their sides."""
    out = []
    for path in sorted(folder.glob("*.txt")):
        for number, block in enumerate(re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.M)[1:]):
            headline, *lines = block.strip().splitlines()
            parts = [parse(headline)]
            for line in lines:
                part = parse(line[2:])
                part.side = line[0]
                parts.append(part)
            out.append((f"{path.stem}.{number}", parts))
    return out


def shape(word):
    """As `Shape::of` has it."""
    if word[0].isnumeric():
        return 1
    if not word[0].isalnum():
        return 2 if word[0] in ".!?…" else 3 if word[0] in ",;:" else 4
    if not any(c.isupper() for c in word):
        return LOWER
    if word[0].isupper() and not any(c.isupper() for c in word[1:]):
        return CAPITAL
    return UPPER if not any(c.islower() for c in word) else 8


class Rows:
    def __init__(self, pieces):
        self.pieces = pieces

    def row(self, parts, dice=None):
        """Ids, features and tags of one report; with dice the headline's capitals are at random, and parts may be missing."""
        head, body = parts[0], parts[1:]
        caps = "as it is"
        if dice:
            chance = dice.random()
            if chance < 0.15:
                body = []
            elif chance < 0.25:
                head = None
            elif chance < 0.5:
                body = body[: dice.randint(1, 2)]
            caps = dice.choices(["as it is", "title", "upper"], [0.6, 0.34, 0.06])[0]
        ids, shapes, starts, at, tags = [CLS], [0], [0], [], []

        def add(part, where, change=None):
            for word, tag in zip(part.words, part.tags):
                pieces = self.pieces.encode(word)
                if not pieces or len(ids) + len(pieces) >= LONGEST:
                    continue
                seen = shape(word)
                if change == "title" and seen == LOWER and len(word) > 3:
                    seen = CAPITAL
                if change == "upper" and seen in (LOWER, CAPITAL):
                    seen = UPPER
                at.append(len(ids))
                tags.append(tag)
                ids.extend(pieces)
                shapes.extend([seen] * len(pieces))
                starts.extend([where] * len(pieces))

        def end():
            ids.append(SEP)
            shapes.append(0)
            starts.append(0)

        if head:
            add(head, HEADLINE, caps)
            end()
        for part in body:
            add(part, BODY)
        if body:
            end()
        return ids, shapes, starts, at, tags

    def batch(self, rows):
        n = max(len(r[0]) for r in rows)
        m = max(max(len(r[3]) for r in rows), 1)
        grid = lambda width, fill=0: np.full((len(rows), width), fill, dtype=np.int64)
        b = dict(ids=grid(n), shape=grid(n), start=grid(n), quoted=grid(n), at=grid(m), tags=grid(m, -100))
        mask = np.zeros((len(rows), n), dtype=bool)
        for i, (ids, shapes, starts, at, tags) in enumerate(rows):
            b["ids"][i, : len(ids)], b["shape"][i, : len(ids)], b["start"][i, : len(ids)] = ids, shapes, starts
            b["quoted"][i, : len(ids)] = [s > 0 for s in shapes]
            b["at"][i, : len(at)], b["tags"][i, : len(tags)] = at, tags
            mask[i, : len(ids)] = True
        return {k: torch.from_numpy(v) for k, v in b.items()} | {"mask": torch.from_numpy(mask)}


class Namer(Tagger):
    def __init__(self, drop):
        super().__init__(drop)
        self.tag = nn.Linear(self.tag.in_features, len(TAGS))


def begin(model, path, base):
    """The tagger's weights as shipped, with the word vectors of the base encoder."""
    state = weights.load(path)
    with safe_open(base / "model.safetensors", "pt") as f:
        name = next(k for k in f.keys() if k.endswith("word_embeddings.weight"))
        state["words.weight"] = f.get_tensor(name)
    for name in ("words.scale", "tag.weight", "tag.bias", "zero"):
        state.pop(name, None)
    own = model.state_dict()
    with torch.no_grad():
        for name, array in state.items():
            if name in own:
                own[name][: len(array)].copy_(array) if name == "positions.weight" else own[name].copy_(array.reshape(own[name].shape))
    model.words.weight.requires_grad_(False)
    return set(own) - set(state)


def spans(tags):
    out, start = set(), 0
    for i in range(1, len(tags) + 1):
        if i == len(tags) or tags[i] != tags[start]:
            if tags[start]:
                out.add((start, i, tags[start]))
            start = i
    return out


def measure(model, rows, held, every):
    """F1 of spans in headlines and in what follows: exact, and of the last word alone."""
    model.eval()
    counts = {}
    with torch.no_grad():
        for i in range(0, len(held), 32):
            made = [rows.row(every(parts)) for _, parts in held[i : i + 32]]
            b = rows.batch(made)
            best = model(b).argmax(-1).tolist()
            for made_, guess in zip(made, best):
                ids, _, starts, at, tags = made_
                guess = guess[: len(tags)]
                for where in (HEADLINE, BODY):
                    mine = lambda found: {s for s in spans(found) if starts[at[s[0]]] == where}
                    gold, got = mine(tags), mine(guess)
                    for kind in (1, 2, 3):
                        of = lambda found: {s for s in found if s[2] == kind}
                        ends = lambda found: {s[1] for s in found if s[2] == kind}
                        c = counts.setdefault((where, kind), [0] * 6)
                        for j, (g, h) in enumerate(((of(gold), of(got)), (ends(gold), ends(got)))):
                            c[3 * j] += len(g & h)
                            c[3 * j + 1] += len(h)
                            c[3 * j + 2] += len(g)
    model.train()
    f1 = lambda r, h, g: 200 * r / max(h + g, 1)
    name = {HEADLINE: "head", BODY: "body"}
    return " ".join(f"{name[w]}{k} {f1(*c[:3]):.1f}/{f1(*c[3:]):.1f}" for (w, k), c in sorted(counts.items()))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--reports", type=Path, default=HERE / "reports")
    p.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2: vocab.txt and model.safetensors")
    p.add_argument("--begin", type=Path, default=HERE.parent / "models" / "standard" / "encoder.onnx", help="weights to begin with")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="issues")
    p.add_argument("--epochs", type=int, default=8)
    p.add_argument("--rate", type=float, default=1e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--batch", type=int, default=32)
    p.add_argument("--drop", type=float, default=0.1)
    p.add_argument("--masked", type=float, default=0.08, help="how many pieces are hidden")
    p.add_argument("--average", type=float, default=0.98)
    p.add_argument("--export", action="store_true", help="write ../models/issues/encoder.onnx")
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--seed", type=int, default=0)
    args = p.parse_args()
    args.build.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    dice = random.Random(args.seed)
    rows = Rows(WordPiece(args.base / "vocab.txt"))
    reports = read(args.reports)
    held = [r for i, r in enumerate(reports) if i % 8 == 4]
    train = [r for i, r in enumerate(reports) if i % 8 != 4]
    print(f"{len(train)} reports, {len(held)} held out")
    model = Namer(args.drop)
    print("new:", sorted(begin(model, args.begin, args.base)))
    head = [w for n, w in model.named_parameters() if n.startswith("tag.")]
    rest = [w for n, w in model.named_parameters() if not n.startswith(("tag.", "words.", "who.", "ranker."))]
    optimizer = torch.optim.AdamW([{"params": rest, "lr": args.rate}, {"params": head, "lr": args.head_rate}], weight_decay=0.01)
    steps = args.epochs * -(-len(train) // args.batch)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min(1, (s + 1) / (0.1 * steps)) * max(0.02, 1 - s / steps))
    mean = Mean(model, args.average) if args.average else None
    model.train()
    begun = time.time()
    for epoch in range(1, args.epochs + 1):
        dice.shuffle(train)
        losses = []
        for i in range(0, len(train), args.batch):
            b = rows.batch([rows.row(parts, dice) for _, parts in train[i : i + args.batch]])
            hidden = (torch.rand(b["ids"].shape) < args.masked) & (b["ids"] > 999)
            b["ids"].masked_fill_(hidden, MASK)
            loss = F.cross_entropy(model(b).flatten(0, 1), b["tags"].flatten(), ignore_index=-100)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(rest + head, 1.0)
            optimizer.step()
            schedule.step()
            if mean:
                mean.follow()
            losses.append(loss.item())
        print(f"epoch {epoch} loss {np.mean(losses):.3f} {time.time() - begun:.0f}s", flush=True)
        best = mean.mean if mean else model
        if epoch % 2 == 0 or epoch == args.epochs:
            print("  ", measure(best, rows, held, lambda parts: parts), "| headline alone", measure(best, rows, held, lambda parts: parts[:1]), flush=True)
    torch.save(best.state_dict(), args.build / f"{args.name}.pt")
    if args.export:
        export(best.state_dict())


def export(state):
    """Quantises what ships; that nothing is quoted, which the tagger's weights want to be told, goes into the shapes."""
    state = dict(state)
    state["shape.weight"] = state["shape.weight"].clone()
    state["shape.weight"][0] += state["quoted.weight"][0]
    state["shape.weight"][1:] += state["quoted.weight"][1]
    weights.save(weights.constants(state, LONGEST, ["shape", "start"], ["tag"]), HERE.parent / "models" / "issues" / "encoder.onnx")


if __name__ == "__main__":
    main()
