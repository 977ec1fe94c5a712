import type { Clock } from '../../base/index.js';
import { newToken } from './guard.js';

/** How long a ticket is good, seconds. */
const GOOD_FOR_S = 60;

/**
 * Addresses that open the page once. A program that opens a browser passes the address in its arguments, where every user of the
 * computer can read it: it gets a ticket, which is worth nothing once the browser has been there, instead of the token.
 */
export class Tickets {
  readonly #clock: Clock;
  readonly #open = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A new ticket. */
  issue(): string {
    const ticket = newToken();
    this.#open.set(ticket, this.#clock.now() + GOOD_FOR_S);
    return ticket;
  }

  /** @returns whether it is good; never again after that */
  redeem(ticket: string): boolean {
    const until = this.#open.get(ticket);
    this.#open.delete(ticket);
    return until !== undefined && this.#clock.now() < until;
  }
}
