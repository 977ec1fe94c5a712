import { checkNumber } from './check.js';

/** The last `capacity` items. A push into a full buffer drops the oldest item and counts it. */
export class RingBuffer<T> implements Iterable<T> {
  readonly capacity: number;
  readonly #items: T[] = [];
  #start = 0;
  #dropped = 0;

  constructor(capacity: number) {
    this.capacity = checkNumber('capacity', capacity, { min: 1, integer: true });
  }

  get length(): number {
    return this.#items.length;
  }

  /** Items that had to make room since the beginning. */
  get dropped(): number {
    return this.#dropped;
  }

  push(item: T): void {
    if (this.#items.length < this.capacity) {
      this.#items.push(item);
      return;
    }
    this.#items[this.#start] = item;
    this.#start = (this.#start + 1) % this.capacity;
    this.#dropped += 1;
  }

  /** The item at a place, 0 being the oldest and −1 the newest; undefined outside. */
  at(index: number): T | undefined {
    const place = index < 0 ? this.#items.length + index : index;
    if (place < 0 || place >= this.#items.length) return undefined;
    return this.#items[(this.#start + place) % this.capacity];
  }

  /** Takes the oldest item out. */
  shift(): T | undefined {
    if (this.#items.length === 0) return undefined;
    this.#straighten();
    return this.#items.shift();
  }

  clear(): void {
    this.#items.length = 0;
    this.#start = 0;
  }

  /** Oldest first. */
  *[Symbol.iterator](): Iterator<T> {
    for (let i = 0; i < this.#items.length; i += 1) yield this.#items[(this.#start + i) % this.capacity]!;
  }

  #straighten(): void {
    if (this.#start === 0) return;
    this.#items.push(...this.#items.splice(0, this.#start));
    this.#start = 0;
  }
}
