import { z } from 'zod';
import { erfc } from '../../base/index.js';
import { countOnes } from './bit-channel.js';

const common = {
  /** What its events are called. */
  name: z.string().min(1).max(60),
  /** After its first event it rests, or it looks for the next once the window is over. */
  mode: z.enum(['single', 'continuous']).default('single'),
  /** Window around the event, seconds of the computer's clock. */
  preS: z.number().min(0).max(3600).default(1),
  postS: z.number().min(0).max(3600).default(1),
};

/** When something is worth an event of its own: a level that is crossed, a failing health test, bits too unlikely to be fair. */
export const triggerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('level'),
    ...common,
    channel: z.string(),
    level: z.number(),
    edge: z.enum(['rising', 'falling', 'both']).default('rising'),
    /** How far beyond the level, on the other side, the signal must have been; in the channel's unit. */
    hysteresis: z.number().min(0).default(0),
  }),
  z.object({ kind: z.literal('health'), ...common }),
  z.object({
    kind: z.literal('p-value'),
    ...common,
    /** Bits of a window of the frequency test (SP 800-22, 2.1). */
    windowBits: z
      .int()
      .min(100)
      .max(2 ** 24)
      .default(2 ** 16),
    /** Fires below it. One window in 1/alpha of a fair source does so by chance. */
    alpha: z.number().min(1e-30).max(0.5).default(1e-6),
  }),
]);
export type TriggerSpec = z.infer<typeof triggerSchema>;
export type TriggerInput = z.input<typeof triggerSchema>;

/** Something that a trigger was looking for. */
export interface TriggerEvent {
  readonly trigger: string;
  readonly kind: TriggerSpec['kind'];
  /** Number of the event in the capture, from 1. */
  readonly number: number;
  readonly channel: string | null;
  /** The sample at which it was certain. */
  readonly sample: number | null;
  readonly hostS: number;
  readonly boardS: number;
  /** What was seen: the level, the p-value; null for a health test. */
  readonly value: number | null;
  /** In words, for a health test. */
  readonly text?: string;
  /** Its window, seconds since the capture began. */
  readonly fromS: number;
  readonly toS: number;
}

/** When a batch was taken. */
export interface TriggerTime {
  readonly sample: number;
  readonly hostS: number;
  readonly boardS: number;
}

type Spec<K extends TriggerSpec['kind']> = Extract<TriggerSpec, { kind: K }>;

/** Two-sided p-value of the frequency test: of `ones` among `bits` fair bits (SP 800-22 rev. 1a, 2.1.4). */
export function frequencyPValue(ones: number, bits: number): number {
  return erfc(Math.abs(2 * ones - bits) / Math.sqrt(2 * bits));
}

/** One trigger at work. */
class Trigger {
  /** Looks for nothing before this time of the host's clock. */
  restsUntilS = -Infinity;
  fired = 0;
  /** On which side of the band the signal was last outside of it: 0 = nobody knows. */
  side: -1 | 0 | 1 = 0;
  bits = 0;
  ones = 0;

  constructor(readonly spec: TriggerSpec) {}

  rests(hostS: number): boolean {
    return hostS < this.restsUntilS;
  }
}

/** Watches samples as they come and tells what triggers find. It sees every sample; what it finds is marked in the log by its owner. */
export class TriggerWatch {
  #triggers: Trigger[] = [];
  #number = 0;
  #healthy = true;
  readonly #tell: (event: TriggerEvent) => void;

  constructor(specs: readonly TriggerSpec[], tell: (event: TriggerEvent) => void) {
    this.#tell = tell;
    this.set(specs);
  }

  /** Replaces all triggers; they start anew. */
  set(specs: readonly TriggerSpec[]): void {
    this.#triggers = specs.map((spec) => new Trigger(spec));
  }

  /** What each trigger does, with how often it has fired. */
  get states(): readonly { readonly spec: TriggerSpec; readonly fired: number; readonly armed: boolean }[] {
    return this.#triggers.map(({ spec, fired, restsUntilS }) => ({ spec, fired, armed: restsUntilS !== Infinity }));
  }

  #fire(trigger: Trigger, time: TriggerTime, channel: string | null, value: number | null, text?: string): void {
    const { name, kind, mode, preS, postS } = trigger.spec;
    trigger.fired += 1;
    this.#number += 1;
    trigger.restsUntilS = mode === 'single' ? Infinity : time.hostS + postS;
    this.#tell({
      trigger: name,
      kind,
      number: this.#number,
      channel,
      sample: channel === null ? null : time.sample,
      hostS: time.hostS,
      boardS: time.boardS,
      value,
      ...(text === undefined ? {} : { text }),
      fromS: Math.max(0, time.hostS - preS),
      toS: time.hostS + postS,
    });
  }

  /** Samples of a channel of numbers. @param timeOf when sample `k` of the batch was taken */
  numbers(channel: string, values: ArrayLike<number>, timeOf: (k: number) => TriggerTime): void {
    for (const trigger of this.#triggers) {
      const { spec } = trigger;
      if (spec.kind !== 'level' || spec.channel !== channel) continue;
      for (let k = 0; k < values.length; k += 1) this.#level(trigger, spec, values[k]!, k, timeOf);
    }
  }

  #level(trigger: Trigger, spec: Spec<'level'>, value: number, k: number, timeOf: (k: number) => TriggerTime): void {
    const { level, hysteresis, edge } = spec;
    if (Number.isNaN(value)) return;
    const rose = trigger.side < 0 && value >= level;
    const fell = trigger.side > 0 && value <= level;
    if (rose || fell) {
      trigger.side = 0;
      const wanted = edge === 'both' || edge === (rose ? 'rising' : 'falling');
      const time = timeOf(k);
      if (wanted && !trigger.rests(time.hostS)) this.#fire(trigger, time, spec.channel, value);
    }
    // Only beyond the band is it known on which side the signal is.
    if (value < level - hysteresis || (hysteresis === 0 && value < level)) trigger.side = -1;
    else if (value > level + hysteresis || (hysteresis === 0 && value > level)) trigger.side = 1;
  }

  /** Bits of a block. A window that a gap cuts is begun anew. */
  bits(channel: string, bytes: Uint8Array, bits: number, lost: number, time: TriggerTime): void {
    for (const trigger of this.#triggers) {
      const { spec } = trigger;
      if (spec.kind !== 'p-value') continue;
      if (lost > 0) trigger.bits = trigger.ones = 0;
      for (let at = 0; at < bits;) {
        const take = Math.min(bits - at, spec.windowBits - trigger.bits);
        trigger.ones += countOnes(bytes, at, at + take);
        trigger.bits += take;
        at += take;
        if (trigger.bits < spec.windowBits) continue;
        const p = frequencyPValue(trigger.ones, trigger.bits);
        trigger.bits = trigger.ones = 0;
        if (p < spec.alpha && !trigger.rests(time.hostS))
          this.#fire(trigger, { ...time, sample: time.sample + at }, channel, p);
      }
    }
  }

  /** What a health test says; the change from well to failing counts. */
  health(healthy: boolean, time: TriggerTime, text: string): void {
    const failed = this.#healthy && !healthy;
    this.#healthy = healthy;
    if (!failed) return;
    for (const trigger of this.#triggers)
      if (trigger.spec.kind === 'health' && !trigger.rests(time.hostS)) this.#fire(trigger, time, null, null, text);
  }
}

/** @throws TypeError for a malformed trigger */
export function parseTriggers(triggers: readonly TriggerInput[]): TriggerSpec[] {
  return triggers.map((trigger, k) => {
    const parsed = triggerSchema.safeParse(trigger);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    throw new TypeError(`trigger ${k + 1}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is malformed'}`);
  });
}
