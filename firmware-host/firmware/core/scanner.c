#include "scanner.h"

#include <string.h>

#include "counters.h"
#include "front-end.h"
#include "port.h"

/* A scan that slipped is done again, so often. */
#define SLIPS 2u

static void add(scanner_t *scanner) {
    uint16_t codes[BOARD_COLS];
    if (!scan_read(scanner->words, codes)) {
        scanner->slips++;
        return;
    }
    scanner->slips = 0;
    scanner->done++;
    counters.adc_conversions += BOARD_COLS;
    for (uint32_t column = 0; column < BOARD_COLS; column++) {
        uint32_t code = codes[column];
        if (code == 0 || code == CODE_MAX) scanner->clipped[column]++;
        /* The amplifiers invert: the more current, the lower their output. */
        scanner->sums[column] += CODE_MAX - code;
    }
}

bool scanner_run(scanner_t *scanner) {
    TASK_BEGIN(&scanner->task);
    TASK_AWAIT(&scanner->task, front_settled());
    front_columns(scanner->columns, scanner->range);
    /* The first conversion is the third frame's: amplifiers have twice their settling time by then. */
    front_rows(scanner->rows);
    memset(scanner->sums, 0, sizeof scanner->sums);
    memset(scanner->clipped, 0, sizeof scanner->clipped);
    scanner->slips = 0;
    for (scanner->done = 0; scanner->done < scanner->repeats && scanner->slips < SLIPS;) {
        port_scan_start(scanner->words, SCAN_FRAMES);
        TASK_AWAIT(&scanner->task, port_scan_done());
        add(scanner);
    }
    scanner->slipped = scanner->slips >= SLIPS;
    TASK_END(&scanner->task);
}

void scanner_stop(scanner_t *scanner) {
    if (scanner->task.line != 0) port_shots_stop();
    scanner->task.line = 0;
    front_rows(0);
}
