import { BoardLostError } from '../../../base/index.js';
import type { Board, BoardIdentity, StreamBlock } from '../../../firmware-host/host/index.js';
import type { collectBits } from '../collect-bits.js';

/** A board that claims to be silicon and gives the blocks that it is told to, for what no stand-in does on demand. */
export function scriptedBoard(
  blocks: readonly (Partial<StreamBlock> & { readonly bytes: Uint8Array })[],
  lost?: Error,
): { readonly fake: Parameters<typeof collectBits>[0]; readonly calls: string[] } {
  const calls: string[] = [];
  const called = <T>(name: string, value: () => T): (() => Promise<T>) => {
    return async () => {
      calls.push(name);
      if (lost !== undefined && calls.includes('openBits')) throw new BoardLostError('gone before');
      return value();
    };
  };
  async function* stream(): AsyncGenerator<StreamBlock> {
    let seq = -1;
    for (const { bytes, ...rest } of blocks) {
      seq += 1 + (rest.gap ?? 0);
      const plain = { timeUs: 1000 * seq, bits: bytes.length * 8, notEntropy: false, gap: 0 };
      yield { ...plain, unhealthy: false, paused: false, saturated: false, ...rest, seq, bytes };
    }
    if (lost !== undefined) throw lost;
  }
  const fake = {
    uri: 'usb:SCRIPT',
    identity: { kind: 'real', serial: 'SCRIPT', geometry: { rows: 64, cols: 64, tiles: 1 } } as BoardIdentity,
    arm: called('arm', () => 'armed' as const),
    getState: called('getState', () => ({ drive: {} })),
    readTelemetry: called('readTelemetry', () => ({ boardTimeS: 1, dieTemperatureK: 300 })),
    makeSafe: called('makeSafe', () => 'safe' as const),
    openBits: () => {
      calls.push('openBits');
      return Object.assign(stream(), { close: async () => undefined, summary: undefined });
    },
  };
  return { fake: fake as unknown as Board, calls };
}
