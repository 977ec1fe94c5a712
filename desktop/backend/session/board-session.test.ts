import { expect, it } from 'vitest';
import { BoardBusyError, BoardLostError, BoardNotFoundError, VirtualClock } from '../../../base/index.js';
import type { Board } from '../../../firmware-host/host/index.js';
import { BoardSession, type Sessions } from './board-session.js';

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Sessions that a test begins and ends. */
function scripted() {
  let lose: (error: Error) => void = () => undefined;
  let back: () => void = () => undefined;
  let number = 0;
  const board = (): Board =>
    ({
      identity: { serial: `S${++number}` },
      limits: {},
      connected: true,
      close: async () => undefined,
    }) as unknown as Board;
  let missing: (error: Error) => void = () => undefined;
  const sessions: Sessions = async function* (uri, options) {
    missing = (error) => options?.onWait?.({ uri, state: 'lost', waitedS: 1, attempt: 1, error });
    for (;;) {
      yield { board: board(), number, restarted: false, attempt: 1 };
      const lost = await new Promise<Error | undefined>((resolve) => {
        lose = resolve;
        options?.signal?.addEventListener('abort', () => resolve(undefined));
      });
      if (lost === undefined) return;
      options?.onWait?.({ uri, state: 'lost', waitedS: 0, attempt: 0, error: lost });
      await new Promise<void>((resolve) => (back = resolve));
    }
  };
  return {
    sessions,
    lose: (error: Error) => lose(error),
    missing: (error: Error) => missing(error),
    back: () => back(),
  };
}

it('opens once for many, is lost, and comes back by itself', async () => {
  const script = scripted();
  const session = new BoardSession('usb:A', new VirtualClock(), script.sessions);
  const states: string[] = [];
  session.changes.on(() => states.push(session.status.state));
  const [one, two] = await Promise.all([session.open(), session.open()]);
  expect(one).toBe(two);
  script.lose(new BoardLostError('unplugged'));
  await turn();
  expect(session.status).toMatchObject({ state: 'lost', problem: { code: 'BOARD_LOST', message: 'unplugged' } });
  await expect(session.open()).rejects.toThrow(BoardLostError);
  // That it is not there when it is looked for is no news.
  script.missing(new BoardNotFoundError('there is no board usb:A'));
  expect(session.status).toMatchObject({
    state: 'lost',
    problem: { code: 'BOARD_LOST', message: 'unplugged', nextStep: 'Plug it in again; it is opened by itself.' },
  });
  // That somebody else has it now, is.
  script.missing(new BoardBusyError('another program has usb:A'));
  expect(session.status.problem).toMatchObject({ code: 'BOARD_BUSY' });
  script.back();
  await turn();
  expect(session.status).toMatchObject({ state: 'open', identity: { serial: 'S2' } });
  expect(session.status.problem).toBeUndefined();
  await session.close();
  expect(states).toEqual(['opening', 'open', 'lost', 'lost', 'lost', 'open', 'closed']);
});

it('says why it cannot be opened, and tries again when it is asked again', async () => {
  let tries = 0;
  // eslint-disable-next-line require-yield -- there is no session to give
  const session = new BoardSession('usb:B', new VirtualClock(), async function* () {
    tries += 1;
    throw new BoardNotFoundError('no such board', { nextStep: 'Plug it in.' });
  });
  await expect(session.open()).rejects.toThrow('no such board');
  expect(session.status).toMatchObject({
    state: 'failed',
    problem: { code: 'BOARD_NOT_FOUND', nextStep: 'Plug it in.' },
  });
  await expect(session.open()).rejects.toThrow('no such board');
  expect(tries).toBe(2);
});

it('gives its array to one at a time, naming who has it', async () => {
  const session = new BoardSession('sim:typical', new VirtualClock(), scripted().sessions);
  const release = session.claim({ what: 'run', title: 'Resistance map' });
  await expect(session.use({ what: 'live', title: 'Live' }, async () => 1)).rejects.toThrow(
    expect.objectContaining({ code: 'BOARD_BUSY', message: 'sim:typical is in use by Resistance map (run)' }),
  );
  expect(session.status.use).toEqual({ what: 'run', title: 'Resistance map' });
  release();
  release();
  expect(await session.use({ what: 'live', title: 'Live' }, async () => 1)).toBe(1);
  expect(session.status.use).toBeUndefined();
  await session.close();
});

it('an impatient caller does not stop the opening for others', async () => {
  const script = scripted();
  const session = new BoardSession('usb:C', new VirtualClock(), script.sessions);
  const stop = new AbortController();
  const impatient = session.open(stop.signal);
  stop.abort();
  await expect(impatient).rejects.toMatchObject({ name: 'AbortError' });
  expect(await session.open()).toBeDefined();
  await session.close();
});
