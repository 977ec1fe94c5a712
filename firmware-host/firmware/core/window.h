/* A rectangle of cells, checked against the array. */
#ifndef SPINDRIFT_CORE_WINDOW_H
#define SPINDRIFT_CORE_WINDOW_H

#include <stdbool.h>
#include <stdint.h>

#include "refusal.h"
#include "spindrift/v1/tile.pb.h"

typedef struct {
    uint32_t row_first, rows, col_first, cols;
} window_t;

bool window_check(bool there, const spindrift_v1_Window *wanted, window_t *window, refusal_t *refusal);
/* The columns of the window. */
uint64_t window_columns(const window_t *window);

#endif
