import { GrantPolicy, type DataBlock } from '../../proto/index.js';
import { type Call } from './call.js';
import { UP_WINDOW } from './limits.js';
import { Refusal } from './refusal.js';
import { spindrift } from '../../proto/index.js';

/** The receiving half of an upward stream: grants blocks, and sees that none is missing or beyond the grant. */
export class UpStream {
  readonly #call: Call;
  readonly #policy: GrantPolicy;
  #granted = 0;
  #next = 0;

  constructor(call: Call, window = UP_WINDOW) {
    this.#call = call;
    this.#policy = new GrantPolicy(window);
  }

  /** The first grant; after StreamOpened. */
  open(): void {
    this.#grant(this.#policy.window);
  }

  /** @throws Refusal when the block is out of order or was not granted */
  accept(block: DataBlock): void {
    if (block.seq !== this.#next)
      throw new Refusal(
        spindrift.v1.Status.STATUS_DATA_LOSS,
        `${this.#call.verb}: block ${block.seq} came instead of ${this.#next}`,
      );
    if (this.#granted <= 0)
      throw new Refusal(
        spindrift.v1.Status.STATUS_RESOURCE_EXHAUSTED,
        `${this.#call.verb}: block ${block.seq} was sent without credit`,
      );
    this.#granted--;
    this.#next = (this.#next + 1) >>> 0;
  }

  /** A block has been worked on. */
  consumed(): void {
    const blocks = this.#policy.consumed();
    if (blocks > 0 && !this.#call.ended) this.#grant(blocks);
  }

  #grant(blocks: number): void {
    this.#granted += blocks;
    this.#call.progress({ body: 'streamCredit', streamCredit: { streamId: this.#call.id, blocks } });
  }
}
