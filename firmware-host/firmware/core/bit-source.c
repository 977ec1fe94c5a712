#include "bit-source.h"

#include "calibration.h"
#include "events.h"
#include "front-end.h"
#include "text.h"

/*
 * A quarter (the loop's gain) of the microteslas that move the share of ones by a whole unit, TRIM_SHIFT fraction bits: the slope is -4.748e-5 a
 * microtesla for a nominal cell at the settings after boot (board-sim/board/control-slopes.ts). A choice until a board's own slope is measured.
 */
#define COIL_STEP ((-5265 * (1 << TRIM_SHIFT)))

health_t health;
controller_t controller;

void bit_source_start(void) {
    health_init(&health, health_default_cutoffs);
    controller = (controller_t){0};
    bit_source_retune();
    controller_preset_coil(&controller, calibration.coil_trim_ut);
    front_trim_coil(controller.coil_trim_ut);
}

void bit_source_retune(void) {
    /* What a picosecond does is next to nothing at the settings after boot, and not known at others until it is measured (calibrate-bias.c). */
    controller_retune(&controller, (controller_gains_t){.width_step = 0, .coil_step = COIL_STEP});
}

static void report(const trim_end_t *end) {
    char line[48];
    text_t text = text_begin(line, sizeof line);
    text_add(&text, end->coil ? "coil trim at its end, uT: " : "width trim at its end, ps: ");
    text_add_int(&text, end->value);
    log_write(spindrift_v1_Severity_SEVERITY_WARNING, "controller", line);
    event_fault(spindrift_v1_FaultCode_FAULT_CODE_HEALTH, spindrift_v1_Severity_SEVERITY_WARNING, "controller", end->value, end->value);
}

bool bit_source_observe(uint32_t row, const uint32_t *words, uint32_t shots, watch_t watch, bit_sums_t *sums) {
    /* Only who looks at changes pays for counting them. */
    sums->toggles = watch == WATCH_HEALTH ? 0 : health_toggles(&health, row, words, shots, UINT64_MAX);
    sums->burst = health_observe(&health, row, words, shots, UINT64_MAX);
    if (watch == WATCH_AND_TRIM) {
        trim_end_t ends[2];
        uint32_t count = controller_observe(&controller, row, sums->burst.outcomes, sums->toggles, sums->burst.ones, ends);
        for (uint32_t k = 0; k < count; k++) report(&ends[k]);
        front_trim_coil(controller.coil_trim_ut);
    }
    return sums->burst.healthy && !controller_at_end(&controller);
}
