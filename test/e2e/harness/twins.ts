/** The two stand-ins of one board: the behavioural one, and the product image on the emulated chip; same scenario, same seed, same requests. */
import { afterEach } from 'vitest';
import { VirtualClock } from '../../../base/index.js';
import { createEmulatedBoard } from '../../../board-sim/emulator/board/emulated-board.js';
import { createSimulatedBoard } from '../../../board-sim/index.js';
import type { BoardParts } from '../../../board-sim/parts/index.js';
import { InProcessTransport, openBoardOver, type Board } from '../../../firmware-host/host/index.js';
import type { DriveSettings } from '../../../firmware-host/host/board-types.js';
import { productImage } from '../../contract/emulated.js';

const image = productImage();
if (typeof image === 'string') console.log(`skipped: agreement of sim: and emu:: ${image}`);

/** Whether there is a firmware to run. */
export const hasProduct = typeof image !== 'string';

/** Both boards, armed. */
export interface Twins {
  readonly sim: Board;
  readonly emu: Board;
  /** The chips of the emulated board: its array is drawn as the other's. */
  readonly parts: BoardParts;
  /** The same work on both, one after the other. */
  readonly both: <T>(work: (board: Board) => Promise<T>) => Promise<{ readonly sim: T; readonly emu: T }>;
  /** Lets time pass on the emulated board; on the other it is work that does. */
  readonly pass: (seconds: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Settings in SI that both boards make exactly alike: they lie on the converters' and the delay line's steps. */
export type DriveChange = Partial<DriveSettings>;

/** Makes and arms both. @param drive changes to the settings at boot */
export async function armedTwins(scenario: string, seed: number, drive: DriveChange = {}): Promise<Twins> {
  if (typeof image === 'string') throw new Error(image);
  const clock = new VirtualClock();
  const behavioural = createSimulatedBoard({ scenario, seed, clock });
  const emulated = createEmulatedBoard({ image, scenario, seed });
  const sim = await openBoardOver(new InProcessTransport(behavioural, 'sim'), 'sim', { clock, hostName: 'twins' });
  const emu = await openBoardOver(new InProcessTransport(emulated, 'emu'), 'emu', {
    clock: emulated.clock,
    hostName: 'twins',
  });
  for (const board of [sim, emu]) {
    const { drive: atBoot } = await board.getState();
    // Rounded once, so that both work with the very same numbers.
    const rounded = await board.setConfig({ ...atBoot, ...drive });
    await board.setConfig(rounded);
    await board.arm();
  }
  return {
    sim,
    emu,
    parts: emulated.parts,
    both: async (work) => ({ sim: await work(sim), emu: await work(emu) }),
    pass: (seconds) => emulated.pass(seconds),
    close: async () => {
      await sim.close();
      await emu.close();
      behavioural.close();
      emulated.close();
    },
  };
}

/** Makes twins for the tests of a suite, and closes them after each. */
export function twinsForEach(): typeof armedTwins {
  const open: Twins[] = [];
  afterEach(async () => {
    for (const made of open.splice(0)) await made.close();
  });
  return async (...args) => {
    const made = await armedTwins(...args);
    open.push(made);
    return made;
  };
}
