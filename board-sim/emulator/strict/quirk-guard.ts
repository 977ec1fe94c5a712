/** Uses of the chip that rp2040js 1.4.1 models wrongly, or that lose data: faults here, so that no firmware comes to rely on them. */
import type { RP2040, RPPIO } from 'rp2040js';
import { FIFO_TROUBLE } from '../chip/pio-stepper.js';
import { hex } from '../machine-fault.js';
import { peripheral } from './watched.js';

const ADC_CS = 0x00;
const ADC_READY = 1 << 8;
const ADC_ERR = 1 << 9;

/** Installs the guards. */
export function installQuirkGuard(chip: RP2040, fault: (message: string) => void): void {
  guardAdc(chip, fault);
  guardDma(chip, fault);
}

/** What a trouble bit of FDEBUG means. */
export function fifoTrouble(pio: RPPIO): string {
  const bits = pio.fdebug & FIFO_TROUBLE;
  const what = [
    [bits & 0xf, 'stalls on a full receive FIFO'],
    [(bits >> 8) & 0xf, 'has its empty receive FIFO read'],
    [(bits >> 16) & 0xf, 'gets a word into a full transmit FIFO'],
  ] as const;
  const said = what.filter(([mask]) => mask !== 0).map(([mask, text]) => `machine ${31 - Math.clz32(mask)} ${text}`);
  return `PIO${pio.index}: ${said.join(', ')}`;
}

/** CS must be written as a whole: START_ONE stays set in the model, and a write of what was read starts a conversion by accident. */
function guardAdc(chip: RP2040, fault: (message: string) => void): void {
  const model = peripheral(chip, 'adc');
  const write = model.writeUint32Atomic.bind(model);
  model.writeUint32Atomic = (offset, value, atomicType) => {
    if (offset === ADC_CS && (atomicType !== 0 || (value & (ADC_READY | ADC_ERR)) !== 0))
      fault('ADC CS is modified bit by bit, or written with what was read from it');
    write(offset, value, atomicType);
  };
}

/** The core's accesses are checked on its own way; those of the DMA pass the chip's functions. */
function guardDma(chip: RP2040, fault: (message: string) => void): void {
  const write = chip.writeUint32.bind(chip);
  chip.writeUint32 = (address, value) => {
    if ((address & 3) !== 0) fault(`unaligned write of a word at ${hex(address)}`);
    write(address, value);
  };
}
