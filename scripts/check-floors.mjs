// Proves the floor rule: every pair of floors is imported once, in each form an import can take, and the rule must
// report exactly the pairs that the table does not permit. A rule that silently matches nothing would pass any source.
import { ESLint } from 'eslint';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';
import { join } from 'node:path';
import { floorRules, floorSettings, floors } from './eslint/floors.mjs';
import { loader } from './eslint/johnny-five.mjs';
import { root } from './lib/root.mjs';

const forms = [
  (path) => `import { x } from '${path}'; export const y = x;`,
  (path) => `import type { x } from '${path}'; export type y = x;`,
  (path) => `export { x } from '${path}';`,
  (path) => `export const y = import('${path}');`,
];

const eslint = new ESLint({
  cwd: root,
  overrideConfigFile: true,
  overrideConfig: {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { boundaries },
    settings: floorSettings,
    rules: floorRules,
  },
});
// The rule only means something if the configuration that `npm run lint` uses carries the same one.
const project = new ESLint({ cwd: root });

const problems = [];
let cases = 0;
for (const [from, { folder, mayImport }] of Object.entries(floors)) {
  const probe = join(root, folder, 'part', 'floor-probe.ts');
  const configured = (await project.calculateConfigForFile(probe)).rules['boundaries/dependencies'];
  if (
    JSON.stringify(configured?.[1]) !== JSON.stringify(floorRules['boundaries/dependencies'][1]) ||
    configured[0] !== 2
  ) {
    problems.push(`eslint.config.js does not apply the floor rule to ${folder}/`);
  }
  for (const [to, target] of Object.entries(floors)) {
    const up = '../'.repeat(folder.split('/').length + 1);
    for (const form of forms) {
      const [result] = await eslint.lintText(form(`${up}${target.folder}/other/thing.js`), { filePath: probe });
      const reported = result.messages.some((message) => message.ruleId === 'boundaries/dependencies');
      const permitted = from === to || mayImport.includes(to);
      if (result.fatalErrorCount > 0) problems.push(`probe does not parse: ${form('x')}`);
      if (reported === permitted)
        problems.push(`${from} -> ${to} ${reported ? 'is reported' : 'passes'}: ${form('PATH')}`);
      cases++;
    }
  }
}

// The same for johnny-five: no form of import of it anywhere but in the file that loads it.
const names = ['no-restricted-imports', 'no-restricted-syntax'];
const fiveForms = [
  "import { Led } from 'johnny-five'; export const y = Led;",
  "import five from 'johnny-five'; export const y = five;",
  "import type { Led } from 'johnny-five'; export type Y = Led;",
  "import 'johnny-five';",
  "export { Led } from 'johnny-five';",
  "export const y = import('johnny-five');",
  "export type Y = import('johnny-five').Led;",
  "export const y = require('johnny-five');",
];
const places = [
  ...Object.values(floors).map(({ folder }) => `${folder}/part/probe.ts`),
  'examples/probe.ts',
  'index.ts',
  loader,
];
for (const place of places) {
  const filePath = join(root, place);
  const { rules } = await project.calculateConfigForFile(filePath);
  const probing = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parser: tseslint.parser },
      rules: Object.fromEntries(names.map((name) => [name, rules[name]])),
    },
  });
  for (const form of fiveForms) {
    const [result] = await probing.lintText(form, { filePath });
    const reported = result.messages.some(({ ruleId }) => names.includes(ruleId));
    if (reported === (place === loader)) problems.push(`${place} ${reported ? 'is reported' : 'passes'}: ${form}`);
    cases++;
  }
}
for (const problem of problems) console.error(problem);
console.log(
  `${cases} imports between ${Object.keys(floors).length} floors and of johnny-five tried, ${problems.length} judged wrongly`,
);
process.exit(problems.length ? 1 : 0);
