import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { CLI } from '../spindrift-command.js';
import { writeAssessment } from './entropyd-process.js';

/** A folder for the daemons of a file of tests, removed after them. */
export interface EntropydFolder {
  readonly at: (name: string) => string;
  readonly assessment: () => string;
  /** Where a socket may be; another place each time. */
  readonly place: () => string;
  /** Flags for a simulated board, let in, already assessed. */
  readonly board: (uri?: string) => string[];
}

/** To be called where a file's tests are declared. */
export function entropydFolder(): EntropydFolder {
  let folder = '';
  let number = 0;
  let assessment = '';
  beforeAll(async () => {
    expect(existsSync(CLI), 'npm run build comes first').toBe(true);
    folder = await mkdtemp(join(tmpdir(), 'spindrift-entropyd-'));
    assessment = writeAssessment(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return {
    at: (name) => join(folder, name),
    assessment: () => assessment,
    place: () => join(folder, `${++number}.sock`),
    board: (uri = 'sim:typical?seed=7') => ['--board', uri, '--allow-simulated', '--assessment', assessment],
  };
}
