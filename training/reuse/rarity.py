#!/usr/bin/env python3
"""Make src/text/rarity.txt: in how many pages of the WCXB dev set each common stem occurs.

usage: rarity.py DIR   (the folder that holds train-pages.jsonl.gz), from the project's root

WCXB (Web Content Extraction Benchmark) is CC BY 4.0; only stems that occur in 1.5 pages of a hundred or more are kept,
each in one of the half-octave classes of its frequency.
"""
import gzip, json, math, os, subprocess, sys

rows = [json.loads(line) for line in gzip.open(os.path.join(sys.argv[1], "train-pages.jsonl.gz"), "rt", encoding="utf8")]
texts = [r["articleBody"] for r in rows if len(r["articleBody"].split()) >= 100]
lines = "".join(json.dumps(t) + "\n" for t in texts)
out = subprocess.run(["cargo", "run", "-q", "--release", "--example", "rarity"], input=lines, capture_output=True, text=True, check=True).stdout
classes = {}
for line in out.splitlines():
    n, stem = line.split(" ", 1)
    share = int(n) / len(texts)
    if share >= 0.015 and len(stem) < 24:
        classes.setdefault(round(2 * math.log2(1 / share)), []).append(stem)
with open("src/text/rarity.txt", "w", encoding="utf8") as f:
    for c in sorted(classes):
        f.write(f"{c} {' '.join(sorted(classes[c]))}\n")
print(len(texts), "pages", sum(map(len, classes.values())), "stems")
