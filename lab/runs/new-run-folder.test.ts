import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { newRunFolder } from './new-run-folder.js';

const root = mkdtempSync(join(tmpdir(), 'spindrift-folders-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('newRunFolder', () => {
  it('names experiment and time, and never a folder that exists', () => {
    const clock = new VirtualClock();
    const first = newRunFolder('generate', clock, root);
    expect(first).toMatch(/\/generate-\d{8}-\d{6}$/);
    mkdirSync(first);
    expect(newRunFolder('generate', clock, root)).toBe(`${first}-2`);
  });
});
