/*
 * Holds each row's switching fraction near one half by its pulse width, and the share of ones of the whole array by the coil. Integral action on
 * blocks of outcomes; a trim at its end stays there (no wind-up) and says so. The law of board-sim/board/bias-controller.ts, in integers.
 */
#ifndef SPINDRIFT_CORE_BIAS_CONTROLLER_H
#define SPINDRIFT_CORE_BIAS_CONTROLLER_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"

#define ROW_WINDOW 16384u
#define COIL_WINDOW 262144u
#define ROW_TRIM_LIMIT_PS 400
#define COIL_TRIM_LIMIT_UT 3000
/* Fraction bits of the wanted trims. */
#define TRIM_SHIFT 12

/*
 * A quarter of a knob's change for a whole unit of its quantity (gain 0.25 over the slope), ps and µT, TRIM_SHIFT fraction bits; 0 = the slope is
 * too small, the knob is left alone. The sign is that of the slope.
 */
typedef struct {
    int32_t width_step;
    int32_t coil_step;
} controller_gains_t;

typedef struct {
    bool coil;
    uint32_t row;  /* 0 for the coil */
    int32_t value; /* ps or µT */
} trim_end_t;

typedef struct {
    int16_t row_trims_ps[BOARD_ROWS];
    int32_t coil_trim_ut;
    bool row_at_end[BOARD_ROWS];
    uint32_t rows_at_end;
    bool coil_at_end;
    controller_gains_t gains;
    int32_t wanted[BOARD_ROWS];
    int32_t coil_wanted;
    uint32_t row_outcomes[BOARD_ROWS], row_toggles[BOARD_ROWS];
    uint32_t outcomes, ones;
} controller_t;

/* New drive settings: width trims of another drive are worth nothing; the coil's compensate the same stray field. */
void controller_retune(controller_t *controller, controller_gains_t gains);
/* The same drive, its levers known better: trims stay. */
void controller_set_gains(controller_t *controller, controller_gains_t gains);
/* Puts the coil at a stored trim. */
void controller_preset_coil(controller_t *controller, int32_t trim_ut);
/* Drops windows begun. */
void controller_forget(controller_t *controller);
/* Takes note of a burst. Returns how many knobs reached their end just now; the list has room for two. */
uint32_t controller_observe(controller_t *controller, uint32_t row, uint32_t outcomes, uint32_t toggles, uint32_t ones, trim_end_t reached[2]);
bool controller_at_end(const controller_t *controller);

#endif
