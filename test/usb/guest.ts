/** The guest as a test sees it. */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fromBase64, onJson, sendJson, toBase64 } from './json-lines.js';
import { GuestProcess, type Ended } from './guest-process.js';
import type { Attached, Command, Greeting, GuestUser, Report } from './messages.js';
import { GUEST_CHECKOUT } from './rig/initrd.js';
import type { RigAddress } from './rig/rig.js';

/** A user without any right of its own. */
export const NOBODY: GuestUser = { nobody: [] };
/** The same, in the group to which the product's udev rule gives boards. */
export const PLUGDEV: GuestUser = { nobody: ['plugdev'] };

/** What a command printed with `--json` when it failed. */
export function errorIn({ stdout }: Ended): Record<string, unknown> {
  return (JSON.parse(stdout) as { error: Record<string, unknown> }).error;
}

/** How a program runs in the guest. */
export interface RunOptions {
  readonly user?: GuestUser;
  readonly env?: Readonly<Record<string, string>>;
}

type Body = Command extends infer Each ? (Each extends Command ? Omit<Each, 'id'> : never) : never;
/** The longest that the guest may take for anything; for what hangs, not for what is slow. */
const LIMIT_S = 60;

/** A session with the agent. When it is closed, what it started is killed and what it plugged in is pulled out. */
export class Guest {
  readonly udevFolders: readonly string[];
  readonly #socket: Socket;
  readonly #waiting = new Map<number, (report: Report) => void>();
  #nextId = 1;

  private constructor(socket: Socket, udevFolders: readonly string[]) {
    this.#socket = socket;
    this.udevFolders = udevFolders;
    socket.on('error', () => undefined);
    onJson(socket, (message) => {
      const report = message as Report;
      this.#waiting.get(report.id)?.(report);
    });
    socket.on('close', () => {
      for (const [id, tell] of this.#waiting) tell({ id, error: 'the guest is gone' });
    });
  }

  /** Opens a session; the guest calls back. */
  static async open(rig: RigAddress): Promise<Guest> {
    const server = createServer({ noDelay: true });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const call = connect({ host: '127.0.0.1', port: rig.port });
    try {
      return await new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error('the guest does not call back')), LIMIT_S * 1000);
        server.once('connection', (socket: Socket) => {
          clearTimeout(limit);
          resolve(new Guest(socket, rig.udev));
        });
        call.once('error', reject);
        sendJson(call, { who: 'test', token: rig.token, port } satisfies Greeting);
      });
    } finally {
      call.destroy();
      server.close();
    }
  }

  /** Starts a program. */
  start(argv: readonly string[], { user = NOBODY, env = {} }: RunOptions = {}): GuestProcess {
    const id = this.#send({ do: 'run', argv, user, env });
    const control = {
      input: (bytes: Uint8Array | undefined, end: boolean): void => {
        this.#send({ do: 'input', process: id, end, ...(bytes === undefined ? {} : { bytes: toBase64(bytes) }) });
      },
      kill: (signal: NodeJS.Signals): void => void this.#send({ do: 'kill', process: id, signal }),
    };
    const process = new GuestProcess(argv.join(' '), control);
    this.#waiting.set(id, (report) => {
      if (process.take(report)) this.#waiting.delete(id);
    });
    return process;
  }

  /** Runs a program to its end. */
  run(argv: readonly string[], options: RunOptions = {}): Promise<Ended> {
    return this.start(argv, options).ended(LIMIT_S);
  }

  /** Runs a program of root's that must succeed. @returns standard output */
  async root(...argv: string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(argv, { user: 'root' });
    if (code !== 0) throw new Error(`${argv.join(' ')} in the guest ended with ${code}: ${stderr}${stdout}`);
    return stdout;
  }

  /** Runs the product's command. */
  spindrift(args: readonly string[], options: RunOptions = { user: PLUGDEV }): Promise<Ended> {
    return this.startSpindrift(args, options).ended(LIMIT_S);
  }

  startSpindrift(args: readonly string[], options: RunOptions = { user: PLUGDEV }): GuestProcess {
    return this.start(['node', `${GUEST_CHECKOUT}/dist/cli/main.js`, ...args], options);
  }

  /** Plugs in a device that a server of the host's loopback exports. */
  attach(server: { readonly port: number }, busid = '1-1'): Promise<Attached> {
    return this.#ask({ do: 'attach', port: server.port, busid }) as Promise<Attached>;
  }

  /** Pulls the plug. */
  async detach(device: Pick<Attached, 'vhciPort'>): Promise<void> {
    await this.#ask({ do: 'detach', vhciPort: device.vhciPort });
  }

  async read(path: string): Promise<Buffer> {
    return fromBase64((await this.#ask({ do: 'read', path })) as string);
  }

  async readText(path: string): Promise<string> {
    return (await this.read(path)).toString().trimEnd();
  }

  async write(path: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
    await this.#ask({ do: 'write', path, bytes: toBase64(Buffer.from(content)), mode });
  }

  /** Bytes of the first of the files that is there; 0 without one. */
  async size(...paths: string[]): Promise<number> {
    return (await this.#ask({ do: 'size', paths })) as number;
  }

  async remove(path: string): Promise<void> {
    await this.#ask({ do: 'remove', path });
  }

  /** Waits for something that has no event. */
  async until(what: string, condition: () => Promise<boolean>, limitS = LIMIT_S): Promise<void> {
    const end = performance.now() + limitS * 1000;
    while (!(await condition())) {
      if (performance.now() > end) throw new Error(`waited ${limitS} s for ${what}`);
      await sleep(20);
    }
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#socket.once('close', resolve));
    this.#socket.end();
    await closed;
  }

  #send(body: Body): number {
    const id = this.#nextId++;
    sendJson(this.#socket, { id, ...body });
    return id;
  }

  #ask(body: Body): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = this.#send(body);
      const limit = setTimeout(() => settle({ id, error: `no answer to ${body.do} in ${LIMIT_S} s` }), LIMIT_S * 1000);
      const settle = (report: Report): void => {
        clearTimeout(limit);
        this.#waiting.delete(id);
        if ('answer' in report) resolve(report.answer);
        else if ('error' in report) reject(Object.assign(new Error(report.error), { code: report.code }));
        else reject(new Error('a report that is no answer'));
      };
      this.#waiting.set(id, settle);
    });
  }
}
