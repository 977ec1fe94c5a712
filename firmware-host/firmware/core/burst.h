/* Shots on one row: lines, delays, the pulse program, and the rest that the row's duty asks for. */
#ifndef SPINDRIFT_CORE_BURST_H
#define SPINDRIFT_CORE_BURST_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"
#include "task.h"

typedef struct {
    /* What is asked for. */
    uint32_t row;
    uint64_t columns;
    uint32_t shots;  /* 1 to burst_most */
    uint32_t pulses; /* of a shot; only the outcome after the last is kept */
    int32_t amplitude_uv;
    uint32_t width_ps;
    int32_t trim_ps;
    uint32_t *into; /* where the words go; NULL = to `own` */
    /* What came of it: two words a shot, bit c = column c. */
    uint32_t *words;
    uint32_t own[2 * DWELL_SHOTS];
    task_t task;
} burst_t;

void burst_start(void);
/* Most shots of one burst with so many pulses of such a width. */
uint32_t burst_most(uint32_t pulses, int32_t amplitude_uv, uint32_t width_ps);
/* A task. The row stays connected until the next burst, or burst_leave. */
bool burst_run(burst_t *burst);
/* Disconnects every row: nothing is stressed while nothing is read. */
void burst_leave(void);
/* Stops what is under way; the words are worth nothing then. */
void burst_stop(burst_t *burst);
/* A shot of the last burst. */
uint64_t burst_shot(const burst_t *burst, uint32_t shot);

#endif
