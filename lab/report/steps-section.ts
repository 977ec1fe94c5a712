import { formatDuration, formatSi } from '../../base/index.js';
import type { Chart } from './charts.js';
import { chartFigure } from './charts.js';
import { html, type Html } from './html.js';
import { SCOPES } from './energy-section.js';
import type { ReportInput, ReportStep } from './report-input.js';

/** Plots of time, bits and products over the steps. */
export function stepCharts({ steps }: ReportInput): Chart[] {
  if (steps.length === 0) return [];
  const x = steps.map(({ step }) => step);
  const bars = (id: string, title: string, quantity: string, values: number[]): Chart => ({
    id,
    title,
    quantity,
    unit: '',
    shape: 'bars',
    tone: 'neutral',
    x,
    series: [{ label: quantity, style: 'count', values }],
  });
  return [
    {
      id: 'time-per-step',
      title: 'Time of each step',
      quantity: 'Time',
      unit: 's',
      shape: 'line',
      tone: 'neutral',
      x,
      series: [
        { label: 'On the board’s clock', style: 'time', values: steps.map(({ boardSeconds }) => boardSeconds) },
        { label: 'On this computer', style: 'time', values: steps.map(({ wallSeconds }) => wallSeconds) },
      ],
    },
    bars(
      'bits-per-step',
      'Random bits of each step',
      'Bits',
      steps.map(({ bits }) => bits),
    ),
    bars(
      'macs-per-step',
      'Multiply-accumulate operations of each step',
      'MACs',
      steps.map(({ macs }) => macs),
    ),
  ];
}

/** Time, bits and products, and every number of every step as a table and as CSV. */
export function stepsSection(input: ReportInput, charts: readonly Chart[]): Html | undefined {
  if (input.steps.length === 0) return undefined;
  return html`<section aria-labelledby="steps">
    <h2 id="steps">Steps</h2>
    ${timeSentence(input)}
    <div class="charts">${charts.map(chartFigure)}</div>
    ${stepTable(input.steps)}
  </section>`;
}

function timeSentence({ time, board }: ReportInput): Html | undefined {
  const { boardSeconds, wallSeconds } = time;
  if (board.kind !== 'simulated' || boardSeconds <= 0 || wallSeconds <= 0) return undefined;
  const ratio = boardSeconds / wallSeconds;
  const comparison =
    ratio >= 1 ? `${formatSi(ratio, '', 3)} times faster` : `${formatSi(1 / ratio, '', 3)} times slower`;
  return html`<p>
    A board of this design would have taken <b>${formatDuration(boardSeconds)}</b>, by the timing that the simulator
    keeps (modelled). Simulating it took <b>${formatDuration(wallSeconds)}</b> on this computer, ${comparison} than the
    board.
  </p>`;
}

function stepTable(steps: readonly ReportStep[]): Html {
  const energies = SCOPES.flatMap((scope) =>
    (['measured', 'modelled', 'estimated'] as const)
      .filter((kind) =>
        steps.some(({ energy }) => energy.some((entry) => entry.scope === scope && entry.kind === kind)),
      )
      .map((kind) => ({ scope, kind })),
  );
  const find = (step: ReportStep, { scope, kind }: (typeof energies)[number]): number | undefined =>
    step.energy.find((entry) => entry.scope === scope && entry.kind === kind)?.joules;
  const csv = [
    [
      'step',
      'board time (s)',
      'computer time (s)',
      'bits',
      'MACs',
      ...energies.map(({ scope, kind }) => `${scope} ${kind} (J)`),
    ],
    ...steps.map((step) => [
      step.step, step.boardSeconds, step.wallSeconds, step.bits, step.macs, ...energies.map((which) => find(step, which) ?? ''),
    ]), // prettier-ignore
  ];
  const file = Buffer.from(csv.map((row) => row.join(',') + '\r\n').join('')).toString('base64');
  return html`<details>
    <summary>View as table (${steps.length} steps)</summary>
    <p><a download="steps.csv" href="data:text/csv;charset=utf-8;base64,${file}">Save as CSV</a></p>
    <div class="scroll" tabindex="0" role="region" aria-label="All steps">
      <table>
        <caption>
          What each step used. Energies are told apart by scope and kind.
        </caption>
        <thead>
          <tr>
            ${['Step', 'Board time', 'Computer time', 'Bits', 'MACs'].map((name) => html`<th scope="col" class="number">${name}</th>`)}
            ${energies.map(({ scope, kind }) => html`<th scope="col" class="number">${scope}, ${kind}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${steps.map(
            (step) =>
              html`<tr>
                <th scope="row" class="number">${step.step}</th>
                <td class="number">${formatDuration(step.boardSeconds)}</td>
                <td class="number">${formatDuration(step.wallSeconds)}</td>
                <td class="number">${step.bits.toLocaleString('en')}</td>
                <td class="number">${step.macs.toLocaleString('en')}</td>
                ${energies.map((which) => html`<td class="number">${joulesText(find(step, which))}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

function joulesText(joules: number | undefined): string {
  return joules === undefined ? '–' : formatSi(joules, 'J');
}
