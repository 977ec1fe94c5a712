// Writes a run folder as fast as it can and prints the number of every event that has been acknowledged, until it is killed.
import { writeSync } from 'node:fs';
import { RunWriter } from '../../../dist/lab/runs/index.js';

const run = await RunWriter.create({ dir: process.argv[2], experiment: 'kill', params: {} });

async function appendForever(lane) {
  for (let n = 0; ; n += 1) {
    const seq = await run.append({ type: 'row', table: 'kill', values: { lane, n, text: 'x'.repeat((n * 37) % 900) } });
    writeSync(1, `${seq}\n`);
  }
}

async function writeForever() {
  for (let n = 0; ; n += 1) {
    await run.writeFile(`artifact-${n % 3}.txt`, `${n}\n`.repeat(20_000));
    writeSync(1, `file ${n}\n`);
  }
}

await Promise.all([appendForever(0), appendForever(1), appendForever(2), writeForever()]);
