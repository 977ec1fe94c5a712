import { formatSi, formatWithUncertainty } from '../../base/index.js';
import { chartFigure, cumulative, type Chart } from './charts.js';
import { html, type Html } from './html.js';
import type {
  ReportComponent,
  ReportEnergy,
  ReportFormula,
  ReportInput,
  ReportKind,
  ReportLedger,
  ReportScope,
} from './report-input.js';

/** All scopes, smallest boundary first. Every view shows all of them: a small figure never stands alone. */
export const SCOPES: readonly ReportScope[] = ['device', 'array', 'board', 'host'];
const KINDS: readonly ReportKind[] = ['measured', 'modelled', 'estimated'];

const BOUNDARY: Readonly<Record<ReportScope, string>> = {
  device: 'the junctions alone: what their pulses and reads dissipate',
  array: 'around the junctions: lines, drivers, sensing, converters',
  board: 'everything that the board draws from its supply, idle included',
  host: 'the computer that drives the board',
};

/** An energy with its uncertainty, if one is known: `12.3(4) fJ`. */
export function energyText({ joules, sigma }: Pick<ReportEnergy, 'joules' | 'sigma'>): string {
  return sigma > 0 ? formatWithUncertainty(joules, sigma, 'J') : formatSi(joules, 'J');
}

/** The energy part of the report: one card a scope, a pair of plots for each scope and kind, and the ledger's components. */
export function energySection(input: ReportInput, charts: readonly Chart[]): Html {
  const { ledger, board } = input;
  // A run that was cut short has no energy an image.
  const images = input.run.status === 'finished' ? input.images : 0;
  return html`<section aria-labelledby="energy">
    <h2 id="energy">Energy</h2>
    <p>
      Each figure names its <b>scope</b> (the boundary it is drawn around) and its <b>kind</b> (how it came to be).
      Figures of different scope or kind answer different questions and are never added up.
      ${board.kind === 'simulated' ? 'On a simulated board nothing but the computer’s own energy can be measured: the board’s supply, too, is modelled.' : undefined}
    </p>
    <div class="scopes">${SCOPES.map((scope) => scopeCard(scope, ledger, images))}</div>
    <h3>Over the steps</h3>
    <p class="note">
      Drawn solid: measured. Hatched bars and dashed lines: modelled. Outlined bars and dotted lines: estimated. Every
      plot has its own scale; its unit stands at the axis.
    </p>
    <div class="charts">${charts.map(chartFigure)}</div>
    <h3>Components, formulas and constants</h3>
    ${SCOPES.flatMap((scope) => KINDS.map((kind) => componentTable(scope, kind, ledger)))}
  </section>`;
}

function scopeCard(scope: ReportScope, ledger: ReportLedger, images: number): Html {
  const totals = ledger.totals.filter((total) => total.scope === scope);
  return html`<div class="scope tone-${scope}">
    <h3>${scope}</h3>
    <p>${BOUNDARY[scope]}</p>
    ${totals.map(
      (total) =>
        html`<div class="figure ${total.kind}">
          <b>${energyText(total)}</b>
          <span
            >${total.kind}, ${scope}
            scope${images > 0 ? `; ${formatSi(total.joules / images, 'J')} an image` : ''}</span
          >
        </div>`,
    )}
    ${totals.length > 0 ? undefined : html`<div class="figure"><b>unavailable</b><span>${ledger.unavailable?.[scope] ?? 'nothing was posted in this scope'}</span></div>`}
  </div>`;
}

/** Two panels for every scope and kind that has a figure: energy of each step, and its running total. */
export function energyCharts(input: ReportInput): Chart[] {
  const x = input.steps.map(({ step }) => step);
  if (x.length === 0) return [];
  return SCOPES.flatMap((scope) => KINDS.map((kind) => ({ scope, kind }))).flatMap(({ scope, kind }): Chart[] => {
    const perStep = input.steps.map(
      ({ energy }) => energy.find((entry) => entry.scope === scope && entry.kind === kind)?.joules ?? null,
    );
    if (perStep.every((value) => value === null)) return [];
    const common = { quantity: 'Energy', unit: 'J', tone: scope, x } as const;
    const name = `${capital(scope)}, ${kind}`;
    return [
      {
        ...common,
        id: `energy-${scope}-${kind}`,
        title: `${name}: energy of each step`,
        shape: 'bars',
        series: [{ label: `${name}, per step`, style: kind, values: perStep }],
      },
      {
        ...common,
        id: `energy-${scope}-${kind}-sum`,
        title: `${name}: running total`,
        shape: 'line',
        series: [{ label: `${name}, so far`, style: kind, values: cumulative(perStep) }],
      },
    ];
  });
}

function componentTable(scope: ReportScope, kind: ReportKind, ledger: ReportLedger): Html | undefined {
  const total = ledger.totals.find((entry) => entry.scope === scope && entry.kind === kind);
  const parts = ledger.components
    .filter((entry) => entry.scope === scope && entry.kind === kind)
    .sort((a, b) => b.joules - a.joules);
  if (total === undefined || parts.length === 0) return undefined;
  const counted = total.events > 0 ? ` in ${total.events.toLocaleString('en')} events` : '';
  const caption = `${capital(scope)}, ${kind}: ${energyText(total)}${counted}`;
  return html`<div class="scroll tone-${scope}" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        <b>${caption}</b>
      </caption>
      <thead>
        <tr>
          <th scope="col">Component</th>
          <th scope="col" class="number">Energy, ${kind}</th>
          <th scope="col" colspan="2">Share of this total</th>
          <th scope="col" class="number">Events</th>
          <th scope="col" class="number">Per event</th>
          <th scope="col">Derivation</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map((part) => componentRow(part, total.joules, ledger.formulas))}
      </tbody>
    </table>
  </div>`;
}

function componentRow(part: ReportComponent, total: number, formulas: readonly ReportFormula[]): Html {
  const share = total > 0 ? part.joules / total : 0;
  const formula = formulas.find(({ id }) => id === part.formula);
  return html`<tr>
    <th scope="row">
      ${part.component}${part.baseline === true ? html` <span class="muted">(idle baseline)</span>` : undefined}
    </th>
    <td class="number">${energyText(part)}</td>
    <td class="number">${percent(share)}</td>
    <td>
      <svg class="share ${part.kind}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect x="0" y="0" width="${Number((100 * Math.max(0, share)).toFixed(2))}" height="10"></rect>
      </svg>
    </td>
    <td class="number">${part.events > 0 ? part.events.toLocaleString('en') : '–'}</td>
    <td class="number">${part.events > 0 ? formatSi(part.joules / part.events, 'J') : '–'}</td>
    <td>${formula === undefined ? html`<span class="muted">not stated</span>` : derivation(part, formula)}</td>
  </tr>`;
}

function derivation(part: ReportComponent, formula: ReportFormula): Html {
  return html`<details>
    <summary>${formula.title}</summary>
    <div class="derivation">
      <p><code>${formula.expression}</code></p>
      ${
        formula.constants.length === 0
          ? undefined
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">Constant</th>
                  <th scope="col">Value</th>
                  <th scope="col">From</th>
                </tr>
              </thead>
              <tbody>
                ${formula.constants.map(
                  ({ symbol, value, source }) =>
                    html`<tr>
                      <th scope="row"><code>${symbol}</code></th>
                      <td>${value}</td>
                      <td>${source}</td>
                    </tr>`,
                )}
              </tbody>
            </table>`
      }
      <p class="note">
        ${part.events > 0 ? `${part.events.toLocaleString('en')} events gave ` : ''}${energyText(part)}, ${part.kind}.
        ${formula.source}
      </p>
    </div>
  </details>`;
}

function percent(share: number): string {
  // A difference of readings may come out negative: that is no share of anything.
  if (share <= 0) return '–';
  return share < 0.001 ? '< 0.1 %' : `${(100 * share).toFixed(1)}\u00a0%`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
