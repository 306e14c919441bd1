"""The coreference head: weighs what a mention may point back to, on the tagger's own representations.

A text is encoded window by window as the reader does it; each word gives a short vector, a mention those of its first and
last word. A small network scores each candidate from both mentions, their product and what `prepare_mentions` sees of the
pair; "none of them" has a score of its own (mention ranking: Denis and Baldridge 2008; Lee et al. 2017, arXiv:1707.07045).
"""

import json
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn as nn

import data

SIZE, HIDDEN = 64, 96
VALUES = (10, 6, 4, 12, 12, 4, 4, 5)
KINDS = ("he", "she", "it", "they", "i", "we", "you", "relative", "other", "definite", "indefinite", "name")
WEIGHTS = torch.tensor([1.0] * 9 + [0.5, 0.2, 0.2])


class Ranker(nn.Module):
    def __init__(self):
        super().__init__()
        self.anaphor = nn.Linear(2 * SIZE, HIDDEN)
        self.antecedent = nn.Linear(2 * SIZE, HIDDEN, bias=False)
        self.product = nn.Linear(2 * SIZE, HIDDEN, bias=False)
        self.seen = nn.Embedding(sum(VALUES), HIDDEN)
        nn.init.normal_(self.seen.weight, std=0.1)
        self.score = nn.Linear(HIDDEN, 1)
        self.none = nn.Linear(2 * SIZE, 1)
        self.register_buffer("offsets", torch.tensor(np.cumsum((0, *VALUES[:-1]))), persistent=False)

    def forward(self, of, to, seen):
        """Scores of candidates: of, to: [pairs, 2·SIZE]; seen: [pairs, features]."""
        x = self.anaphor(of) + self.antecedent(to) + self.product(of * to) + self.seen(seen + self.offsets).sum(1)
        return self.score(nn.functional.dropout(x.relu(), 0.1, self.training)).squeeze(-1)


@dataclass
class Document:
    article: data.Article
    windows: list
    spans: np.ndarray  # [mentions, 2]
    choices: list  # of, to, right, seen


def read(path):
    out = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            d = json.loads(line)
            arrays = [np.array(d[k], dtype=np.int64) for k in ("shape", "quoted", "paragraph")]
            article = data.Article(d["doc"], d["pieces"], *arrays, np.zeros(len(d["pieces"]), dtype=np.int64))
            choices = [
                (c["of"], np.array(c["to"]), np.isin(c["to"], c["right"]), np.array(c["seen"], dtype=np.int64))
                for c in d["choices"]
            ]
            if choices:
                windows = data.reading_windows(article, 254)
                out.append(Document(article, windows, np.array(d["mentions"], dtype=np.int64), choices))
    return out


def batches(documents, dice, room=4096):
    """Documents of like window length together, as many as fit into `room` word pieces."""
    longest = lambda d: max(int(w[0].sums[w[2]] - w[0].sums[w[1]]) for w in d.windows) + 2
    documents = sorted(documents, key=lambda d: longest(d) + dice.random() * 30)
    out, current, size, most = [], [], 0, 0
    for d in documents:
        most = max(most, longest(d))
        if current and (size + len(d.windows)) * most > room:
            out.append(current)
            current, size, most = [], 0, longest(d)
        current.append(d)
        size += len(d.windows)
    out.append(current)
    dice.shuffle(out)
    return out


def scores(model, documents, device):
    """Log probabilities of the candidates and of none: a list of (choice, tensor [candidates + 1])."""
    windows = [w for d in documents for w in d.windows]
    b = {k: v.to(device) for k, v in data.batch(windows).items()}
    vectors = model.who(model.encode(b)).float()
    row, offset, of, to, seen, lengths, chosen = 0, 0, [], [], [], [], []
    bodies = []
    for d in documents:
        for _, start, end in d.windows:
            bodies.append(vectors[row, : end - start])
            row += 1
        for c in d.choices:
            of.append(np.repeat(d.spans[c[0]][None] + offset, len(c[1]), 0))
            to.append(d.spans[c[1]] + offset)
            seen.append(c[3])
            lengths.append(len(c[1]))
            chosen.append((d, c))
        offset += len(d.article.pieces)
    words = torch.cat(bodies)
    pair = lambda spans: words[torch.from_numpy(spans).to(device)].flatten(1)
    of, to = pair(np.concatenate(of)), pair(np.concatenate(to))
    seen = torch.from_numpy(np.concatenate(seen)).to(device)
    each = model.ranker(of, to, seen)
    ends = np.cumsum(lengths)
    starts = ends - lengths
    none = model.ranker.none(of[torch.from_numpy(starts).to(device)])
    width = max(lengths)
    table = each.new_full((len(lengths), width + 1), -1e9)
    at = np.concatenate([np.arange(n) for n in lengths])
    rows = np.repeat(np.arange(len(lengths)), lengths)
    table = table.index_put((torch.from_numpy(rows).to(device), torch.from_numpy(at).to(device)), each)
    table = torch.cat([none, table[:, :-1]], 1).log_softmax(-1)  # column 0 is none
    return chosen, table


def loss(model, documents, device):
    chosen, table = scores(model, documents, device)
    right = np.zeros(tuple(table.shape), dtype=bool)
    for i, (_, c) in enumerate(chosen):
        right[i, 1 : 1 + len(c[1])] = c[2]
        right[i, 0] = not c[2].any()
    raised = torch.logsumexp(table.masked_fill(~torch.from_numpy(right).to(device), -1e9), -1)
    weights = WEIGHTS.to(device)[torch.tensor([c[3][0, 3] for _, c in chosen], device=device)]
    return -(raised * weights).sum() / weights.sum()


@torch.no_grad()
def evaluate(model, documents, device):
    """GAP's F1 (masculine, feminine), and per kind of mention the share of right answers (none included)."""
    model.eval()
    gap, kinds = np.zeros((2, 3)), np.zeros((len(KINDS), 2))
    for i in range(0, len(documents), 8):
        chosen, table = scores(model, documents[i : i + 8], device)
        best = table.argmax(-1).cpu().numpy()
        for (d, c), b in zip(chosen, best):
            kind = c[3][0, 3]
            if d.article.doc.startswith("gap/"):
                said = np.zeros(len(c[1]), dtype=bool)
                if b:
                    said[b - 1] = True
                gap[kind] += ((said & c[2]).sum(), said.sum(), c[2].sum())
            else:
                kinds[kind] += (c[2][b - 1] if b else not c[2].any(), 1)
    out = {f"gap {KINDS[k]}": round(float(200 * gap[k, 0] / max(1, gap[k, 1] + gap[k, 2])), 1) for k in (0, 1)}
    return out | {KINDS[k]: round(float(100 * a / n), 1) for k, (a, n) in enumerate(kinds) if n}
