/** What the personality says of itself: the ids that Linux's driver `chaoskey` binds. They belong to another project and stay within this test. */

const u16 = (value: number): readonly [number, number] => [value & 0xff, value >> 8];
const wide = (text: string): number[] => [...Buffer.from(text, 'utf16le')];

export const CHAOSKEY_VENDOR = 0x1d50;
export const CHAOSKEY_PRODUCT = 0x60c6;
/** The driver calls its source `product-serial`. */
export const PRODUCT_TEXT = 'Spindrift simulator not entropy';
export const SERIAL_TEXT = 'SIM-CHAOSKEY';
const TEXTS = ['Spindrift test', PRODUCT_TEXT, SERIAL_TEXT];

export const PACKET_BYTES = 64;

export const descriptors = {
  device: Uint8Array.of(
    ...[18, 1, ...u16(0x0200), 0xff, 0, 0, PACKET_BYTES],
    ...[...u16(CHAOSKEY_VENDOR), ...u16(CHAOSKEY_PRODUCT), ...u16(0x0100), 1, 2, 3, 1],
  ),
  configuration: Uint8Array.of(
    ...[9, 2, ...u16(25), 1, 1, 0, 0x80, 50],
    ...[9, 4, 0, 0, 1, 0xff, 0, 0, 0],
    ...[7, 5, 0x81, 2, ...u16(PACKET_BYTES), 0],
  ),
} as const;

/** Answers a request to endpoint 0; undefined = refused. */
export function answerRequest(setup: Uint8Array): Uint8Array | undefined {
  const [code, index, type, length] = [
    (setup[0]! << 8) | setup[1]!,
    setup[2]!,
    setup[3]!,
    setup[6]! | (setup[7]! << 8),
  ];
  switch (code) {
    case 0x8006:
      return descriptor(type, index)?.slice(0, length);
    case 0x8000:
    case 0x8100:
    case 0x8200:
      return Uint8Array.of(0, 0).slice(0, length);
    // SET_CONFIGURATION, SET_INTERFACE, CLEAR_FEATURE of an endpoint.
    case 0x0009:
    case 0x010b:
    case 0x0201:
      return new Uint8Array(0);
    default:
      return undefined;
  }
}

function descriptor(type: number, index: number): Uint8Array | undefined {
  if (type === 1) return descriptors.device;
  if (type === 2) return descriptors.configuration;
  if (type !== 3) return undefined;
  if (index === 0) return Uint8Array.of(4, 3, ...u16(0x0409));
  const text = TEXTS[index - 1];
  return text === undefined ? undefined : Uint8Array.of(2 + 2 * text.length, 3, ...wide(text));
}
