/** `npm run soak -- --seconds 600 --rate 4MB [--json]`: does the client's memory grow while bits stream through it? */
import { parseArgs } from 'node:util';
import { formatBytes, formatDuration, formatSi, systemClock } from '../../base/index.js';
import { readByteCount } from '../../cli/byte-count.js';
import { runSoak, type SoakResult } from './soak/run-soak.js';
import type { Slope } from './soak/slope.js';

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '600' },
    rate: { type: 'string', default: '4MB' },
    json: { type: 'boolean' },
  },
});
const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
const SHOW_EVERY_S = 30;
let shown = -Infinity;
const result = await runSoak({
  seconds: Number(values.seconds),
  bytesPerS: readByteCount(values.rate),
  clock: systemClock,
  signal: stop.signal,
  onSample: ({ seconds, live, rss }, bytes) => {
    if (seconds - shown < SHOW_EVERY_S) return;
    shown = seconds;
    process.stderr.write(
      `${formatDuration(seconds)}  ${formatBytes(bytes)}  live ${formatBytes(live)}  rss ${formatBytes(rss)}\n`,
    );
  },
});
console.log(values.json ? JSON.stringify(result) : describe(result));
process.exitCode = stop.signal.aborted ? 130 : result.live.flat ? 0 : 1;

function describe({ seconds, bytes, bytesPerS, samples, live, code }: SoakResult): string {
  const slope = ({ perSecond, standardError }: Slope): string =>
    `${perSecond.toFixed(1)} ± ${standardError.toFixed(1)} B/s`;
  const [middle, last] = [samples[samples.length >> 1]!, samples.at(-1)!];
  return [
    `${formatBytes(bytes)} in ${formatDuration(seconds)}, ${formatSi(bytesPerS, 'B/s')}`,
    `objects and buffers, after collection: ${slope(live)}, ${live.flat ? 'flat' : 'GROWS'}`,
    `compiled code: ${slope(code)}`,
    `resident, which the system decides: ${formatBytes(middle.rss)} half way, ${formatBytes(last.rss)} at the end`,
  ].join('\n');
}
