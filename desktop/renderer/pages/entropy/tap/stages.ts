import type { TapStatus } from '../../../../rpc/api/index.js';
import { formatCount } from '../../../app/i18n.js';
import { formatQuantity, formatSize } from '../../../app/units.js';
import type { entropyTexts } from '../messages.js';

/** How a stage of the diagram looks. */
export type StageTone = 'off' | 'idle' | 'flow' | 'warn' | 'alarm';

/** A stage with its live counters. */
export interface Stage {
  readonly id: keyof ReturnType<typeof entropyTexts>['stages'];
  readonly title: string;
  readonly tone: StageTone;
  /** A word under the title: state, algorithm, mark. */
  readonly word: string;
  readonly lines: readonly (readonly [label: string, value: string])[];
}

const bits = (n: number): string => (n < 1e5 ? formatCount(Math.round(n)) : formatQuantity(n, 'bit', 4));

/** The stages of a tap from its status; what a mode has not is there and off. */
export function stagesOf(status: TapStatus, t: ReturnType<typeof entropyTexts>): Stage[] {
  const { mode, counters: c, kind, state, notEntropy, ended } = status;
  const over = ended !== null;
  const alarmed = state === 'failed' || status.phase === 'failed';
  const flows = !over && state === 'open';
  const tone = (on: boolean): StageTone => (!on ? 'off' : flows ? 'flow' : 'idle');
  const conditions = mode === 'conditioned' || mode === 'drbg';
  const off = [[t.counters.off, '']] as const;
  return [
    {
      id: 'source',
      title: t.stages.source,
      tone: over ? 'idle' : 'flow',
      word: kind === 'real' ? kind : `${kind}: ${notEntropyWord(t)}`,
      lines: [
        [t.counters.raw, bits(c.rawBits)],
        [t.counters.rate, t.rateOf(formatQuantity(status.rawBitsPerS, 'bit', 3))],
        ...(c.lostBlocks > 0 ? ([[t.counters.lost, formatCount(c.lostBlocks)]] as const) : []),
      ],
    },
    {
      id: 'health',
      title: t.stages.health,
      tone: alarmed ? 'alarm' : state === 'recovering' ? 'warn' : over ? 'idle' : 'flow',
      word: t.states[state],
      lines: [
        [t.counters.startup, bits(c.startupBits)],
        [t.counters.held, bits(c.heldBits)],
        [t.counters.flushed, bits(c.flushedBits)],
        [t.counters.used, bits(c.usedBits)],
        [t.counters.alarms, formatCount(c.intermittent + c.permanent)],
      ],
    },
    {
      id: 'debias',
      title: t.stages.debias,
      tone: tone(mode === 'debiased'),
      word: mode === 'debiased' ? 'XOR' : '–',
      lines: mode === 'debiased' ? [[t.counters.out, formatSize(c.outputBytes)]] : off,
    },
    {
      id: 'conditioner',
      title: t.stages.conditioner,
      tone: tone(conditions),
      word: status.conditioner?.toUpperCase() ?? '–',
      lines: conditions
        ? [
            [t.counters.digests, formatSize(c.conditionedBytes)],
            [t.counters.perDigest, status.bitsPerDigest === null ? '–' : formatCount(status.bitsPerDigest)],
            [t.counters.credited, bits(c.creditedBits)],
          ]
        : off,
    },
    {
      id: 'drbg',
      title: t.stages.drbg,
      tone: tone(mode === 'drbg'),
      word: status.drbg === null ? '–' : `${status.drbg.toUpperCase()}_DRBG`,
      lines:
        mode === 'drbg'
          ? [
              [t.counters.reseeds, formatCount(c.reseeds)],
              [t.counters.since, formatSize(c.bytesSinceReseed)],
            ]
          : off,
    },
    {
      id: 'output',
      title: t.stages.output,
      tone: flows ? 'flow' : alarmed && mode !== 'raw' ? 'alarm' : 'idle',
      word: notEntropy ? notEntropyWord(t) : t.states[state],
      lines: [
        [t.counters.out, formatSize(c.outputBytes)],
        [t.counters.rate, `${formatSize(status.outBytesPerS)}/s`],
      ],
    },
  ];
}

const notEntropyWord = (t: ReturnType<typeof entropyTexts>): string => t.notEntropy;
