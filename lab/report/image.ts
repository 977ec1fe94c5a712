import { checkNumber } from '../../base/index.js';

/** A picture of 8-bit samples, row-major from the top left, 0 = black. */
export interface GrayImage {
  readonly width: number;
  readonly height: number;
  /** `width * height` bytes. */
  readonly data: Uint8Array;
}

/** A colour picture, row-major from the top left, three bytes a pixel: red, green, blue (sRGB). */
export interface RgbImage {
  readonly width: number;
  readonly height: number;
  /** `3 * width * height` bytes. */
  readonly data: Uint8Array;
}

/**
 * Checks that an image holds as many bytes as its size asks for.
 * @throws {RangeError} if it does not, naming the field.
 */
export function checkImage(name: string, image: GrayImage | RgbImage, channels: 1 | 3): void {
  checkNumber(`${name}.width`, image.width, { min: 1, max: 32_768, integer: true });
  checkNumber(`${name}.height`, image.height, { min: 1, max: 32_768, integer: true });
  const expected = image.width * image.height * channels;
  if (image.data.length !== expected) {
    throw new RangeError(
      `${name}.data holds ${image.data.length} bytes; ${image.width}×${image.height} pixels of ${channels} need ${expected}`,
    );
  }
}

/**
 * Enlarges a picture by a whole factor, each pixel becoming a square: pixels stay visible and none is invented.
 * @param factor 1 or more.
 */
export function upscale(image: GrayImage, factor: number): GrayImage {
  checkImage('image', image, 1);
  checkNumber('factor', factor, { min: 1, max: 64, integer: true });
  if (factor === 1) return image;
  const width = image.width * factor;
  const height = image.height * factor;
  const data = new Uint8Array(width * height);
  for (let y = 0; y < image.height; y++) {
    const row = data.subarray(y * factor * width, y * factor * width + width);
    for (let x = 0; x < image.width; x++) row.fill(image.data[y * image.width + x]!, x * factor, (x + 1) * factor);
    for (let copy = 1; copy < factor; copy++)
      data.copyWithin((y * factor + copy) * width, y * factor * width, y * factor * width + width);
  }
  return { width, height, data };
}
