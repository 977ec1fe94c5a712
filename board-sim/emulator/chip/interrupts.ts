/** Interrupt lines into the core, and sleep. */
import type { RP2040 } from 'rp2040js';

/**
 * Replaces how a line reaches the core. In rp2040js a line that rises during WFI enters its handler at once, even with PRIMASK set; on
 * silicon the core wakes and the handler waits for PRIMASK (ARMv6-M Architecture Reference Manual, B1.5.19).
 */
export function installInterruptLines({ core }: RP2040): void {
  core.setInterrupt = (irq, value) => {
    const bit = 1 << irq;
    if (!value) {
      core.pendingInterrupts &= ~bit;
      return;
    }
    if ((core.pendingInterrupts & bit) !== 0) return;
    core.pendingInterrupts |= bit;
    core.interruptsUpdated = true;
  };
}

/** Whether something pending ends a WFI, masked by PRIMASK or not. */
export function wakesCore({ core }: RP2040): boolean {
  return (
    (core.pendingInterrupts & core.enabledInterrupts) !== 0 ||
    core.pendingSystick ||
    core.pendingPendSV ||
    core.pendingSVCall ||
    core.pendingNMI
  );
}
