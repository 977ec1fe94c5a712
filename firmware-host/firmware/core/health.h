/*
 * Health tests of the raw bits: repetition count and adaptive proportion (NIST SP 800-90B 4.4.1 and 4.4.2) of every cell at once. Each cell is a
 * source of its own; its counters go on when its row comes round again. The counters of cells are bit-sliced: plane k holds bit k of 32 of them.
 * A whole burst is counted at once, by carry-save adders, wherever no run can reach the cutoff within it; a burst in which one can is counted
 * sample by sample. Both give what the standard's definition gives.
 */
#ifndef SPINDRIFT_CORE_HEALTH_H
#define SPINDRIFT_CORE_HEALTH_H

#include <stdbool.h>
#include <stdint.h>

#include "limits.h"

/* Samples of a window of the proportion test for bits. */
#define PROPORTION_WINDOW 1024u
#define RUN_PLANES 9
#define COUNT_PLANES 11

/* Cutoffs, computed elsewhere: the board never computes a binomial. */
typedef struct {
    uint32_t repetition; /* 2 to 511 */
    uint32_t proportion; /* 2 to 1024 */
} health_cutoffs_t;

/* H = 0.5 a bit at a false alarm of 2^-40 a sample. */
extern const health_cutoffs_t health_default_cutoffs;

/* 32 columns of a row. */
typedef struct {
    uint32_t last;                /* of each cell: its last sample */
    uint32_t run[RUN_PLANES];     /* samples that equal it, this one included */
    uint32_t run_over;            /* run has reached the cutoff */
    uint32_t first;               /* first sample of the window */
    uint32_t ones[COUNT_PLANES];  /* ones of the window */
    uint32_t count_over;          /* those that equal the first have reached the cutoff */
} health_cells_t;

typedef struct {
    health_cells_t halves[2];
    uint16_t samples; /* of the window so far; the same for all cells of a row */
    bool begun;
} health_row_t;

typedef struct {
    health_cutoffs_t cutoffs;
    health_row_t rows[BOARD_ROWS];
    uint32_t repetition_failures; /* runs that reached the cutoff */
    uint32_t proportion_failures; /* windows that reached the cutoff */
    uint32_t outcomes, ones;      /* of the last burst; 0 = nothing drawn yet */
    bool failing;                 /* a cell of the last burst stood at or above a cutoff */
} health_t;

/* What a burst showed. */
typedef struct {
    uint32_t outcomes, ones; /* of good cells */
    bool healthy;
} burst_sums_t;

/* False, and nothing changed, when a cutoff is out of its range. */
bool health_init(health_t *health, health_cutoffs_t cutoffs);
/* Takes a burst of one row, two words a shot. `good` = columns whose cells count. */
burst_sums_t health_observe(health_t *health, uint32_t row, const uint32_t *words, uint32_t shots, uint64_t good);
/* Changes from shot to shot of a burst that health_observe has not seen yet, the change from the burst before included. */
uint32_t health_toggles(const health_t *health, uint32_t row, const uint32_t *words, uint32_t shots, uint64_t good);
/* Share of ones in the last burst, parts per million. */
uint32_t health_ones_ppm(const health_t *health);
/* Counters of a cell, for tests: samples of its run, and of its window that equal the first. */
uint32_t health_run(const health_t *health, uint32_t row, uint32_t column);
uint32_t health_count(const health_t *health, uint32_t row, uint32_t column);

#endif
