import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { MachineFiles, type Machine, type NodeMode, type Person } from '../machine.js';

/** A device of a {@link FakeMachine}; a plugged-in board in good order unless told otherwise. Null leaves a file out. */
export interface FakeDevice {
  readonly bus?: number;
  readonly number?: number;
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly interface?: {
    readonly driver?: string;
    readonly triple?: readonly string[];
    readonly endpoints?: readonly string[];
  } | null;
  /** Of its node; null = no node. */
  readonly mode?: NodeMode | null;
}

export const PLUGDEV = 46;
const BOARD = {
  idVendor: '1209',
  idProduct: '0001',
  bcdDevice: '0010',
  manufacturer: 'Spindrift',
  product: 'Spindrift board',
  serial: '0123456789ABCDEF',
  speed: '12',
  authorized: '1',
  bConfigurationValue: '1',
  bmAttributes: '80',
  'power/runtime_status': 'active',
};

/** A machine in a folder: files are real, permissions of nodes and what opening them says are made up, since tests may run as root. */
export class FakeMachine extends MachineFiles implements Machine {
  platform: NodeJS.Platform = 'linux';
  nodeVersion = '20.20.0';
  person: Person = { name: 'alice', uid: 1000, gids: [1000, PLUGDEV] };
  path: readonly string[] = ['/usr/bin'];
  usbTrouble: string | undefined;
  free: number | undefined = 5e10;
  /** What opening a node says, whatever its permissions. */
  readonly openTrouble = new Map<string, string>();
  /** Files that this user may not read. */
  readonly unreadable = new Set<string>();
  readonly #modes = new Map<string, NodeMode>();

  /** A desktop in good order, without a board. */
  constructor() {
    super(mkdtempSync(join(tmpdir(), 'spindrift-machine-')));
    this.write('/sys/bus/usb/devices/usb1/idVendor', '1d6b');
    this.write('/dev/bus/usb/001/001', '');
    this.write('/run/udev/control', '');
    this.write('/proc/1/comm', 'systemd\n');
    this.write('/proc/300/comm', 'systemd-udevd\n');
    this.write('/etc/group', `root:x:0:\nplugdev:x:${PLUGDEV}:alice\nalice:x:1000:\n`);
    this.write('/proc/1/cgroup', '0::/init.scope\n');
    this.write('/proc/sys/kernel/osrelease', '6.1.0-56-amd64\n');
    this.write('/sys/module/usbcore/parameters/usbfs_memory_mb', '16\n');
  }

  dispose(): void {
    rmSync(this.at('/'), { recursive: true });
  }

  write(path: string, text: string): this {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    writeFileSync(this.at(path), text);
    return this;
  }

  makeLink(path: string, to: string): this {
    mkdirSync(dirname(this.at(path)), { recursive: true });
    symlinkSync(to, this.at(path));
    return this;
  }

  remove(path: string): this {
    rmSync(this.at(path), { recursive: true });
    return this;
  }

  makeProgram(path: string): this {
    this.write(path, '');
    chmodSync(this.at(path), 0o755);
    return this;
  }

  /** Plugs a device in. @returns its node */
  plug(address: string, device: FakeDevice = {}): string {
    const { bus = 1, number = 4 } = device;
    const folder = `/sys/bus/usb/devices/${address}`;
    const attributes: Readonly<Record<string, string | null>> = {
      ...BOARD,
      busnum: String(bus),
      devnum: String(number),
      ...device.attributes,
    };
    for (const [name, value] of Object.entries(attributes))
      if (value !== null) this.write(`${folder}/${name}`, `${value}\n`);
    if (device.interface !== null && attributes['bConfigurationValue'] !== '') {
      const { driver, triple = ['ff', '00', '00'], endpoints = ['01', '81'] } = device.interface ?? {};
      const files = ['bInterfaceClass', 'bInterfaceSubClass', 'bInterfaceProtocol'];
      files.forEach((name, i) => this.write(`${folder}:1.0/${name}`, `${triple[i]!}\n`));
      for (const endpoint of endpoints) this.write(`${folder}:1.0/ep_${endpoint}/bEndpointAddress`, endpoint);
      if (driver !== undefined) this.makeLink(`${folder}:1.0/driver`, `../../../../bus/usb/drivers/${driver}`);
    }
    const node = `/dev/bus/usb/${String(bus).padStart(3, '0')}/${String(number).padStart(3, '0')}`;
    if (device.mode !== null) {
      this.write(node, '');
      this.#modes.set(node, device.mode ?? { mode: 0o660, uid: 0, gid: PLUGDEV });
    }
    return node;
  }

  /** A process that has a file open. */
  run(pid: number, command: string, open: string): this {
    return this.write(`/proc/${pid}/comm`, `${command}\n`)
      .makeLink(`/proc/${pid}/fd/0`, '/dev/null')
      .makeLink(`/proc/${pid}/fd/7`, open);
  }

  override async readText(path: string): Promise<string | undefined> {
    return this.unreadable.has(path) ? undefined : super.readText(path);
  }

  override async mode(path: string): Promise<NodeMode | undefined> {
    return this.#modes.get(path) ?? super.mode(path);
  }

  async tryOpen(path: string): Promise<string | undefined> {
    const trouble = this.openTrouble.get(path);
    if (trouble !== undefined) return trouble;
    const mode = this.#modes.get(path);
    if (mode === undefined) return 'ENOENT';
    const { uid, gids } = this.person;
    const shift = uid === mode.uid ? 6 : gids.includes(mode.gid) ? 3 : 0;
    return uid === 0 || ((mode.mode >> shift) & 0o6) === 0o6 ? undefined : 'EACCES';
  }

  async freeBytes(): Promise<number | undefined> {
    return this.free;
  }

  async tryUsb(): Promise<string | undefined> {
    return this.usbTrouble;
  }
}
