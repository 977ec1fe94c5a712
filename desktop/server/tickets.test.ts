import { expect, it } from 'vitest';
import { VirtualClock } from '../../base/index.js';
import { Tickets } from './tickets.js';

it('a ticket is good once, and for a minute', () => {
  const clock = new VirtualClock();
  const tickets = new Tickets(clock);
  const [first, second, third] = [tickets.issue(), tickets.issue(), tickets.issue()];
  expect([tickets.redeem(first), tickets.redeem(first), tickets.redeem('x'), tickets.redeem('')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  clock.advance(59);
  expect(tickets.redeem(second)).toBe(true);
  clock.advance(1);
  expect(tickets.redeem(third)).toBe(false);
});
