/*
 * Brings the cells of a row to wanted states: reads them, gives those that are wrong a pulse that turns a cell, reads again. Half a turn about
 * the in-plane field at vanished anisotropy: the pulse toggles, so that only wrong cells may get it.
 */
#ifndef SPINDRIFT_CORE_CELL_WRITER_H
#define SPINDRIFT_CORE_CELL_WRITER_H

#include <stdbool.h>
#include <stdint.h>

#include "burst.h"
#include "refusal.h"
#include "task.h"

/* The pulse that programs cells, a factory setting (board-sim/board/tile-writer.ts has the same). */
#define WRITE_AMPLITUDE_UV 1450000
#define WRITE_WIDTH_PS 1180

typedef struct {
    /* What is asked for. */
    uint32_t row;
    uint64_t columns, wanted;
    uint32_t passes; /* of writing */
    bool one_by_one; /* a pulse for each cell, instead of one for all wrong cells of the row */
    bool programs;   /* pulses are booked as writes */
    bool verify;     /* read back after the last pass too */
    /* What came of it. */
    uint64_t wrong;
    uint32_t attempts;
    /* Within. */
    uint32_t pass;
    uint64_t left;
    burst_t burst;
    task_t task;
} cell_writer_t;

/* False, with a refusal, where the limits in force do not allow the pulse. */
bool cell_writer_allowed(const char *verb, refusal_t *refusal);
/* A task. */
bool cell_writer_run(cell_writer_t *writer);
void cell_writer_stop(cell_writer_t *writer);

#endif
