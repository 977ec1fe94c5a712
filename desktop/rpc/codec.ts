/** Bodies of frames: MessagePack, with extension types for what it lacks. */
import {
  Decoder,
  Encoder,
  EXT_TIMESTAMP,
  ExtData,
  decodeTimestampExtension,
  encodeTimestampExtension,
  type ExtensionCodecType,
} from '@msgpack/msgpack';
import { ProtocolError } from '../../base/index.js';
import { checkAnnounced } from './body-size.js';

type TypedArrayClass = new (buffer: ArrayBuffer) => ArrayBufferView;

/** Number of the extension type of each class, for ever. */
const arrays: readonly (readonly [number, TypedArrayClass, number])[] = [
  [1, Uint8Array, 1],
  [2, Int8Array, 1],
  [3, Uint16Array, 2],
  [4, Int16Array, 2],
  [5, Uint32Array, 4],
  [6, Int32Array, 4],
  [7, Float32Array, 4],
  [8, Float64Array, 8],
  [9, Uint8ClampedArray, 1],
];
const BIGINT = 20;

function encodeArray(view: ArrayBufferView): ExtData {
  const found = arrays.find(([, type]) => view instanceof type);
  if (found === undefined) throw new TypeError(`${view.constructor.name} cannot be sent`);
  return new ExtData(found[0], new Uint8Array(view.buffer as ArrayBuffer, view.byteOffset, view.byteLength));
}

const extensions: ExtensionCodecType<undefined> = {
  tryToEncode(value) {
    if (typeof value === 'bigint') return new ExtData(BIGINT, new TextEncoder().encode(String(value)));
    if (ArrayBuffer.isView(value)) return encodeArray(value);
    if (value instanceof Date) return new ExtData(EXT_TIMESTAMP, encodeTimestampExtension(value)!);
    if (value instanceof Map || value instanceof Set || value instanceof ArrayBuffer)
      throw new TypeError(`${value.constructor.name} cannot be sent`);
    // The other end would hang up: no decoder takes such a key.
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__'))
      throw new TypeError('a key __proto__ cannot be sent');
    return null;
  },
  decode(data, type) {
    const array = arrays.find(([number]) => number === type);
    if (array !== undefined) {
      const [, Type, elementBytes] = array;
      if (data.length % elementBytes !== 0)
        throw new ProtocolError(`${data.length} bytes are no whole number of elements of ${elementBytes}`);
      // A copy: the frame may be reused, and its bytes lie unaligned.
      return new Type(data.slice().buffer);
    }
    if (type === EXT_TIMESTAMP) return decodeTimestampExtension(data);
    if (type === BIGINT) {
      const text = new TextDecoder().decode(data);
      if (!/^-?\d{1,100}$/.test(text)) throw new ProtocolError('an integer is malformed');
      return BigInt(text);
    }
    throw new ProtocolError(`unknown extension type ${type}`);
  },
};

/** An encoder keeps its buffer; those of big bodies are not worth keeping. */
const LARGEST_KEPT_BYTES = 1 << 20;
const newEncoder = (): Encoder => new Encoder({ extensionCodec: extensions, ignoreUndefined: true });
let encoder = newEncoder();

/**
 * A value as a body. Keys that are undefined are left out; other things that are undefined arrive as null.
 * The result lies in a buffer that the next call reuses: put it into a frame at once.
 * @throws TypeError for what cannot be sent: functions, symbols, maps, sets
 */
export function encodeBody(value: unknown): Uint8Array {
  let body: Uint8Array;
  try {
    body = encoder.encodeSharedRef(value);
  } catch (cause) {
    encoder = newEncoder();
    if (cause instanceof TypeError) throw cause;
    throw new TypeError(`this cannot be sent: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  if (body.buffer.byteLength > LARGEST_KEPT_BYTES) encoder = newEncoder();
  return body;
}

/**
 * A body as a value. Typed arrays own their memory.
 * @throws ProtocolError when it is malformed
 */
export function decodeBody(body: Uint8Array): unknown {
  try {
    // A small body must not ask for much memory.
    checkAnnounced(body);
    return new Decoder({ extensionCodec: extensions }).decode(body);
  } catch (cause) {
    if (cause instanceof ProtocolError) throw cause;
    throw new ProtocolError(`a body is malformed: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
