#include "lines.h"
#include "registers.h"
#include "safe.h"

void fault_handler(void);

void safe_lines(void) {
    SIO_OUT_CLEAR = BIT(PIN_ARRAY_EN);
    SIO_OUT_CLEAR = BIT(PIN_COIL_EN);
}

/* Any exception or interrupt that has no handler. The lines fall at once; the watchdog, which nobody feeds any more, does the rest. */
void fault_handler(void) {
    __asm volatile("cpsid i" ::: "memory");
    safe_lines();
    SIO_OUT_SET = BIT(PIN_LED);
    for (;;) __asm volatile("wfi");
}
