/* What the chip knows of itself and of its last boot. */
#ifndef SPINDRIFT_HAL_PLATFORM_H
#define SPINDRIFT_HAL_PLATFORM_H

#include <stdbool.h>
#include <stdint.h>

void platform_start(uint32_t noise);
/* Another one at each boot, never 0: what SRAM held at power-on and, over watchdog resets, a count. */
uint32_t platform_boot_id(void);
const char *platform_serial(void);
/* True when the chip says that it is no ASIC. */
bool platform_emulated(void);

#endif
