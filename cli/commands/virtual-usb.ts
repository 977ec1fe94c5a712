import {
  UsbIpServer,
  startVirtualBoard,
  USBIP_PORT,
  type UsbIpEvent,
  type VirtualBoard,
} from '../../board-sim/index.js';
import type { CommandAction } from '../context.js';
import { EXIT } from '../exit-codes.js';
import { table } from '../table.js';
import { exportedBoards, type ExportedBoard } from '../virtual-usb/exported-boards.js';
import { listenAddress, listenFailure, type ListenFlags } from '../virtual-usb/listen-option.js';

/** The flags of `spindrift virtual-usb`. */
export interface VirtualUsbFlags extends ListenFlags {
  /** Boards; may be repeated, unlike everywhere else. */
  readonly board?: readonly string[];
  readonly exposeToNetwork?: boolean;
  readonly unpaced?: boolean;
}

type Address = UsbIpServer['address'];

/** `spindrift virtual-usb`: exports boards over USB/IP until it is interrupted. */
export const virtualUsb: CommandAction<VirtualUsbFlags> = async (context, flags) => {
  const { out, signal } = context;
  const address = listenAddress(flags);
  const boards = await exportedBoards(flags.board ?? [context.board], flags.unpaced === true ? 'unpaced' : 'full');
  const running: VirtualBoard[] = [];
  let server: UsbIpServer | undefined;
  try {
    server = await UsbIpServer.start({
      listen: address,
      exposeToNetwork: flags.exposeToNetwork === true,
      onEvent: (event) => out.note(eventText(event)),
    }).catch((error: unknown) => {
      throw listenFailure(error, address);
    });
    if (flags.exposeToNetwork === true)
      out.note(
        'WARNING: USB/IP has no password and no encryption. Whoever reaches this address can take the boards and drive them.',
      );
    const lines: { busId: string; board: ExportedBoard }[] = [];
    for (const board of boards) {
      signal.throwIfAborted();
      if (board.kind === 'emulated') out.note(`starting ${board.uri}`);
      const virtual = await startVirtualBoard(board.spec);
      running.push(virtual);
      lines.push({ busId: server.add(virtual.device), board });
    }
    const where = server.address;
    out.result(
      {
        listen: where,
        exports: lines.map(({ busId, board: { uri, kind, serial } }) => ({
          ...{ busId, uri, kind, serial },
          attach: attachCommand(where, busId),
        })),
      },
      () => describe(where, lines),
    );
    if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  } finally {
    await server?.close();
    for (const board of running) await board.close();
  }
  return EXIT.interrupted;
};

function describe(where: Address, lines: readonly { busId: string; board: ExportedBoard }[]): string {
  const list = table(
    ['bus id', 'board', 'kind', 'serial'],
    lines.map(({ busId, board: { uri, kind, serial } }) => [busId, uri, kind, serial]),
  );
  if ('path' in where)
    return [list, '', `Listening on ${where.path}. The usbip tool takes no such socket; Ctrl-C ends it.`].join('\n');
  const commands = lines.map(({ busId }) => `  ${attachCommand(where, busId)}`);
  return [
    list,
    '',
    `Listening on ${where.host}:${where.port}; Ctrl-C ends it. To plug in, on Linux:`,
    '  sudo modprobe vhci-hcd',
    ...commands,
    `Then for instance: spindrift info --board usb:${lines[0]!.board.serial}`,
    'To unplug: usbip port, then sudo usbip detach -p PORT',
    'The bits of these boards are pseudo-random: not entropy.',
  ].join('\n');
}

/** The command that plugs a device in; null where the tool cannot. */
function attachCommand(where: Address, busId: string): string | null {
  if ('path' in where) return null;
  const port = where.port === USBIP_PORT ? '' : `--tcp-port ${where.port} `;
  const host = where.host === '0.0.0.0' || where.host === '::' ? 'ADDRESS' : where.host;
  return `sudo usbip ${port}attach -r ${host} -b ${busId}`;
}

function eventText(event: UsbIpEvent): string {
  const { busId, peer } = event;
  switch (event.kind) {
    case 'attached':
      return `${busId} attached by ${peer}`;
    case 'detached':
      return `${busId} detached from ${peer}: ${event.reason}`;
    case 'refused':
      return `${busId} refused to ${peer}: ${event.reason}`;
  }
}
