/* The routines that read: offset codes of the converters, and the comparators' threshold between the two states. */
#include "calibrate.h"

#include <string.h>

#include "drive.h"
#include "front-end.h"
#include "masks.h"

#define OFFSET_CONVERSIONS 256u
#define MAP_AVERAGES 4u
/* Codes above the offset: a histogram of what cells show. A cell below LEAST_CODE is open. */
#define LEAST_CODE 8u
#define BINS 1024u
#define LEAST_GROUP 16u
/* Read voltage at which the threshold is kept, and the converters' step, nV. */
#define THRESHOLD_READ_UV 100000
#define CODE_NV 610352

static bool offsets(void) {
    calibrate.offsets.repeats = OFFSET_CONVERSIONS;
    if (!offsets_run(&calibrate.offsets)) return false;
    calibrate.failed = calibrate.offsets.failed;
    uint32_t low = UINT32_MAX, high = 0, sum = 0;
    for (uint32_t column = 0; column < BOARD_COLS; column++) {
        uint32_t code = calibration.offset_code[RANGE_MAC][column];
        sum += code;
        if (code < low) low = code;
        if (code > high) high = code;
    }
    calibrate_value("offset_mean", (int32_t)(sum / BOARD_COLS), 1, "code");
    calibrate_value("offset_min", (int32_t)low, 1, "code");
    calibrate_value("offset_max", (int32_t)high, 1, "code");
    return true;
}

const routine_t calibrate_offsets = {.run = offsets};

static uint16_t histogram[BINS];
static uint32_t cells;

static void take_row(void) {
    for (uint32_t column = 0; column < BOARD_COLS; column++) {
        uint32_t mean = (calibrate.scanner.sums[column] + MAP_AVERAGES / 2) / MAP_AVERAGES;
        uint32_t offset = calibration.offset_code[RANGE_CELL][column];
        if (mean < offset + LEAST_CODE) continue;
        uint32_t code = mean - offset < BINS ? mean - offset : BINS - 1;
        histogram[code]++;
        cells++;
    }
}

/* The code below which so many cells lie. */
static uint32_t quantile(uint32_t rank) {
    uint32_t seen = 0;
    for (uint32_t code = 0; code < BINS; code++)
        if ((seen += histogram[code]) > rank) return code;
    return BINS - 1;
}

/* Mean of a group in uV at the read voltage of the calibration, and how many it has. */
static int32_t level(uint32_t from, uint32_t to, uint32_t *count) {
    uint64_t sum = 0;
    *count = 0;
    for (uint32_t code = from; code < to; code++) {
        sum += (uint64_t)code * histogram[code];
        *count += histogram[code];
    }
    return *count == 0 ? 0 : (int32_t)round_div((int64_t)(sum * CODE_NV / *count) * THRESHOLD_READ_UV / settings.read_uv, 1000);
}

static void conclude(void) {
    uint32_t cut = (quantile(cells / 50) + quantile(cells - cells / 50)) / 2;
    uint32_t high, low;
    int32_t antiparallel = level(0, cut, &high), parallel = level(cut, BINS, &low);
    if (high < LEAST_GROUP || low < LEAST_GROUP) {
        calibrate.failed = 1;
        return;
    }
    calibration.threshold_uv = (antiparallel + parallel) / 2;
    calibrate_value("level_ap", antiparallel, CODE_NV / 1000, "uV");
    calibrate_value("level_p", parallel, CODE_NV / 1000, "uV");
    calibrate_value("threshold", calibration.threshold_uv, CODE_NV / 1000, "uV");
    front_set_drive(&settings);
}

static bool reference(void) {
    scanner_t *scanner = &calibrate.scanner;
    TASK_BEGIN(&calibrate.task);
    memset(histogram, 0, sizeof histogram);
    cells = 0;
    for (calibrate.row = 0; calibrate.row < BOARD_ROWS; calibrate.row++) {
        scanner->rows = (uint64_t)1 << calibrate.row;
        scanner->columns = UINT64_MAX;
        scanner->range = RANGE_CELL;
        scanner->repeats = MAP_AVERAGES;
        TASK_AWAIT(&calibrate.task, scanner_run(scanner));
        if (scanner->slipped) calibrate.failed = 1;
        take_row();
        if ((calibrate.row + 1) % (BOARD_ROWS / PROGRESS_FRAMES) == 0) calibrate_progress(calibrate.row + 1, BOARD_ROWS);
    }
    front_rows(0);
    conclude();
    TASK_END(&calibrate.task);
}

const routine_t calibrate_reference = {.run = reference};
