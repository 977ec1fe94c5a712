#include "lines.h"
#include "safe-state.h"
#include "watchdog.h"

void fault_handler(void);

/* Any exception or interrupt that has no handler. The board is made safe; 100 ms later the watchdog, which nobody feeds any more, does the rest. */
void fault_handler(void) {
    __asm volatile("cpsid i" ::: "memory");
    safe_state();
    line_set(PIN_LED, true);
    watchdog_start(); /* it may not have come to that yet */
    for (;;) __asm volatile("wfi");
}
