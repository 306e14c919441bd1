"""Scores who the sources are: `python actors.py dev.jsonl` compares what `onrecord read -f jsonl` printed with actors/.

A gold statement counts where a predicted one matches it: contents with an intersection over union of at least .5 in
characters, best pairs first, each statement used once. Its answer is right when the predicted actors are the gold ones:
each equals one of them and none is missing. Accuracy is over the gold statements whose actors the text settles, so that
no answer counts as a wrong one; precision is over the answers given, and any answer where gold has none is wrong.

A predicted actor equals the gold actor
1. that is no group and whose proper name, or another form of it, reads like its name: in lower case, without "the",
   titles and possessives;
2. else whose name or other form most of its mentions are: overlapping, with the same noun at the end or before "of",
   "who" and the like, so that "Flynn" is "Lt. Gen. Michael Flynn" but "Mr. Trump" is not "Mr. Trump's campaign";
3. else whose name or other form reads like its name or one of its mentions;
4. else the only one whose noun its name is: "members" are "three members of the House".
So an actor that mixes several people is the one who gives it its name.
"""

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
KINDS = ["name", "pronoun", "description", "implied", "group"]
TITLES = set(
    "a an the mr mrs ms miss dr prof president senator sen representative rep congressman congresswoman governor gov"
    " mayor secretary minister chancellor general gen lt col sir lord lady king queen pope".split()
)
AFTER_NOUN = re.compile(  # what may follow the noun of a description
    r"(?<=\w)(?:,|\s--?|\s(?:of|in|for|from|at|on|to|by|with|about|like|who|whom|whose|that|which|including|such|led"
    r"|released|conducted|worried|ranging)\b)"
)
POSSESSIVE = re.compile(r"['’]s?$")


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("predicted", type=Path, nargs="?", help="output of `onrecord read -f jsonl DATA/polnear/dev/text`")
    data = HERE.parent.parent / "shared" / "data"
    p.add_argument("--data", type=Path, default=data, help="folder that holds polnear/ (%(default)s)")
    p.add_argument("--gold", type=Path, default=HERE / "actors" / "polnear-dev.jsonl", help="the annotated actors")
    p.add_argument("--wrong", action="store_true", help="print each wrong answer, too")
    p.add_argument("--self-test", action="store_true", help="check the scorer on invented cases and stop")
    args = p.parse_args()
    if args.self_test:
        return self_test()
    if args.predicted is None:
        p.error("name the file that `onrecord read -f jsonl` wrote")
    predicted = {Path(article["doc"]).name.removesuffix(".txt"): article for article in lines(args.predicted)}
    answers = []
    for gold in lines(args.gold):
        path = args.data / "polnear" / "dev" / "text" / f"{gold['doc']}.txt"
        if not path.is_file():
            sys.exit(f"{path} is missing: name the folder that holds polnear/ with --data")
        page = path.read_bytes()
        if hashlib.sha256(page).hexdigest() != gold["sha256"]:
            sys.exit(f"{path} is not the text that was annotated: its SHA-256 differs")
        if gold["doc"] not in predicted:
            sys.exit(f"{args.predicted} lacks {gold['doc']}: read the whole of {path.parent}")
        answers += compare(page.decode("utf-8"), gold, predicted[gold["doc"]])
    if args.wrong:
        for answer in answers:
            if answer.wrong:
                print(answer)
    print(report(answers))


def lines(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


@dataclass
class Answer:
    """What was said of one gold statement."""

    doc: str
    by: str
    elsewhere: bool
    gold: list  # the names of its actors
    source: str
    content: str
    matched: bool = False
    given: list = field(default_factory=list)  # the names of the predicted actors
    right: bool = False

    @property
    def wrong(self):
        return self.matched and not self.right and bool(self.gold or self.given)

    def __str__(self):
        said = " ".join(self.content.split())[:80]
        names = [" + ".join(n) or "-" for n in (self.gold, self.given)]
        where = "elsewhere" if self.elsewhere else "here"
        return f"{self.doc}\t{self.by}, {where}\t{self.source or '-'}\tgold: {names[0]}\tgiven: {names[1]}\t{said}"


def compare(text: str, gold: dict, predicted: dict) -> list[Answer]:
    if predicted["offset_unit"] != "char" or predicted["text"] != text:
        sys.exit(f"{gold['doc']}: not the annotated text in characters; read it anew with `onrecord read -f jsonl`")
    check(text, gold)
    read = lambda spans: " … ".join(text[s:e] for s, e in spans)
    names = {a["id"]: read([a["name"]]) for a in gold["actors"]}
    given = {a["id"]: a["name"] for a in predicted["actors"]}
    equal = {a["id"]: equals(text, a, gold["actors"]) for a in predicted["actors"]}
    partner = pairs([s["content"] for s in gold["statements"]], [s["content"] for s in predicted["statements"]])
    out = []
    for i, s in enumerate(gold["statements"]):
        wanted = set(s["actors"])
        named = [names[g] for g in s["actors"]]
        a = Answer(gold["doc"], s["by"], s["elsewhere"], named, read(s["source"]), read(s["content"]))
        if i in partner:
            actors = predicted["statements"][partner[i]]["actors"]
            a.matched, a.given = True, [given[p] for p in actors]
            each = all(equal[p] & wanted for p in actors)
            a.right = bool(actors) and each and wanted <= set().union(*(equal[p] for p in actors))
        out.append(a)
    return out


def check(text: str, gold: dict):
    """Stops unless each span lies in the text and each statement's actors are listed."""
    spans = [s for a in gold["actors"] for s in [a["name"], *a.get("aliases", [])]]
    spans += [span for s in gold["statements"] for span in s["source"] + s["content"]]
    outside = [s for s in spans if not 0 <= s[0] < s[1] <= len(text)]
    unknown = {i for s in gold["statements"] for i in s["actors"]} - {a["id"] for a in gold["actors"]}
    unknown |= {s["by"] for s in gold["statements"]} - set(KINDS)
    if outside or unknown:
        sys.exit(f"{gold['doc']}: the annotation is broken: spans outside the text {outside}, unknown {unknown}")


def pairs(gold: list, predicted: list) -> dict:
    """The predicted content for each gold one that has a match."""
    letters = lambda spans: {i for s, e in spans for i in range(s, e)}
    left, right = [letters(c) for c in gold], [letters(c) for c in predicted]
    found = []
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            if common := len(a & b):
                found.append((-common / len(a | b), i, j))
    out = {}
    for share, i, j in sorted(found):
        if share <= -0.5 and i not in out and j not in out.values():
            out[i] = j
    return out


def equals(text: str, actor: dict, gold: list) -> set:
    """The gold actors that a predicted one equals: one, unless they cannot be told apart."""
    forms = {g["id"]: [g["name"], *g.get("aliases", [])] for g in gold}
    words = {i: [text[s:e] for s, e in spans] for i, spans in forms.items()}
    alike = lambda names, form: any(plain(n) == plain(form) for n in names)
    groups = {g["id"] for g in gold if g["kind"] == "group"}  # "Democrats" need not be the other Democrats
    own = {i: [f for f in w if proper(f)] for i, w in words.items() if i not in groups}
    if named := {i for i, w in own.items() if any(alike([actor["name"]], f) for f in w)}:
        return named
    votes = Counter(i for mention in actor["mentions"] for i in mentioned(text, mention, forms))
    if most := max(votes.values(), default=0):
        return {i for i, n in votes.items() if n == most}
    names = [actor["name"], *(text[s:e] for s, e in actor["mentions"])]
    if named := {i for i, w in words.items() if any(alike(names, f) for f in w)}:
        return named
    ending = " " + plain(actor["name"])
    ends = {i for i, spans in forms.items() if any(plain(text[f[0] : noun(text, f)]).endswith(ending) for f in spans)}
    return ends if len(ends) == 1 else set()


def mentioned(text: str, mention: list, forms: dict) -> set:
    """The gold actors whom a mention stands for."""
    head = noun(text, mention)
    same = lambda form: min(form[1], mention[1]) > max(form[0], mention[0]) and noun(text, form) == head
    return {i for i, spans in forms.items() if any(map(same, spans))}


def noun(text: str, span: list) -> int:
    """Where the span ends without what follows its noun, a possessive ending and marks."""
    words = AFTER_NOUN.split(text[span[0] : span[1]])[0]
    return span[0] + len(POSSESSIVE.sub("", words.rstrip(" ,.;:)")))


def plain(name: str) -> str:
    words = re.sub(r"['’]s?(?=\s|$)", "", name.lower().replace("’", "'"))
    words = [w for w in re.split(r"[^\w'&.-]+", words) if w]
    while len(words) > 1 and words[0].rstrip(".") in TITLES:
        words = words[1:]
    return " ".join(w.rstrip(".,") for w in words)


def proper(form: str) -> bool:
    """Whether the form is a name: every word of some length is capitalised, or it is one capitalised word."""
    words = [w for w in form.split() if w.lower() not in TITLES and len(w) > 3] or form.split()
    return all(w.strip("\"'“‘(")[:1].isupper() for w in words)


def report(answers: list[Answer]) -> str:
    matched = [a for a in answers if a.matched]
    settled = [a for a in matched if a.gold]
    rows = [("all", settled), ("elsewhere", [a for a in settled if a.elsewhere])]
    rows += [(kind, [a for a in settled if a.by == kind]) for kind in KINDS]
    rows += [("pronoun, elsewhere", [a for a in settled if a.by == "pronoun" and a.elsewhere])]
    rows += [("description, elsewhere", [a for a in settled if a.by == "description" and a.elsewhere])]
    out = [f"gold statements {len(answers)}, matched {len(matched)}, of these settled by the text {len(settled)}", ""]
    out.append(f"{'accuracy':24}{'right':>7}{'wrong':>7}{'none':>7}{'of':>7}{'share':>8}")
    for name, of in rows:
        right, none = sum(a.right for a in of), sum(not a.given for a in of)
        share = f"{100 * right / len(of):.1f} %" if of else "-"
        out.append(f"{name:24}{right:7}{len(of) - right - none:7}{none:7}{len(of):7}{share:>8}")
    given = [a for a in matched if a.given]
    right = sum(a.right for a in given)
    share = f"{100 * right / len(given):.1f} %" if given else "-"
    needless = sum(not a.gold for a in given)
    out += ["", f"precision of answers: {right} of {len(given)}, {share}; {needless} where the text settles none"]
    return "\n".join(out)


def self_test():
    text = (
        'Mayor Ada Moss said rain. "Snow," she said. Moss\'s campaign said hail. Bo Ray and Moss denied fog. '
        "A clerk said sun. Two critics of Ada Moss's record, shouted. Others laughed, others cried."
    )
    span = lambda words, start=0: [text.index(words, start), text.index(words, start) + len(words)]
    second = text.index("Moss's")
    gold = {
        "doc": "invented",
        "actors": [
            {"id": "a1", "kind": "person", "name": span("Ada Moss"), "aliases": [span("Moss", text.index("and Moss"))]},
            {"id": "a2", "kind": "organization", "name": span("Moss's campaign")},
            {"id": "a3", "kind": "person", "name": span("Bo Ray")},
            {"id": "a4", "kind": "person", "name": span("A clerk")},
            {"id": "a5", "kind": "group", "name": span("Two critics of Ada Moss's record")},
            {"id": "a6", "kind": "group", "name": span("Others")},
            {"id": "a7", "kind": "group", "name": span("others")},
        ],
        "statements": [
            {"source": [span(source)], "content": [span(content)], "actors": actors, "by": by, "elsewhere": elsewhere}
            for source, content, actors, by, elsewhere in [
                ("Mayor Ada Moss", "rain", ["a1"], "name", False),
                ("she", '"Snow,"', ["a1"], "pronoun", True),
                ("Moss's campaign", "hail", ["a2"], "name", False),
                ("Bo Ray and Moss", "fog", ["a3", "a1"], "name", False),
                ("A clerk", "sun", [], "description", False),
            ]
        ],
    }
    moss = {"id": "p1", "name": "Moss", "mentions": [span("Mayor Ada Moss"), span("she")]}
    campaign = {"id": "p2", "name": "Moss campaign", "mentions": [span("Moss's campaign")]}
    ray = {"id": "p3", "name": "Bo Ray", "mentions": []}
    clerk = {"id": "p4", "name": "clerk", "mentions": [span("clerk")]}
    cheat = {"id": "p5", "name": "M.", "mentions": [span("Moss", second)]}
    for actor, expected in [
        (moss, {"a1"}),
        (campaign, {"a2"}),
        (ray, {"a3"}),
        (clerk, {"a4"}),
        (cheat, {"a1"}),  # a name inside another's name is not that other
        ({"id": "p", "name": "the Hon. Ada Moss", "mentions": [span("Ada Moss")]}, {"a1"}),
        ({"id": "p", "name": "Mayor Bo Ray’s", "mentions": []}, {"a3"}),
        ({"id": "p", "name": "campaign", "mentions": [span("campaign")]}, {"a2"}),
        ({"id": "p", "name": "critics", "mentions": [span("critics of Ada Moss")]}, {"a5"}),
        ({"id": "p", "name": "critics", "mentions": []}, {"a5"}),  # the only ones
        ({"id": "p", "name": "record", "mentions": [span("record")]}, set()),
        ({"id": "p", "name": "others", "mentions": [span("Others")]}, {"a6"}),  # two groups of one name
        ({"id": "p", "name": "Moss", "mentions": [span("Moss", second), span("campaign")]}, {"a1"}),  # the name decides
        ({"id": "p", "name": "Cy Poe", "mentions": [span("she")]}, set()),
    ]:
        assert equals(text, actor, gold["actors"]) == expected, (actor, equals(text, actor, gold["actors"]))

    def answers(contents: list, expected: str):
        """`contents` are pairs of content and predicted actors; letters are answers: Right, Wrong, None, Unmatched."""
        statements = [{"content": [span(c)], "actors": actors} for c, actors in contents]
        actors = [moss, campaign, ray, clerk, cheat]
        output = {"offset_unit": "char", "text": text, "actors": actors, "statements": statements}
        out = compare(text, gold, output)
        letter = lambda a: "U" if not a.matched else "R" if a.right else "W" if a.given else "N"
        assert "".join(map(letter, out)) == expected, "".join(map(letter, out))
        return report(out)

    answers([], "UUUUU")
    first, both = [("rain", ["p1"]), ('"Snow,"', []), ("hail", ["p1"])], ("fog", ["p1", "p3"])
    said = answers([*first, both, ("sun", ["p4"])], "RNWRW")
    assert "precision of answers: 2 of 4, 50.0 %; 1 where the text settles none" in said, said
    assert "matched 5, of these settled by the text 4" in said, said
    answers([("fog", ["p3"])], "UUUWU")  # one is missing
    answers([("rain", ["p1", "p3"])], "WUUUU")  # one is too many
    answers([("said rain. \"Snow,\" she said. Moss", ["p1"]), ("ain", ["p1"])], "RUUUU")  # half in common, or none
    assert pairs([[[0, 10]], [[5, 15]]], [[[4, 14]]]) == {1: 0}, "the best pair first"
    assert plain("Sen. Ted Cruz’s") == "ted cruz" and plain("The E.U.") == "e.u" and plain("President") == "president"
    print("all as expected")


if __name__ == "__main__":
    main()
