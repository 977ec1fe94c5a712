import { describe, expect, it } from 'vitest';
import { PINS } from '../pins/pin-table.js';
import { MODES, describePins, functionFor, pinNumber } from './pin-modes.js';

describe('pins for johnny-five', () => {
  it('have the modes that their functions give them', () => {
    const { INPUT, OUTPUT, ANALOG, PWM, SERVO } = MODES;
    expect(describePins().map(({ supportedModes }) => supportedModes)).toEqual([
      ...Array.from({ length: 8 }, () => [INPUT, OUTPUT]),
      ...Array.from({ length: 4 }, () => [ANALOG]),
      [PWM],
      [PWM],
      [INPUT, OUTPUT, PWM, SERVO],
      [INPUT],
    ]);
    expect(describePins().map(({ analogChannel }) => analogChannel)).toEqual(
      PINS.map((_, k) => (k >= 8 && k < 12 ? k - 8 : 127)),
    );
  });

  it('are not so many that johnny-five takes the board for an Arduino', () => {
    expect([20, 25, 70]).not.toContain(describePins().length);
  });

  it('go by name, number and alias', () => {
    for (const { name, number } of PINS)
      expect([pinNumber(name), pinNumber(number), pinNumber(String(number))]).toEqual([number, number, number]);
    expect(['STATUS', 'FAULT', 'D0', 'D7'].map(pinNumber)).toEqual([14, 15, 0, 7]);
    for (const wrong of ['AUX8', 'D8', '', 'toString', 16, -1, Number.NaN])
      expect(() => pinNumber(wrong)).toThrow(RangeError);
  });

  it('have no other modes', () => {
    expect(functionFor(PINS[15]!, MODES.OUTPUT)).toBeUndefined();
    expect(functionFor(PINS[0]!, 99)).toBeUndefined();
  });
});
