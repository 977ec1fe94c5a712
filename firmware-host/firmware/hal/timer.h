/* Time since the clocks were started, and the alarm that ends a sleep. */
#ifndef SPINDRIFT_HAL_TIMER_H
#define SPINDRIFT_HAL_TIMER_H

#include <stdint.h>

void timer_start(void);
/* Microseconds. */
uint64_t timer_uptime_us(void);
/* Sleeps until an interrupt or the given uptime; call it with interrupts off, it returns with them off and all pending ones served. */
void timer_sleep_until(uint64_t uptime_us);

#endif
