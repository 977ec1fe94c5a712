/* Time since the clocks were started, and the alarm that ends a sleep. */
#ifndef SPINDRIFT_HAL_TIMER_H
#define SPINDRIFT_HAL_TIMER_H

#include <stdbool.h>
#include <stdint.h>

void timer_start(void);
/* Microseconds. */
uint64_t timer_uptime_us(void);
/* Raises an event at an uptime. False when it has come, or is about to. */
bool timer_wake_at(uint64_t uptime_us);

#endif
