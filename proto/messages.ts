/**
 * The two control messages as discriminated unions: `switch (m.body) { case 'hello': m.hello.nonce }`.
 * An empty or unknown body decodes to `body: undefined`; always handle it.
 */
import { spindrift } from './gen/spindrift.js';
import type { Long } from './integers.js';

const { DeviceToHost, HostToDevice } = spindrift.v1;

type Scalar = string | number | boolean | Uint8Array | Long;

/**
 * What decoding gives: every scalar and every repeated field is there (proto3 defaults live on the prototype, so read fields by name and
 * never spread or copy them); only sub-messages may be absent. `bytes` are views of the input: copy to keep.
 */
export type Decoded<T> = {
  [
    K in keyof T as K extends '$unknowns' ? never : NonNullable<T[K]> extends Scalar | readonly unknown[] ? K : never
  ]-?: DecodedField<NonNullable<T[K]>>;
} & {
  [K in keyof T as K extends '$unknowns' ? never : NonNullable<T[K]> extends Scalar | readonly unknown[] ? never : K]?:
    DecodedField<NonNullable<T[K]>> | null | undefined;
};
type DecodedField<V> = V extends Scalar ? V : V extends readonly (infer U)[] ? DecodedField<U>[] : Decoded<V>;

type BodyName<M extends { body?: string }> = NonNullable<M['body']>;
type WithBody<M extends { body?: string }, Head> = Head &
  (
    | { readonly body?: undefined }
    | {
        [K in BodyName<M> & keyof M]: { readonly body: K } & { readonly [P in K]: Decoded<NonNullable<M[K]>> };
      }[BodyName<M> & keyof M]
  );

/** Names of the verbs, as `body` has them. */
export type RequestBody = BodyName<spindrift.v1.HostToDevice>;
/** Names of the answers and events, as `body` has them. */
export type ReplyBody = BodyName<spindrift.v1.DeviceToHost>;

/** A decoded HostToDevice. */
export type Request = WithBody<
  spindrift.v1.HostToDevice,
  { readonly id: number; readonly deadlineMs: number; readonly configHash: number }
>;
/** A decoded DeviceToHost. */
export type Reply = WithBody<
  spindrift.v1.DeviceToHost,
  {
    readonly id: number;
    readonly status: spindrift.v1.Status;
    readonly end: boolean;
    readonly detail: string;
    readonly retryAfterMs: number;
    readonly bootId: number;
  }
>;
/** The message that a request body carries. */
export type RequestMessage<K extends RequestBody> = Decoded<NonNullable<spindrift.v1.HostToDevice[K]>>;
/** The message that a reply body carries. */
export type ReplyMessage<K extends ReplyBody> = Decoded<NonNullable<spindrift.v1.DeviceToHost[K]>>;

/** What {@link encodeRequest} takes: `{ id, body: 'hello', hello: { … } }`. */
export type RequestFields = spindrift.v1.HostToDevice.$Shape;
/** What {@link encodeReply} takes: `{ id, end: true, status, body: 'armReply', armReply: { … } }`. */
export type ReplyFields = spindrift.v1.DeviceToHost.$Shape;

/** Encodes a request. The result may be a slice of a shared pool: copy before transferring its buffer. */
export function encodeRequest(message: RequestFields): Uint8Array {
  return HostToDevice.encode(message as spindrift.v1.HostToDevice.$Properties).finish();
}

/** Encodes an answer or event. The result may be a slice of a shared pool: copy before transferring its buffer. */
export function encodeReply(message: ReplyFields): Uint8Array {
  return DeviceToHost.encode(message as spindrift.v1.DeviceToHost.$Properties).finish();
}

/** Decodes a request; throws Error or RangeError on malformed input (answer DECODE). */
export function decodeRequest(payload: Uint8Array): Request {
  return HostToDevice.decode(payload) as unknown as Request;
}

/** Decodes an answer or event; throws Error or RangeError on malformed input. */
export function decodeReply(payload: Uint8Array): Reply {
  return DeviceToHost.decode(payload) as unknown as Reply;
}
