import type { ExperimentContext } from './define-experiment.js';
import type { ExperimentEvent } from './events.js';

type Clocks = Pick<ExperimentContext, 'board' | 'clock' | 'signal'>;

/** How long a run takes by both clocks. */
export class RunTimes {
  private constructor(
    readonly ctx: Clocks,
    readonly beganS: number,
    readonly boardBeganS: number,
  ) {}

  static async start(ctx: Clocks): Promise<RunTimes> {
    const { boardTimeS } = await ctx.board.readTelemetry(ctx.signal);
    return new RunTimes(ctx, ctx.clock.now(), boardTimeS);
  }

  /** Seconds since the start on this computer and on the board's clock, as a result. */
  async result(): Promise<ExperimentEvent> {
    const { board, clock, signal } = this.ctx;
    const { boardTimeS } = await board.readTelemetry(signal);
    const values = { seconds: clock.now() - this.beganS, boardSeconds: boardTimeS - this.boardBeganS };
    return { type: 'result', values };
  }
}
