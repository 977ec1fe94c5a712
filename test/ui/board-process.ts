import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('serve-board.mjs', import.meta.url));

/** A board in a process of its own. */
export interface BoardProcess {
  /** `tcp://127.0.0.1:PORT` */
  readonly uri: string;
  readonly port: number;
  /** As if it were unplugged: nothing is said, nothing is closed in good order. */
  kill(): Promise<void>;
}

/** Starts one. @param port 0: any that is free */
export async function startBoardProcess(port = 0): Promise<BoardProcess> {
  const child: ChildProcess = spawn(process.execPath, [SCRIPT, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [text] = (await Promise.race([
    once(child.stdout!, 'data'),
    ended.then(() => {
      throw new Error('the board process ended before it listened');
    }),
  ])) as [Buffer];
  const uri = text.toString().trim();
  return {
    uri,
    port: Number(new URL(uri).port),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
