#ifndef SPINDRIFT_HAL_DIE_TEMPERATURE_H
#define SPINDRIFT_HAL_DIE_TEMPERATURE_H

#include <stdint.h>

void die_start(void);
/* Thousandths of a degree, as it was at the call before; starts the next conversion. The first call alone waits for its own, 2 us. */
int32_t die_millidegrees(void);

#endif
