#include "multiplier.h"

#include <stddef.h>
#include <string.h>

#include "bytes.h"
#include "calibration.h"
#include "counters.h"
#include "front-end.h"
#include "limits.h"
#include "refusal.h"

/* Results fit 16 bits without a shift up to so many input bits. */
#define UNSHIFTED_BITS 4u
/* Settling and one scan (board reference, 4.3). */
#define SETTLE_NS 1100u
#define SCAN_NS 20304u

bool multiplier_check(bool there, const spindrift_v1_MultiplyPlan *plan, multiplier_t *multiplier, refusal_t *refusal) {
    if (!there) return refuse(refusal, STATUS_INVALID_ARGUMENT, "plan is missing", NULL);
    memset(multiplier, 0, sizeof *multiplier);
    uint32_t repeats = plan->repeats == 0 ? 1 : plan->repeats;
    if (!window_check(plan->has_window, &plan->window, &multiplier->window, refusal) ||
        !check_field(refusal, "input_bits", plan->input_bits, 1, MAX_INPUT_BITS))
        return false;
    if (plan->column_mode > spindrift_v1_ColumnMode_COLUMN_MODE_DIFFERENTIAL)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "column_mode: unknown value", NULL);
    if (plan->adc_range > spindrift_v1_AdcRange_ADC_RANGE_CELL)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "adc_range: unknown value", NULL);
    multiplier->differential = plan->column_mode == spindrift_v1_ColumnMode_COLUMN_MODE_DIFFERENTIAL;
    if (multiplier->differential && multiplier->window.cols % 2 != 0)
        return refuse(refusal, STATUS_INVALID_ARGUMENT, "cols: differential columns come in pairs", NULL);
    if (!check_field(refusal, "repeats", repeats, 1, MAX_REPEATS)) return false;
    multiplier->input_bits = plan->input_bits;
    multiplier->repeats = repeats;
    multiplier->range = plan->adc_range == spindrift_v1_AdcRange_ADC_RANGE_CELL ? RANGE_CELL : RANGE_MAC;
    multiplier->outputs = multiplier->differential ? multiplier->window.cols / 2 : multiplier->window.cols;
    multiplier->shift = plan->input_bits > UNSHIFTED_BITS ? plan->input_bits - UNSHIFTED_BITS : 0;
    return true;
}

uint32_t multiplier_vector_ns(const multiplier_t *multiplier) {
    return multiplier->input_bits * (SETTLE_NS + multiplier->repeats * SCAN_NS);
}

bool multiplier_accepts(const multiplier_t *multiplier, const uint8_t *inputs, uint32_t vectors) {
    uint32_t bits = 0;
    for (uint32_t k = 0; k < vectors * multiplier->window.rows; k++) bits |= inputs[k];
    return bits >> multiplier->input_bits == 0;
}

/* Which rows each plane drives: 32 rows at a time, in words that the processor has. */
static void slice(multiplier_t *multiplier) {
    uint32_t halves[2][MAX_INPUT_BITS] = {{0}};
    for (uint32_t k = 0; k < multiplier->window.rows; k++) {
        uint32_t row = multiplier->window.row_first + k, bit = 1u << (row & 31), *half = halves[row >> 5];
        for (uint32_t value = multiplier->inputs[k]; value != 0; value >>= 1, half++)
            if ((value & 1) != 0) *half |= bit;
    }
    for (uint32_t plane = 0; plane < MAX_INPUT_BITS; plane++)
        multiplier->planes[plane] = halves[0][plane] | (uint64_t)halves[1][plane] << 32;
}

static void add_plane(multiplier_t *multiplier) {
    const scanner_t *scanner = &multiplier->scanner;
    for (uint32_t k = 0; k < multiplier->window.cols; k++) {
        uint32_t column = multiplier->window.col_first + k;
        uint32_t sum = scanner->sums[column], mean = multiplier->repeats == 1 ? sum : (sum + multiplier->repeats / 2) / multiplier->repeats;
        multiplier->sums[k] += (int32_t)((mean - calibration.offset_code[multiplier->range][column]) << multiplier->plane);
        multiplier->clipped += scanner->clipped[column];
    }
    counters.planes++;
}

static void deliver(multiplier_t *multiplier) {
    for (uint32_t k = 0; k < multiplier->outputs; k++) {
        int32_t sum = multiplier->differential ? multiplier->sums[2 * k] - multiplier->sums[2 * k + 1] : multiplier->sums[k];
        int32_t shifted = sum >> multiplier->shift;
        int32_t kept = shifted > INT16_MAX ? INT16_MAX : shifted < INT16_MIN ? INT16_MIN : shifted;
        if (kept != shifted) multiplier->clipped++;
        write_u16(multiplier->out + 2 * k, (uint16_t)kept);
    }
    counters.mvms++;
    counters.clipped += multiplier->clipped;
}

bool multiplier_run(multiplier_t *multiplier) {
    scanner_t *scanner = &multiplier->scanner;
    TASK_BEGIN(&multiplier->task);
    slice(multiplier);
    memset(multiplier->sums, 0, sizeof multiplier->sums);
    multiplier->clipped = 0;
    multiplier->failed = false;
    for (multiplier->plane = 0; multiplier->plane < multiplier->input_bits; multiplier->plane++) {
        if (multiplier->planes[multiplier->plane] == 0) continue;
        scanner->rows = multiplier->planes[multiplier->plane];
        scanner->columns = window_columns(&multiplier->window);
        scanner->range = multiplier->range;
        scanner->repeats = multiplier->repeats;
        TASK_AWAIT(&multiplier->task, scanner_run(scanner));
        if (scanner->slipped) multiplier->failed = true;
        add_plane(multiplier);
    }
    deliver(multiplier);
    TASK_END(&multiplier->task);
}

void multiplier_stop(multiplier_t *multiplier) {
    scanner_stop(&multiplier->scanner);
    multiplier->task.line = 0;
}
