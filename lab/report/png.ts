import { PNG } from 'pngjs';
import { DataError } from '../../base/index.js';
import { checkImage, type GrayImage, type RgbImage } from './image.js';

/**
 * Fixed settings of the encoder: the same picture always gives the same bytes. Filter 0 (none) with the default
 * strategy packs flat upscaled pixels best, and no time or software chunk is written.
 */
const PACKING = {
  bitDepth: 8,
  filterType: 0,
  deflateLevel: 9,
  deflateStrategy: 0,
  deflateChunkSize: 32 * 1024,
} as const;

/** Pixels of a picture that is read. */
const MOST_PIXELS = 2 ** 25;

/** Encodes a grey picture as an 8-bit greyscale PNG. Equal pictures give equal bytes. */
export function encodeGrayPng(image: GrayImage): Uint8Array {
  checkImage('image', image, 1);
  return encode(image, 0);
}

/** Encodes a colour picture as an 8-bit RGB PNG. Equal pictures give equal bytes. */
export function encodeRgbPng(image: RgbImage): Uint8Array {
  checkImage('image', image, 3);
  return encode(image, 2);
}

function encode(image: GrayImage | RgbImage, colorType: 0 | 2): Uint8Array {
  const png = new PNG({ width: image.width, height: image.height });
  png.data = Buffer.from(image.data.buffer, image.data.byteOffset, image.data.byteLength);
  const bytes = PNG.sync.write(png, { ...PACKING, colorType, inputColorType: colorType, inputHasAlpha: false });
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Reads a PNG as grey: of a colour picture the red channel, which is the grey one where all three agree.
 * @throws {DataError} if the bytes are no PNG, or of one of more than 33 million pixels.
 */
export function decodeGrayPng(bytes: Uint8Array): GrayImage {
  let png: PNG;
  assertBearable(bytes);
  try {
    png = PNG.sync.read(Buffer.from(bytes));
  } catch (cause) {
    throw new DataError('the picture is not a readable PNG', { cause, nextStep: 'Write the file again.' });
  }
  const data = new Uint8Array(png.width * png.height);
  for (let i = 0; i < data.length; i++) data[i] = png.data[4 * i]!;
  return { width: png.width, height: png.height, data };
}

/** The header says how large a picture will be; a few kilobytes can hold one of gigabytes. */
function assertBearable(bytes: Uint8Array): void {
  if (bytes.length < 24) return;
  const header = new DataView(bytes.buffer, bytes.byteOffset + 16, 8);
  const [width, height] = [header.getUint32(0), header.getUint32(4)];
  if (width * height > MOST_PIXELS)
    throw new DataError(`a picture of ${width} by ${height} pixels is not read`, { nextStep: 'Write a smaller one.' });
}
