/** The die's thermometer. */

export const ADC_TEMPERATURE_CHANNEL = 4;
const REFERENCE_V = 3.3;
const FULL_SCALE = 4096;

/**
 * What the converter reads at a die temperature: 0.706 V at 27 °C, −1.721 mV/K, of a reference of 3.3 V (RP2040 datasheet, section 4.9.5;
 * a real chip is some kelvins off).
 */
export function temperatureCode(celsius: number): number {
  const volts = 0.706 - (celsius - 27) * 1.721e-3;
  return Math.min(FULL_SCALE - 1, Math.max(0, Math.round((volts / REFERENCE_V) * FULL_SCALE)));
}
