import { checkOneOf } from '../../base/index.js';
import type { BoardIdentity, EventTelemetry, Telemetry } from '../../firmware-host/host/index.js';
import { SHOTS_A_TURN } from '../entropy/bit-record.js';
import type { CaptureIndex, ChannelSpec, ChannelProvenance } from './channel.js';

/** Kinds of channels of a board, to choose by. */
export const CHANNEL_GROUPS = [
  'power',
  'current',
  'voltage',
  'energy',
  'temperature',
  'field',
  'health',
  'rates',
  'bits',
] as const;
export type ChannelGroup = (typeof CHANNEL_GROUPS)[number];

/** Name of the channel of bits, and of the time bases. */
export const BITS_CHANNEL = 'bits';
export const TELEMETRY_TIME = 'telemetry';
export const BITS_TIME = 'bit-blocks';

/** Counters of a board that are recorded as rates, a second of board time. */
const RATES = {
  cellPulses: 'Cell pulses',
  cellReads: 'Cell reads',
  adcConversions: 'Converter readings',
  mvms: 'Vectors multiplied',
  bitsOut: 'Bits out',
  bytesOut: 'Bytes to the host',
  clipped: 'Clipped conversions',
} as const satisfies Partial<Record<keyof EventTelemetry, string>>;

/** A channel that telemetry fills: what it is, and its value in a message. */
interface TelemetryChannel {
  readonly spec: ChannelSpec;
  readonly group: ChannelGroup;
  /** NaN where the message has none. */
  readonly read: (now: Telemetry, before: Telemetry | undefined) => number;
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const slug = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

function rate(now: Telemetry, before: Telemetry | undefined, counter: keyof EventTelemetry): number {
  if (before === undefined) return NaN;
  const events = now.counters[counter] - before.counters[counter];
  const seconds = now.boardTimeS - before.boardTimeS;
  // The clock of a simulated board stands while it does nothing.
  return events === 0 ? 0 : events / seconds;
}

function telemetryChannels(first: Telemetry, provenance: ChannelProvenance): TelemetryChannel[] {
  const spec = (name: string, title: string, unit: string): ChannelSpec => ({
    name,
    title,
    unit,
    type: 'f64',
    provenance,
    time: TELEMETRY_TIME,
  });
  const ofRails = (
    group: ChannelGroup,
    unit: string,
    read: (rail: Telemetry['rails'][number]) => number,
  ): TelemetryChannel[] =>
    first.rails.map(({ name }) => ({
      group,
      spec: spec(`${slug(name)}-${group}`, `${name} ${group}`, unit),
      read: ({ rails }) => {
        const rail = rails.find((each) => each.name === name);
        return rail === undefined ? NaN : read(rail);
      },
    }));
  return [
    ...ofRails('power', 'W', ({ powerW }) => powerW),
    ...ofRails('current', 'A', ({ currentA }) => currentA),
    ...ofRails('voltage', 'V', ({ busV }) => busV),
    ...ofRails('energy', 'J', ({ energyJ }) => energyJ),
    {
      group: 'temperature',
      spec: spec('array-temperature', 'Array temperature', 'K'),
      read: ({ arrayTemperatureK }) => arrayTemperatureK ?? NaN,
    },
    {
      group: 'temperature',
      spec: spec('die-temperature', 'Microcontroller temperature', 'K'),
      read: ({ dieTemperatureK }) => dieTemperatureK,
    },
    { group: 'field', spec: spec('field', 'Field', 'A/m'), read: ({ fieldAPerM }) => fieldAPerM },
    {
      group: 'health',
      spec: spec('ones-share', 'Share of ones, as the board counts', ''),
      read: ({ health }) => health.onesShare ?? NaN,
    },
    ...Object.entries(RATES).map(([counter, title]): TelemetryChannel => ({
      group: 'rates',
      spec: spec(`${kebab(counter)}-rate`, title, '1/s'),
      read: (now, before) => rate(now, before, counter as keyof EventTelemetry),
    })),
  ];
}

/** Which channels of a board are recorded, and how telemetry fills them. */
export class BoardChannels {
  readonly index: Pick<CaptureIndex, 'timeBases' | 'channels' | 'layouts' | 'notEntropy'>;
  readonly #telemetry: readonly TelemetryChannel[];

  /**
   * @param first a message of the board: its rails become channels
   * @param groups kinds of channels; all by default
   * @param bitRateHz bits a second that are expected; null where nobody knows
   * @param rows numbers of the rows that give bits, in rotation
   */
  constructor(
    identity: BoardIdentity,
    first: Telemetry,
    options: {
      readonly groups?: readonly ChannelGroup[];
      readonly telemetryPeriodMs: number;
      readonly bitRateHz: number | null;
      readonly rows: readonly number[];
    },
  ) {
    const groups = options.groups ?? CHANNEL_GROUPS;
    for (const group of groups) checkOneOf('channels', group, CHANNEL_GROUPS);
    const provenance: ChannelProvenance = identity.kind === 'real' ? 'measured' : 'modelled';
    this.#telemetry = telemetryChannels(first, provenance).filter(({ group }) => groups.includes(group));
    const bits = groups.includes('bits');
    const { cols: columns } = identity.geometry;
    this.index = {
      timeBases: [
        ...(this.#telemetry.length > 0 ? [{ name: TELEMETRY_TIME, rateHz: 1000 / options.telemetryPeriodMs }] : []),
        ...(bits ? [{ name: BITS_TIME, rateHz: options.bitRateHz }] : []),
      ],
      channels: [
        ...this.#telemetry.map(({ spec }) => spec),
        ...(bits
          ? [{ name: BITS_CHANNEL, title: 'Raw bits', unit: '', type: 'bits' as const, provenance, time: BITS_TIME }]
          : []),
      ],
      layouts: bits ? { [BITS_CHANNEL]: { rows: [...options.rows], columns, shotsATurn: SHOTS_A_TURN } } : {},
      notEntropy: identity.kind !== 'real',
    };
  }

  /** Whether bits are among them. */
  get hasBits(): boolean {
    return BITS_CHANNEL in this.index.layouts;
  }

  /** Whether anything of telemetry is. */
  get hasTelemetry(): boolean {
    return this.#telemetry.length > 0;
  }

  /** The samples of a message. */
  values(now: Telemetry, before: Telemetry | undefined): Record<string, readonly [number]> {
    return Object.fromEntries(this.#telemetry.map(({ spec, read }) => [spec.name, [read(now, before)] as const]));
  }
}
