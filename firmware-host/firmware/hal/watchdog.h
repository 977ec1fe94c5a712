/* The watchdog: 100 ms, then the chip is reset and the pull-downs make the board safe. */
#ifndef SPINDRIFT_HAL_WATCHDOG_H
#define SPINDRIFT_HAL_WATCHDOG_H

#include <stdbool.h>
#include <stdint.h>

void watchdog_start(void);
/* Called from one place only: the main loop. */
void watchdog_feed(void);
/* True when the last reset came from the watchdog's timer. */
bool watchdog_was_reset(void);
/* Counts the boots since power-on, in a register that a watchdog reset leaves alone. */
uint32_t watchdog_count_boot(void);
void watchdog_reset_now(void);

#endif
