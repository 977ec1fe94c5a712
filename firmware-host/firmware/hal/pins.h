/* Pins of the board: board reference, section 3. */
#ifndef SPINDRIFT_HAL_PINS_H
#define SPINDRIFT_HAL_PINS_H

enum pin {
    PIN_D0 = 0,
    PIN_SHLD = 8,
    PIN_FCLK = 9,
    PIN_TRIG_A = 10,
    PIN_TRIG_B = 11,
    PIN_PULSE_SEL = 12,
    PIN_DAC_CS = 13,
    PIN_SPI1_SCK = 14,
    PIN_SPI1_TX = 15,
    PIN_ROW_RX = 16,
    PIN_ROW_SYNC = 17,
    PIN_SPI0_SCK = 18,
    PIN_SPI0_TX = 19,
    PIN_SDA = 20,
    PIN_SCL = 21,
    PIN_ADC_CS = 22,
    PIN_ADC_MOSI = 23,
    PIN_COL_LATCH = 24,
    PIN_LED = 25,
    PIN_DLY_LOAD = 26,
    PIN_COIL_EN = 27,
    PIN_ARRAY_EN = 28,
    PIN_INTERLOCK = 29,
};

#endif
