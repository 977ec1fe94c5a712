/**
 * A program in the guest that does what a test writes for it: reads functions as text, runs them with the product's library as this checkout
 * has built it, and answers with what they return.
 */
import * as base from '../../../base/index.js';
import * as host from '../../../firmware-host/host/index.js';
import { onJson, sendJson } from '../json-lines.js';
import { errorFacts, packed, unpacked, type RemoteError } from '../values.js';

/** What a function is given besides its argument. */
export interface ProgramContext {
  readonly base: typeof base;
  readonly host: typeof host;
  /** Loads one of Node's modules, one of the packages', or by its path in dist/ one of the product's. */
  readonly load: (name: string) => Promise<unknown>;
  /** Lasts from function to function. */
  readonly kept: Map<string, unknown>;
  /** Tells the test something while the function runs. */
  readonly tell: (value: unknown) => void;
}

export interface ProgramCall {
  readonly id: number;
  readonly source: string;
  readonly argument: unknown;
}
export type ProgramReply =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: RemoteError }
  | { readonly told: unknown };

const context: ProgramContext = {
  base,
  host,
  load: (name) => import(name.startsWith('dist/') ? new URL(`../../../../${name}`, import.meta.url).href : name),
  kept: new Map(),
  tell: (value) => reply({ told: packed(value) }),
};

function reply(message: ProgramReply): void {
  sendJson(process.stdout, message);
}

onJson(process.stdin, (message) => {
  const { id, source, argument } = message as ProgramCall;
  // The test that wrote the source runs on the machine that runs this guest.
  const work = (0, eval)(`(${source})`) as (context: ProgramContext, argument: unknown) => unknown;
  Promise.resolve()
    .then(() => work(context, unpacked(argument)))
    .then(
      (value) => reply({ id, value: packed(value) }),
      (error: unknown) => reply({ id, error: errorFacts(error) }),
    );
});
process.stdin.on('end', () => process.exit(0));
