/* What watches the raw bits: the health tests and the controller; both go on from stream to stream. */
#ifndef SPINDRIFT_CORE_BIT_SOURCE_H
#define SPINDRIFT_CORE_BIT_SOURCE_H

#include "bias-controller.h"
#include "health.h"

extern health_t health;
extern controller_t controller;

void bit_source_start(void);
/* The controller's knobs go to the front end. */
void bit_source_retune(void);
/* What is done with a burst besides the health tests. */
typedef enum { WATCH_HEALTH, WATCH_CHANGES, WATCH_AND_TRIM } watch_t;

typedef struct {
    burst_sums_t burst;
    uint32_t toggles; /* 0 unless changes are watched */
} bit_sums_t;

/* Takes note of a burst of all columns; returns whether it was healthy. */
bool bit_source_observe(uint32_t row, const uint32_t *words, uint32_t shots, watch_t watch, bit_sums_t *sums);

#endif
