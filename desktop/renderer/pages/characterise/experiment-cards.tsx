import type { ExperimentDescription } from '../../../../lab/experiments/index.js';
import { href } from '../../app/router.js';
import { characteriseTexts } from './messages.js';

/** All experiments with what each does, before one is chosen. */
export function ExperimentCards({ experiments }: { readonly experiments: readonly ExperimentDescription[] }) {
  const t = characteriseTexts();
  return (
    <section class="stack" aria-labelledby="experiment-cards">
      <h2 id="experiment-cards">{t.choose}</h2>
      <p class="muted">{t.chooseText}</p>
      <ul class="experiment-cards">
        {experiments.map(({ id, title, summary }) => (
          <li key={id} class="panel">
            <h3>
              <a href={href('characterise', [id])}>{title}</a>
            </h3>
            <p class="muted">{summary}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
