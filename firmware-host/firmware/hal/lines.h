/* The pads, and the lines that the processor drives itself. */
#ifndef SPINDRIFT_HAL_LINES_H
#define SPINDRIFT_HAL_LINES_H

#include <stdbool.h>
#include <stdint.h>

#include "pins.h"

/* Every pad configured, every line at rest: array and coil off, chip selects high. */
void lines_start(void);
void line_set(enum pin pin, bool high);
bool line_get(enum pin pin);

#endif
