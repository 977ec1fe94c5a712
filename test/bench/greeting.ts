/** What every device of the benchmarks says before it does what it is for. */
import { spindrift, type FrameWriter, type Request } from '../../proto/index.js';

const { BoardKind, Status } = spindrift.v1;

/** Answers Hello and GetLimits as a simulated board without limits of its own. @returns false for any other request */
export function greet(writer: FrameWriter, request: Request): boolean {
  const ok = { id: request.id, end: true, status: Status.STATUS_OK } as const;
  if (request.body === 'hello')
    writer.reply({
      ...ok,
      body: 'helloReply',
      helloReply: {
        nonce: request.hello.nonce,
        protocolMajor: 1,
        bootId: 1,
        identity: { kind: BoardKind.BOARD_KIND_SIMULATED, geometry: { rows: 64, cols: 64, tiles: 1 } },
        limits: { maxControlBytes: 1024 },
      },
    });
  else if (request.body === 'getLimits') writer.reply({ ...ok, body: 'getLimitsReply', getLimitsReply: {} });
  else return false;
  return true;
}
