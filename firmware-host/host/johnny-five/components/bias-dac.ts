import { DriveKnob, type KnobOptions } from './drive-knob.js';

/**
 * The static bias of the rows, in millivolts: `new BiasDac({ board, limit: 100, slew: 500 }).to(50)`. It is a setting of the drive, with the board's
 * limits, and no pin. Events: see {@link DriveKnob}.
 */
export class BiasDac extends DriveKnob {
  constructor(options: KnobOptions) {
    super(options, { setting: 'biasV', unit: 1e-3, unitName: 'mV' });
  }
}
