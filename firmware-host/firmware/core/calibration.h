/* What calibration has found and the board works with. */
#ifndef SPINDRIFT_CORE_CALIBRATION_H
#define SPINDRIFT_CORE_CALIBRATION_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"

enum { RANGE_MAC = 0, RANGE_CELL = 1, RANGES = 2 };

typedef struct {
    uint32_t generation;   /* counts up with every change; part of the tokens */
    int32_t coil_trim_ut;  /* field that makes the array fair */
    int32_t threshold_uv;  /* between the two read levels at a read voltage of 0.1 V, above the virtual ground in the 100 kOhm range */
    bool offsets_known;    /* offset_code was measured since boot */
    uint16_t offset_code[RANGES][BOARD_COLS]; /* of each column's converter without current */
} calibration_t;

extern calibration_t calibration;

void calibration_start(void);
/* Token of the calibration in force, never 0. */
uint32_t calibration_token(void);
/* Something was calibrated anew: both tokens change. */
void calibration_changed(void);

#endif
