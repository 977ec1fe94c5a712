/** The kernel's virtual host controller: plugs a device of a USB/IP server in and out, as root and without the usbip tool. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Attached } from '../messages.js';
import { guestOnlyBusId, rigToken } from './rig-token.js';

const DEVICES = '/sys/bus/usb/devices';
const CONTROLLER = '/sys/devices/platform/vhci_hcd.0';
/** The loopback of the host, seen through QEMU's network. */
export const HOST_ADDRESS = '10.0.2.2';
const VERSION = 0x0111;
const REQ_IMPORT = 0x8003;
const REP_IMPORT = 0x0003;
const REPLY_BYTES = 8 + 312;
/** States of a row of `status`. */
const FREE = '004';
const USED = '006';
const SUPER_SPEED = 5;
const ENUMERATION_S = 20;

interface Row {
  readonly hub: string;
  readonly port: number;
  readonly state: string;
  readonly device: string;
}

function rows(): Row[] {
  const lines = readFileSync(`${CONTROLLER}/status`, 'latin1').trim().split('\n').slice(1);
  return lines.map((line) => {
    const [hub = '', port = '', state = '', , , , device = ''] = line.trim().split(/\s+/);
    return { hub, port: Number(port), state, device };
  });
}

/** Stands for the bus id of what is for this guest alone. */
export const GUEST_ONLY = 'guest-only';

/**
 * Plugs in what a server on the host exports as `busid`; resolves when Linux has enumerated it.
 * @throws Error at once on a machine that is no guest of the rig: what is plugged in here may be credited as entropy and is none
 */
export async function attach(port: number, busid: string, commandLine?: string): Promise<Attached> {
  const token = rigToken(commandLine);
  if (busid === GUEST_ONLY) return attach(port, guestOnlyBusId(token), commandLine);
  const socket = connect({ host: HOST_ADDRESS, port, noDelay: true });
  const request = Buffer.alloc(8 + 32);
  request.writeUInt16BE(VERSION, 0);
  request.writeUInt16BE(REQ_IMPORT, 2);
  request.write(busid, 8, 31, 'latin1');
  socket.write(request);
  const reply = await importReply(socket);
  const [busNumber, deviceNumber, speed] = [296, 300, 304].map((at) => reply.readUInt32BE(at)) as [
    number,
    number,
    number,
  ];
  const hub = speed >= SUPER_SPEED ? 'ss' : 'hs';
  const free = rows().find((row) => row.hub === hub && row.state === FREE);
  if (free === undefined) throw new Error('every port of the virtual host controller is taken');
  // The kernel takes a reference of its own to the socket; ours is closed without a shutdown.
  const { fd } = (socket as unknown as { readonly _handle: { readonly fd: number } })._handle;
  writeFileSync(`${CONTROLLER}/attach`, `${free.port} ${fd} ${busNumber * 0x10000 + deviceNumber} ${speed}`);
  socket.destroy();
  return enumerated(free.port);
}

/** Pulls the plug. */
export async function detach(vhciPort: number): Promise<void> {
  if (rows().find((row) => row.port === vhciPort)?.state === FREE) return;
  writeFileSync(`${CONTROLLER}/detach`, String(vhciPort));
  await until(() => rows().some((row) => row.port === vhciPort && row.state === FREE), `port ${vhciPort} to be free`);
}

/** Pulls every plug, also those that somebody left behind. */
export async function detachAll(): Promise<void> {
  for (const row of rows()) if (row.state !== FREE) await detach(row.port).catch(() => undefined);
}

function importReply(socket: Socket): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let reply = Buffer.alloc(0);
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`the server ended the import after ${reply.length} bytes`)));
    socket.on('data', (bytes: Buffer) => {
      reply = Buffer.concat([reply, bytes]);
      if (reply.length >= 8 && (reply.readUInt16BE(2) !== REP_IMPORT || reply.readUInt32BE(4) !== 0)) {
        socket.destroy();
        reject(new Error(`the server refused the import: status ${reply.readUInt32BE(4)}`));
      }
      if (reply.length < REPLY_BYTES) return;
      // What follows belongs to the kernel.
      socket.pause();
      if (reply.length > REPLY_BYTES) reject(new Error('the server spoke before it was asked'));
      else resolve(reply);
    });
  });
}

async function enumerated(vhciPort: number): Promise<Attached> {
  let found: Attached | undefined;
  await until(() => {
    const row = rows().find(({ port }) => port === vhciPort);
    const folder = `${DEVICES}/${row?.device ?? ''}`;
    if (row?.state !== USED || row.device === '0-0' || !existsSync(`${folder}:1.0`)) return false;
    const number = (name: string): string => readFileSync(`${folder}/${name}`, 'latin1').trim().padStart(3, '0');
    const node = `/dev/bus/usb/${number('busnum')}/${number('devnum')}`;
    if (!existsSync(node)) return false;
    found = { vhciPort, name: row.device, node, alike: alike(row.device) };
    return true;
  }, `Linux to enumerate the device at port ${vhciPort}`);
  return found!;
}

/** A device that somebody left behind would be taken for the one that was just plugged in. */
function alike(device: string): number {
  const read = (folder: string, name: string): string => {
    try {
      return readFileSync(`${DEVICES}/${folder}/${name}`, 'latin1').trim();
    } catch {
      return '';
    }
  };
  const kind = (folder: string): string => `${read(folder, 'idVendor')}:${read(folder, 'idProduct')}`;
  return readdirSync(DEVICES).filter((folder) => kind(folder) === kind(device)).length;
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const end = performance.now() + ENUMERATION_S * 1000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`waited ${ENUMERATION_S} s for ${what}`);
    await sleep(10);
  }
}
