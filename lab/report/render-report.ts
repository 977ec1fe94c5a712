import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { formatDuration, formatSi } from '../../base/index.js';
import { drawnChart } from './charts.js';
import { energyCharts, energySection } from './energy-section.js';
import { dataTable, factTable, picture, qualitySection } from './facts-section.js';
import { html, jsonForScript, raw, type Html } from './html.js';
import { PAGE_SCRIPT } from './page-script.js';
import type { ReportBoard, ReportInput } from './report-input.js';
import { stepCharts, stepsSection } from './steps-section.js';
import { STYLES } from './styles.js';

const require = createRequire(import.meta.url);

/**
 * Renders a run as one HTML file that opens from disk: style, script, data and pictures are inside, nothing is fetched, and
 * the page's own policy forbids it. Without script everything but the plots is there, the plots' numbers as a table.
 * The result depends on the input alone.
 * @throws {RangeError} if a picture is not a PNG.
 */
export function renderReport(input: ReportInput): string {
  const ofSteps = stepCharts(input);
  const ofEnergy = energyCharts(input);
  const charts = [...ofEnergy, ...ofSteps].map(drawnChart);
  const uplot = readFileSync(require.resolve('uplot/dist/uPlot.iife.min.js'), 'utf8');
  const css = readFileSync(require.resolve('uplot/dist/uPlot.min.css'), 'utf8') + STYLES;
  const sections = [
    { id: 'energy', title: 'Energy' },
    ...(ofSteps.length > 0 ? [{ id: 'steps', title: 'Steps' }] : []),
    ...(input.quality === undefined ? [] : [{ id: 'quality', title: 'Quality' }]),
    { id: 'board', title: 'Board' },
    { id: 'network', title: 'Network and mapping' },
    { id: 'run', title: 'Run' },
  ];
  return `<!doctype html>\n${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src ${hashSource(css)}; script-src ${hashSource(uplot)} ${hashSource(PAGE_SCRIPT)}"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${input.title}</title>
        <link rel="icon" href="data:," />
        ${inline('style', css)}
      </head>
      <body>
        ${header(input, sections)}
        <main>
          ${pictures(input)} ${energySection(input, ofEnergy)} ${stepsSection(input, ofSteps)}
          ${input.quality === undefined ? undefined : qualitySection(input.quality)} ${boardSection(input.board)}
          <section aria-labelledby="network">
            <h2 id="network">Network and mapping</h2>
            ${factTable('The network and how it lies on the tiles', input.network.facts)}${input.network.tables.map(dataTable)}
          </section>
          ${runSection(input)}
        </main>
        <footer>
          <p>Written by Spindrift. This file holds everything it shows and asks the network for nothing.</p>
        </footer>
        ${HATCH} ${inline('script type="application/json" id="charts"', jsonForScript(charts).text)}
        ${inline('script', uplot)} ${inline('script', PAGE_SCRIPT)}
      </body>
    </html>`.text
  }\n`;
}

/** The pattern that marks modelled energy in the shares of the tables. */
const HATCH = raw(
  '<svg width="0" height="0" aria-hidden="true"><defs><pattern id="hatch" width="4" height="10" patternUnits="userSpaceOnUse"><path d="M0 10L4 0" stroke-width="1.2"/></pattern></defs></svg>',
);

function header(input: ReportInput, sections: readonly { id: string; title: string }[]): Html {
  const { steps, time, board } = input;
  const facts: [string, string, string | undefined][] = [
    [
      'Images',
      input.images.toLocaleString('en'),
      steps.length > 0 ? `${steps.length} denoising steps each` : undefined,
    ],
    ['Random bits used', formatSi(input.bitsUsed, 'bit'), board.kind === 'real' ? undefined : 'pseudo-random'],
    ['Analog products', formatSi(input.macs, 'MAC'), 'multiply-accumulate'],
    ['On the board’s clock', formatDuration(time.boardSeconds), board.kind === 'real' ? 'measured' : 'modelled'],
    ['On this computer', formatDuration(time.wallSeconds), 'measured'],
  ];
  return html`<header>
    <h1>${input.title}</h1>
    ${input.summary === undefined ? undefined : html`<p>${input.summary}</p>`} ${badge(board)}
    <dl class="facts">
      ${facts.map(
        ([name, value, note]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}${note === undefined ? undefined : html`<small>${note}</small>`}</dd>
          </div>`,
      )}
    </dl>
    <nav aria-label="Sections">
      <ul>
        ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
      </ul>
    </nav>
  </header>`;
}

/** What the board is. Bits that no junction made are never called entropy. */
function badge({ kind, name }: ReportBoard): Html {
  const words = kind === 'real' ? 'REAL BOARD' : `${kind.toUpperCase()} BOARD — PSEUDO-RANDOM: NOT ENTROPY`;
  return html`<p><strong class="badge ${kind}">${words}</strong> <span class="muted">${name}</span></p>`;
}

function pictures({ grid, path }: ReportInput): Html {
  return html`<section aria-label="Pictures">
    ${picture(grid)}${path === undefined ? undefined : picture(path)}
  </section>`;
}

function boardSection(board: ReportBoard): Html {
  return html`<section aria-labelledby="board">
    <h2 id="board">Board</h2>
    ${badge(board)} ${factTable('What the board says of itself', board.facts)}
  </section>`;
}

function runSection({ run }: ReportInput): Html {
  const facts = [
    { label: 'Run', value: run.id },
    { label: 'Experiment', value: run.experiment },
    { label: 'Status', value: run.status },
    { label: 'Started', value: run.startedAt },
  ];
  return html`<section aria-labelledby="run">
    <h2 id="run">Run</h2>
    ${
      run.command === undefined
        ? undefined
        : html`<p>To repeat it:</p>
            <pre tabindex="0"><code>${run.command}</code></pre>`
    }
    ${factTable('Identity', facts)}${factTable('Parameters', run.parameters)}${factTable('Versions', run.versions)}
  </section>`;
}

/** An element whose content the page's policy knows by its hash: nothing may be added, not even a line break. */
function inline(tag: string, content: string): Html {
  return raw(`<${tag}>${content}</${tag.split(' ')[0]!}>`);
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
