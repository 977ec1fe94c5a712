/** A Node program in the guest that runs functions of a test with the product's library, one after the other or at once. */
import { PassThrough } from 'node:stream';
import type { GuestProcess } from './guest-process.js';
import type { ProgramCall, ProgramContext, ProgramReply } from './guest/program.js';
import { PLUGDEV, type Guest, type RunOptions } from './guest.js';
import { onJson } from './json-lines.js';
import { GUEST_CHECKOUT } from './rig/initrd.js';
import { packed, unpacked } from './values.js';

export class GuestProgram {
  readonly process: GuestProcess;
  /** What functions told on their way. */
  readonly told: unknown[] = [];
  readonly #replies = new Map<number, ProgramReply>();
  #nextId = 1;

  constructor(guest: Guest, options: RunOptions = { user: PLUGDEV }) {
    this.process = guest.start(['node', `${GUEST_CHECKOUT}/dist/test/usb/guest/program.js`], options);
    const output = new PassThrough();
    this.process.onOutput((bytes) => output.write(bytes));
    onJson(output, (message) => {
      const reply = message as ProgramReply;
      if ('told' in reply) this.told.push(unpacked(reply.told));
      else this.#replies.set(reply.id, reply);
    });
  }

  /**
   * Runs a function there. Only its text goes over: it sees its argument and the context, nothing of the test around it.
   * @throws what it throws, as an Error with name, code, nextStep and details
   */
  async run<Argument, Value>(
    work: (context: ProgramContext, argument: Argument) => Value | Promise<Value>,
    argument?: Argument,
    limitS = 60,
  ): Promise<Value> {
    const id = this.#nextId++;
    const call: ProgramCall = { id, source: work.toString(), argument: packed(argument) };
    this.process.write(`${JSON.stringify(call)}\n`);
    await this.process.until(() => this.#replies.has(id), limitS);
    const reply = this.#replies.get(id)!;
    this.#replies.delete(id);
    if ('value' in reply) return unpacked(reply.value) as Value;
    if ('error' in reply) throw Object.assign(new Error(reply.error.message), reply.error);
    throw new Error('a reply that is none');
  }

  /** Ends it in good order. */
  async close(): Promise<void> {
    this.process.endInput();
    await this.process.ended();
  }
}
