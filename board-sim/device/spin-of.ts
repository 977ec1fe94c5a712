import { MU0 } from './constants.js';
import { effectiveField, pillarArea } from './derive.js';
import type { Spin } from './llg/spin-ensemble.js';
import type { DeviceParameters } from './parameters.js';

/** The magnet of a device as its equation of motion sees it, at the temperature of its parameters. */
export function spinOf(device: DeviceParameters): Spin {
  const hk = effectiveField(device, 0);
  return {
    damping: device.damping,
    moment: MU0 * device.saturationMagnetization * pillarArea(device) * device.freeLayerThickness,
    hk,
    hkPerVolt: effectiveField(device, 1) - hk,
    inPlaneAnisotropy: (device.demag[1] - device.demag[0]) * device.saturationMagnetization,
  };
}
