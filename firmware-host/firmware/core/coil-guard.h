/* The I2t guard of the coil: heat above what it gives off at its continuous current. The law of board-sim/parts/coil.ts, in integers. */
#ifndef SPINDRIFT_CORE_COIL_GUARD_H
#define SPINDRIFT_CORE_COIL_GUARD_H

#include <stdbool.h>
#include <stdint.h>

/* What it may take in before it must cool, thousandths of A2s. */
#define COIL_BUDGET_MA2S 20000

void coil_guard_start(void);
/* The coil has held a field until now. */
void coil_guard_advance(uint64_t uptime_us, int32_t field_ut);
bool coil_guard_overloaded(void);
/* Heat stored, thousandths of A2s. */
int32_t coil_guard_heat(void);

#endif
