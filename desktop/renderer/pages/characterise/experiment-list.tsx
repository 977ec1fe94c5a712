import { useSignal } from '@preact/signals';
import type { ExperimentDescription } from '../../../../lab/experiments/index.js';
import { href } from '../../app/router.js';
import { TextField } from '../../ui/index.js';
import { characteriseTexts } from './messages.js';

/** All experiments, narrowed by a search over titles, summaries and parameters. */
export function ExperimentList(props: {
  readonly experiments: readonly ExperimentDescription[];
  readonly selected: string | undefined;
}) {
  const t = characteriseTexts();
  const query = useSignal('');
  const found = props.experiments.filter((one) => fits(one, query.value));
  return (
    <nav class="experiment-list" aria-label={t.experiments}>
      <TextField label={t.search} type="search" value={query.value} onInput={(text) => (query.value = text)} />
      <ul>
        {found.map(({ id, title, summary }) => (
          <li key={id}>
            <a
              href={href('characterise', [id])}
              aria-current={id === props.selected ? 'page' : undefined}
              title={summary}
            >
              {title}
            </a>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p class="muted">{t.noneFound}</p>}
    </nav>
  );
}

/** Whether every word of a query is somewhere in an experiment's description. */
export function fits({ id, title, summary, params }: ExperimentDescription, query: string): boolean {
  const text = [id, title, summary, ...params.map(({ label }) => label)].join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
