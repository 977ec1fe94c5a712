import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withoutComments } from './json-comments.js';
import { configFields, configJsonSchema, configText } from './print-config.js';
import { overlay, parseConfig, readConfigFile } from './read-config.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'spindrift-entropyd-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the configuration of the daemon', () => {
  it('can be empty', () => {
    const config = parseConfig({}, 'x');
    expect(config).toMatchObject({
      boards: [],
      hotplug: { usb: 'auto', folder: null },
      pool: { mode: 'additive', members: 1 },
      socket: { path: '/run/spindrift/entropy.sock', mode: '0660' },
      tcp: { host: '127.0.0.1', port: null },
      kernel: { mix: true, device: '/dev/random', bytes: 64, everyS: 60, credit: false },
      limits: { stallS: 30 },
      backoff: { firstS: 0.1, mostS: 60 },
      metrics: { port: null, path: null },
    });
  });

  it('comes back from the text that shows it', () => {
    const config = parseConfig({ boards: [{ uri: 'usb:A' }], pool: { mode: 'redundant', members: 2 } }, 'x');
    const text = configText(config);
    expect(text).toContain('// Bytes that a client gets in its turn. [bytes, 64 … 65536]');
    expect(parseConfig(JSON.parse(withoutComments(text)), 'x')).toEqual(config);
  });

  it('every field has words, a range and a default, and numbers a unit', () => {
    const fields = configFields();
    expect(fields.length).toBeGreaterThan(35);
    for (const field of fields) {
      expect(field.help, field.path).toMatch(/\.$/);
      expect(field.allowed, field.path).not.toBe('');
      if (field.path !== 'boards[].uri') expect(field.default, field.path).not.toBe('');
      if (field.allowed.includes('…')) expect(field.unit, field.path).not.toBe('');
    }
  });

  it('is described for editors, unknown fields refused', () => {
    const schema = JSON.stringify(configJsonSchema());
    expect(schema).toContain('"additionalProperties":false');
    expect(schema).toContain('"unit":"bytes/s"');
  });

  const mistakes: [what: string, input: unknown, message: string][] = [
    [
      'a number beyond its range',
      { limits: { clients: 0 } },
      'limits.clients must be a whole number from 1 to 4096, got 0',
    ],
    ['half a client', { limits: { clients: 1.5 } }, 'limits.clients must be a whole number from 1 to 4096, got 1.5'],
    ['text for a number', { kernel: { everyS: '60' } }, 'kernel.everyS must be a number from 1 to 86400, got "60"'],
    [
      'a word that is none of them',
      { pool: { mode: 'both' } },
      'pool.mode must be one of additive, redundant, got "both"',
    ],
    ['an unknown field', { kernel: { mixx: true } }, 'kernel.mixx is no field of the configuration'],
    ['an unknown section', { kernels: {} }, 'kernels is no field of the configuration'],
    ['no object', [], 'the configuration must be an object, got []'],
    ['a section that is none', { pool: 3 }, 'pool must be an object, got 3'],
    ['a relative path', { socket: { path: 'e.sock' } }, 'socket.path must be an absolute path, or null, got "e.sock"'],
    [
      'a mode for everybody to execute',
      { socket: { mode: '0777' } },
      'socket.mode must be an octal mode from 0600 to 0666',
    ],
    [
      'a port of the network',
      { tcp: { host: '0.0.0.0' } },
      'tcp.host must be one of 127.0.0.1, ::1, localhost, got "0.0.0.0"',
    ],
    [
      'a redundant pool of one',
      { pool: { mode: 'redundant' } },
      'pool.members must be a whole number from 2 to 64 in a redundant pool',
    ],
    [
      'a back-off that shrinks',
      { backoff: { firstS: 2, mostS: 1 } },
      'backoff.mostS must be a number from backoff.firstS (2) to 3600, got 1',
    ],
    [
      'alphas in the wrong order',
      { tap: { alphaPermanent: 30 } },
      'tap.alphaPermanent must be a whole number above tap.alphaIntermittent (40), to 120, got 30',
    ],
    ['a board without a name', { boards: [{}] }, 'boards.0.uri must be the URI of a board, as usb:SERIAL, got nothing'],
    ['a URI that is none', { boards: [{ uri: 'ttyS0' }] }, 'boards.0.uri: board URI "ttyS0": unknown kind of board'],
    [
      'a board twice',
      { boards: [{ uri: 'usb:A' }, { uri: 'usb:A' }] },
      'boards.1.uri must not name a board again, got usb:A as in boards.0',
    ],
    [
      'the flag that is for the command line only',
      { allowSimulated: true },
      'allowSimulated is no field of the configuration',
    ],
  ];
  it.each(mistakes)('%s: refused with field, value and range', (_what, input, message) => {
    expect(() => parseConfig(input, 'x.json')).toThrow(RangeError);
    expect(() => parseConfig(input, 'x.json')).toThrow(`x.json: ${message}`);
  });

  it('tells all mistakes at once', () => {
    expect(() => parseConfig({ limits: { clients: 0 }, kernel: { bytes: 1 } }, 'x')).toThrow(
      /limits\.clients.*; kernel\.bytes/,
    );
  });
});

describe('a configuration file', () => {
  it('is JSON with comments', async () => {
    const path = join(folder, 'a.json');
    await writeFile(path, '// mine\n{ "socket": { "path": "/a//b" /* not a comment: // */, }, }\n');
    expect(await readConfigFile(path)).toEqual({ socket: { path: '/a//b' } });
  });

  it('that is broken is told with its name', async () => {
    const path = join(folder, 'b.json');
    await writeFile(path, '{ "socket": }');
    await expect(readConfigFile(path)).rejects.toThrow(`${path} is not JSON with comments`);
    await expect(readConfigFile(join(folder, 'none.json'))).rejects.toThrow('it does not exist');
    expect(await readConfigFile(join(folder, 'none.json'), true)).toEqual({});
  });

  it('any JSON value is its own, with comments between its parts', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(JSON.parse(withoutComments(`/* , ] */ ${text} // "`))).toEqual(JSON.parse(text));
      }),
      { seed: 1 },
    );
  });

  it('is covered field by field by what is laid over it', () => {
    const under = { pool: { mode: 'redundant', members: 2 }, boards: [1, 2] };
    expect(overlay(under, { pool: { members: 3 }, boards: [3], tcp: { port: 1 } })).toEqual({
      pool: { mode: 'redundant', members: 3 },
      boards: [3],
      tcp: { port: 1 },
    });
    expect(overlay(under, {})).toEqual(under);
    const evil = JSON.parse('{"__proto__": {"polluted": 1}}') as object;
    overlay({}, evil);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
