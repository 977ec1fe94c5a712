#ifndef SPINDRIFT_HAL_SAFE_STATE_H
#define SPINDRIFT_HAL_SAFE_STATE_H

/*
 * The board's safe state, in the order of its reference (section 6): array off, state machines stopped with their pins low, coil off, least
 * supply of the pulse gate, VREAD at the virtual ground, no coil current, no column, no row. Register writes and bounded waits only, about
 * 25 us altogether, the first two steps within one; from any context, also when everything else is broken or a block was never started.
 */
void safe_state(void);

#endif
