import { formatSi } from '../../base/index.js';
import type { Board, BoardLimits } from '../../firmware-host/host/index.js';
import type { CommandAction } from '../context.js';
import { EXIT } from '../exit-codes.js';
import { openNamedBoard } from '../open-named-board.js';
import { pairs } from '../table.js';

/** `spindrift info`: what a board says of itself, with its limits. */
export const info: CommandAction = async (context) => {
  const { out } = context;
  const board = await openNamedBoard(context);
  try {
    const { identity, limits } = board;
    out.result({ uri: board.uri, ...identity, limits }, () => describe(board));
  } finally {
    await board.close();
  }
  return EXIT.done;
};

function describe({ uri, identity, limits }: Board): string {
  const { geometry, protocol } = identity;
  const { kind: claimed } = identity;
  const why = claimed === 'replayed' ? 'its bits were recorded' : 'its bits are pseudo-random';
  const kind = claimed === 'real' ? 'real' : `${claimed} (${why}: not entropy)`;
  return [
    pairs([
      ['board', uri],
      ['kind', kind],
      ['name', identity.name],
      ['model', identity.model],
      ['serial', identity.serial],
      ['firmware', identity.firmware],
      ['boot', identity.bootId],
      ['protocol', `${protocol.major}.${protocol.minor}`],
      [
        'array',
        `${geometry.rows} rows × ${geometry.cols} columns, ${geometry.tiles} ${geometry.tiles === 1 ? 'tile' : 'tiles'}`,
      ],
      ['calibration', identity.calibrationHash],
      ['features', identity.features.join(', ')],
    ]),
    '',
    'Limits',
    pairs(Object.entries(limits).map(([name, value]) => [`  ${name}`, limitText(name, value)])),
  ].join('\n');
}

const UNITS: readonly (readonly [ending: string, unit: string])[] = [
  ['APerM', 'A/m'],
  ['Bytes', 'B'],
  ['Hz', 'Hz'],
  ['V', 'V'],
  ['S', 's'],
];

/** A limit as text: with the unit that its name ends in, a range as from … to, a table of pulses as one clause each. */
function limitText(name: string, value: unknown): string {
  const unit = UNITS.find(([ending]) => name.endsWith(ending))?.[1] ?? '';
  const one = (part: unknown): string => {
    if (typeof part !== 'number') return String(part);
    return unit === '' ? part.toLocaleString('en') : formatSi(part, unit);
  };
  if (Array.isArray(value)) return value.map(pulseText).join('; ');
  if (typeof value !== 'object' || value === null) return one(value);
  const { min, max, step } = value as { min?: unknown; max?: unknown; step?: unknown };
  return `${one(min)} … ${one(max)}${step === undefined ? '' : `, step ${one(step)}`}`;
}

function pulseText({ widthS, amplitudeV }: BoardLimits['pulses'][number]): string {
  return `${formatSi(amplitudeV, 'V')} up to ${formatSi(widthS, 's')}`;
}
