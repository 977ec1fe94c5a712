import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  app,
  callsOf,
  powerMonitor,
  powerSaveBlocker,
  preventable,
  utilityProcess,
  world,
} from '../support/fake-electron.js';
import { cleanUp, endBackend, readyApplication, resetFakeElectron, told } from './running-application.js';

beforeEach(resetFakeElectron);
afterEach(cleanUp);

describe('the backend', () => {
  it('is started again after longer and longer waits, and every page gets a new port', async () => {
    const { window, backend, clock } = await readyApplication();
    backend.emit('message', { type: 'runs', active: 1 });
    for (const [nth, wait] of [0.25, 0.5, 1, 2, 4].entries()) {
      utilityProcess.children[nth]!.emit('exit', 1);
      expect(powerSaveBlocker.running.size).toBe(0);
      clock.advance(wait - 0.01);
      expect(utilityProcess.children).toHaveLength(nth + 1);
      clock.advance(0.01);
      expect(utilityProcess.children).toHaveLength(nth + 2);
      utilityProcess.children[nth + 1]!.emit('message', { type: 'ready' });
      expect(window.webContents.posted).toHaveLength(nth + 2);
    }
    world.answers = [0];
    utilityProcess.children[5]!.stderr.write('Error: no room\n');
    await vi.waitFor(() => expect(utilityProcess.children[5]!.stderr.readableLength).toBe(0));
    utilityProcess.children[5]!.emit('exit', 1);
    await vi.waitFor(() => expect(utilityProcess.children).toHaveLength(7));
    expect((callsOf('messageBox')[0]![0] as { detail: string }).detail).toContain('Error: no room');
  });

  it('counts as healthy again after a minute', async () => {
    const { clock } = await readyApplication();
    for (let death = 0; death < 20; death++) {
      clock.advance(61);
      utilityProcess.children[death]!.emit('exit', 1);
      clock.advance(0.25);
      expect(utilityProcess.children).toHaveLength(death + 2);
    }
    expect(callsOf('messageBox')).toEqual([]);
  });

  it('keeps the computer awake while runs go on, once', async () => {
    const { backend } = await readyApplication();
    for (const active of [1, 2, 1]) backend.emit('message', { type: 'runs', active });
    expect([callsOf('powerSave'), powerSaveBlocker.running.size]).toEqual([[['prevent-app-suspension']], 1]);
    backend.emit('message', { type: 'runs', active: 0 });
    expect(powerSaveBlocker.running.size).toBe(0);
  });
});

describe('the end', () => {
  it('waits until the backend has ended in good order', async () => {
    const { backend } = await readyApplication();
    app.quit();
    expect(app.quits).toBe(0);
    await endBackend(backend);
    await vi.waitFor(() => expect(app.quits).toBe(1));
    expect(utilityProcess.children).toHaveLength(1);
    expect(callsOf('messageBox')).toEqual([]);
  });

  it('asks while runs go on, and stays when told so', async () => {
    const { backend, window } = await readyApplication();
    backend.emit('message', { type: 'runs', active: 1 });
    world.answers = [1];
    app.quit();
    await vi.waitFor(() => expect(callsOf('messageBox')).toHaveLength(1));
    await vi.waitFor(() => {
      window.close();
      expect(callsOf('messageBox')).toHaveLength(2);
    });
    expect([window.destroyed, told(backend, 'stop'), app.quits]).toEqual([false, [], 0]);
    await vi.waitFor(() => {
      world.answers = [0];
      app.quit();
      expect(told(backend, 'stop')).toHaveLength(1);
    });
    backend.emit('exit', 0);
    await vi.waitFor(() => expect(app.quits).toBe(1));
    expect(powerSaveBlocker.running.size).toBe(0);
  });

  it('does not wait for ever for a backend that hangs', async () => {
    const { backend, clock } = await readyApplication();
    app.quit();
    await vi.waitFor(() => expect(told(backend, 'stop')).toHaveLength(1));
    clock.advance(14);
    expect(backend.killed).toBe(false);
    clock.advance(1);
    expect(backend.killed).toBe(true);
    await vi.waitFor(() => expect(app.quits).toBe(1));
  });

  it('asks nobody when the computer shuts down', async () => {
    const { backend } = await readyApplication();
    backend.emit('message', { type: 'runs', active: 1 });
    const event = preventable({});
    powerMonitor.emit('shutdown', event);
    expect(event.prevented).toBe(true);
    await endBackend(backend);
    await vi.waitFor(() => expect(app.quits).toBe(1));
    expect(callsOf('messageBox')).toEqual([]);
  });

  it('comes with the last window', async () => {
    const { backend, window } = await readyApplication();
    window.close();
    expect(window.destroyed).toBe(true);
    await endBackend(backend);
    await vi.waitFor(() => expect(app.quits).toBe(1));
  });
});
