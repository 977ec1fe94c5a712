/* Lets the controller find the trims at which the array is fair, then measures how well. The coil's trim is kept. */
#include "bit-source.h"
#include "calibrate.h"
#include "drive.h"
#include "front-end.h"
#include "masks.h"

/* Dwells of each row while the controller settles, and while its result is measured. */
#define SETTLE_ROUNDS 48u
#define MEASURE_ROUNDS 16u
#define ROUNDS (SETTLE_ROUNDS + MEASURE_ROUNDS)
#define PPM 1000000

static struct {
    uint64_t outcomes, ones, toggles;
    uint32_t row_outcomes[BOARD_ROWS], row_toggles[BOARD_ROWS];
} seen;

/* Half of the inverse square root, in parts per million: the uncertainty of a share near one half. */
static uint32_t sigma_ppm(uint64_t count) {
    uint64_t root = 1;
    while (root * root < count) root++;
    return (uint32_t)(PPM / 2 / root);
}

static int32_t ppm(uint64_t part, uint64_t whole) {
    return (int32_t)round_div((int64_t)part * PPM, (int64_t)whole);
}

static void take(const bit_sums_t *sums) {
    seen.outcomes += sums->burst.outcomes;
    seen.ones += sums->burst.ones;
    seen.toggles += sums->toggles;
    seen.row_outcomes[calibrate.row] += sums->burst.outcomes;
    seen.row_toggles[calibrate.row] += sums->toggles;
}

static void conclude(void) {
    int32_t worst = 0;
    for (uint32_t row = 0; row < BOARD_ROWS; row++) {
        int32_t off = ppm(seen.row_toggles[row], seen.row_outcomes[row]) - PPM / 2;
        if (off < 0) off = -off;
        if (off > worst) worst = off;
    }
    calibration.coil_trim_ut = controller.coil_trim_ut;
    calibrate.failed = controller_at_end(&controller) ? 1 : 0;
    calibrate_value("coil_trim", controller.coil_trim_ut, 10, "uT");
    calibrate_value("ones", ppm(seen.ones, seen.outcomes), sigma_ppm(seen.outcomes), "ppm");
    calibrate_value("switching", ppm(seen.toggles, seen.outcomes), sigma_ppm(seen.outcomes), "ppm");
    calibrate_value("worst_row", worst, sigma_ppm(seen.outcomes / BOARD_ROWS), "ppm");
}

static bool bias(void) {
    burst_t *burst = &calibrate.burst;
    bit_sums_t sums;
    TASK_BEGIN(&calibrate.task);
    seen.outcomes = seen.ones = seen.toggles = 0;
    for (uint32_t row = 0; row < BOARD_ROWS; row++) seen.row_outcomes[row] = seen.row_toggles[row] = 0;
    controller_forget(&controller);
    for (calibrate.round = 0; calibrate.round < ROUNDS; calibrate.round++) {
        for (calibrate.row = 0; calibrate.row < BOARD_ROWS; calibrate.row++) {
            burst->row = calibrate.row;
            burst->columns = UINT64_MAX;
            burst->pulses = 1;
            burst->amplitude_uv = settings.amplitude_uv;
            burst->width_ps = settings.width_ps;
            burst->trim_ps = controller.row_trims_ps[calibrate.row];
            burst->shots = burst_most(1, settings.amplitude_uv, settings.width_ps);
            TASK_AWAIT(&calibrate.task, burst_run(burst));
            watch_t watch = calibrate.round < SETTLE_ROUNDS ? WATCH_AND_TRIM : WATCH_CHANGES;
            bit_source_observe(calibrate.row, burst->words, burst->shots, watch, &sums);
            if (calibrate.round >= SETTLE_ROUNDS) take(&sums);
        }
        if ((calibrate.round + 1) % (ROUNDS / PROGRESS_FRAMES) == 0) calibrate_progress(calibrate.round + 1, ROUNDS);
    }
    burst_leave();
    controller_forget(&controller);
    conclude();
    TASK_END(&calibrate.task);
}

const routine_t calibrate_bias = {.run = bias};
