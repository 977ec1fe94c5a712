import { signal } from '@preact/signals';
import type { ChannelSpec } from '../../../../lab/capture/index.js';
import type { ParamsIn } from '../../../rpc/define.js';
import type { DesktopApi } from '../../../rpc/api/index.js';

type StartParams = ParamsIn<DesktopApi['live.start']>;
export type Group = StartParams['groups'][number];
export type TriggerSetting = NonNullable<StartParams['triggers']>[number];

/** Kinds of channels, in the order of the page. */
export const GROUPS: readonly Group[] = [
  'bits',
  'power',
  'current',
  'voltage',
  'energy',
  'temperature',
  'field',
  'health',
  'rates',
];

/** What the next capture will record. */
export interface CaptureSettings {
  readonly groups: readonly Group[];
  /** Bits a second; 0: as fast as they come. */
  readonly rateHz: number;
  readonly periodMs: number;
  readonly rows: string;
  readonly controller: boolean;
}

/** What stays while other pages are looked at. */
export const settings = signal<CaptureSettings>({
  groups: ['bits', 'power', 'current', 'temperature', 'rates'],
  rateHz: 200_000,
  periodMs: 50,
  rows: 'all',
  controller: false,
});

/** Channels that the next capture will have. */
export const planned = signal<readonly ChannelSpec[]>([]);

export const triggers = signal<readonly TriggerSetting[]>([]);

/** Rates to choose from, bits a second. */
export const BIT_RATES = [10_000, 50_000, 200_000, 1_000_000, 5_000_000, 0] as const;
/** Times between messages of telemetry to choose from, ms. */
export const PERIODS = [20, 50, 100, 500, 1000, 10_000] as const;
/** Windows to choose from, s; infinite: everything. */
export const WINDOWS = [2, 10, 60, 600, Infinity] as const;

/** A stretch of time, seconds since the start of the capture. */
export type Stretch = readonly [fromS: number, toS: number];

/** How the signals are looked at. */
export const shownGroup = signal<Group>('power');
export const windowS = signal<number>(10);
/** A stretch that is held still; otherwise the window follows the newest samples. */
export const held = signal<Stretch | undefined>(undefined);
/** What is selected in the plot. */
export const selection = signal<Stretch | undefined>(undefined);
/** The stretch that the plot shows at this moment. */
export const shownStretch = signal<Stretch>([0, 0]);

/** Whether a channel belongs to a kind. */
export function inGroup(group: Group, { name, unit }: { readonly name: string; readonly unit: string }): boolean {
  if (group === 'bits') return name === 'bits';
  if (group === 'health') return name === 'ones-share';
  if (group === 'field') return name === 'field';
  if (group === 'rates') return name.endsWith('-rate');
  if (group === 'temperature') return unit === 'K';
  return name.endsWith(`-${group}`);
}

/** How many channels there are of each kind that has any, in the order of the page. */
export function channelCounts(
  groups: readonly Group[],
  channels: readonly ChannelSpec[],
): readonly (readonly [Group, number])[] {
  return groups
    .map((group) => [group, channels.filter((channel) => inGroup(group, channel)).length] as const)
    .filter(([, n]) => n > 0);
}
