import { formatSi } from '../../../base/index.js';
import type { RunEvent } from '../../../lab/runs/index.js';
import { valueText } from '../../value-text.js';

/** A stored event as a line for people; what this program does not know is shown as it is stored. */
export function eventText(event: RunEvent): string {
  const { type } = event;
  const said = text(event);
  return said === '' ? type : `${type}  ${said}`;
}

function text(event: RunEvent): string {
  switch (event.type) {
    case 'phase':
      return String(event['name']);
    case 'status':
    case 'end':
      return [event['status'], event['error']].filter((part) => typeof part === 'string').join(': ');
    case 'progress':
      return `${String(event['done'])} of ${String(event['total'])} ${String(event['unit'])}`;
    case 'row':
      return `${String(event['table'])}: ${pairsOf(event['values'])}`;
    case 'metric':
    case 'result':
      return pairsOf(event['values']);
    case 'note':
    case 'log':
      return String(event['text']);
    case 'artifact':
      return String(event['name']);
    case 'safety':
      return event['safe'] === true ? 'the array is safe' : 'the array is NOT known to be safe';
    case 'energy':
      return energyText(event['totals']);
    default: {
      const { type: _type, ...rest } = event;
      return pairsOf(rest);
    }
  }
}

function energyText(totals: unknown): string {
  if (!Array.isArray(totals)) return '';
  return (totals as Readonly<Record<string, unknown>>[])
    .map(({ scope, kind, joules }) => {
      const figure = typeof joules === 'number' ? formatSi(joules, 'J') : '–';
      return `${String(scope)} ${String(kind)} ${figure}`;
    })
    .join(', ');
}

function pairsOf(values: unknown): string {
  if (typeof values !== 'object' || values === null) return '';
  return Object.entries(values)
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(', ');
}
