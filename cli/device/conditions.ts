import { formatSi } from '../../base/index.js';
import type { CellState } from '../../board-sim/device/index.js';

/** An applied field for a caption: `H = (12.00, 0, 0) kA/m`. */
export function fieldText(field: readonly [number, number, number]): string {
  if (field.every((component) => component === 0)) return 'no applied field';
  const names = ['Hx', 'Hy', 'Hz'];
  return field
    .map((component, i) => (component === 0 ? undefined : `${names[i]!} = ${formatSi(component, 'A/m', 3)}`))
    .filter((part) => part !== undefined)
    .join(', ');
}

/** `up` is parallel: mz = +1, along the reference layer. */
export function cellStateOf(start: 'up' | 'down'): CellState {
  return start === 'up' ? 'P' : 'AP';
}

/** A value for a legend, with a true minus sign. */
export function labelText(value: number, unit: string): string {
  return formatSi(value, unit, 3).replace('-', '−');
}
