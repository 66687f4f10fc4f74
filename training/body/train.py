#!/usr/bin/env python3
"""Learn which blocks of a page are its article, and write the table that the core embeds.

usage: train.py TRAIN-PAGES.jsonl.gz [--bin target/release/firsthand] [--check]

The pages are WCXB's development set (Web Content Extraction Benchmark, CC BY 4.0): one JSON object a line with `url`, `html` and
`articleBody`. `firsthand extract --features` measures their blocks, so that what is learnt is what the core sees.

Two models, one after the other: the second also sees the first one's scores of the blocks around. Scores for the second one's training come
from folds that did not see the page; folds are made of whole sites. Everything is seeded. `--check` only cross-validates.

Writes src/article/body/table.bin (format: src/article/body/table.rs) and
src/article/body/scores.json, made-up pages with the scores that this script's own reading of the table gives them:
the core's test must get the same.

Needs numpy and lightgbm (pip install -r training/body/requirements.txt).
"""
import argparse, collections, gzip, json, os, re, struct, subprocess, sys
from urllib.parse import urlsplit

import lightgbm
import numpy as np

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
SEED = 20260801
FOLDS = 5
SCALE = 1000  # a leaf is in thousandths of a logit
TREES, LEAVES = (70, 70), (20, 16)
F = np.float32


# ---------------------------------------------------------------- pages
def words(text):
    return re.findall(r"\w+", text.lower())


def shingles(tokens, n=4):
    return [tuple(tokens[i:i + n]) for i in range(max(1, len(tokens) - n + 1))] if tokens else []


def label(texts, body):
    """1 for each block whose words stand in the body: by runs of four words, short blocks by whole lines."""
    known = collections.Counter(shingles(words(body)))
    lines = {" ".join(words(line)) for line in body.split("\n")}
    run = " " + " ".join(words(body)) + " "
    out = []
    for text in texts:
        tokens = words(text)
        if len(tokens) >= 5:
            grams = shingles(tokens)
            out.append(sum(g in known for g in grams) / len(grams) >= 0.5)
        else:
            joined = " ".join(tokens)
            out.append(bool(joined) and (joined in lines or (len(tokens) >= 3 and f" {joined} " in run)))
    # The same text again is a teaser or a pull quote: one of them is meant, the one among most of the others.
    out = np.array(out, bool)
    places = collections.defaultdict(list)
    for i, text in enumerate(texts):
        if out[i]:
            places[" ".join(words(text))].append(i)
    centre = np.convolve(out, np.ones(21), "same") if len(out) else out
    for same in places.values():
        if len(same) > 1:
            best = max(same, key=lambda i: centre[i])
            for i in same:
                out[i] = i == best
    return out


class Page:
    def __init__(self, row, measured):
        self.site = ".".join((urlsplit(row["url"] or "").hostname or row["id"]).split(".")[-2:])
        self.texts = measured["texts"]
        self.x = np.array(measured["rows"], F).reshape(len(self.texts), len(measured["names"]))
        self.containers = measured["containers"]
        self.kinds = measured["kinds"]
        self.y = label(self.texts, row["articleBody"] or "")
        self.gold = collections.Counter(shingles(words(row["articleBody"] or "")))
        self.grams = None
        size = np.array([max(1, len(words(t))) for t in self.texts], float)
        # A page weighs the same, long or short; a block by its words, as the measure counts them.
        self.w = np.minimum(size, 200) / max(60.0, sum(size[self.y])) if len(size) else size


def measure(binary, rows):
    text = "".join(json.dumps({"id": r["id"], "page": {"url": r.get("url"), "html": r["html"]}}) + "\n" for r in rows)
    done = subprocess.run([binary, "extract", "--features"], input=text.encode(), capture_output=True)
    if done.returncode:
        sys.exit(done.stderr.decode())
    for line in done.stdout.split(b"\n"):
        if line:
            yield json.loads(line)


def load(path, binary):
    with gzip.open(path, "rt", encoding="utf8") as f:
        rows = [json.loads(line) for line in f]
    rows = [r for r in rows if r["articleBody"]]
    pages, names = [], None
    for at in range(0, len(rows), 50):
        part = rows[at:at + 50]
        for row, measured in zip(part, measure(binary, part)):
            names = measured["names"]
            pages.append(Page(row, measured))
    return pages, names


# ---------------------------------------------------------------- the second look
LOOKS = ["score"] + [f"score{d:+d}" for d in (-3, -2, -1, 1, 2, 3)] + [
    "container", "kind", "window", "share_before", "share_after", "expected", "since", "until", "highest"]


def look(scores, page):
    """What the scores (thousandths of a logit, integers) say about each block's surroundings. The core has the same in `look.rs`."""
    n = len(scores)
    s = np.asarray(scores, np.int64)
    q = np.clip(s + 4000, 0, 8000)
    length = page.x[:, 0].astype(np.int64)
    worth = q * length
    out = np.zeros((n, len(LOOKS)), F)
    out[:, 0] = s
    for column, d in enumerate((-3, -2, -1, 1, 2, 3), 1):
        for i in range(n):
            out[i, column] = s[i + d] if 0 <= i + d < n else -9000
    def mean(groups):
        a, b = collections.defaultdict(int), collections.defaultdict(int)
        for g, v, l in zip(groups, worth, length):
            a[g] += int(v); b[g] += int(l)
        return [F(a[g]) / F(max(1, b[g])) for g in groups]
    out[:, 7] = mean(page.containers)
    out[:, 8] = mean(page.kinds)
    total = max(1, int(worth.sum()))
    before = 0
    for i in range(n):
        lo, hi = max(0, i - 5), min(n, i + 6)
        out[i, 9] = F(int(worth[lo:hi].sum())) / F(max(1, int(length[lo:hi].sum())))
        out[i, 10] = F(before) / F(total)
        before += int(worth[i])
        out[i, 11] = F(total - before) / F(total)
    out[:, 12] = F(total // 8000)
    since = 200
    for i in range(n):
        out[i, 13] = since
        since = 1 if s[i] > 0 and length[i] >= 40 else min(200, since + 1)
    until = 200
    for i in reversed(range(n)):
        out[i, 14] = until
        until = 1 if s[i] > 0 and length[i] >= 40 else min(200, until + 1)
    out[:, 15] = s.max() if n else 0
    return out


# ---------------------------------------------------------------- models
def fit(x, y, w, stage):
    settings = dict(objective="binary", learning_rate=0.12, num_leaves=LEAVES[stage], min_data_in_leaf=80, feature_fraction=0.5,
                    bagging_fraction=0.8, bagging_freq=1, lambda_l2=5.0, max_bin=63, seed=SEED + stage, deterministic=True, force_row_wise=True,
                    num_threads=1, verbose=-1)
    return Table(lightgbm.train(settings, lightgbm.Dataset(x, y, weight=w / w.mean()), TREES[stage]))


class Table:
    """A model as the core reads it: thresholds by feature, leaves in thousandths."""
    def __init__(self, booster):
        dump = booster.dump_model()
        self.trees = [t["tree_structure"] for t in dump["tree_info"]]
        seen = collections.defaultdict(set)
        def walk(node):
            if "split_feature" in node:
                seen[node["split_feature"]].add(self.cut(node["threshold"]))
                walk(node["left_child"]); walk(node["right_child"])
        for tree in self.trees:
            walk(tree)
        self.features = sorted(seen)
        self.cuts = {f: sorted(seen[f]) for f in self.features}
        self.flat = []
        for tree in self.trees:
            nodes = []
            def lay(node):
                at = len(nodes)
                nodes.append(None)
                if "split_feature" not in node:
                    nodes[at] = (255, int(round(node["leaf_value"] * SCALE)), 0)
                    return
                f = node["split_feature"]
                lay(node["left_child"])
                right = len(nodes)
                lay(node["right_child"])
                nodes[at] = (self.features.index(f), self.cuts[f].index(self.cut(node["threshold"])), right - at)
            lay(tree)
            self.flat.append(nodes)

    @staticmethod
    def cut(threshold):
        # The greatest f32 that is not above it: what is at most the one is at most the other.
        t = F(threshold)
        return float(t if float(t) <= threshold else np.nextafter(t, F(-np.inf)))

    def scores(self, x):
        x = np.asarray(x, F)
        total = np.zeros(len(x), np.int64)
        for nodes in self.flat:
            def go(at, rows):
                kind, a, skip = nodes[at]
                if kind == 255:
                    total[rows] += a
                    return
                f = self.features[kind]
                left = x[rows, f] <= F(self.cuts[f][a])
                if left.any():
                    go(at + 1, rows[left])
                if not left.all():
                    go(at + skip, rows[~left])
            if len(x):
                go(0, np.arange(len(x)))
        return total

    def packed(self):
        out = struct.pack("<BB", len(self.features), len(self.flat))
        for f in self.features:
            assert len(self.cuts[f]) < 256
            out += struct.pack("<BB", f, len(self.cuts[f])) + struct.pack(f"<{len(self.cuts[f])}f", *self.cuts[f])
        assert all(len(nodes) < 256 for nodes in self.flat)
        nodes = [(kind, a) for tree in self.flat for kind, a, _ in tree]
        leaves = [a for kind, a in nodes if kind == 255]
        out += struct.pack("<H", len(nodes)) + bytes(kind for kind, _ in nodes)
        out += bytes(a for kind, a in nodes if kind != 255)
        return out + bytes(a & 255 for a in leaves) + bytes(a >> 8 & 255 for a in leaves)


def folds(pages):
    """Which fold a site is in: by a seeded shuffle of the sites."""
    sites = sorted({p.site for p in pages})
    np.random.default_rng(SEED).shuffle(sites)
    of = {site: i % FOLDS for i, site in enumerate(sites)}
    return np.array([of[p.site] for p in pages])


def stack(pages, rows=None):
    return (np.concatenate([p.x if rows is None else rows[i] for i, p in enumerate(pages)]),
            np.concatenate([p.y for p in pages]), np.concatenate([p.w for p in pages]))


def f1(pages, chosen):
    """Mean precision and recall over the pages in runs of four words, as the sets are scored."""
    ps, rs = [], []
    for page, keep in zip(pages, chosen):
        if page.gold:
            found = collections.Counter(shingles(words("\n".join(t for t, k in zip(page.texts, keep) if k))))
            both = sum((found & page.gold).values())
            if found:
                ps.append(both / sum(found.values()))
            rs.append(both / sum(page.gold.values()))
    p, r = sum(ps) / max(1, len(ps)), sum(rs) / max(1, len(rs))
    return p, r, 2 * p * r / max(1e-9, p + r)


def train(pages):
    """Both models on these pages; with the first one's scores of pages that it did not see."""
    fold = folds(pages)
    unseen = [None] * len(pages)
    for k in range(FOLDS):
        model = fit(*stack([p for p, f in zip(pages, fold) if f != k]), 0)
        for i in np.flatnonzero(fold == k):
            unseen[i] = model.scores(pages[i].x)
    second = fit(*stack(pages, [np.hstack([p.x, look(s, p)]) for p, s in zip(pages, unseen)]), 1)
    return fit(*stack(pages), 0), second, unseen


def judge(first, second, page):
    return second.scores(np.hstack([page.x, look(first.scores(page.x), page)]))


MADE_UP = [
    "<html><body><nav><ul><li><a href=/>Home</a><li><a href=/w>Weather</a></ul></nav><article class=story><h1>Storm takes the pier</h1>"
    "<p class=byline>By Ida Moe</p><p>The storm that came ashore on Monday night took the old pier with it, and half of the boats that lay behind it.</p>"
    "<figure><figcaption>The harbour on Tuesday. Photo: Ola Berg</figcaption></figure><p>“We heard it go,” said the harbour master, who has kept watch there "
    "for thirty years. “Then there was nothing to hear.”</p><div class=ad>Advertisement</div><h2>What comes next</h2><p>The council meets on "
    "Thursday to decide whether the pier is to be built again.</p></article><aside class=related><h3>Read more</h3><p><a href=/x>Ferry stays in port for a third day</a></p></aside>"
    "<footer><p>© The Herald. All rights reserved.</p></footer></body></html>",
    "<html><body><div id=front><h2><a href=/a>One thing happened</a></h2><h2><a href=/b>Another thing happened too</a></h2></div></body></html>",
    "<html><body>Plain text with no element around it at all, long enough to pass for a paragraph if anybody asks.<br><br>And a second one.</body></html>",
    "<html><body></body></html>",
]


def write(first, second, names, binary):
    data = b"FHB2" + struct.pack("<H", len(names)) + first.packed() + second.packed()
    out = os.path.join(ROOT, "src/article/body")
    with open(os.path.join(out, "table.bin"), "wb") as f:
        f.write(data)
    rows = [{"id": str(i), "url": "https://herald.test/storm", "html": html, "articleBody": ""} for i, html in enumerate(MADE_UP)]
    made_up = [Page(row, measured) for row, measured in zip(rows, measure(binary, rows))]
    with open(os.path.join(out, "scores.json"), "w", encoding="utf8") as f:
        json.dump([{"html": row["html"], "first": first.scores(p.x).tolist(), "both": judge(first, second, p).tolist()} for row, p in zip(rows, made_up)],
                  f, ensure_ascii=False, indent=1)
        f.write("\n")
    print(f"table.bin: {len(data)} bytes")


def main():
    ap = argparse.ArgumentParser(usage=__doc__)
    ap.add_argument("data")
    ap.add_argument("--bin", default=os.path.join(ROOT, "target/release/firsthand"))
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    pages, names = load(args.data, args.bin)
    fold = folds(pages)
    print(f"{len(pages)} pages, {len(set(p.site for p in pages))} sites, {sum(len(p.y) for p in pages)} blocks, {len(names)} features")
    print("labels as answer     P %.4f R %.4f F1 %.4f" % f1(pages, [p.y for p in pages]))
    # Cross-validation of the whole: one fold in five is judged by models that never saw its sites.
    held = [None] * len(pages)
    alone = [None] * len(pages)
    for k in range(FOLDS if args.check else 1):
        first, second, _ = train([p for p, f in zip(pages, fold) if f != k])
        for i in np.flatnonzero(fold == k):
            held[i] = judge(first, second, pages[i])
            alone[i] = first.scores(pages[i].x)
    tested = [i for i, s in enumerate(held) if s is not None]
    for name, scores in (("first", alone), ("both", held)):
        for cut in range(-1200, 1201, 150):
            print(f"{name:6s} above {cut:5d}   P %.4f R %.4f F1 %.4f" % f1([pages[i] for i in tested], [scores[i] > cut for i in tested]))
    if args.check:
        return
    first, second, _ = train(pages)
    write(first, second, names, args.bin)


if __name__ == "__main__":
    main()
