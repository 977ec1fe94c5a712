import { parseArgs } from 'node:util';
import { formatSi } from '../../base/index.js';
import { benchmarks } from './benchmarks.js';
import { measure, type Measurement } from './harness.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, list: { type: 'boolean' } },
});
const chosen = benchmarks.filter(({ id }) => positionals.length === 0 || positionals.some((p) => id.startsWith(p)));
if (values.list) {
  for (const { id, unit, what, against } of benchmarks)
    console.log(`${id.padEnd(22)} ${unit.padEnd(12)} ${what}${against ? `; against ${against}` : ''}`);
} else {
  const results: Measurement[] = [];
  for (const benchmark of chosen) {
    const result = await measure(benchmark);
    results.push(result);
    if (values.json) continue;
    const ratio = result.ratio === undefined ? '' : `  ${result.ratio.toFixed(1)} x ${benchmark.against ?? ''}`;
    console.log(`${result.id.padEnd(22)} ${amount(result.value, result.unit, benchmark.per)}${ratio}${memory(result)}`);
  }
  if (values.json) console.log(JSON.stringify({ benchmarks: results }));
}

function memory({ peakBytes, referencePeakBytes }: Measurement): string {
  if (peakBytes === undefined) return '';
  const against = referencePeakBytes === undefined ? '' : ` against ${formatSi(referencePeakBytes, 'B', 3)}`;
  return `  peak ${formatSi(peakBytes, 'B', 3)}${against}`;
}

function amount(value: number, unit: string, per: string | undefined): string {
  return per === undefined ? formatSi(value, unit) : `${value.toPrecision(3)} ${unit} a ${per}`;
}
