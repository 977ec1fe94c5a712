// Makes or takes in a file of a run and ends itself with SIGKILL when a part of the work is done, or changes settings until it is killed.
import { writeSync } from 'node:fs';
import { SettingsStore } from '../../../dist/desktop/backend/settings-store.js';
import { exportRun, importSpin } from '../../../dist/lab/runs/index.js';

const [work, from, to, part, force] = process.argv.slice(2);

/** Nothing of this process runs after it. */
const killAt = (done, total) => {
  if (done > 0 && done >= Number(part) * total) process.kill(process.pid, 'SIGKILL');
};

switch (work) {
  case 'import':
    await importSpin(from, { root: to, onProgress: killAt });
    break;
  case 'settings': {
    const store = new SettingsStore(to, (text) => process.stderr.write(text));
    for (let n = 1; ; n += 1) {
      await store.change({ hostWattsPerCore: n });
      writeSync(1, `${n}\n`);
    }
  }
  default:
    await exportRun(from, { format: work }, { out: to, force: force === 'force', onProgress: killAt });
}
