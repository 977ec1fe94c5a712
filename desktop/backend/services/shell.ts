import { basename, dirname, extname } from 'node:path';
import { plainName } from '../../../base/index.js';
import { importSpin } from '../../../lab/runs/index.js';
import type { ShellEvent, ShellNews, shellApi } from '../../rpc/api/index.js';
import { newRunName } from '../../rpc/api/runs.js';
import type { Handlers } from '../../rpc/define.js';
import type { BackendContext } from '../context.js';

/** What a window's shell tells its page. */
export function shellHandlers(context: BackendContext): Handlers<typeof shellApi> {
  return { 'system.shell': ({ window }, { signal }) => news(context, context.shell.read(window, signal), signal) };
}

async function* news(
  { runsDir }: BackendContext,
  events: AsyncIterable<ShellEvent>,
  signal: AbortSignal,
): AsyncGenerator<ShellNews, void, undefined> {
  for await (const event of events) yield event.type === 'open' ? await bringIn(event.paths, runsDir, signal) : event;
}

/** Brings archives into the run store. A page never names a path: these come from the system's own dialogs and file manager. */
async function bringIn(paths: readonly string[], runsDir: string, signal: AbortSignal): Promise<ShellNews> {
  const runs: string[] = [];
  const failed: { file: string; message: string }[] = [];
  for (const path of paths) {
    try {
      if (extname(path).toLowerCase() === '.spin') {
        const name = newRunName.safeParse(plainName(basename(path, extname(path))));
        if (!name.success) throw new RangeError('no run can have the name of this file; rename it, and open it again');
        runs.push(basename((await importSpin(path, { root: runsDir, name: name.data, signal })).dir));
      } else if (dirname(path) === runsDir) runs.push(basename(path));
      else
        throw new RangeError(
          `it does not lie in the run store ${runsDir}; \`spindrift export --format spin\` makes an archive of it`,
        );
    } catch (error) {
      if (signal.aborted) throw error;
      failed.push({ file: basename(path), message: (error as Error).message });
    }
  }
  return { type: 'opened', runs, failed };
}
