/*
 * Measures how the array answers to the controller's knobs, lets the controller find the trims at which rows switch half of the time and the array
 * is fair, then measures how well. The levers are those of the settings in force; the coil's trim is kept beyond them.
 */
#include "bit-source.h"
#include "calibrate.h"
#include "drive.h"
#include "front-end.h"
#include "masks.h"

/* Dwells of each row at either side of a knob; the rounds at which levers are known and trims have settled; the last ones measure the result. */
#define LEVER_ROUNDS 4u
#define WIDTH_KNOWN (2 * LEVER_ROUNDS)
#define ROWS_SETTLED (WIDTH_KNOWN + 24u)
#define COIL_KNOWN (ROWS_SETTLED + 2 * LEVER_ROUNDS)
#define ALL_SETTLED (COIL_KNOWN + 24u)
#define ROUNDS (ALL_SETTLED + 16u)
/* How far the knobs are turned to see what they do. */
#define WIDTH_TURN_PS 100
#define COIL_TURN_UT 1000
/* Levers below these have no hold on their quantity: of the switching fraction a ps, of the share of ones a uT (board-sim/board/bias-controller.ts). */
#define LEAST_PER_PS_E7 200
#define LEAST_PER_UT_E7 20
#define PPM 1000000

static struct {
    uint64_t outcomes, ones, toggles;
    uint32_t row_outcomes[BOARD_ROWS], row_toggles[BOARD_ROWS];
} seen;

/* What was counted with a knob turned down. */
static uint64_t low;

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

static void begin_count(void) {
    seen.outcomes = seen.ones = seen.toggles = 0;
    for (uint32_t row = 0; row < BOARD_ROWS; row++) seen.row_outcomes[row] = seen.row_toggles[row] = 0;
}

/*
 * A quarter (the loop's gain) over the lever, TRIM_SHIFT fraction bits: the lever is the difference of two counts out of `outcomes` each, `turn` to
 * either side. 0 where it is too small, or not six standard deviations of its noise.
 */
static int32_t step_of(int64_t difference, uint64_t outcomes, int32_t turn, int64_t least_e7) {
    int64_t count = (int64_t)outcomes, size = difference < 0 ? -difference : difference;
    if (size * 10000000 < least_e7 * 2 * turn * count || 2 * size * size < 36 * count) return 0;
    return (int32_t)round_div((difference < 0 ? -count : count) * turn * (1 << TRIM_SHIFT), 2 * size);
}

/* One round: a dwell of every row. A task. */
static bool dwell_everywhere(int32_t trim_ps, bool trimmed, watch_t watch, bool counted) {
    burst_t *burst = &calibrate.burst;
    bit_sums_t sums;
    TASK_BEGIN(&calibrate.rows);
    for (calibrate.row = 0; calibrate.row < BOARD_ROWS; calibrate.row++) {
        burst->row = calibrate.row;
        burst->columns = UINT64_MAX;
        burst->pulses = 1;
        burst->amplitude_uv = settings.amplitude_uv;
        burst->width_ps = settings.width_ps;
        burst->trim_ps = trimmed ? controller.row_trims_ps[calibrate.row] : trim_ps;
        burst->shots = burst_most(1, settings.amplitude_uv, settings.width_ps);
        TASK_AWAIT(&calibrate.rows, burst_run(burst));
        bit_source_observe(calibrate.row, burst->words, burst->shots, watch, &sums);
        if (counted) take(&sums);
    }
    calibrate.round++;
    if (calibrate.round % (ROUNDS / PROGRESS_FRAMES) == 0) calibrate_progress(calibrate.round, ROUNDS);
    TASK_END(&calibrate.rows);
}

static void set_levers(int32_t width_step, int32_t coil_step) {
    controller_set_gains(&controller, (controller_gains_t){.width_step = width_step, .coil_step = coil_step});
}

/* Turns the widths down and up, and takes their gain from what changes; the coil is left alone meanwhile. A task. */
static bool find_width_lever(void) {
    TASK_BEGIN(&calibrate.levers);
    begin_count();
    while (calibrate.round < LEVER_ROUNDS) TASK_AWAIT(&calibrate.levers, dwell_everywhere(-WIDTH_TURN_PS, false, WATCH_CHANGES, true));
    low = seen.toggles;
    begin_count();
    while (calibrate.round < WIDTH_KNOWN) TASK_AWAIT(&calibrate.levers, dwell_everywhere(WIDTH_TURN_PS, false, WATCH_CHANGES, true));
    set_levers(step_of((int64_t)(seen.toggles - low), seen.outcomes, WIDTH_TURN_PS, LEAST_PER_PS_E7), 0);
    TASK_END(&calibrate.levers);
}

/* The same for the coil, once rows are near one half: how ones answer to the field depends on that. A task. */
static bool find_coil_lever(void) {
    TASK_BEGIN(&calibrate.levers);
    front_trim_coil(controller.coil_trim_ut - COIL_TURN_UT);
    begin_count();
    while (calibrate.round < ROWS_SETTLED + LEVER_ROUNDS) TASK_AWAIT(&calibrate.levers, dwell_everywhere(0, true, WATCH_CHANGES, true));
    low = seen.ones;
    front_trim_coil(controller.coil_trim_ut + COIL_TURN_UT);
    begin_count();
    while (calibrate.round < COIL_KNOWN) TASK_AWAIT(&calibrate.levers, dwell_everywhere(0, true, WATCH_CHANGES, true));
    front_trim_coil(controller.coil_trim_ut);
    set_levers(controller.gains.width_step, step_of((int64_t)(seen.ones - low), seen.outcomes, COIL_TURN_UT, LEAST_PER_UT_E7));
    TASK_END(&calibrate.levers);
}

static void conclude(void) {
    int32_t worst = 0, least = INT16_MAX, most = INT16_MIN;
    for (uint32_t row = 0; row < BOARD_ROWS; row++) {
        int32_t trim_ps = controller.row_trims_ps[row];
        if (trim_ps < least) least = trim_ps;
        if (trim_ps > most) most = trim_ps;
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
    calibrate_value("trim_min", least, WIDTH_STEP_PS, "ps");
    calibrate_value("trim_max", most, WIDTH_STEP_PS, "ps");
}

static bool bias(void) {
    TASK_BEGIN(&calibrate.task);
    TASK_AWAIT(&calibrate.task, find_width_lever());
    while (calibrate.round < ROWS_SETTLED) TASK_AWAIT(&calibrate.task, dwell_everywhere(0, true, WATCH_AND_TRIM, false));
    TASK_AWAIT(&calibrate.task, find_coil_lever());
    while (calibrate.round < ALL_SETTLED) TASK_AWAIT(&calibrate.task, dwell_everywhere(0, true, WATCH_AND_TRIM, false));
    begin_count();
    while (calibrate.round < ROUNDS) TASK_AWAIT(&calibrate.task, dwell_everywhere(0, true, WATCH_CHANGES, true));
    burst_leave();
    controller_forget(&controller);
    conclude();
    TASK_END(&calibrate.task);
}

const routine_t calibrate_bias = {.run = bias};
