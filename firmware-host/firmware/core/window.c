#include "window.h"

#include <stddef.h>

#include "limits.h"

bool window_check(bool there, const spindrift_v1_Window *wanted, window_t *window, refusal_t *refusal) {
    if (!there) return refuse(refusal, STATUS_INVALID_ARGUMENT, "window is missing", NULL);
    if (!check_field(refusal, "tile", wanted->tile, 0, BOARD_TILES - 1) || !check_field(refusal, "rows", wanted->rows, 1, BOARD_ROWS) ||
        !check_field(refusal, "cols", wanted->cols, 1, BOARD_COLS) ||
        !check_field(refusal, "row_first", wanted->row_first, 0, BOARD_ROWS - wanted->rows) ||
        !check_field(refusal, "col_first", wanted->col_first, 0, BOARD_COLS - wanted->cols))
        return false;
    *window = (window_t){.row_first = wanted->row_first, .rows = wanted->rows, .col_first = wanted->col_first, .cols = wanted->cols};
    return true;
}

uint64_t window_columns(const window_t *window) {
    uint64_t all = window->cols >= 64 ? UINT64_MAX : ((uint64_t)1 << window->cols) - 1;
    return all << window->col_first;
}
