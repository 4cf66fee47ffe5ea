// The numbers as Markdown.

/** The middle of some numbers. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The tables of one Node. */
export function table({ version, base, results, scaling }) {
  const lines = results.map(({ title, milliseconds, ratio, peak, missed, rounds, ...budget }) =>
    row(
      title,
      rounds,
      milliseconds.toFixed(0),
      ratio.toFixed(2),
      peak?.toFixed(0) ?? "",
      limits(budget),
      missed ? "missed" : "",
    ),
  );
  const [first] = scaling;
  const growth = scaling.map(({ count, empty, warm }) =>
    row(count, empty.toFixed(2), warm.toFixed(3), (empty / first.empty).toFixed(2)),
  );
  return `### Node ${version}

\`node -e 0\` takes ${base.toFixed(0)} ms.

${row("command", "rounds", "ms", "×", "MiB", "budget", "")}
${row("---", "---:", "---:", "---:", "---:", "---", "---")}
${lines.join("\n")}

${row("pipelines", "ms each, empty cache", "ms each, nothing changed", "÷ first row")}
${row("---:", "---:", "---:", "---:")}
${growth.join("\n")}
`;
}

function limits({ ratio, seconds, megabytes }) {
  const parts = [ratio && `≤ ${ratio} ×`, seconds && `≤ ${seconds} s`, megabytes && `≤ ${megabytes} MiB`];
  return parts.filter((part) => part !== undefined).join(", ");
}

function row(...cells) {
  return `| ${cells.join(" | ")} |`;
}
