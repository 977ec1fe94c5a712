/** How long the board takes, from its sequences: the pulse-and-read program, serial row updates, converter scans, the USB link. Seconds. */

/** One step of the pulse program. */
export const CYCLE_S = 8e-9;
/** New row mask and column mask, the width trim hidden inside. */
export const ROW_CHANGE_S = 3.6e-6;
/** Row switches and amplifier settling before a converter scan. */
export const SCAN_SETTLE_S = 1.1e-6;
/** One scan of all columns: 18 frames of 16 channels and pipeline. */
export const ADC_SCAN_S = 20.3e-6;
/** Settling of the column amplifiers in the single-cell range before a map's first scan of a row. */
export const MAP_SETTLE_S = 5e-6;
/** Settling of the amplitude converter. */
export const DAC_SETTLE_S = 10e-6;
/** Settling of the coil. */
export const COIL_SETTLE_S = 5e-3;
/** What full-speed USB carries at most. */
export const USB_BYTES_PER_S = 1.216e6;
/** Largest share of the time that a row may be pulsed; longer pulses wait. */
export const MAX_DUTY = 0.1;
/** Shots on a row before the next row's turn. */
export const DWELL_SHOTS = 64;

/**
 * One shot, pulse and read of a row: 82 cycles (656 ns) with 80 ns between pulse and read, 208 ns of read bias and pulses to 16 ns; longer
 * pulses and settings add their cycles. Further pulses of a shot are shots whose outcome is discarded. A pulse of more than a tenth of
 * that stretches the shot until the row's duty is a tenth.
 */
export function shotSeconds(widthS: number, settleS: number, readS: number, pulses: number): number {
  const pulseCycles = Math.max(0, Math.round(widthS / CYCLE_S) - 2);
  const cycles = 50 + (Math.round(settleS / CYCLE_S) - 2) + (Math.round(readS / CYCLE_S) - 2) + pulseCycles;
  return pulses * Math.max(cycles * CYCLE_S, widthS / MAX_DUTY);
}

/** One input bit-plane of a multiplication: the row masks are shifted during the scan before. */
export function planeSeconds(repeats: number): number {
  return SCAN_SETTLE_S + repeats * ADC_SCAN_S;
}
