/** What the backend asks of a session's thread: what its boards serve, and a few methods about the boards themselves. */
import { z } from 'zod';
import type { ActiveRun, BoardUse, SessionState } from '../../rpc/api/index.js';
import { api, board, type DesktopApi } from '../../rpc/api/index.js';
import { call, stream, type, type SessionPart } from '../../rpc/define.js';
import type { BoardIdentity, BoardLimits } from '../../../firmware-host/host/index.js';

/** A board in a session's thread. */
export interface SessionStatus {
  readonly board: string;
  readonly state: SessionState;
  readonly identity?: BoardIdentity;
  readonly limits?: BoardLimits;
  readonly use?: BoardUse;
  readonly problem?: { readonly code: string; readonly message: string; readonly nextStep?: string };
}

const onlyBoard = z.object({ board });

/** Methods that no page may call; their numbers lie beyond those of pages. */
const control = {
  'session.boards': stream(60_001, z.object({}), type<readonly SessionStatus[]>()),
  'session.open': call(60_002, onlyBoard, type<SessionStatus>()),
  'session.close': call(60_003, onlyBoard, type<null>()),
  'session.runs': stream(60_004, z.object({}), type<readonly ActiveRun[]>()),
  /** Stops what goes on, makes every array safe, closes the boards. */
  'session.end': call(60_005, z.object({}), type<null>()),
};

/** The part of the pages' table that sessions serve. */
export type BoardApi = SessionPart<DesktopApi>;
export const boardApi = Object.fromEntries(Object.entries(api).filter(([, method]) => method.onBoard)) as BoardApi;

/** The whole table of a session's thread. */
export const sessionApi = { ...control, ...boardApi };
export type ControlApi = typeof control;
export type SessionApi = ControlApi & BoardApi;
