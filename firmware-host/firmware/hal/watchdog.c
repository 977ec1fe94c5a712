#include "watchdog.h"

#include "registers.h"

/* LOAD counts twice a microsecond (erratum RP2040-E1). */
#define LOAD_VALUE (2u * 100000u)
#define SCRATCH0 (WATCHDOG + 0x0c)
#define ENABLE BIT(30)
#define TRIGGER BIT(31)
/* Everything but the two oscillators. */
#define WDSEL_ALL 0x0001fffcu

void watchdog_start(void) {
    REG(PSM_WDSEL) = WDSEL_ALL;
    REG(WATCHDOG + 0x04) = LOAD_VALUE;
    REG_SET(WATCHDOG) = ENABLE;
}

void watchdog_feed(void) {
    REG(WATCHDOG + 0x04) = LOAD_VALUE;
}

bool watchdog_was_reset(void) {
    return (REG(WATCHDOG + 0x08) & 1) != 0;
}

uint32_t watchdog_count_boot(void) {
    uint32_t count = REG(SCRATCH0) + 1;
    REG(SCRATCH0) = count;
    return count;
}

void watchdog_reset_now(void) {
    REG(PSM_WDSEL) = WDSEL_ALL;
    REG_SET(WATCHDOG) = TRIGGER;
}
