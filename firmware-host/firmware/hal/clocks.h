#ifndef SPINDRIFT_HAL_CLOCKS_H
#define SPINDRIFT_HAL_CLOCKS_H

#include <stdbool.h>
#include <stdint.h>

/* Crystal, PLLs and clocks: clk_sys 125 MHz, clk_usb and clk_adc 48 MHz, the timer's tick 1 MHz. */
void clocks_start(void);
/* Takes one block (a bit of RESETS) out of reset. */
void clocks_release(uint32_t bit);
bool clocks_released(uint32_t bit);

#endif
