import { defineConfig, globalIgnores } from 'eslint/config';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';
import { floorRules, floorSettings, noSelfImport } from './scripts/eslint/floors.mjs';
import { loader, noDynamicJohnnyFive, noJohnnyFive } from './scripts/eslint/johnny-five.mjs';

const noDefaultExports = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: a default export is renamed at will.' },
  {
    selector: 'ExportSpecifier[exported.name="default"]',
    message: 'Export by name: a default export is renamed at will.',
  },
];

/** What would make a run depend on the moment or the machine; the product has base/clock.ts and base/random.ts instead. */
const noHiddenInputs = [
  { object: 'Math', property: 'random', message: 'Use a seeded RandomStream of base/random.ts.' },
  { object: 'Date', property: 'now', message: 'Use an injected Clock of base/clock.ts.' },
  { object: 'performance', property: 'now', message: 'Use an injected Clock of base/clock.ts.' },
];

/** ESLint's own rules that find mistakes; the compiler finds the rest. */
const coreRules = Object.fromEntries(
  [
    'constructor-super',
    'for-direction',
    'getter-return',
    'no-async-promise-executor',
    'no-case-declarations',
    'no-compare-neg-zero',
    'no-cond-assign',
    'no-constant-binary-expression',
    'no-constant-condition',
    'no-control-regex',
    'no-debugger',
    'no-dupe-else-if',
    'no-duplicate-case',
    'no-empty',
    'no-empty-pattern',
    'no-ex-assign',
    'no-fallthrough',
    'no-irregular-whitespace',
    'no-loss-of-precision',
    'no-misleading-character-class',
    'no-prototype-builtins',
    'no-regex-spaces',
    'no-self-assign',
    'no-sparse-arrays',
    'no-unexpected-multiline',
    'no-unsafe-finally',
    'no-unsafe-optional-chaining',
    'no-unused-labels',
    'no-useless-backreference',
    'no-useless-catch',
    'no-useless-escape',
    'no-var',
    'prefer-const',
    'require-yield',
    'use-isnan',
    'valid-typeof',
  ].map((rule) => [rule, 'error']),
);

export default defineConfig(
  globalIgnores(['**/dist/', '**/gen/', '**/assembly/', '**/node_modules/', 'coverage/', 'runs/', 'test/fixtures/']),
  { rules: coreRules },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { boundaries },
    settings: floorSettings,
    rules: {
      ...floorRules,
      'no-restricted-imports': ['error', { ...noSelfImport, ...noJohnnyFive }],
      'no-restricted-syntax': ['error', ...noDefaultExports, ...noDynamicJohnnyFive],
      'no-restricted-properties': ['error', ...noHiddenInputs],
      'max-lines': ['error', { max: 300 }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // An AbortSignal's reason is unknown by type and must be rethrown as it is.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingUnknown: true, allowThrowingAny: false }],
      '@typescript-eslint/prefer-promise-reject-errors': ['error', { allowThrowingUnknown: true }],
      // noUncheckedIndexedAccess types every typed-array read as possibly undefined; `!` on an index that a loop bounds is the honest form.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Methods of an asynchronous interface may have nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      // `boolean | void` is how a callback says "false means full, anything else means go on".
      '@typescript-eslint/no-invalid-void-type': 'off',
    },
  },
  {
    // Outside the product proper a measured time or a line on the terminal is the purpose.
    files: ['**/*.test.ts', 'test/**', 'examples/**', 'scripts/**'],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  // A page has nothing of Node, and of the floors that do only their types: `import type`.
  {
    files: ['desktop/rpc/**', 'desktop/renderer/**'],
    ignores: ['**/*.test.ts', '**/*.test.tsx', '**/*.config.ts', 'desktop/rpc/testing/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^node:', message: 'A page has nothing of Node.', allowTypeImports: true },
            {
              regex: '/(firmware-host|lab|board-sim)/',
              message: 'A page takes only types of this floor: write `import type`.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  // The front door and the programs that enter by it stand on no floor.
  {
    files: ['index.ts', 'examples/**'],
    rules: { 'no-restricted-imports': ['error', noJohnnyFive], 'boundaries/no-unknown-dependencies': 'off' },
  },
  {
    files: [loader],
    rules: {
      'no-restricted-imports': ['error', noSelfImport],
      'no-restricted-syntax': ['error', ...noDefaultExports],
    },
  },
  { files: ['base/clock.ts'], rules: { 'no-restricted-properties': ['error', noHiddenInputs[0]] } },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    rules: { 'no-undef': 'error', 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }] },
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'require',
          'module',
          'exports',
          'performance',
          'setTimeout',
          'clearTimeout',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
  // An ambient class declares what exists elsewhere.
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/no-extraneous-class': 'off' } },
  // Tools that insist on a default export.
  { files: ['**/*.config.ts', '*.config.js'], rules: { 'no-restricted-syntax': ['error', ...noDynamicJohnnyFive] } },
);
