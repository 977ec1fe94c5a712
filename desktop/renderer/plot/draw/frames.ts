/** Least time from one drawing to the next, milliseconds: 30 a second, with the grain of a 60 Hz display. */
const LEAST_MS = 1000 / 30 - 2;

/** Asks for the next frame of the display. */
export type RequestFrame = (draw: (timeMs: number) => void) => number;

/** Gathers requests to draw: at most one drawing a frame, and at most thirty a second. */
export class Frames {
  #pending: number | undefined;
  #last = -Infinity;

  constructor(
    private readonly draw: () => void,
    private readonly request: RequestFrame = (draw) => requestAnimationFrame(draw),
    private readonly cancel: (id: number) => void = (id) => cancelAnimationFrame(id),
  ) {}

  /** Draws soon. */
  ask(): void {
    this.#pending ??= this.request((time) => this.#frame(time));
  }

  #frame(time: number): void {
    this.#pending = undefined;
    if (time - this.#last < LEAST_MS) {
      this.ask();
      return;
    }
    this.#last = time;
    this.draw();
  }

  /** Forgets what was asked for. */
  stop(): void {
    if (this.#pending !== undefined) this.cancel(this.#pending);
    this.#pending = undefined;
  }
}
