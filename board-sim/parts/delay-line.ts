/**
 * Pulse timing of the board: two edges n cycles of 8 ns apart through two delay lines of 5 ps a step, `width = 8 ns·n + 5 ps·(B − A)`.
 */
export const PULSE_STEP_PS = 5;
const CYCLE_PS = 8000;

/** How a pulse width is set. */
export interface WidthSetting {
  /** Whole cycles between the edges. */
  readonly cycles: number;
  /** Difference of the two codes. */
  readonly codes: number;
  /** What it makes, ps. */
  readonly widthPs: number;
}

/** The setting nearest to a width; the fine part then lies within ±4 ns. */
export function widthSetting(widthPs: number): WidthSetting {
  const cycles = Math.round(widthPs / CYCLE_PS);
  const codes = Math.round((widthPs - cycles * CYCLE_PS) / PULSE_STEP_PS);
  return { cycles, codes, widthPs: cycles * CYCLE_PS + codes * PULSE_STEP_PS };
}
