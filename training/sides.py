"""Trains who is for and who against what a report is about: `python sides.py` reads reports/*.txt and writes build/NAME.pt.

The shipped stance model goes on with whole reports: it reads the headline, in which the name of what is at issue is marked, and the sentences after it, and tells
of each sentence whether its speaker is for that, against it, or neither; so it knows what "the move" is and what the others said. Now and then it sees the name
without its headline, a sentence alone, or sentences in another order. Prints figures on every eighth report, held out. A large model can
teach a small one: it answers reports and articles once, and the small one learns its answers and the labels.
"""

import argparse
import itertools
import json
import pickle
import re
import time
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import mpnet
import reports
import running
import stance
import stance_data
import weights
from average import Mean
from data import CLS, MASK, SEP
from reports import MEASURE, NEITHER
from stance_data import ISSUE, TEXT
from wordpiece import WordPiece

HERE = Path(__file__).parent
MOST = 512  # pieces of a headline and sentences
OF_STANCE = 192  # positions of the shipped stance model


class Sides(stance.Stance):
    """The encoder of stances, with an answer for each sentence after the layers `after`; the last of them ships."""

    def __init__(self, after):
        super().__init__()
        self.after = 0
        self.stages = after
        self.answers = nn.ModuleList(nn.Linear(2 * self.width, 3) for _ in after)

    def forward(self, b):
        """For each stage the logits of each sentence."""
        return [answer(self.pairs_of(x, b)) for answer, x in zip(self.answers, self.states(b))]

    def states(self, b):
        """The vectors after each stage."""
        n = b["ids"].shape[1]
        x = self.words(b["ids"]) + self.positions.weight[:n] + self.side(b["side"])
        x = F.dropout(self.norm(x), 0.1, self.training)
        mask, out = b["mask"][:, None, None, :], []
        for number, layer in enumerate(self.layers[: max(self.stages)], 1):
            x = layer(x, mask, self.drop)
            if number in self.stages:
                out.append(x)
        return out

    def pairs_of(self, x, b):
        """The name beside each sentence."""
        issue = self.mean(x, b["side"] == ISSUE)
        sentence = torch.einsum("bsn,bnw->bsw", b["of"].to(x.dtype), x)
        return F.dropout(torch.cat((issue[:, None].expand(-1, sentence.shape[1], -1), sentence), -1), 0.1, self.training)


class LargeSides(Sides):
    """A teacher: the same on MPNet, with one stage."""

    width = mpnet.WIDTH
    make_encoder, load_pretrained = stance.LargeStance.make_encoder, stance.LargeStance.load_pretrained

    def __init__(self):
        super().__init__([mpnet.LAYERS])

    def states(self, b):
        return [self.encoder(b["ids"], b["mask"], self.side(b["side"]), CLS, SEP)]


class Rows:
    def __init__(self, pieces, foreign=(), most=0, whole=0.7, device="cpu"):
        """`foreign` are sentences of any reports, which say nothing of the one that they are put into, at most so many; with the
        headline that share of them is seen."""
        self.pieces, self.foreign, self.most, self.whole, self.device = pieces, foreign, most, whole, device

    def pair(self, p):
        """A statement alone, from the corpora of stances."""
        ids, sides = stance_data.sides(p, MOST)
        start = len(p.issue[:48]) + 2
        return ids, sides, [(start, len(ids) - 1)], [p.label]

    def report(self, parts, dice=None, shown="report", at=0):
        """Ids, sides, of each sentence its pieces, and the labels toward the issue `at`; `None` where that has no name."""
        named = next(((n, start, end) for n, part in enumerate(parts) for start, end, kind, issue in part.names if kind == MEASURE and issue == at), None)
        if not named:
            return None
        of, start, end = named
        bare = re.sub(r"^(the|a|an) ", "", parts[of].text[start:end], flags=re.I)
        sentences = list(enumerate(parts))[1:]
        if dice:
            chance = dice.random()
            shown = "report" if chance < self.whole else "name" if chance < (1 + self.whole) / 2 else "alone"
            sentences = [s for s in sentences if dice.random() > 0.2 or s[0] == of] or sentences
            if dice.random() < 0.5:
                first, rest = sentences[:1], sentences[1:]
                sentences = first + dice.sample(rest, len(rest))
            if shown == "alone":
                sentences = [dice.choice(sentences)]
            for _ in range(min(self.most, dice.choice((0, 0, 0, 1, 1, 2, 4)))):
                sentences.insert(dice.randint(0, len(sentences)), (-1, dice.choice(self.foreign)))
        ids, sides, places, labels = [CLS], [0], [], []

        def add(text, side, marked=None):
            for word in reports.WORD.finditer(text):
                own = self.pieces.encode(word[0])
                ids.extend(own)
                sides.extend([ISSUE if marked and marked[0] <= word.start() < marked[1] else side] * len(own))

        def close():
            ids.append(SEP)
            sides.append(0)

        if shown == "report":
            add(parts[0].text, 0, (start, end) if of == 0 else None)
        else:
            add(bare, ISSUE)
        close()
        for number, part in sentences:
            before = len(ids)
            add(part.text, TEXT, (start, end) if number == of and shown == "report" else None)
            if len(ids) >= MOST:
                del ids[before:], sides[before:]
                break
            if len(ids) > before:
                places.append((before, len(ids)))
                labels.append(NEITHER if number < 0 else part.sides.get(at, NEITHER))
            close()
        return (ids, sides, places, labels) if labels and ISSUE in sides else None

    def heard(self, name, sentences):
        """As the program asks: a name and sentences, of which nobody said what is right."""
        ids, places = [CLS, *self.pieces.encode(name)[:48], SEP], []
        sides = [0, *[ISSUE] * (len(ids) - 2), 0]
        for sentence in sentences:
            own = self.pieces.encode(sentence)[:100]
            if not own or len(ids) + len(own) >= MOST:
                break
            places.append((len(ids), len(ids) + len(own)))
            ids += [*own, SEP]
            sides += [TEXT] * len(own) + [0]
        return ids, sides, places, [-100] * len(places)

    def batch(self, rows, masked=0.0):
        n, m = max(len(row[0]) for row in rows), max(len(row[2]) for row in rows)
        ids, side = np.zeros((len(rows), n), np.int64), np.zeros((len(rows), n), np.int64)
        mask, of = np.zeros((len(rows), n), bool), np.zeros((len(rows), m, n), np.float32)
        labels, said = np.full((len(rows), m), -100, np.int64), np.zeros((len(rows), m, 3), np.float32)
        for i, (own, sides, places, told, *answers) in enumerate(rows):
            ids[i, : len(own)], side[i, : len(own)], mask[i, : len(own)] = own, sides, True
            labels[i, : len(told)] = told
            for k, (start, end) in enumerate(places):
                of[i, k, start:end] = 1 / (end - start)
            for those in answers:
                said[i, : len(those)] = those
        b = {"ids": ids, "side": side, "mask": mask, "of": of, "labels": labels, "said": said}
        b = {name: torch.from_numpy(array) for name, array in b.items()}
        b["ids"].masked_fill_((torch.rand(ids.shape) < masked) & (b["ids"] > 999), MASK)
        return {name: values.to(self.device) for name, values in b.items()}


class Others:
    """Short statements toward issues from the corpora of stances, some told in the manner of news."""

    def __init__(self, data, pieces):
        parts = [read(data, pieces)["train"] for name, read in stance_data.CORPORA.items() if name != "news"]
        self.pairs, self.frames = [p for part in parts for p in part], stance_data.Frames(pieces)

    def some(self, most, dice):
        out = stance_data.epoch(self.pairs, dice, unrelated=0.1, frames=self.frames, told=0.6, claims=1, reworded=0.2, vast=0.5)
        return dice.sample([p for p in out if len(p.text) <= 80], most)


def news(path, rows, dice, most):
    """Articles that the program read: what they say, in the order of their text, each with some of its issues."""
    out = []
    for line in open(path, encoding="utf-8"):
        article = json.loads(line)
        spans = [[*s["source"], *s["cue"], *s["content"]] for s in article["statements"]]
        said = sorted({(min(start for start, _ in of), max(end for _, end in of)) for of in spans})
        said = [article["text"][start:end] for start, end in said if end - start <= 600]
        labels = [issue["label"] for issue in article["issues"]]
        for label in dice.sample(labels, min(3, len(labels))):
            first = dice.randint(0, max(0, len(said) - 6))
            out.append(rows.heard(label, said[first:]))
    out = [row for row in out if len(row[2]) > 1]
    return dice.sample(out, min(most, len(out)))


@torch.no_grad()
def ask(teacher, asked, rows, size=32):
    """Rows with the teacher's answer to each of their sentences."""
    order, begun = sorted(range(len(asked)), key=lambda i: len(asked[i][0])), time.time()
    out = [None] * len(asked)
    for i in range(0, len(order), size):
        which = order[i : i + size]
        odds = teacher(rows.batch([asked[k] for k in which]))[-1].float().softmax(-1).cpu().numpy()
        for k, own in zip(which, odds):
            out[k] = (*asked[k][:4], own[: len(asked[k][2])])
        if i // size % 20 == 0:
            print(f"asked {i} of {len(asked)} in {time.time() - begun:.0f} s", flush=True)
    return out


def loss_of(logits, b, gold):
    """How far the answers are from the labels, and from a teacher's answers where it was asked."""
    wrong = F.cross_entropy(logits.flatten(0, 1), b["labels"].flatten(), ignore_index=-100)
    told = b["said"].sum(-1) > 0
    if not told.any():
        return wrong
    far = F.kl_div(logits[told].log_softmax(-1), b["said"][told], reduction="batchmean")
    return far + gold * wrong.nan_to_num()


@torch.no_grad()
def measure(model, rows, held, shown, half):
    """Of each stage the share of right answers, and of sides told so sure the number and the share of right ones."""
    model.eval()
    made = [row for row in (rows.report(parts, None, shown) for parts in held) if row]
    said = [[] for _ in model.stages]
    gold = []
    for i in range(0, len(made), 24):
        b = rows.batch(made[i : i + 24])
        told = b["labels"] >= 0
        gold.append(b["labels"][told])
        with half():
            for stage, logits in zip(said, model(b)):
                stage.append(logits.float().softmax(-1)[told])
    gold = torch.cat(gold)
    out = []
    for after, stage in zip(model.stages, said):
        odds = torch.cat(stage)
        line = f"{after}: {100 * (odds.argmax(-1) == gold).float().mean():.1f}"
        for sure in (0.7, 0.8, 0.9):
            told = odds[:, :2].max(-1).values >= sure
            right = (odds[:, :2].argmax(-1) == gold) & told
            line += f"  {sure} {int(told.sum())} {100 * right.sum() / max(1, int(told.sum())):.1f}"
        out.append(line)
    model.train()
    return f"{shown} of {int((gold < 2).sum())} sides in {len(gold)} sentences | " + " | ".join(out)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.ArgumentDefaultsHelpFormatter)
    p.add_argument("--reports", type=Path, default=HERE / "reports")
    p.add_argument("--base", type=Path, required=True, help="folder of all-MiniLM-L6-v2: vocab.txt and model.safetensors")
    p.add_argument("--begin", type=Path, default=HERE.parent / "models" / "stance" / "encoder.onnx", help="weights to begin with, as stance.py's --resume")
    p.add_argument("--build", type=Path, default=HERE / "build")
    p.add_argument("--name", default="sides")
    p.add_argument("--large", type=Path, help="model.safetensors of all-mpnet-base-v2: train a teacher on it instead")
    p.add_argument("--kept", type=int, default=0, help="how many of its lowest layers stay as they are")
    p.add_argument("--drop", type=float, default=0.1, help="in its layers")
    p.add_argument("--data", type=Path, default=HERE.parent.parent / "shared" / "data")
    p.add_argument("--teacher", help="a trained one (build/NAME.pt) whose answers are learnt; kept in build/NAME.asked.pkl")
    p.add_argument("--gold", type=float, default=0.5, help="weight of the labels beside the teacher")
    p.add_argument("--read", type=Path, default=HERE / "build" / "train.read.jsonl", help="articles as the program read them, for the teacher")
    p.add_argument("--news", type=int, default=1500, help="so many questions on them")
    p.add_argument("--others", type=int, default=0, help="so many single statements of the corpora of stances in each epoch")
    p.add_argument("--whole", type=float, default=0.7, help="share of the reports seen with their headline")
    p.add_argument("--layer-decay", type=float, default=1, help="the rate of each of a teacher's layers, as a share of the next one's")
    p.add_argument("--after", type=int, nargs="+", default=[4, 6], help="layers after which it answers")
    p.add_argument("--epochs", type=float, default=6)
    p.add_argument("--batch", type=int, default=12)
    p.add_argument("--rate", type=float, default=1.2e-4)
    p.add_argument("--head-rate", type=float, default=1e-3)
    p.add_argument("--masked", type=float, default=0.04)
    p.add_argument("--foreign", type=int, default=4, help="at most so many sentences of other reports among a report's, which take no side on it")
    p.add_argument("--every", type=int, default=2)
    p.add_argument("--export", action="store_true", help="only quantise build/NAME.pt, which ships as ../models/issues/sides.onnx")
    p.add_argument("--mean", type=Path, help="trained weights, of which and of build/NAME.pt the mean is exported")
    running.add_options(p)
    args = p.parse_args()
    if args.export:
        state = torch.load(args.build / f"{args.name}.pt", map_location="cpu")
        export(mean_of(torch.load(args.mean, map_location="cpu"), state) if args.mean else state, args.after)
        return
    dice, device = running.start(args)
    half = lambda: torch.autocast(device, torch.bfloat16, enabled=args.half)
    train, held = reports.parted(args.reports)
    pieces = WordPiece(args.base / "vocab.txt")
    rows = Rows(pieces, [part for parts in train for part in parts[1:]], args.foreign, args.whole, device)
    asked = [(parts, at) for parts in train for at in range(3) if rows.report(parts, at=at)]
    print(f"{len(asked)} issues of {len(train)} reports, {len(held)} held out", flush=True)
    others = Others(args.data, pieces) if args.others else None

    def fresh():
        made = [row for row in (rows.report(parts, dice, at=at) for parts, at in asked) if row]
        return made + ([rows.pair(p) for p in others.some(args.others, dice)] if others else [])

    taught = None
    if args.teacher:
        kept = args.build / f"{args.teacher}.asked.pkl"
        if not kept.exists():
            teacher = LargeSides()
            teacher.load_state_dict(torch.load(args.build / f"{args.teacher}.pt", map_location="cpu"))
            kept.write_bytes(pickle.dumps(ask(teacher.to(device).eval(), fresh() + news(args.read, rows, dice, args.news), rows)))
        taught = pickle.loads(kept.read_bytes())
    if args.large:
        model = LargeSides()
        model.load_pretrained(args.large)
        model.encoder.drop = args.drop
        model.encoder.layers[: args.kept].requires_grad_(False)
    else:
        model = Sides(args.after)
        state = stance.trained(args.begin, args.base)
        model.load_state_dict(state, strict=False)
        with torch.no_grad():
            for answer in model.answers if "answers.0.weight" not in state else ():
                answer.weight.copy_(model.toward_issue.weight)
                answer.bias.copy_(model.toward_issue.bias)
    model.to(device)
    named = [(n, w) for n, w in model.named_parameters() if w.requires_grad and not n.startswith(("toward_", "on_issue"))]
    optimizer = running.adam(stance.groups(named, args) if args.large else running.groups(named, "answers.", args.rate, args.head_rate))
    total = args.epochs * -(-(len(taught) if taught else len(asked) + args.others) // args.batch)
    clock, mean, step = running.Clock(optimizer, total, args.minutes, rise=0.08), Mean(model, 0.995), 0
    model.train()
    for epoch in itertools.count(1):
        made = list(taught) if taught else fresh()
        made.sort(key=lambda row: len(row[0]) + dice.random() * 30)
        batches = [made[i : i + args.batch] for i in range(0, len(made), args.batch)]
        dice.shuffle(batches)
        losses = []
        for batch in batches:
            if clock.done(step) >= 1:
                break
            b = rows.batch(batch, args.masked)
            with half():
                answers = model(b)
            parts = [loss_of(logits.float(), b, args.gold) for logits in answers]
            running.step(parts[-1] + 0.4 * sum(parts[:-1]), named, optimizer, clock, mean)
            step += 1
            losses.append(parts[-1].item())
            if step % 50 == 0:
                print(f"step {step}/{total:.0f} loss {np.mean(losses[-50:]):.3f} {clock.seconds() / step:.2f} s/step", flush=True)
        over = clock.done(step) >= 1
        print(f"epoch {epoch} loss {np.mean(losses):.3f} {clock.seconds():.0f} s", flush=True)
        if over or epoch % args.every == 0:
            torch.save(mean.mean.state_dict(), args.build / f"{args.name}.pt")
            for shown in ("report", "name"):
                print("  ", measure(mean.mean, rows, held, shown, half), flush=True)
        if over:
            break


def mean_of(before, state):
    """Of the same after two steps of training; the positions that the stance model has not are those of the later one."""
    out = {name: (before[name] + values) / 2 for name, values in state.items()}
    out["positions.weight"][OF_STANCE:] = state["positions.weight"][OF_STANCE:]
    return out


def export(state, after):
    """What the last stage needs."""
    last = {name.replace(f"answers.{len(after) - 1}.", "toward_issue."): values for name, values in state.items() if not name.startswith("toward_")}
    too_many = [name for name in last if name.startswith("layers.") and int(name.split(".")[1]) >= after[-1]]
    for name in too_many:
        del last[name]
    weights.save(weights.constants(last, MOST, ["side"], ["toward_issue"]), HERE.parent / "models" / "issues" / "sides.onnx")


if __name__ == "__main__":
    main()
