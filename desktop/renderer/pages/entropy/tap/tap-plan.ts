import { signal } from '@preact/signals';
import type { TapStatus } from '../../../../rpc/api/index.js';
import type { ParamsIn } from '../../../../rpc/define.js';
import type { DesktopApi } from '../../../../rpc/api/index.js';

/** What a reader has chosen for the next tap. */
export interface TapPlan {
  readonly mode: TapStatus['mode'];
  /** `self`, `claim`, or the id of a stored assessment. */
  readonly assessment: string;
  readonly selfBits: number;
  readonly claim: number | undefined;
  readonly tests: 'all' | 'approved';
  /** 0 = no limit. */
  readonly rate: number;
  readonly controller: boolean;
  readonly allowSimulated: boolean;
}

/** The plan of the moment; it stays while the reader looks at other pages. */
export const tapPlan = signal<TapPlan>({
  mode: 'raw',
  assessment: 'claim',
  selfBits: 1_000_000,
  claim: 0.8,
  tests: 'all',
  rate: 1e6,
  controller: false,
  allowSimulated: false,
});

/** Changes the plan. A mere claim is for raw bits only. */
export function changePlan(change: Partial<TapPlan>): void {
  const next = { ...tapPlan.peek(), ...change };
  const claimed = next.assessment === 'claim' && next.mode !== 'raw';
  tapPlan.value = claimed ? { ...next, assessment: 'self' } : next;
}

/** The parameters that a plan comes to. */
export function tapRequest(board: string, plan: TapPlan): ParamsIn<DesktopApi['entropy.open']> {
  const { mode, assessment, selfBits, claim, tests, rate, controller, allowSimulated } = plan;
  return {
    board,
    mode,
    tests,
    controller,
    allowSimulated,
    rawBitsPerS: rate === 0 ? null : rate,
    assessment:
      assessment === 'self'
        ? { from: 'self', bits: selfBits }
        : assessment === 'claim'
          ? { from: 'claim', ...(claim === undefined ? {} : { minEntropy: claim }) }
          : { from: 'stored', id: assessment },
    ...(assessment === 'claim' || claim === undefined ? {} : { claimedMinEntropy: claim }),
    // Half of 64 columns joins cells that are far from each other.
    ...(mode === 'debiased' ? { debias: { kind: 'xor' as const, distance: 32 } } : {}),
  };
}

/** A board on which a row gets stuck soon after a self-assessment of 100,000 bits. */
export const FAULTY_BOARD = 'sim:typical?seed=5&fault=stuck-row:3@1500000';

/** The tap of the example. */
export const FAULTY_PLAN: TapPlan = {
  mode: 'conditioned',
  assessment: 'self',
  selfBits: 100_000,
  claim: undefined,
  tests: 'all',
  rate: 1e6,
  controller: false,
  allowSimulated: true,
};
