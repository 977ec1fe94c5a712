import type { SamplePage } from './channel-data.js';

/** Digits of a key that one pass looks at, and how many passes a double takes. */
const DIGIT_BITS = 16;
const DIGITS = 2 ** DIGIT_BITS;
const PASSES = 4;

/** A value that is looked for: the known digits of its key, and its place among those that share them. */
interface Search {
  prefix: readonly number[];
  rank: number;
}

/**
 * The values at given places of the sorted samples, without sorting or holding them: four passes over the record, each of which settles 16 bits of
 * every value looked for. NaN are left out.
 *
 * @param pages called once a pass; gives the samples anew
 * @param ranks places from 0; each below the number of samples that exist
 */
export function orderStatistics(pages: () => Iterable<SamplePage>, ranks: readonly number[]): number[] {
  const searches: Search[] = ranks.map((rank) => ({ prefix: [], rank }));
  for (let pass = 0; pass < PASSES; pass += 1) settleDigit(pages(), searches, pass);
  return searches.map(({ prefix }) => valueOf(prefix));
}

function settleDigit(pages: Iterable<SamplePage>, searches: Search[], pass: number): void {
  const counts = new Map<string, Float64Array>();
  for (const { prefix } of searches) counts.set(prefix.join(), new Float64Array(DIGITS));
  const list = [...counts].map(([text, count]) => ({ prefix: text === '' ? [] : text.split(',').map(Number), count }));
  const scratch = new Float64Array(1);
  const words = new Uint16Array(scratch.buffer);
  for (const page of pages) {
    for (let i = 0; i < page.length; i += 1) {
      const value = page[i]!;
      if (Number.isNaN(value)) continue;
      scratch[0] = value;
      for (const { prefix, count } of list) {
        let same = true;
        for (let k = 0; k < pass && same; k += 1) same = digit(words, k) === prefix[k]!;
        if (same) count[digit(words, pass)]! += 1;
      }
    }
  }
  for (const search of searches) {
    const count = counts.get(search.prefix.join())!;
    let chosen = 0;
    while (chosen < DIGITS - 1 && search.rank >= count[chosen]!) {
      search.rank -= count[chosen]!;
      chosen += 1;
    }
    search.prefix = [...search.prefix, chosen];
  }
}

/** Digit `k` of the key of a double, most significant first: keys sort as the doubles do. */
function digit(words: Uint16Array, k: number): number {
  const word = words[3 - k]!;
  // Negative numbers sort backwards by their bits; positive ones come after them.
  if (words[3]! & 0x8000) return ~word & 0xffff;
  return k === 0 ? word | 0x8000 : word;
}

function valueOf(prefix: readonly number[]): number {
  const words = new Uint16Array(PASSES);
  const negative = prefix[0]! < 0x8000;
  for (let k = 0; k < PASSES; k += 1) {
    words[3 - k] = negative ? ~prefix[k]! & 0xffff : k === 0 ? prefix[k]! & 0x7fff : prefix[k]!;
  }
  return new Float64Array(words.buffer)[0]!;
}

/**
 * Quantiles of the samples, each between 0 and 1, by straight lines between order statistics (R. Hyndman and Y. Fan, Am. Stat. 50 (1996)
 * 361–365, type 7). NaN where there is no sample.
 *
 * @param count samples that exist in the pages
 */
export function quantiles(pages: () => Iterable<SamplePage>, count: number, shares: readonly number[]): number[] {
  if (count === 0) return shares.map(() => NaN);
  const places = shares.map((share) => share * (count - 1));
  const ranks = [...new Set(places.flatMap((place) => [Math.floor(place), Math.ceil(place)]))];
  const values = new Map(orderStatistics(pages, ranks).map((value, i) => [ranks[i]!, value]));
  return places.map((place) => {
    const low = values.get(Math.floor(place))!;
    const high = values.get(Math.ceil(place))!;
    return low === high ? low : low + (high - low) * (place - Math.floor(place));
  });
}
