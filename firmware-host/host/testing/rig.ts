/** A link to a scripted board on a clock that stands still. */
import { VirtualClock } from '../../../base/index.js';
import type { Reply } from '../../../proto/index.js';
import { hello } from '../link/hello.js';
import { Link } from '../link/link.js';
import { InProcessTransport } from '../transport/in-process.js';
import { FakeDevice, type FakeOptions } from './fake-device.js';

/** The parts of a rig. */
export interface Rig {
  device: FakeDevice;
  link: Link;
  clock: VirtualClock;
  events: Reply[];
  lost: Error[];
}
/** Connects; says Hello unless told not to. */
export async function rig(options: FakeOptions = {}, greet = true): Promise<Rig> {
  const device = new FakeDevice(options);
  const clock = new VirtualClock();
  const events: Reply[] = [];
  const lost: Error[] = [];
  const link = await Link.open({
    transport: new InProcessTransport(device, 'fake'),
    clock,
    onEvent: (event) => events.push(event),
    onLost: (error) => lost.push(error),
  });
  if (greet) await hello(link);
  return { device, link, clock, events, lost };
}
