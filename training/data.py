"""Articles as words with their features, cut into windows and batched.

A file `PREFIX.words.jsonl` (see crates/engine/examples/prepare_training.rs) holds an article a line. All numbers in it
come from the shipped reader, so that what is learned is what is read.
"""

import json
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

CLS, SEP, MASK = 101, 102, 103
TAGS = ["O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"]
STOP = 2  # Shape::Stop, a sentence's end
MARKS = {1523: 1000, 1524: 1000, 1520: 1005, 1521: 1005}  # curly marks to straight ones
OUTER = {1523, 1524, 1000}


@dataclass
class Article:
    doc: str
    pieces: list
    shape: np.ndarray
    quoted: np.ndarray
    paragraph: np.ndarray
    tags: np.ndarray
    soft: np.ndarray | None = None  # a teacher's log probabilities of each word's tags

    def __post_init__(self):
        self.lengths = np.array([len(p) for p in self.pieces], dtype=np.int64)
        self.sums = np.concatenate([[0], np.cumsum(self.lengths)])
        self.flat = np.array([i for p in self.pieces for i in p], dtype=np.int64)
        starts = np.ones(len(self.pieces), dtype=np.int64)
        starts[1:] += self.paragraph[1:] != self.paragraph[:-1]
        starts[:1] = 2
        self.starts = starts  # 1 within a paragraph, 2 at its first word


def read(path: Path) -> list[Article]:
    out = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            d = json.loads(line)
            arrays = (np.array(d[k], dtype=np.int64) for k in ("shape", "quoted", "paragraph", "tags"))
            out.append(Article(d["doc"], d["pieces"], *arrays))
    return out


def straightened(a: Article) -> Article:
    """The article with typewriter marks."""
    pieces = [[MARKS.get(i, i) for i in p] for p in a.pieces]
    return Article(a.doc, pieces, a.shape, a.quoted, a.paragraph, a.tags, a.soft)


def unmarked(a: Article) -> Article:
    """The article without any quotation marks, as some sites leave it."""
    keep = [i for i, p in enumerate(a.pieces) if not (len(p) == 1 and p[0] in OUTER)]
    tags = a.tags[keep]
    for i, tag in enumerate(tags):
        if tag > 0 and tag % 2 == 0 and (i == 0 or tags[i - 1] not in (tag, tag - 1)):
            tags[i] = tag - 1
    none = np.zeros(len(keep), dtype=np.int64)
    soft = None if a.soft is None else a.soft[keep]
    return Article(a.doc, [a.pieces[i] for i in keep], a.shape[keep], none, a.paragraph[keep], tags, soft)


def units(a: Article, room: int) -> list[tuple[int, int]]:
    """Paragraphs, long ones cut at sentence ends; as `windows.rs` does it."""
    out, n, start = [], len(a.pieces), 0
    while start < n:
        end = start
        while end < n and a.paragraph[end] == a.paragraph[start]:
            end += 1
        while a.sums[end] - a.sums[start] > room:
            to = start
            while a.sums[to + 1] - a.sums[start] <= room:
                to += 1
            stop = next((k for k in range(to - 1, start + 9, -1) if a.shape[k] == STOP), None)
            to = max(to if stop is None else stop + 1, start + 1)
            out.append((start, to))
            start = to
        out.append((start, end))
        start = end
    return out


def training_windows(a: Article, room: int, dice: random.Random) -> list[tuple[Article, int, int]]:
    """Windows that begin elsewhere each time, so that no place in a window means anything."""
    out, current = [], None
    first_room = room if dice.random() < 0.3 else dice.randint(room // 3, room)
    for start, end in units(a, room):
        most = first_room if not out else room
        if current and a.sums[end] - a.sums[current[0]] <= most:
            current[1] = end
        else:
            if current:
                out.append((a, *current))
            current = [start, end]
    if current:
        out.append((a, *current))
    return out


def reading_windows(a: Article, room: int) -> list[tuple[Article, int, int]]:
    """Windows as `windows.rs` cuts them."""
    out = []
    for start, end in units(a, room):
        if out and a.sums[end] - a.sums[out[-1][1]] <= room:
            out[-1][2] = end
        else:
            out.append([a, start, end])
    return [tuple(window) for window in out]


def hide(b, share):
    """Puts [MASK] for a share of the pieces, so that the tags must come from what is around them too."""
    if share:
        chosen = (torch.rand(b["ids"].shape, device=b["ids"].device) < share) & (b["ids"] > 999)
        b["ids"].masked_fill_(chosen, MASK)


def batch(windows) -> dict[str, torch.Tensor]:
    """Windows side by side, padded with zeros; tags with -100."""
    words = max(w[2] - w[1] for w in windows)
    length = max(int(w[0].sums[w[2]] - w[0].sums[w[1]]) for w in windows) + 2
    length = (length + 7) // 8 * 8
    grid = lambda width: np.zeros((len(windows), width), dtype=np.int64)
    ids, quoted, shape, start = grid(length), grid(length), grid(length), grid(length)
    at, tags, mask = grid(words), grid(words) - 100, np.zeros((len(windows), length), dtype=bool)
    for row, window in enumerate(windows):
        a, s, e = window
        m, n = int(a.sums[e] - a.sums[s]), e - s
        ids[row, 0], ids[row, 1 + m] = CLS, SEP
        ids[row, 1 : 1 + m] = a.flat[a.sums[s] : a.sums[e]]
        for grid_, values in ((quoted, a.quoted + 1), (shape, a.shape), (start, a.starts)):
            grid_[row, 1 : 1 + m] = np.repeat(values[s:e], a.lengths[s:e])
        mask[row, : m + 2] = True
        at[row, :n] = 1 + a.sums[s:e] - a.sums[s]
        tags[row, :n] = a.tags[s:e]
        # A span that began before the window begins with it.
        if n and tags[row, 0] > 0 and tags[row, 0] % 2 == 0:
            tags[row, 0] -= 1
    soft = np.zeros((len(windows), words, len(TAGS)), dtype=np.float32)
    for row, (a, s, e) in enumerate(windows):
        if a.soft is not None:
            soft[row, : e - s] = a.soft[s:e]
    fields = dict(ids=ids, quoted=quoted, shape=shape, start=start, at=at, tags=tags, mask=mask, soft=soft)
    fields["words"] = np.array([w[2] - w[1] for w in windows])
    return {k: torch.from_numpy(v) for k, v in fields.items()}
