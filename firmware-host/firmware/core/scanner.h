/* Reads all columns with the converters: codes rise with the current, summed over repeated scans. */
#ifndef SPINDRIFT_CORE_SCANNER_H
#define SPINDRIFT_CORE_SCANNER_H

#include <stdbool.h>
#include <stdint.h>

#include "scan.h"
#include "task.h"

#define CODE_MAX 4095u

typedef struct {
    /* What is asked for. */
    uint64_t rows;    /* that carry the read voltage */
    uint64_t columns; /* that are connected */
    uint32_t range, repeats;
    /* What came of it. */
    uint32_t sums[BOARD_COLS];    /* of codes above zero, not above the offset */
    uint32_t clipped[BOARD_COLS]; /* conversions at either end */
    bool slipped;                 /* a reply named another channel than asked, twice in a row */
    /* Within. */
    uint32_t done, slips;
    uint32_t words[SCAN_WORDS];
    task_t task;
} scanner_t;

/* A task. Rows and columns stay connected. */
bool scanner_run(scanner_t *scanner);
void scanner_stop(scanner_t *scanner);

#endif
