import type { LinkObserver } from '../../../firmware-host/host/index.js';

/** Shows the frames of a link to several who watch. */
export function observers(...all: readonly LinkObserver[]): LinkObserver {
  return {
    sent: (frame) => all.forEach((one) => one.sent(frame)),
    received: (type, payload) => all.forEach((one) => one.received(type, payload)),
    lost: (error) => all.forEach((one) => one.lost?.(error)),
  };
}
