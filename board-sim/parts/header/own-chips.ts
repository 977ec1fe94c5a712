/** The board's own chips on the bus of the auxiliary header: who is at which address, as the firmware names them. */
import { I2C_ADDRESS } from '../i2c/addresses.js';
import { MONITOR_ADDRESS, TMP117_ADDRESS } from '../rails.js';

/** Name of the chip at an address. */
export const OWN_CHIPS: ReadonlyMap<number, string> = new Map<number, string>([
  [I2C_ADDRESS.pca9554, 'PCA9554'],
  [I2C_ADDRESS.hall, 'Hall sensor'],
  [MONITOR_ADDRESS.usb, 'USB monitor'],
  [MONITOR_ADDRESS.logic, '3V3 monitor'],
  [MONITOR_ADDRESS.vAmp, 'VAMP monitor'],
  [MONITOR_ADDRESS.coil, 'coil monitor'],
  [TMP117_ADDRESS, 'thermometer'],
  [I2C_ADDRESS.ads1015, 'ADS1015'],
  [I2C_ADDRESS.eeprom0, 'memory'],
  [I2C_ADDRESS.eeprom1, 'memory'],
]);

/** Addresses that the bus does not keep for itself. */
export const ADDRESS_MIN = 0x08;
export const ADDRESS_MAX = 0x77;
