#include "offsets.h"

#include "calibration.h"

#define MIDDLE 2048
/* A column further from the middle is not off, it is broken. */
#define FARTHEST 256

static void keep(offsets_t *offsets) {
    for (uint32_t column = 0; column < BOARD_COLS; column++) {
        uint32_t code = (offsets->scanner.sums[column] + offsets->repeats / 2) / offsets->repeats;
        if (code + FARTHEST < MIDDLE || code > MIDDLE + FARTHEST)
            offsets->failed++;
        else
            calibration.offset_code[offsets->range][column] = (uint16_t)code;
    }
}

bool offsets_run(offsets_t *offsets) {
    TASK_BEGIN(&offsets->task);
    offsets->failed = 0;
    for (offsets->range = 0; offsets->range < RANGES; offsets->range++) {
        offsets->scanner.rows = 0;
        offsets->scanner.columns = UINT64_MAX;
        offsets->scanner.range = offsets->range;
        offsets->scanner.repeats = offsets->repeats;
        TASK_AWAIT(&offsets->task, scanner_run(&offsets->scanner));
        if (offsets->scanner.slipped)
            offsets->failed = BOARD_COLS;
        else
            keep(offsets);
    }
    calibration.offsets_known = true;
    TASK_END(&offsets->task);
}

void offsets_stop(offsets_t *offsets) {
    scanner_stop(&offsets->scanner);
    offsets->task.line = 0;
}
