// The floors of the house and what each may import. The lint rule, its own check and CONTRIBUTING.md follow this table.
import { fileURLToPath } from 'node:url';

/**
 * Folder and permitted imports of each floor, bottom first. A floor may always import from itself.
 * @type {Readonly<Record<string, { folder: string, mayImport: readonly string[] }>>}
 */
export const floors = {
  base: { folder: 'base', mayImport: [] },
  proto: { folder: 'proto', mayImport: ['base'] },
  'board-sim': { folder: 'board-sim', mayImport: ['base', 'proto'] },
  // The host opens `sim:` and `emu:` boards in process, hence board-sim; the floor rule cannot see that only those URIs do.
  host: { folder: 'firmware-host/host', mayImport: ['base', 'proto', 'board-sim'] },
  // C; what is TypeScript there are tests that hold it against the behavioural board.
  firmware: { folder: 'firmware-host/firmware', mayImport: ['base', 'proto', 'board-sim'] },
  lab: { folder: 'lab', mayImport: ['base', 'proto', 'host'] },
  // What both ends of the desktop share; of host and lab it takes types only, which another rule watches.
  rpc: { folder: 'desktop/rpc', mayImport: ['base', 'proto', 'host', 'lab'] },
  // The page: nothing of Node.
  renderer: { folder: 'desktop/renderer', mayImport: ['base', 'proto', 'host', 'lab', 'rpc'] },
  backend: { folder: 'desktop/backend', mayImport: ['base', 'proto', 'board-sim', 'host', 'lab', 'rpc'] },
  server: { folder: 'desktop/server', mayImport: ['base', 'rpc', 'lab', 'backend'] },
  preload: { folder: 'desktop/preload', mayImport: ['base', 'rpc'] },
  main: { folder: 'desktop/main', mayImport: ['base', 'rpc', 'lab', 'backend', 'server'] },
  cli: {
    folder: 'cli',
    mayImport: ['base', 'proto', 'board-sim', 'host', 'lab', 'server'],
  },
  test: {
    folder: 'test',
    mayImport: [
      'base',
      'proto',
      'board-sim',
      'host',
      'lab',
      'cli',
      'rpc',
      'renderer',
      'backend',
      'server',
      'preload',
      'main',
    ],
  },
};

/** Settings of eslint-plugin-boundaries: one element a floor, found by its path from the root. */
export const floorSettings = {
  'boundaries/elements': Object.entries(floors).map(([type, { folder }]) => ({
    type,
    pattern: `${folder}/**`,
    partialMatch: false,
  })),
  'boundaries/dependency-nodes': ['import', 'dynamic-import', 'export', 'require'],
  'import/resolver': { [fileURLToPath(new URL('./source-resolver.cjs', import.meta.url))]: {} },
};

/** The rules: what the table does not permit is an error, and so is importing a file of ours that lies on no floor. */
export const floorRules = {
  'boundaries/no-unknown-dependencies': 'error',
  'boundaries/dependencies': [
    'error',
    {
      default: 'disallow',
      message:
        '{{from.element.type}} must not import {{to.element.type}}: imports go only downwards (scripts/eslint/floors.mjs)',
      policies: Object.entries(floors).map(([type, { mayImport }]) => ({
        from: { element: { type } },
        allow: { to: { element: { types: { anyOf: [type, ...mayImport] } } } },
      })),
    },
  ],
};

/** Floors import each other by path, so that the rule can see it; only examples use the package by its name. */
export const noSelfImport = {
  patterns: [{ regex: '^spindrift(/|$)', message: 'Inside the repository import by relative path.' }],
};
