#!/usr/bin/env python3
"""Fit the weights of src/sourcing/characterization/score.rs: a logistic regression over the candidates' features.

usage: calibrate.py DIR      DIR holds basil.jsonl.gz and ptc.jsonl.gz: an article a line, {id, event, page: {text}, spans}

Needs numpy and scikit-learn, and `cargo build --release --example characterization_features`. Prints how it does on
articles of events that it was not fitted on, then the constants. No text of the sets goes into the project: what is kept
are the 33 weights and the intercept.
"""
import collections, gzip, json, os, subprocess, sys
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

RUN = os.environ.get("FEATURES", "target/release/examples/characterization_features")
# BASIL's articles are news, which is what most pages are, and hold a quarter of the candidates.
WEIGHT = {"basil": 3.0, "ptc": 1.0}
C = 0.3
# What the intercept may be raised by, so that a half is the least score that is shown; 0.7 ships.
RAISED = (0.5, 0.6, 0.7, 0.8, 0.9)
# Set by reason. Neither set labels motives, insinuation, exaggeration, phrases, scare quotes and questions. A headline, and a
# page that is full of strong words, weigh less than the fit has it: PTC's annotators differ more than its pages do, and a
# reader of such a page is shown enough.
SET = {6: 0.0, 7: -0.5, 8: 0.0, 10: -0.15, 32: -0.3, 22: 0.5, 23: 0.1, 24: 0.2}


def quoted(text):
    mask, inside = bytearray(len(text)), False
    for i, ch in enumerate(text):
        if ch == "\n":
            inside = False
        if ch in "\"“”":
            mask[i] = 1
            inside = ch != "”" and not inside or ch == "“"
        else:
            mask[i] = inside
    return mask


def load(folder, name):
    raw = gzip.open(os.path.join(folder, name + ".jsonl.gz")).read()
    rows = [json.loads(line) for line in raw.splitlines()]
    out = subprocess.run([RUN], input=raw, capture_output=True, check=True).stdout
    found = {a["id"]: a["candidates"] for a in map(json.loads, out.splitlines())}
    articles = []
    for row in rows:
        text = row["page"]["text"]
        point = (lambda at: at) if text.isascii() else (lambda at, b=text.encode(): len(b[:at].decode("utf8", "ignore")))
        marks = quoted(text)
        gold = [(s["start"], s["end"]) for s in row["spans"]
                if not (s["quote"] if name == "basil" else all(marks[s["start"]:s["end"]]))]
        candidates = []
        for start, end, _, most, features in found[row["id"]]:
            a, b = point(start), point(end)
            candidates.append((a, b, features, any(a < e and s < b for s, e in gold), most))
        articles.append({"set": name, "event": row.get("event") or row["id"], "gold": gold, "candidates": candidates})
    return articles


def fit(articles):
    """With an intercept of its own for BASIL, which marks only what is aimed at the main entity."""
    rows = [(c[2] + [a["set"] == "basil"], c[3], WEIGHT[a["set"]]) for a in articles for c in a["candidates"]]
    x, y, w = (np.array(column, dtype=float) for column in zip(*rows))
    return LogisticRegression(C=C, max_iter=4000).fit(x, y, sample_weight=w)


def weights(model):
    w = model.coef_[0][:-1].copy()
    for at, value in SET.items():
        w[at] = value
    return w, model.intercept_[0]


def figures(articles, scores, least):
    hit = flagged = right = gold = 0
    for article, mine in zip(articles, scores):
        spans = []
        for (a, b, *_), s in zip(article["candidates"], mine):
            if s >= least and spans and a <= spans[-1][1] + 1:
                spans[-1][1] = max(spans[-1][1], b)
            elif s >= least:
                spans.append([a, b])
        gold += len(article["gold"])
        hit += sum(any(a < e and s < b for a, b in spans) for s, e in article["gold"])
        flagged += len(spans)
        right += sum(any(a < e and s < b for s, e in article["gold"]) for a, b in spans)
    p, r = right / max(flagged, 1), hit / gold
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(p + r, 1e-9):.3f}, {flagged / len(articles):.2f} an article"


def score(w, bias, article):
    """As it ships: raised, and never more than the most that a candidate is scored."""
    return [min(1 / (1 + np.exp(-(bias + np.dot(w, c[2])))), c[4]) for c in article["candidates"]]


def main():
    articles = load(sys.argv[1], "basil") + load(sys.argv[1], "ptc")
    groups = [a["event"] for a in articles]
    held = [None] * len(articles)
    for train, test in GroupKFold(5).split(articles, groups=groups):
        fold = weights(fit([articles[i] for i in train]))
        for i in test:
            held[i] = fold
    whole = weights(fit(articles))
    for raised in RAISED:
        for name in WEIGHT:
            chosen = [i for i, a in enumerate(articles) if a["set"] == name]
            for what, used in ("held out", held), ("fitted", [whole] * len(articles)):
                scores = [score(used[i][0], used[i][1] + raised, articles[i]) for i in chosen]
                print(f"intercept raised by {raised}, {name:6s}{what:9s}", figures([articles[i] for i in chosen], scores, 0.5))
    w, bias = whole
    print("intercept", round(bias, 2), "\nweights", ", ".join(f"{v:.2f}" for v in w))


main()
