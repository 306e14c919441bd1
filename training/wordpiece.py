"""BERT's uncased word pieces, as crates/extract/src/wordpiece.rs cuts them."""

import unicodedata
from pathlib import Path


class WordPiece:
    def __init__(self, vocabulary: Path):
        self.ids = {piece: i for i, piece in enumerate(vocabulary.read_text(encoding="utf-8").splitlines())}
        self.known = {}

    def encode(self, text: str) -> list[int]:
        text = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn")
        words, word = [], ""
        for c in text + " ":
            sign = unicodedata.category(c)[0] in "PS"
            if c.isspace() or sign:
                words += [word] if word else []
                words += [c] if sign else []
                word = ""
            else:
                word += c
        return [piece for word in words for piece in self.pieces(word)]

    def pieces(self, word: str) -> list[int]:
        if word not in self.known:
            out, start = [], 0
            while start < len(word):
                for end in range(len(word), start, -1):
                    piece = ("##" if start else "") + word[start:end]
                    if piece in self.ids:
                        out.append(self.ids[piece])
                        start = end
                        break
                else:
                    out, start = [self.ids["[UNK]"]], len(word)
            self.known[word] = out
        return self.known[word]
