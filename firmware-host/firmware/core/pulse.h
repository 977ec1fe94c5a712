/* From a drive to what the pulse program, the delay lines and the duty limit want. */
#ifndef SPINDRIFT_CORE_PULSE_H
#define SPINDRIFT_CORE_PULSE_H

#include <stdbool.h>
#include <stdint.h>

#include "drive.h"

typedef struct {
    uint32_t cycles_n;         /* cycles between the edges: 0 and 1 have words of their own in the program */
    uint32_t ticket;           /* [15:0] max(0, n - 2), [23:16] relax, [31:24] settle */
    uint16_t code_a, code_b;   /* delay lines */
    uint32_t shot_cycles;      /* of 8 ns, the whole shot */
    uint32_t shots_per_burst;  /* at most DWELL_SHOTS; long pulses fewer, so that a row's duty stays below a tenth */
    uint32_t rest_ns_per_shot; /* shortest time from burst to burst on one row, for each shot of the first */
} pulse_t;

/* Corrections of the delay lines: skew w0, ps, and both tables of non-linearity, 1024 entries of 0.25 ps each; NULL = none. */
typedef struct {
    int32_t skew_ps;
    const int8_t *inl_a;
    const int8_t *inl_b;
} delay_correction_t;

/* Amplitude 0, and one that no width allows, make a shot without a pulse. trim_ps is added to the width, as far as the staircase goes. */
pulse_t pulse_plan(const drive_t *drive, int32_t trim_ps, const delay_correction_t *correction);
/* Time of one shot with its pulses, the duty limit included, ns. */
uint32_t pulse_shot_ns(const pulse_t *pulse, uint32_t pulses);

#endif
