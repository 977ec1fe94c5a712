/** A folder that looks like the drive of a boot loader, and firmware files for it. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealBoot2 } from '../../../board-sim/emulator/image/boot2.js';
import type { MountPlaces } from '../flash/boot-volumes.js';

const INFO = 'UF2 Bootloader v3.0\nModel: Raspberry Pi RP2\nBoard-ID: RPI-RP2\n';

/** A UF2 file whose second stage is sealed; `change` damages it. */
export function uf2Image(blocks = 4, change?: (view: DataView) => void): Uint8Array {
  const flash = new Uint8Array(blocks * 256).map((_, k) => k * 7);
  flash.set(sealBoot2(flash.slice(0, 72)));
  const file = new Uint8Array(blocks * 512);
  for (let k = 0; k < blocks; k++) {
    const view = new DataView(file.buffer, k * 512, 512);
    const words = [0x0a324655, 0x9e5d5157, 0x2000, 0x10000000 + k * 256, 256, k, blocks, 0xe48bff56];
    words.forEach((word, at) => view.setUint32(4 * at, word, true));
    file.set(flash.subarray(k * 256, (k + 1) * 256), k * 512 + 32);
    view.setUint32(508, 0x0ab16f30, true);
  }
  change?.(new DataView(file.buffer));
  return file;
}

/** A folder of its own, with everything that the command looks at below it. */
export class FakeMachine {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'spindrift-flash-')));
  readonly places: MountPlaces = {
    table: join(this.root, 'mounts'),
    parents: [join(this.root, 'media')],
    device: join(this.root, 'by-label'),
  };

  /** Plugs a board in; returns where its drive is mounted. */
  plug(name = 'media/user/RPI-RP2', info: string | null = INFO): string {
    const path = join(this.root, name);
    mkdirSync(path, { recursive: true });
    if (info !== null) writeFileSync(join(path, 'INFO_UF2.TXT'), info);
    return path;
  }

  /** Writes a file; returns its path. */
  file(name: string, data: Uint8Array | string): string {
    const path = join(this.root, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, data);
    return path;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
