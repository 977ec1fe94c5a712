#include "lines.h"
#include "safe-state.h"

void fault_handler(void);

/* Any exception or interrupt that has no handler. The board is made safe; the watchdog, which nobody feeds any more, does the rest. */
void fault_handler(void) {
    __asm volatile("cpsid i" ::: "memory");
    safe_state();
    line_set(PIN_LED, true);
    for (;;) __asm volatile("wfi");
}
