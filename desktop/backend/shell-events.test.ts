import { afterEach, describe, expect, it } from 'vitest';
import { startBackend, type BackendHarness } from './testing/backend-harness.js';

let harness: BackendHarness | undefined;
afterEach(() => harness?.dispose());

const opened = (path: string) => ({ type: 'open', paths: [path] }) as const;
/** What is not there, a page hears of by its name alone. */
const heard = (file: string) => ({
  type: 'opened',
  runs: [],
  failed: [{ file, message: expect.any(String) as string }],
});

describe('system.shell', () => {
  it('gives a page what its window was told, also what came before it listened', async () => {
    harness = await startBackend();
    const { shell } = harness.backend.context;
    shell.publish(1, opened('/a.spin'));
    shell.publish(2, opened('/b.spin'));
    const events = harness.page.stream('system.shell', { window: 1 });
    expect((await events.next()).value).toEqual(heard('a.spin'));
    const next = events.next();
    shell.publish(1, { type: 'command', command: 'go.live' });
    expect((await next).value).toEqual({ type: 'command', command: 'go.live' });
    await events.return?.();
  });

  it('gives each event once, to the page that asked last', async () => {
    harness = await startBackend();
    const { shell } = harness.backend.context;
    const old = harness.page.stream('system.shell', { window: 1 });
    const left = old.next();
    shell.publish(1, opened('/a.spin'));
    expect((await left).value).toEqual(heard('a.spin'));
    const ended = old.next();
    const fresh = harness.connect().stream('system.shell', { window: 1 });
    const first = fresh.next();
    expect((await ended).done).toBe(true);
    shell.publish(1, opened('/b.spin'));
    expect((await first).value).toEqual(heard('b.spin'));
    await fresh.return?.();
  });

  it('keeps a bounded number for a page that never comes', async () => {
    harness = await startBackend();
    const { shell } = harness.backend.context;
    for (let n = 0; n < 1000; n++) shell.publish(3, opened(`/${n}.spin`));
    const events = harness.page.stream('system.shell', { window: 3 });
    expect((await events.next()).value).toEqual(heard('900.spin'));
    await events.return?.();
  });
});
