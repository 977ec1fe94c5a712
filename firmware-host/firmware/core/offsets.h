/* Codes of the columns without current: what products and maps are counted from. */
#ifndef SPINDRIFT_CORE_OFFSETS_H
#define SPINDRIFT_CORE_OFFSETS_H

#include <stdbool.h>
#include <stdint.h>

#include "scanner.h"

typedef struct {
    uint32_t repeats;
    uint32_t failed; /* columns too far from the middle: they keep their old code */
    uint32_t range;
    scanner_t scanner;
    task_t task;
} offsets_t;

/* A task: measures both ranges. */
bool offsets_run(offsets_t *offsets);
void offsets_stop(offsets_t *offsets);

#endif
