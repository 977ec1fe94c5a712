import { type Request, type RequestBody, type RequestMessage } from '../../../proto/index.js';
import { type BoardCore } from '../board-core.js';
import { type Call } from '../call.js';

/** Carries out a request: answers through the call, or throws a `Refusal` before anything was done. */
export type VerbHandler<K extends RequestBody> = (core: BoardCore, call: Call, message: RequestMessage<K>) => void;

/** A verb as the session calls it, and its name. */
export interface Verb {
  readonly name: RequestBody;
  readonly run: (core: BoardCore, call: Call, request: Request) => void;
}

/** Ties a handler to the part of the request that carries its message. */
export function verb<K extends RequestBody>(name: K, handler: VerbHandler<K>): Verb {
  return {
    name,
    run: (core, call, request) => handler(core, call, (request as unknown as Record<K, RequestMessage<K>>)[name]),
  };
}
