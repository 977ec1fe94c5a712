/** Addresses on the board's bus; those of sensor and header from memory. The monitors' are with the rails. */
export const I2C_ADDRESS = { pca9554: 0x20, hall: 0x35, ads1015: 0x49, eeprom0: 0x50, eeprom1: 0x51 } as const;
