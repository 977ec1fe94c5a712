/* What calibration has found and the board works with: out of the calibration memory, or out of the routines. */
#ifndef SPINDRIFT_CORE_CALIBRATION_H
#define SPINDRIFT_CORE_CALIBRATION_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"
#include "pulse.h"

enum { RANGE_MAC = 0, RANGE_CELL = 1, RANGES = 2 };

typedef struct {
    uint32_t generation;   /* counts up with every change; 0 = uncalibrated; part of the tokens */
    int32_t coil_trim_ut;  /* field that makes the array fair */
    int32_t threshold_uv;  /* between the two read levels at a read voltage of 0.1 V, above the virtual ground in the 100 kOhm range */
    bool offsets_known;    /* offset_code was measured, now or once */
    uint16_t offset_code[RANGES][BOARD_COLS]; /* of each column's converter without current */
} calibration_t;

extern calibration_t calibration;

/* Uncalibrated. */
void calibration_start(void);
/* Puts in force what the store holds: limits, trims, settings that are within the limits. Nobody may be using the array. */
void calibration_restore(void);
/* Token of the calibration in force; 0 = uncalibrated. */
uint32_t calibration_token(void);
/* Fills the store's draft with what is in force, and seals it. */
void calibration_draft(void);
/* The draft has what is in force, and gives it its generation: both tokens change. */
void calibration_changed(void);
/* What is known of the delay lines; NULL = nothing. */
const delay_correction_t *calibration_delays(void);

#endif
