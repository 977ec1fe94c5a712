/*
 * What the chip knows of itself and of its last boot. Its brown-out detector watches the core's supply, is on from power-up with its threshold
 * as reset leaves it (about 0.86 V, RP2040 datasheet, section 2.10), and resets the chip as power-on does: the firmware sets nothing there.
 */
#ifndef SPINDRIFT_HAL_PLATFORM_H
#define SPINDRIFT_HAL_PLATFORM_H

#include <stdbool.h>
#include <stdint.h>

void platform_start(uint32_t noise);
/* Another one at each boot, never 0: what SRAM held at power-on and, over watchdog resets, a count. */
uint32_t platform_boot_id(void);
/* True when the chip says that it is no ASIC. */
bool platform_emulated(void);
/* Into the boot ROM's USB loader (datasheet, section 2.8.3); does not return. Silicon only: the emulated chip has no boot ROM. Has never run. */
void platform_boot_loader(void);

#endif
