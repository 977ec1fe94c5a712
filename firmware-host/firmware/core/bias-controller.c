#include "bias-controller.h"

#include <string.h>

#include "drive.h"

#define ONE (1 << TRIM_SHIFT)

void controller_forget(controller_t *controller) {
    memset(controller->row_outcomes, 0, sizeof controller->row_outcomes);
    memset(controller->row_toggles, 0, sizeof controller->row_toggles);
    controller->outcomes = controller->ones = 0;
}

void controller_retune(controller_t *controller, controller_gains_t gains) {
    controller->gains = gains;
    memset(controller->row_trims_ps, 0, sizeof controller->row_trims_ps);
    memset(controller->wanted, 0, sizeof controller->wanted);
    memset(controller->row_at_end, 0, sizeof controller->row_at_end);
    controller->rows_at_end = 0;
    controller_forget(controller);
}

void controller_set_gains(controller_t *controller, controller_gains_t gains) {
    controller->gains = gains;
    controller_forget(controller);
}

void controller_preset_coil(controller_t *controller, int32_t trim_ut) {
    if (trim_ut > COIL_TRIM_LIMIT_UT) trim_ut = COIL_TRIM_LIMIT_UT;
    if (trim_ut < -COIL_TRIM_LIMIT_UT) trim_ut = -COIL_TRIM_LIMIT_UT;
    controller->coil_trim_ut = trim_ut;
    controller->coil_wanted = trim_ut * ONE;
}

/* What a knob is to be after its quantity was seen at count / outcomes instead of one half; clamped, and whether it was. */
static bool correct(int32_t *wanted, uint32_t count, uint32_t outcomes, int32_t step, int32_t limit) {
    int64_t twice = 2 * (int64_t)count - outcomes;
    int64_t change = round_div(twice * step, 2 * (int64_t)outcomes);
    int64_t next = *wanted - change;
    int64_t kept = next > limit ? limit : next < -limit ? -limit : next;
    *wanted = (int32_t)kept;
    return kept != next;
}

static bool correct_row(controller_t *controller, uint32_t row) {
    uint32_t toggles = controller->row_toggles[row], outcomes = controller->row_outcomes[row];
    controller->row_outcomes[row] = controller->row_toggles[row] = 0;
    int32_t step = controller->gains.width_step;
    if (step == 0) return false;
    bool at_end = correct(&controller->wanted[row], toggles, outcomes, step, ROW_TRIM_LIMIT_PS * ONE);
    int64_t steps = round_div(controller->wanted[row], (int64_t)WIDTH_STEP_PS * ONE);
    controller->row_trims_ps[row] = (int16_t)(steps * WIDTH_STEP_PS);
    bool reached = at_end && !controller->row_at_end[row];
    controller->rows_at_end += (uint32_t)at_end - (uint32_t)controller->row_at_end[row];
    controller->row_at_end[row] = at_end;
    return reached;
}

static bool correct_coil(controller_t *controller) {
    uint32_t ones = controller->ones, outcomes = controller->outcomes;
    controller->outcomes = controller->ones = 0;
    int32_t step = controller->gains.coil_step;
    if (step == 0) return false;
    bool at_end = correct(&controller->coil_wanted, ones, outcomes, step, COIL_TRIM_LIMIT_UT * ONE);
    controller->coil_trim_ut = (int32_t)round_div(controller->coil_wanted, ONE);
    bool reached = at_end && !controller->coil_at_end;
    controller->coil_at_end = at_end;
    return reached;
}

uint32_t controller_observe(controller_t *controller, uint32_t row, uint32_t outcomes, uint32_t toggles, uint32_t ones, trim_end_t reached[2]) {
    uint32_t count = 0;
    controller->row_outcomes[row] += outcomes;
    controller->row_toggles[row] += toggles;
    if (controller->row_outcomes[row] >= ROW_WINDOW && correct_row(controller, row))
        reached[count++] = (trim_end_t){.row = row, .value = controller->row_trims_ps[row]};
    controller->outcomes += outcomes;
    controller->ones += ones;
    if (controller->outcomes >= COIL_WINDOW && correct_coil(controller))
        reached[count++] = (trim_end_t){.coil = true, .value = controller->coil_trim_ut};
    return count;
}

bool controller_at_end(const controller_t *controller) {
    return controller->coil_at_end || controller->rows_at_end > 0;
}
