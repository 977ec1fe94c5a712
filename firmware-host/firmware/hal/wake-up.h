/* What ends the main loop's sleep: any interrupt that leaves it something to do says so here. */
#ifndef SPINDRIFT_HAL_WAKE_UP_H
#define SPINDRIFT_HAL_WAKE_UP_H

#include <stdbool.h>

/* In interrupts. */
void event_raise(void);
/* Whether an event has come since the last call; with interrupts off, so that none comes between the answer and the sleep. */
bool event_take(void);
/* Sleeps until the next one; with interrupts off, and it returns with them off. Interrupts that raise none are served meanwhile. */
void event_wait(void);

#endif
