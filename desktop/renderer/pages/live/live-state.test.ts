import { afterEach, expect, it } from 'vitest';
import type { ChannelSpec } from '../../../../lab/capture/index.js';
import { locale } from '../../app/i18n.js';
import { channelCounts, GROUPS } from './live-state.js';
import { liveTexts } from './messages.js';

afterEach(() => {
  locale.value = 'en';
});

const channel = (name: string, unit: string) => ({ name, unit }) as ChannelSpec;
const channels = [
  channel('bits', ''),
  channel('array-power', 'W'),
  channel('board-power', 'W'),
  channel('array-temperature', 'K'),
];

it('counts the channels of each kind', () => {
  expect(channelCounts(GROUPS, channels)).toEqual([
    ['bits', 1],
    ['power', 2],
    ['temperature', 1],
  ]);
  expect(channelCounts(['voltage'], channels)).toEqual([]);
});

it('says in both languages how many channels there will be, and of what', () => {
  const said = (some: readonly ChannelSpec[]): string =>
    liveTexts().estimate.channels(some.length, channelCounts(GROUPS, some));
  expect(said(channels)).toBe('4 channels: 1 of raw bits, 2 of power and 1 of temperature.');
  expect(said(channels.slice(0, 1))).toBe('1 channel: 1 of raw bits.');
  locale.value = 'de';
  expect(said(channels)).toBe('4 Kanäle: 1 mit Rohbits, 2 mit Leistung und 1 mit Temperatur.');
  expect(said(channels.slice(0, 1))).toBe('1 Kanal: 1 mit Rohbits.');
});
