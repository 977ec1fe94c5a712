import { z } from 'zod';
import type {
  BoardFault,
  BoardIdentity,
  BoardLimits,
  BoardListing,
  BoardState,
  CalibrationOutcome,
  DriveSettings,
  SelfTestResult,
} from '../../../firmware-host/host/index.js';
import { call, onBoard, stream, type } from '../define.js';

/** Where the session with a board stands. */
export type SessionState = 'closed' | 'opening' | 'open' | 'lost' | 'failed';

/** What uses a board; one user of the array at a time. */
export interface BoardUse {
  /** `run`, `live`, `map`, `entropy`, `calibration`, `self test`, `settings`; others may come. */
  readonly what: string;
  /** For a person: `switching-probability`. */
  readonly title: string;
  /** Folder of the run, where it is one. */
  readonly run?: string;
  /** Id of its experiment. */
  readonly experiment?: string;
  /** File of bits that is being written. */
  readonly capture?: string;
  /** How far it is, where that is told here and not with the run. */
  readonly progress?: {
    readonly done: number;
    readonly total: number;
    /** Seconds; absent until it can be told. */
    readonly etaS?: number;
  };
}

/** A board that can be opened, is open, or was. */
export interface BoardEntry {
  readonly listing: BoardListing;
  /** False when it was unplugged; a session waits for it to come back. */
  readonly present: boolean;
  readonly session: SessionState;
  readonly identity?: BoardIdentity;
  readonly limits?: BoardLimits;
  readonly use?: BoardUse;
  /** Why the session is lost or failed; what to do stands in `nextStep`. */
  readonly problem?: { readonly code: string; readonly message: string; readonly nextStep?: string };
}

/** What happened on an open board. */
export type BoardNews =
  { readonly type: 'state'; readonly state: BoardState } | { readonly type: 'fault'; readonly fault: BoardFault };

/** The URI of a board, as `boards.watch` lists it. */
export const board = z.string().min(1).max(500);
const onlyBoard = z.object({ board });

const drive = z.object({
  biasV: z.number(),
  amplitudeV: z.number(),
  pulseWidthS: z.number(),
  settleS: z.number(),
  readV: z.number(),
  readS: z.number(),
  fieldAPerM: z.number(),
});

/** Methods 100 to 199. */
export const boardsApi = {
  /** All boards, again at every change; changes are gathered for up to 50 ms. */
  'boards.watch': stream(100, z.object({}), type<readonly BoardEntry[]>()),
  /** Adds a board that no search finds: `sim:aged?seed=3`, `tcp://…`. */
  'boards.add': call(101, onlyBoard, type<{ readonly board: string }>()),
  /** Takes such a board off the list again. */
  'boards.remove': call(102, onlyBoard, type<null>()),
  /** Opens a session; harmless when there is one. */
  'boards.open': call(103, onlyBoard, type<BoardEntry>()),
  /** Ends the session, whatever uses it. */
  'boards.close': call(104, onlyBoard, type<null>()),
  /** State now and whenever it changes (looked at every `periodMs`), and faults. Opens the session. */
  'boards.news': onBoard(
    stream(110, z.object({ board, periodMs: z.int().min(100).max(60_000).default(500) }), type<BoardNews>()),
  ),
  'boards.setDrive': onBoard(call(111, z.object({ board, drive }), type<DriveSettings>())),
  'boards.arm': onBoard(call(112, onlyBoard, type<string>())),
  'boards.makeSafe': onBoard(call(113, onlyBoard, type<string>())),
  'boards.clearFault': onBoard(call(114, onlyBoard, type<string>())),
  /** One item a test. */
  'boards.selfTest': onBoard(stream(115, onlyBoard, type<SelfTestResult>())),
  'boards.calibrate': onBoard(
    stream(
      116,
      z.object({ board, routine: z.string() }),
      type<
        | { readonly type: 'progress'; readonly done: number; readonly total: number }
        | { readonly type: 'outcome'; readonly outcome: CalibrationOutcome }
      >(),
    ),
  ),
};
