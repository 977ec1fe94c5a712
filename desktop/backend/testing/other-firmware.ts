import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const RELEASED = fileURLToPath(new URL('../../../firmware-host/firmware/release/spindrift.uf2', import.meta.url));

/** The released firmware saying that it is of another version, of as many characters: a file that a chip would run. */
export function otherFirmware(version: string): Uint8Array<ArrayBuffer> {
  const { version: own } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const bytes = readFileSync(RELEASED);
  const at = bytes.indexOf(`${own}\0`);
  if (at < 0 || version.length !== own.length) throw new Error(`the released firmware does not say ${own}`);
  bytes.write(version, at, 'latin1');
  return new Uint8Array(bytes);
}
