import type { Fonts } from './font.js';

/** A rectangle, pixels. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A finished plot: markup within `width` by `height`, origin at the upper left. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly svg: string;
}

/** What all parts of one document share. */
export class DrawingContext {
  #ids = 0;

  constructor(readonly fonts: Fonts) {}

  /** A name that no other element of the document has. */
  id(): string {
    this.#ids += 1;
    return `f${this.#ids}`;
  }
}

/** Sizes of text, pixels at scale 1. */
export const SIZE = { title: 15, subtitle: 11, label: 13, tick: 12, legend: 12, note: 10.5 } as const;

/** Empty border of a figure. */
export const MARGIN = 14;
