import { VirtualClock } from '../../../base/index.js';
import type { MemberNote } from '../pool/member.js';
import { Pool, type PoolOptions, type PoolState } from '../pool/pool.js';
import type { fakeWorld } from './fake-source.js';

/** A pool in a fake world, on a clock that stands still. */
export function poolOn(world: ReturnType<typeof fakeWorld>, options: Partial<PoolOptions> = {}) {
  const clock = new VirtualClock();
  const states: PoolState[] = [];
  const notes: MemberNote[] = [];
  const pool = new Pool({
    clock,
    openSource: world.open,
    allowSimulated: false,
    bufferBytes: 1000,
    backoff: { firstS: 0.1, mostS: 60 },
    mode: 'additive',
    members: 1,
    onState: (state) => states.push(state),
    onBytes: () => undefined,
    onNote: (note) => notes.push(note),
    ...options,
  });
  return { pool, clock, states, notes };
}
/** So many bytes of one value. */
export const bytes = (value: number, count: number): Uint8Array => new Uint8Array(count).fill(value);
