/** Whoever hears that a link has ended may open the board again at once, while the device of the old link is still being closed. */
import type { Clock } from '../../../../base/index.js';
import type { WebUsbDevice } from './web-usb-types.js';

/** Time for a link that has ended to give its device back, s. */
const HANDOVER_S = 5;

interface Holder {
  /** Whether its link has ended, so that it is about to give the device back. */
  readonly isEnding: () => boolean;
  readonly givenBack: Promise<void>;
}

/** Which link of this page has a device open. */
const holders = new WeakMap<WebUsbDevice, Holder>();

/** Notes that a link has the device open; returns what gives it back. */
export function hold(device: WebUsbDevice, isEnding: () => boolean): () => void {
  let giveBack = (): void => undefined;
  holders.set(device, { isEnding, givenBack: new Promise((resolve) => (giveBack = resolve)) });
  return () => {
    holders.delete(device);
    giveBack();
  };
}

/** Waits while a link that has ended still has the device; not for one that goes on. */
export async function handover(device: WebUsbDevice, clock: Clock): Promise<void> {
  const holder = holders.get(device);
  if (!holder?.isEnding()) return;
  const given = new AbortController();
  const late = clock.sleep(HANDOVER_S, given.signal).catch(() => undefined);
  await Promise.race([holder.givenBack, late]);
  given.abort();
}
