import { expect, it } from 'vitest';
import { configFields } from './print-config.js';

/** docs/entropyd-config.md is the schema, written out. `npx vitest run --project unit lab/entropyd/config/reference -u` writes it again. */
it('docs/entropyd-config.md says what can be configured', async () => {
  const rows = configFields().map(
    ({ path, help, unit, allowed, default: value }) =>
      `| \`${path}\` | ${help} | ${unit} | ${allowed} | ${value === '' ? '' : `\`${value}\``} |`,
  );
  const text = [
    '# Configuration of the entropy daemon',
    '',
    '<!-- Written from lab/entropyd/config/schema.ts by lab/entropyd/config/reference.test.ts; do not edit. -->',
    '',
    'JSON with comments; a field that is left out has its default. How the daemon works: [the entropy daemon](entropyd.md).',
    '',
    '| field | what it is | unit | allowed | default |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ];
  await expect(text.join('\n')).toMatchFileSnapshot('../../../docs/entropyd-config.md');
});
