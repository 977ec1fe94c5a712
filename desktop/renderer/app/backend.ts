import type { ReadonlySignal } from '@preact/signals';
import { systemClock } from '../../../base/index.js';
import type { DesktopApi } from '../../rpc/api/index.js';
import type { Caller } from '../../rpc/define.js';
import { Connection, type ConnectionState } from './connection.js';
import { dialBackend } from './dial.js';

/** The page's connection. Pages use `backend` and the hooks. */
export const connection = new Connection({ dial: dialBackend, clock: systemClock });

/** Asks the backend; waits for the connection where there is none. */
export const backend: Caller<DesktopApi> = connection;

/** Where the connection stands. */
export const connectionState: ReadonlySignal<ConnectionState> = connection.state;
