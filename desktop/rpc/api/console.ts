import { z } from 'zod';
import type { PlainMessage, TraceHead } from '../../../firmware-host/host/index.js';
import { call, onBoard, stream, type } from '../define.js';
import { board } from './boards.js';

/** Which frames; what is absent does not restrict. */
export const consoleFilter = z.strictObject({
  direction: z.enum(['in', 'out']).optional(),
  kind: z.enum(['control', 'data', 'lost']).optional(),
  /** Part of a message's name; case does not matter. */
  message: z.string().max(100).optional(),
  /** Part of a name whose messages are left out. */
  without: z.string().max(100).optional(),
  /** Id of a call or stream. */
  id: z.int().min(0).max(0xffff_ffff).optional(),
  /** Text in the name or the decoded content; case does not matter. */
  text: z.string().max(200).optional(),
  /** Only trouble. */
  errors: z.boolean().optional(),
});
export type ConsoleFilter = z.infer<typeof consoleFilter>;

/** A frame in the list. */
export interface ConsoleFrame extends TraceHead {
  /** The content in one short line. */
  readonly summary: string;
}

/** What passed since the session's trace began. */
export interface ConsoleCounts {
  readonly framesIn: number;
  readonly framesOut: number;
  /** On the wire, headers included. */
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly errors: number;
  /** Host's time of these counts, seconds since the trace began. */
  readonly timeS: number;
}

/** News of the trace. */
export interface ConsoleNews {
  /** Calendar time at `timeS` = 0, ISO 8601. */
  readonly began: string;
  /** Matching frames that came, oldest first. */
  readonly frames: readonly ConsoleFrame[];
  /** Matching frames that were left out because more came than a person can follow. */
  readonly skipped: number;
  /** Number of the oldest frame that is kept: older ones can no longer be looked at. */
  readonly oldest: number;
  /** All frames, whatever the filter. */
  readonly counts: ConsoleCounts;
}

/** A whole frame. */
export interface ConsoleDetail {
  readonly head: TraceHead;
  readonly body: PlainMessage;
  /** What was kept of the payload: all of a control message, the first bytes of a block. */
  readonly payload: Uint8Array;
  /** Length of the payload on the wire. */
  readonly payloadBytes: number;
}

const number = z.int().min(1);

/** Methods 700 to 799: the protocol, frame by frame. Looking opens no session. */
export const consoleApi = {
  /** The frames that are kept, then every new one, gathered for 50 ms. */
  'console.watch': onBoard(
    stream(
      700,
      z.object({ board, filter: consoleFilter.default({}), after: z.int().min(0).default(0) }),
      type<ConsoleNews>(),
    ),
  ),
  /** A frame with its content; nothing when it is no longer kept. */
  'console.frame': onBoard(call(701, z.object({ board, number }), type<ConsoleDetail | null>())),
  /** The matching frames as JSON lines, some hundred an item; bytes in hexadecimal. */
  'console.export': onBoard(stream(702, z.object({ board, filter: consoleFilter.default({}) }), type<string>())),
  /** Forgets the frames that are kept; numbers and counts go on. */
  'console.clear': onBoard(call(703, z.object({ board }), type<null>())),
};
