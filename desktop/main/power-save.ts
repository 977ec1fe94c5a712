/** Keeps the computer from sleeping while runs go on; the screen may go dark. */
import { powerSaveBlocker } from 'electron';

export class PowerSave {
  #blocker: number | undefined;

  /** @param activeRuns how many runs go on */
  follow(activeRuns: number): void {
    if (activeRuns > 0) {
      this.#blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    } else if (this.#blocker !== undefined) {
      powerSaveBlocker.stop(this.#blocker);
      this.#blocker = undefined;
    }
  }
}
