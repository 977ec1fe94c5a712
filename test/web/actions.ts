/** What the test can ask of its page. */
import type { BridgedDevice } from './bridge.js';

/** How a stream ended. */
export interface LostReport {
  readonly error: string;
  readonly isLost: boolean;
  /** Names of the errors that the board told of. */
  readonly lost: readonly string[];
  readonly connected: boolean;
}

/** Each is called by its name from Node; all that goes in and comes out is plain. */
export interface Actions {
  /** Puts the machine in Node in the place of the browser's own USB. */
  bridge(): void;
  /** Something was plugged in or pulled. */
  tell(type: 'connect' | 'disconnect', device: BridgedDevice): void;
  /** Opens the only board that the page may use. */
  open(): Promise<{ kind: string; serial: string; uri: string }>;
  /** Waits for a board and opens it; gives its serial number. */
  reopen(serial: string): Promise<string>;
  /** What comes of opening the only board, as text. */
  tryOpen(): Promise<string>;
  /** Bits, in hex. */
  bits(count: number): Promise<string>;
  /** Products of an 8 x 8 window with these cells. */
  product(cells: number[], inputs: number[]): Promise<number[]>;
  /** Starts a stream without end and reads the first bits of it. */
  startStream(): Promise<void>;
  /** Reads until it fails; says how. */
  readOn(): Promise<LostReport>;
  /** The same, and waits for the board from the moment in which it is lost; reads 80 bits of it. */
  readOnAndReopen(serial: string): Promise<{ lost: LostReport; bits: string }>;
  close(): Promise<void>;
  /** Types of what the browser's own WebUSB has of what is called here. */
  native(): Record<string, string>;
  /** Boards that the browser lets the page use, or the error. */
  permitted(): Promise<string>;
  /** What came of asking for a board without a click, when the page was loaded. */
  requested(): Promise<string>;
}
