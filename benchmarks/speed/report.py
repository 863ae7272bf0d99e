"""The figures of ``benchmarks.speed`` as Markdown tables and a plot."""

from pathlib import Path

Facts = dict[str, float]
Results = dict[str, dict[str, Facts]]

_DOCS = Path(__file__).resolve().parents[2] / "docs"
_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"
_OURS = ("verbatim", "verbatim, NumPy alone")
KINDS = ("3", "5.5", "13", "30-60")
_ROWS = {  # heading: key, digits
    **{f"**{kind} terms, best 75: p50, µs**": (f"p50_{kind}_75", 0) for kind in KINDS},
    **{f"{kind} terms, best 75: p99": (f"p99_{kind}_75", 0) for kind in KINDS},
    **{f"{kind} terms, best 10: p50": (f"p50_{kind}_10", 0) for kind in KINDS},
    "of the exact best 75, %": ("exact", 1),
    "4 askers: p50, ms": ("p50_together_4", 2),
    "4 askers: p99": ("p99_together_4", 1),
    "4 askers: questions/s": ("per_second_4", 0),
    "16 askers: p50, ms": ("p50_together_16", 2),
    "16 askers: p99": ("p99_together_16", 1),
    "build, s": ("build_s", 2),
    "build, peak MB": ("build_peak_mb", 0),
    "disk, MB": ("disk_mb", 1),
    "open, ms": ("open_ms", 1),
    "cold start to answer, ms": ("cold_ms", 0),
    "resident, MB": ("resident_mb", 0),
    "of it mapped, MB": ("mapped_mb", 0),
    "of it its own, MB": ("own_mb", 0),
}


def write(machine: dict[str, str], results: Results) -> None:
    """Put the tables into ``docs/lab/performance.md`` and draw the plot."""
    file = _DOCS / "lab" / "performance.md"
    text = file.read_text("utf-8")
    before, rest = text.split(_BEGIN)
    after = rest.split(_END)[1]
    file.write_text(f"{before}{_BEGIN}\n{tables(machine, results)}\n{_END}{after}", "utf-8")
    plot(results, _DOCS / "images" / "performance.png")


def tables(machine: dict[str, str], results: Results) -> str:
    parts = ["\n".join(f"- {name}: {value}" for name, value in machine.items())]
    for facts in results.values():
        corpus, engines = facts["corpus"], {n: f for n, f in facts.items() if n != "corpus"}
        size = f"{corpus['passages']:,.0f} passages"
        parts.append(f"### {size} ({corpus['real']:,.0f} real, {corpus['postings']:,.0f} postings)")
        parts.append(_ratios(engines, corpus))
        parts.append(_table(engines))
    parts += ["### Growth", _growth(results, _OURS[0]), _memory(results)]
    return "\n\n".join(parts)


def _ratios(engines: dict[str, Facts], corpus: Facts) -> str:
    """How ours compare, smaller being better."""
    lines = [f"{name}: " + ", ".join(_beside(name, engines)) for name in _OURS if name in engines]
    ours = engines.get(_OURS[0], {})
    if ours and "bm25s" in engines:
        keys = {"build_s": "build", "build_peak_mb": "its memory", "disk_mb": "files"}
        compared = [f"{w} {ours[k] / engines['bm25s'][k]:.2f} x bm25s's" for k, w in keys.items()]
        lines.append("; ".join(compared))
    postings = 8 * corpus["postings"] / 2**20
    held = {name: engines[name]["resident_mb"] for name in _OURS if name in engines}
    lines += [f"resident {size / postings:.2f} x postings ({name})" for name, size in held.items()]
    return "\n".join(f"- {line}" for line in lines)


def _beside(ours: str, engines: dict[str, Facts]) -> list[str]:
    """The medians of one of ours at its best 75, by the fastest peer's, of each kind."""
    others = {name: facts for name, facts in engines.items() if name not in _OURS}
    parts = []
    for key in [f"p50_{kind}_75" for kind in KINDS]:
        peers = {name: facts[key] for name, facts in others.items() if key in facts}
        if key in engines[ours] and peers:
            fastest = min(peers, key=peers.__getitem__)
            ratio = engines[ours][key] / peers[fastest]
            parts.append(f"{key.split('_')[1]} terms **{ratio:.2f}** x {fastest}")
    return parts


def _table(engines: dict[str, Facts]) -> str:
    lines = ["| | " + " | ".join(engines) + " |", "|---|" + "---:|" * len(engines)]
    for heading, (key, digits) in _ROWS.items():
        cells = [f"{facts[key]:,.{digits}f}" if key in facts else "" for facts in engines.values()]
        lines.append(f"| {heading} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _growth(results: Results, engine: str) -> str:
    """The median by the number of terms, at each size."""
    terms = (1, 2, 4, 8, 16, 32)
    lines = ["| best 75: p50, µs, by terms | " + " | ".join(map(str, terms)) + " |"]
    lines.append("|---|" + "---:|" * len(terms))
    for facts in results.values():
        if engine in facts:
            cells = [f"{facts[engine][f'terms_{number}_us']:.0f}" for number in terms]
            passages = f"{facts['corpus']['passages']:,.0f}"
            lines.append(f"| {passages} passages | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _memory(results: Results) -> str:
    """What is resident beyond what it is at the smallest size, by the postings that came to it."""
    smallest, *larger = results.values()
    engines = [name for name in smallest if name != "corpus"]
    lines = ["| resident beyond the first, x postings | " + " | ".join(engines) + " |"]
    lines.append("|---|" + "---:|" * len(engines))
    for facts in larger:
        postings = 8 * (facts["corpus"]["postings"] - smallest["corpus"]["postings"]) / 2**20
        cells = [
            f"{(facts[name]['resident_mb'] - smallest[name]['resident_mb']) / postings:.2f}"
            if name in facts
            else ""
            for name in engines
        ]
        lines.append(f"| {facts['corpus']['passages']:,.0f} passages | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def plot(results: Results, file: Path) -> None:
    """Median and p99 against the number of passages, and the median against terms."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, (growth, by_terms) = plt.subplots(1, 2, figsize=(11, 4.2), layout="constrained")
    names = list(dict.fromkeys(n for facts in results.values() for n in facts if n != "corpus"))
    last = list(results.values())[-1]
    for name in names:
        points = [
            (facts["corpus"]["passages"], facts[name]["p50_5.5_75"], facts[name].get("p99_5.5_75"))
            for facts in results.values()
            if name in facts
        ]
        passages, median, worst = zip(*points, strict=True)
        (line,) = growth.plot(passages, median, marker="o", label=name)
        asked = [(size, p99) for size, p99 in zip(passages, worst, strict=True) if p99]
        if asked:
            growth.plot(*zip(*asked, strict=True), linestyle=":", color=line.get_color())
        if "terms_1_us" in last.get(name, {}):
            terms = (1, 2, 4, 8, 16, 32)
            values = [last[name][f"terms_{number}_us"] for number in terms]
            by_terms.plot(terms, values, marker="o", color=line.get_color(), label=name)
    growth.set(xscale="log", yscale="log", xlabel="passages", ylabel="µs a question")
    growth.set_title("best 75 of 5.5 terms: median (dotted: 99th percentile)")
    size = f"{last['corpus']['passages']:,.0f}"
    by_terms.set(xscale="log", yscale="log", xlabel="terms of the question", ylabel="µs a question")
    by_terms.set_title(f"best 75: median by terms, {size} passages")
    for axes in (growth, by_terms):
        axes.grid(which="major", alpha=0.3)
        axes.legend(fontsize=7)
    file.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(file, dpi=110)
