// Contexts of wider samples, in a hash table: a context is the length and the place of its first occurrence, a pair a context and a symbol.
// Both tables are probed one place after the other; the caller keeps them from filling up.

/** Bytes of a context: place, largest count, and tag (19 bits), length (5) and predicted symbol (8). */
const CONTEXT: usize = 12;
const SYMBOL: u32 = 0xff;
/** A slot holds the number of a context, at most 2^21 - 1, and eleven bits of its hash: others are told apart without a look at them. */
const NUMBER: u32 = 0x1fffff;

let text: usize = 0;
let slots: usize = 0;
let slotShift: u32 = 0;
let slotMask: u32 = 0;
let contexts: usize = 0;
let contextCount: u32 = 0;
let pairs: usize = 0;
let pairShift: u32 = 0;
let pairMask: u32 = 0;
let pairCount: u32 = 0;
/** Where the last `find` ended without finding. */
let freeSlot: u32 = 0;

/** Begins with empty tables in zeroed memory: slots of 4 bytes, contexts of 12, pairs of 8. Sixteen bytes before the text must be readable. */
export function openTable(textAt: usize, slotsAt: usize, slotBits: u32, contextsAt: usize, pairsAt: usize, pairBits: u32): void {
  text = textAt;
  slots = slotsAt;
  slotShift = 32 - slotBits;
  slotMask = (1 << slotBits) - 1;
  contexts = contextsAt;
  contextCount = 0;
  pairs = pairsAt;
  pairShift = 32 - pairBits;
  pairMask = (1 << pairBits) - 1;
  pairCount = 0;
}

/** Pairs in the table. */
export function pairsUsed(): u32 {
  return pairCount;
}

/** Moves the pairs to a larger table in zeroed memory. */
export function growPairs(to: usize, bits: u32): void {
  const from = pairs;
  const places = pairMask + 1;
  pairs = to;
  pairShift = 32 - bits;
  pairMask = (1 << bits) - 1;
  for (let i: u32 = 0; i < places; i++) {
    const pair = load<u64>(from + (<usize>i << 3));
    if (pair != 0) store<u64>(placeOf(<u32>pair), pair);
  }
}

/** The hash of a context that has one more, older symbol. */
// @ts-ignore: decorator
@inline
export function extend(hash: u32, symbol: u32): u32 {
  const h = (hash ^ (symbol + 1)) * 0x9e3779b1;
  return h ^ (h >>> 15);
}

/** The context of so many symbols before `end`, from 1; 0 if it is new. */
export function find(length: u32, hash: u32, end: usize): u32 {
  const key = (hash + length) * 0x85ebca6b;
  const want = (hash & 0xffffe000) | (length << 8);
  const tag = hash & ~NUMBER;
  const tail = v128.load(end - 16);
  let slot = key >>> slotShift;
  for (;;) {
    const held = load<u32>(slots + (<usize>slot << 2));
    if (held == 0) break;
    const context = held & NUMBER;
    const at = addressOf(context);
    if ((held & ~NUMBER) == tag && (load<u32>(at, 8) & ~SYMBOL) == want) {
      const differ = i8x16.bitmask(i8x16.ne(tail, v128.load(text + <usize>load<u32>(at) - 16)));
      if (<u32>differ >>> (16 - length) == 0) return context;
    }
    slot = (slot + 1) & slotMask;
  }
  freeSlot = slot;
  return 0;
}

/** Stores the context that `find` has just not found, with a first symbol after it. */
export function add(length: u32, hash: u32, place: u32, y: u32): void {
  const context = ++contextCount;
  store<u32>(slots + (<usize>freeSlot << 2), context | (hash & ~NUMBER));
  const at = addressOf(context);
  store<u32>(at, place);
  store<u32>(at, 0, 4);
  store<u32>(at, (hash & 0xffffe000) | (length << 8), 8);
  count(context, y, true);
}

// @ts-ignore: decorator
@inline
export function predictionOf(context: u32): u32 {
  return load<u32>(addressOf(context), 8) & SYMBOL;
}

// @ts-ignore: decorator
@inline
export function largestCount(context: u32): u32 {
  return load<u32>(addressOf(context), 4);
}

/** Counts a symbol after a context, a new one only if that is allowed. @returns whether it was new and stored */
export function count(context: u32, y: u32, mayAdd: bool): bool {
  const key = ((context << 8) | y) - 255;
  const place = placeOf(key);
  let times: u32 = 1;
  const isNew = load<u32>(place) == 0;
  if (isNew) {
    if (!mayAdd) return false;
    store<u32>(place, key);
    pairCount++;
  } else {
    times = load<u32>(place, 4) + 1;
  }
  store<u32>(place, times, 4);
  const at = addressOf(context);
  const most = load<u32>(at, 4);
  const tagged = load<u32>(at, 8);
  if (times > most || (times == most && y > (tagged & SYMBOL))) {
    store<u32>(at, times, 4);
    store<u32>(at, (tagged & ~SYMBOL) | y, 8);
  }
  return isNew;
}

// @ts-ignore: decorator
@inline
function addressOf(context: u32): usize {
  return contexts + <usize>(context - 1) * CONTEXT;
}

/** Where a pair is or would be. */
// @ts-ignore: decorator
@inline
function placeOf(key: u32): usize {
  let slot = (key * 0x9e3779b1) >>> pairShift;
  let place = pairs + (<usize>slot << 3);
  while (load<u32>(place) != key && load<u32>(place) != 0) {
    slot = (slot + 1) & pairMask;
    place = pairs + (<usize>slot << 3);
  }
  return place;
}
