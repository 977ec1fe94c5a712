/* When the main loop must come back at the latest. Whoever waits for a time says so each time it is asked; interrupts wake the loop by themselves. */
#ifndef SPINDRIFT_CORE_WAKE_H
#define SPINDRIFT_CORE_WAKE_H

#include <stdbool.h>
#include <stdint.h>

/* Begins a round. */
void wake_begin(void);
/* Come back at this uptime, us, or before. */
void wake_at(uint64_t uptime_us);
/* Come back at once: there is more to do. */
void wake_now(void);
/* The end of the round: when to come back. */
uint64_t wake_due(void);
/* Whether a time had come when the round began; if not, sees to it that the loop wakes then. */
bool wake_reached(uint64_t uptime_us);

#endif
