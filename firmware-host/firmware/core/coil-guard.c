#include "coil-guard.h"

/* Field for one ampere, and what the coil may carry for good (board reference, 2.3 and 6). */
#define UT_PER_A 30000
#define CONTINUOUS_UT 15000
/* Heat is kept in uT2 us, so that nothing is lost by rounding: one A2s is this much. */
#define UNITS_PER_A2S ((int64_t)UT_PER_A * UT_PER_A * 1000000)

static int64_t heat;
static uint64_t last_us;

void coil_guard_start(void) {
    heat = 0;
    last_us = 0;
}

void coil_guard_advance(uint64_t uptime_us, int32_t field_ut) {
    int64_t us = (int64_t)(uptime_us - last_us);
    last_us = uptime_us;
    heat += ((int64_t)field_ut * field_ut - (int64_t)CONTINUOUS_UT * CONTINUOUS_UT) * us;
    if (heat < 0) heat = 0;
}

bool coil_guard_overloaded(void) {
    return heat > COIL_BUDGET_MA2S / 1000 * UNITS_PER_A2S;
}

int32_t coil_guard_heat(void) {
    return (int32_t)(heat / (UNITS_PER_A2S / 1000));
}
