"""Our encoder beside ONNX Runtime and rten: the same weights and window, one thread each, in turns, in processor time.

`make bench-encoder` runs it; it needs the packages of requirements.txt.

Each round gives every engine the same number of windows of 256 word pieces, one at a time: the same layers for every piece, and ours
once more as the program runs it, where words that are sure of their tag need no more of them. Two figures are told of each: the
median over the rounds, with the median of the rounds' factors, and the least, which is what it takes while no neighbour uses
the same core.
"""

import argparse
import json
import statistics
import subprocess
import time
from pathlib import Path

import numpy as np
import onnxruntime

ROOT = Path(__file__).resolve().parent.parent


class Ours:
    """The program that runs our encoder and rten's."""

    def __init__(self, program, encoder, vocabulary, text, instructions):
        command = [program, encoder, vocabulary, text, *instructions]
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.ids, *self.features, self.at = (json.loads(self.child.stdout.readline()) for _ in range(5))
        self.instructions = self.child.stdout.readline().strip()

    def ask(self, order):
        self.child.stdin.write(order + "\n")
        self.child.stdin.flush()
        return float(self.child.stdout.readline())


def other(encoder, ids, features, at):
    """A function that reads the window with ONNX Runtime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(encoder), options, providers=["CPUExecutionProvider"])
    names = ("quoted", "shape", "start")
    inputs = {"ids": np.array(ids, np.int32), "places": np.arange(len(ids), dtype=np.int32), "at": np.array(at, np.int32)}
    inputs |= {name: np.array(values, np.int32) for name, values in zip(names, features)}
    return lambda: session.run(["tags"], inputs)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--encoder", type=Path, default=ROOT / "models/standard/encoder.onnx")
    p.add_argument("--vocabulary", type=Path, default=ROOT / "models/standard/vocab.txt")
    p.add_argument("--text", type=Path, default=ROOT / "samples/ministers-repost.txt")
    p.add_argument("--program", type=Path, default=ROOT / "target/release/examples/encoder_speed")
    p.add_argument("--instructions", nargs=1, default=[], help="ours uses these: AMX, AVX-512 VNNI, AVX2, NEON or portable")
    p.add_argument("--rounds", type=int, default=60)
    p.add_argument("--windows", type=int, default=3, help="windows a round")
    args = p.parse_args()
    ours = Ours(args.program, args.encoder, args.vocabulary, args.text, args.instructions)
    run = other(args.encoder, ours.ids, ours.features, ours.at)

    def runtime(windows):
        begin = time.process_time()
        for _ in range(windows):
            run()
        return time.process_time() - begin

    engines = {
        "ours": lambda n: ours.ask(f"ours {n}"),
        "ours, sure words early": lambda n: ours.ask(f"tags {n}"),
        f"ONNX Runtime {onnxruntime.__version__}": runtime,
        "rten": lambda n: ours.ask(f"rten {n}"),
    }
    for engine in engines.values():
        engine(2)
    peaks, rounds = [], {name: [] for name in engines}
    for _ in range(args.rounds):
        peaks.append(ours.ask("peak"))
        for name, engine in engines.items():
            rounds[name].append(engine(args.windows) / args.windows)
    own, peak = rounds["ours"], statistics.median(peaks)
    operations = ours.ask("operations")
    print(f"{ours.instructions}, out of registers   {peak:.0f} GOPS in 8 bits, {max(peaks):.0f} at most; a window takes {operations / 1e9:.2f} G operations")
    for name, seconds in rounds.items():
        factor = statistics.median(s / o for s, o in zip(seconds, own))
        median, least = 1000 * statistics.median(seconds), 1000 * min(seconds)
        print(f"{name:24} {median:5.1f} ms a window, {factor:.2f} × ours; at least {least:5.1f} ms, {min(seconds) / min(own):.2f} × ours")
    share = statistics.median(operations / seconds / 1e9 / top for seconds, top in zip(own, peaks))
    print(f"share of the peak        {100 * share:.0f} %; of the least {100 * operations / min(own) / 1e9 / max(peaks):.0f} %")


if __name__ == "__main__":
    main()
