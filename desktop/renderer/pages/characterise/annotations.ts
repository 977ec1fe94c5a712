import type { Figure, ReferenceLine } from '../../../../lab/plot/index.js';
import { formatPercent } from '../../app/i18n.js';
import type { RunFindings } from '../../../rpc/api/index.js';

type Results = RunFindings['results'];

/** Results of loops, A/m: half the width of the loop, and its middle. */
const COERCIVE = 'coerciveAPerM';
const OFFSET = 'offsetAPerM';
/** Resistances of the two states, Ω. */
const HIGHER = 'resistanceApOhm';
const RESISTANCES = [
  ['resistancePOhm', 'R_{P}'],
  [HIGHER, 'R_{AP}'],
] as const;
/** (R_AP − R_P)/R_P: it stands at the higher resistance, in the place of an axis of its own. */
const TMR = 'tmr';

function numberOf(results: Results, name: string): number | undefined {
  const value = results.find((one) => one.name === name)?.value;
  return typeof value === 'number' ? value : undefined;
}

/** A figure over a field with what the run has found of its loops: coercive field, offset, resistances of the states. */
export function annotated(figure: Figure, results: Results): Figure {
  if (figure.kind !== 'line' || figure.x.unit !== 'A/m') return figure;
  const lines: ReferenceLine[] = [...(figure.references ?? [])];
  const coercive = numberOf(results, COERCIVE);
  const offset = numberOf(results, OFFSET);
  if (coercive !== undefined) {
    lines.push({ axis: 'x', value: (offset ?? 0) + coercive, label: 'H_{c}' });
    lines.push({ axis: 'x', value: (offset ?? 0) - coercive, label: '−H_{c}' });
  }
  if (offset !== undefined) lines.push({ axis: 'x', value: offset, label: 'H_{offset}' });
  if (figure.y.unit === 'Ω') {
    const tmr = numberOf(results, TMR);
    for (const [name, symbol] of RESISTANCES) {
      const value = numberOf(results, name);
      const label = name === HIGHER && tmr !== undefined ? `${symbol}, TMR ${formatPercent(tmr)}` : symbol;
      if (value !== undefined) lines.push({ axis: 'y', value, label });
    }
  }
  return lines.length === (figure.references ?? []).length ? figure : { ...figure, references: lines };
}
