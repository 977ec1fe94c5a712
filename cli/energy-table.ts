import { ENERGY_KINDS, ENERGY_SCOPES, formatSi, formatWithUncertainty } from '../base/index.js';
import { table } from './table.js';

interface Figures {
  readonly joules: number;
  readonly sigma?: number;
  readonly scaleSigma?: number;
}

/**
 * The totals of an energy report, a line for each scope and kind; a scope without a figure says so. No line is a sum of others.
 * @param energy `energy.json`, as a ledger writes it.
 * @param images number of images that the energy went into, for a figure an image.
 */
export function energyTable(energy: Readonly<Record<string, unknown>>, images?: number): string {
  const rows = ENERGY_SCOPES.flatMap((scope) => {
    const kinds = ENERGY_KINDS.flatMap((kind) => {
      const figures = figuresOf(energy[scope], kind);
      return figures === undefined ? [] : [[`  ${scope}`, kind, joulesText(figures), ...perImage(figures, images)]];
    });
    return kinds.length > 0 ? kinds : [[`  ${scope}`, 'unavailable']];
  });
  return table([], rows, [2, 3]);
}

function perImage({ joules }: Figures, images: number | undefined): string[] {
  return images === undefined || images < 1 ? [] : [`${formatSi(joules / images, 'J')} an image`];
}

function joulesText({ joules, sigma = 0, scaleSigma = 0 }: Figures): string {
  const uncertainty = Math.hypot(sigma, scaleSigma);
  return uncertainty > 0 ? formatWithUncertainty(joules, uncertainty, 'J') : formatSi(joules, 'J');
}

function figuresOf(scope: unknown, kind: string): Figures | undefined {
  if (typeof scope !== 'object' || scope === null) return undefined;
  const figures = (scope as Record<string, unknown>)[kind];
  if (typeof figures !== 'object' || figures === null || !('joules' in figures)) return undefined;
  return typeof figures.joules === 'number' ? (figures as Figures) : undefined;
}
