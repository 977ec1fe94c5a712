/* What the calibration routines share: one runs at a time. */
#ifndef SPINDRIFT_CORE_CALIBRATE_H
#define SPINDRIFT_CORE_CALIBRATE_H

#include <stdbool.h>
#include <stdint.h>

#include "burst.h"
#include "calibration.h"
#include "call.h"
#include "offsets.h"
#include "scanner.h"

#define CALIBRATION_VALUES 8u
/* Progress frames of a routine at most. */
#define PROGRESS_FRAMES 16u

typedef struct {
    /* A task; what it finds goes to calibrate_value. */
    bool (*run)(void);
} routine_t;

typedef struct {
    call_t *call;
    const routine_t *routine;
    spindrift_v1_CalibrationValue values[CALIBRATION_VALUES];
    uint32_t count, failed;
    bool saving; /* the routine is done, what it found is on its way into the memory */
    task_t task, levers, rows;
    uint32_t round, row;
    offsets_t offsets;
    scanner_t scanner;
    burst_t burst;
} calibrate_t;

extern calibrate_t calibrate;
extern const routine_t calibrate_offsets, calibrate_reference, calibrate_bias;

void calibrate_progress(uint32_t done, uint32_t total);
void calibrate_value(const char *name, int32_t value, uint32_t sigma, const char *unit);

#endif
