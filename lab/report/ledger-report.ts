import { formatSi } from '../../base/index.js';
import { ENERGY_SCOPES, type EnergyLedger, type EnergyReport, type Formula } from '../energy/index.js';
import type { ReportComponent, ReportEnergy, ReportFormula, ReportLedger, ReportScope } from './report-input.js';

/**
 * The ledger's books (`energy.json`) as the report shows them. Uncertainties of independent and of shared cause are combined
 * in quadrature, as two causes that know nothing of each other.
 * @param unavailable why a scope has no figure, as the host meter says it.
 */
export function ledgerForReport(
  energy: EnergyReport,
  unavailable: Readonly<Partial<Record<ReportScope, string>>> = {},
): ReportLedger {
  const totals: ReportLedger['totals'][number][] = [];
  const components: ReportComponent[] = [];
  for (const scope of ENERGY_SCOPES) {
    for (const kind of ['measured', 'modelled', 'estimated'] as const) {
      const figures = energy[scope][kind];
      if (figures === undefined) continue;
      totals.push({ scope, kind, ...shown(figures) });
      for (const [component, part] of Object.entries(figures.components)) {
        const [formula] = part.formulas;
        components.push({
          scope,
          kind,
          component,
          ...shown(part),
          ...(formula === undefined ? {} : { formula }),
          ...(part.formulas.includes('board.idle') ? { baseline: true } : {}),
        });
      }
    }
  }
  return {
    totals,
    components,
    formulas: energy.formulas.map((one) => formulaForReport(one, energy.modelVersion)),
    unavailable,
  };
}

/** Tells what was posted since the last call, by scope and kind: the energy of one step. */
export class StepEnergyMeter {
  readonly #ledger: EnergyLedger;
  #before: readonly ReportEnergy[] = [];

  constructor(ledger: EnergyLedger) {
    this.#ledger = ledger;
    this.take();
  }

  /** Energy posted since the last call (or since the meter was made), one entry for each scope and kind known so far. */
  take(): ReportEnergy[] {
    const now = this.#ledger.totals().map(({ scope, kind, joules, sigma }) => ({ scope, kind, joules, sigma }));
    const taken = now.map((total) => {
      const before = this.#before.find(({ scope, kind }) => scope === total.scope && kind === total.kind);
      if (before === undefined) return total;
      // Independent errors add in quadrature, so the later part's share is the difference of squares.
      const sigma = Math.sqrt(Math.max(0, total.sigma ** 2 - before.sigma ** 2));
      return { ...total, joules: total.joules - before.joules, sigma };
    });
    this.#before = now;
    return taken;
  }
}

function shown(figures: {
  joules: number;
  sigma: number;
  scaleSigma: number;
  events: number;
}): Pick<ReportComponent, 'joules' | 'sigma' | 'events'> {
  return { joules: figures.joules, sigma: Math.hypot(figures.sigma, figures.scaleSigma), events: figures.events };
}

function formulaForReport({ id, text, meaning, constants }: Formula, modelVersion: string): ReportFormula {
  return {
    id,
    title: text,
    expression: text,
    constants: constants.map(({ symbol, value, unit, relativeSigma, trust, source }) => ({
      symbol,
      value: formatSi(value, unit) + (relativeSigma > 0 ? ` ± ${formatSi(100 * relativeSigma, '%', 2)}` : ''),
      source: `${trust}: ${source}`,
    })),
    source: `${meaning} Model ${modelVersion}.`,
  };
}
