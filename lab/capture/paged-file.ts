import { closeSync, openSync } from 'node:fs';
import { fileError } from '../runs/index.js';
import { readFully } from './raw-file.js';

/** Bytes of a page; a multiple of every kind of sample and of a mark. */
export const PAGE_BYTES = 64 * 1024;
/** Pages that a file keeps in memory: both edges of a range, and what was looked at last. */
const PAGES = 4;

/** What pages are read from. */
export interface PageSource {
  /** Bytes that are there. */
  readonly size: number;
  /** Reads into `into` from `position`; returns the bytes that were there. */
  read(into: Uint8Array, position: number): number;
}

/** A file of a capture that has ended. */
export class ClosedFile implements PageSource {
  readonly #fd: number;
  readonly #path: string;

  /** @param size bytes to show of it @throws FileError */
  constructor(
    path: string,
    readonly size: number,
  ) {
    this.#path = path;
    try {
      this.#fd = openSync(path, 'r');
    } catch (cause) {
      throw fileError('read', path, cause);
    }
  }

  read(into: Uint8Array, position: number): number {
    return readFully(this.#fd, this.#path, into, position);
  }

  close(): void {
    closeSync(this.#fd);
  }
}

interface Page {
  readonly index: number;
  readonly bytes: Uint8Array;
  /** A page that is not full is read again when it has grown. */
  readonly length: number;
}

/** Reads a growing file page by page through a few pages of memory. */
export class PagedFile {
  readonly #source: PageSource;
  /** Newest last. */
  readonly #pages: Page[] = [];

  constructor(source: PageSource) {
    this.#source = source;
  }

  get size(): number {
    return this.#source.size;
  }

  /** Page `index`, as far as it is there. Its memory is the cache's own: read it before the next call. @throws FileError */
  page(index: number): Uint8Array {
    const wanted = Math.min(PAGE_BYTES, Math.max(0, this.#source.size - index * PAGE_BYTES));
    const at = this.#pages.findIndex((page) => page.index === index);
    const known = this.#pages[at];
    if (known !== undefined && known.length >= wanted) {
      if (at !== this.#pages.length - 1) this.#pages.push(...this.#pages.splice(at, 1));
      return known.bytes.subarray(0, known.length);
    }
    if (at >= 0) this.#pages.splice(at, 1);
    const reuse = this.#pages.length >= PAGES ? this.#pages.shift() : known;
    const bytes = reuse?.bytes ?? new Uint8Array(PAGE_BYTES);
    const length = this.#source.read(bytes.subarray(0, wanted), index * PAGE_BYTES);
    this.#pages.push({ index, bytes, length });
    return bytes.subarray(0, length);
  }

  /** A stretch of bytes, page by page. The parts are views of the cache: read each before asking for the next. @throws FileError */
  *parts(from: number, to: number): Generator<Uint8Array> {
    for (let at = from; at < to;) {
      const index = Math.floor(at / PAGE_BYTES);
      const start = index * PAGE_BYTES;
      const part = this.page(index).subarray(at - start, Math.min(PAGE_BYTES, to - start));
      if (part.length === 0) return;
      yield part;
      at += part.length;
    }
  }
}
