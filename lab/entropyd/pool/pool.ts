/** Several boards as one source of bytes. */
import type { StreamBlock } from '../../../firmware-host/host/index.js';
import { PoolMember, type MemberHost, type MemberNote, type MemberState } from './member.js';

/**
 * `waiting`: too few boards are ready, none of them for an alarm; clients wait. `open`: bytes flow. `alarm`: too few boards are ready and a health test is
 * the reason; nothing flows.
 */
export type PoolState = 'waiting' | 'open' | 'alarm';

/** How boards make one stream. */
export interface PoolOptions extends Omit<MemberHost, 'onChange' | 'onRaw' | 'claim' | 'failedBoots'> {
  readonly mode: 'additive' | 'redundant';
  /** Healthy boards that are needed; in a redundant pool also the number that is combined. */
  readonly members: number;
  /** Called after every change of the state. */
  readonly onState: (state: PoolState, previous: PoolState) => void;
  /** Called after every change of a member's state; by then it is known whether the pool is entropy. */
  readonly onMember?: ((member: PoolMember) => void) | undefined;
  /** Called when there may be bytes. */
  readonly onBytes: () => void;
  /** Raw blocks as they come, for study. */
  readonly onRaw?: ((member: PoolMember, block: StreamBlock) => void) | undefined;
}

const ALARMS: readonly MemberState[] = ['alarm', 'failed'];

/**
 * The pool. Additive: every byte comes from one board, and boards take turns. Redundant: every byte is the XOR of bytes of `members` different boards, so
 * that it is as good as the best of them as long as they are independent; the rate is that of all boards together divided by `members`.
 */
export class Pool {
  readonly #options: PoolOptions;
  readonly #members: PoolMember[] = [];
  readonly #failedBoots = new Map<string, number>();
  /** States that were told. */
  readonly #told = new WeakMap<PoolMember, MemberState>();
  #state: PoolState = 'waiting';
  #notEntropy = false;
  #turn = 0;
  #bytesOut = 0;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  get state(): PoolState {
    return this.#state;
  }

  get members(): readonly PoolMember[] {
    return this.#members;
  }

  /** True for good once a board that is not real has been a member. */
  get notEntropy(): boolean {
    return this.#notEntropy;
  }

  /** Bytes taken so far. */
  get bytesOut(): number {
    return this.#bytesOut;
  }

  /** Bytes that could be taken now. */
  get available(): number {
    if (this.#state !== 'open') return 0;
    const ready = this.#healthy().map(({ queue }) => queue.length);
    if (this.#options.mode === 'additive') return ready.reduce((total, length) => total + length, 0);
    // Exact for the usual case that as many boards are healthy as are combined; a lower bound beyond.
    return ready.sort((a, b) => b - a)[this.#options.members - 1] ?? 0;
  }

  /** Least min-entropy per output bit that a healthy board assures; 0 where there is none, or the pool is not entropy. */
  get minEntropyPerBit(): number {
    const values = this.#healthy().map(({ minEntropyPerBit }) => minEntropyPerBit);
    return this.#notEntropy || values.length === 0 ? 0 : Math.min(...values);
  }

  /** Adds a board and begins to open it. @returns the member */
  add(uri: string): PoolMember {
    const { onRaw } = this.#options;
    const member = new PoolMember(uri, {
      ...this.#options,
      onChange: (changed) => this.#follow(changed),
      ...(onRaw === undefined ? {} : { onRaw }),
      failedBoots: this.#failedBoots,
      claim: (serial, asking) => !this.#members.some((other) => other !== asking && other.serial === serial),
    });
    this.#members.push(member);
    member.start();
    return member;
  }

  /** Lets go of a board. */
  async remove(member: PoolMember): Promise<void> {
    const at = this.#members.indexOf(member);
    if (at < 0) return;
    this.#members.splice(at, 1);
    this.#judge();
    await member.stop();
  }

  /** Lets go of all boards; each is made safe. */
  async close(): Promise<void> {
    const members = this.#members.splice(0);
    await Promise.all(members.map((member) => member.stop()));
  }

  /** Up to `count` bytes, fresh memory each time; undefined while there are none. */
  take(count: number): Buffer<ArrayBuffer> | undefined {
    // Nobody should read this memory before it is filled, and what is not filled is cut off.
    const out = Buffer.alloc(Math.min(count, this.available));
    if (out.length === 0) return undefined;
    const taken = this.#options.mode === 'additive' ? this.#inTurn(out) : this.#combined(out);
    this.#bytesOut += taken;
    return out.subarray(0, taken);
  }

  #inTurn(out: Uint8Array): number {
    const healthy = this.#healthy();
    let done = 0;
    for (let k = 0; k < healthy.length && done < out.length; k++)
      done += healthy[(this.#turn + k) % healthy.length]!.take(out.subarray(done));
    this.#turn++;
    return done;
  }

  /** The fullest queues, so that no board waits for the slowest. */
  #combined(out: Uint8Array): number {
    const chosen = this.#healthy()
      .sort((a, b) => b.queue.length - a.queue.length)
      .slice(0, this.#options.members);
    const part = new Uint8Array(out.length);
    for (const member of chosen) {
      member.take(part);
      for (let k = 0; k < out.length; k++) out[k]! ^= part[k]!;
    }
    part.fill(0);
    return out.length;
  }

  #healthy(): PoolMember[] {
    return this.#members.filter(({ state }) => state === 'open');
  }

  #follow(member: PoolMember): void {
    this.#notEntropy ||= member.notEntropy;
    if (this.#told.get(member) !== member.state) {
      this.#told.set(member, member.state);
      this.#options.onMember?.(member);
    }
    this.#judge();
    if (this.#state === 'open' && member.queue.length > 0) this.#options.onBytes();
  }

  #judge(): void {
    const open = this.#healthy().length >= this.#options.members;
    const alarmed = this.#members.some(({ state }) => ALARMS.includes(state));
    const state: PoolState = open ? 'open' : alarmed ? 'alarm' : 'waiting';
    if (state === this.#state) return;
    const previous = this.#state;
    this.#state = state;
    this.#options.onState(state, previous);
  }
}

export type { MemberNote };
