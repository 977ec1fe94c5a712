/** What passes between host and board, frame by frame. */
export type { LinkObserver } from './link-observer.js';
export type { PlainMessage, PlainValue } from './plain-message.js';
export { TraceRecord, type TraceDirection, type TraceHead, type TraceKind } from './trace-record.js';
export { TraceRing, traceText, type TraceFilter, type TraceRingOptions } from './trace-ring.js';
