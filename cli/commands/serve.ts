import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { chosenRunsDir, defaultConfigDir, startServer } from '../../desktop/server/index.js';
import { DEFAULT_RUNS, type CommandAction } from '../context.js';
import { EXIT } from '../exit-codes.js';
import { openBrowser } from '../serve/open-browser.js';

/** The flags of `spindrift serve`. */
export interface ServeFlags {
  readonly port?: number;
  readonly runs?: string;
  /** View that the page begins with. */
  readonly at?: string;
  /** False for `--no-open`. */
  readonly open?: boolean;
}

/** `spindrift serve`: the application in a browser, until it is interrupted. */
export const serve: CommandAction<ServeFlags> = async ({ out, clock, signal }, { port = 0, runs, at, open = true }) => {
  if (at !== undefined && !/^(?:\/[\w.-]+)+$/.test(at))
    throw new RangeError(`--at must be a view, as /runs or /generate, got ${JSON.stringify(at)}`);
  const fragment = at === undefined ? '' : `#${at}`;
  const configDir = defaultConfigDir(process.env, process.platform, homedir());
  const runsDir = runs === undefined ? await chosenRunsDir(configDir, DEFAULT_RUNS) : resolve(runs);
  const server = await startServer({
    port,
    runsDir,
    runsDirGiven: runs !== undefined,
    configDir,
    clock,
    onLog: (text) => out.detail(text.trimEnd()),
    onNews: (text) => out.note(text),
  });
  const url = `${server.url}${fragment}`;
  try {
    out.result({ url, port: server.port, runs: runsDir }, () =>
      [
        `Spindrift is at ${url}`,
        `Runs are in ${runsDir}. The address works on this computer only, and whoever has it can use the boards; Ctrl-C ends it.`,
      ].join('\n'),
    );
    if (open && !signal.aborted && !(await openBrowser(`${server.addressForOnce()}${fragment}`, process)))
      out.note('no browser can be opened from here: open the address yourself');
    if (!signal.aborted) await new Promise<void>((done) => signal.addEventListener('abort', () => done()));
  } finally {
    await server.stop();
  }
  return EXIT.interrupted;
};
