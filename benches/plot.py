"""Draws F1 against articles per second: `python3 benches/plot.py` turns systems.csv into accuracy-and-speed.svg.

The standard library is all it needs. The picture is read in light and in dark, and each point bears its name.
"""

import csv
from html import escape
from math import log10
from pathlib import Path

HERE = Path(__file__).resolve().parent
LEFT, RIGHT, TOP, BOTTOM = 56, 700, 40, 380
SPEEDS, SCORES = (1, 2000), (0, 80)

STYLE = """
  text { font: 13px system-ui, sans-serif; fill: #1d2733 }
  .aside { fill: #5b6876 } .ours { font-weight: 600 }
  .grid { stroke: #d9dfe6 } .axis { stroke: #8d99a6 }
  .point { fill: #8d99a6 } .point.ours { fill: #0b6e99 }
  .ground { fill: #ffffff }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6ebf0 } .aside { fill: #a3afbb } .grid { stroke: #2f3a45 } .axis { stroke: #6d7a87 }
    .point { fill: #8d99a6 } .point.ours { fill: #5cc1ea } .ground { fill: #14191f }
  }
"""


def x(speed):
    low, high = map(log10, SPEEDS)
    return LEFT + (RIGHT - LEFT) * (log10(speed) - low) / (high - low)


def y(score):
    return BOTTOM - (BOTTOM - TOP) * (score - SCORES[0]) / (SCORES[1] - SCORES[0])


def label(row):
    """Beside the point, on the side where there is room."""
    at, kind = x(float(row["per_second"])), "ours" if row["ours"] == "yes" else ""
    left = at > 480
    dx, anchor = (-11, "end") if left else (11, "start")
    text = f"{escape(row['system'])}"
    return f'<text class="{kind}" x="{at + dx:.1f}" y="{y(float(row["f1"])) + 4:.1f}" text-anchor="{anchor}">{text}</text>'


def picture(rows):
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 440" role="img" aria-labelledby="title">']
    said = "; ".join(f"{r['system']}: {r['f1']} at {r['per_second']}" for r in rows)
    out.append(f"<title id=\"title\">Attribution F1 on PolNeAR dev against articles per second and core. {escape(said)}.</title>")
    out.append(f"<style>{STYLE}</style>")
    out.append('<rect class="ground" width="760" height="440"/>')
    for score in range(0, 81, 20):
        out.append(f'<line class="grid" x1="{LEFT}" x2="{RIGHT}" y1="{y(score):.1f}" y2="{y(score):.1f}"/>')
        out.append(f'<text class="aside" x="{LEFT - 8}" y="{y(score) + 4:.1f}" text-anchor="end">{score}</text>')
    for speed in (1, 10, 100, 1000):
        out.append(f'<line class="grid" y1="{TOP}" y2="{BOTTOM}" x1="{x(speed):.1f}" x2="{x(speed):.1f}"/>')
        out.append(f'<text class="aside" x="{x(speed):.1f}" y="{BOTTOM + 20}" text-anchor="middle">{speed:,}</text>')
    out.append(f'<line class="axis" x1="{LEFT}" x2="{RIGHT}" y1="{BOTTOM}" y2="{BOTTOM}"/>')
    out.append(f'<text class="aside" x="{LEFT - 8}" y="{TOP - 16}">attribution F1: what was said, by the right source</text>')
    out.append(f'<text class="aside" x="{RIGHT}" y="{BOTTOM + 44}" text-anchor="end">articles per second on one core</text>')
    for row in rows:
        kind = "point ours" if row["ours"] == "yes" else "point"
        size = 7 if row["ours"] == "yes" else 5
        out.append(f'<circle class="{kind}" cx="{x(float(row["per_second"])):.1f}" cy="{y(float(row["f1"])):.1f}" r="{size}"/>')
        out.append(label(row))
    return "\n".join(out + ["</svg>"]) + "\n"


def main():
    with open(HERE / "systems.csv", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    (HERE / "accuracy-and-speed.svg").write_text(picture(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
