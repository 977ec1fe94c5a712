import { getHeapCodeStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Memory of this process in bytes. */
export interface MemorySample {
  readonly seconds: number;
  /** Objects and what hangs on them outside the heap (buffers), without compiled code: what the program itself holds on to. */
  readonly live: number;
  /** Compiled code: the engine goes on compiling what runs often for many minutes. */
  readonly code: number;
  readonly heapUsed: number;
  readonly external: number;
  /** What the system gave the process. It keeps some of what is free, so this only ever hints. */
  readonly rss: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Samples in room that is set aside before the first, so that keeping them is no growth. */
export class MemoryLog {
  readonly #seconds: Float64Array;
  readonly #heapUsed: Float64Array;
  readonly #external: Float64Array;
  readonly #rss: Float64Array;
  readonly #code: Float64Array;
  #count = 0;

  constructor(most: number) {
    const column = (): Float64Array => new Float64Array(most);
    this.#seconds = column();
    this.#heapUsed = column();
    this.#external = column();
    this.#rss = column();
    this.#code = column();
  }

  /** Throws away all that nothing refers to, then looks. */
  async take(seconds: number): Promise<void> {
    // Buffers are freed a turn after the objects that had them.
    for (let k = 0; k < 2; k++) {
      collect();
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { heapUsed, external, rss } = process.memoryUsage();
    const at = this.#count++;
    this.#seconds[at] = seconds;
    this.#heapUsed[at] = heapUsed;
    this.#external[at] = external;
    this.#rss[at] = rss;
    const { code_and_metadata_size: code, bytecode_and_metadata_size: bytecode } = getHeapCodeStatistics();
    this.#code[at] = code + bytecode;
  }

  get last(): MemorySample {
    return this.#sample(this.#count - 1);
  }

  get samples(): MemorySample[] {
    return Array.from({ length: this.#count }, (_, i) => this.#sample(i));
  }

  #sample(i: number): MemorySample {
    const [heapUsed, external, code] = [this.#heapUsed[i]!, this.#external[i]!, this.#code[i]!];
    return {
      seconds: this.#seconds[i]!,
      live: heapUsed + external - code,
      code,
      heapUsed,
      external,
      rss: this.#rss[i]!,
    };
  }
}
