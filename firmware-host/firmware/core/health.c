#include "health.h"

#include <string.h>

#include "drive.h"
#include "masks.h"

const health_cutoffs_t health_default_cutoffs = {.repetition = 81, .proportion = 824};

bool health_init(health_t *health, health_cutoffs_t cutoffs) {
    if (cutoffs.repetition < 2 || cutoffs.repetition >= 1u << RUN_PLANES) return false;
    if (cutoffs.proportion < 2 || cutoffs.proportion > PROPORTION_WINDOW) return false;
    memset(health, 0, sizeof *health);
    health->cutoffs = cutoffs;
    return true;
}

/* Adds one to the counters that `cells` selects; those at their end stay there. Returns the ones that now equal `target`. */
static uint64_t count_up(uint64_t *planes, int size, uint64_t cells, uint32_t target) {
    uint64_t full = cells;
    for (int k = 0; k < size; k++) full &= planes[k];
    uint64_t carry = cells & ~full;
    for (int k = 0; k < size && carry != 0; k++) {
        uint64_t next = planes[k] & carry;
        planes[k] ^= carry;
        carry = next;
    }
    uint64_t equal = cells & ~full;
    for (int k = 0; k < size; k++) equal &= target >> k & 1 ? planes[k] : ~planes[k];
    return equal;
}

/* Sets the counters that `cells` selects to one. */
static void restart(uint64_t *planes, int size, uint64_t cells) {
    planes[0] |= cells;
    for (int k = 1; k < size; k++) planes[k] &= ~cells;
}

static void repetition(health_t *health, health_row_t *row, uint64_t sample, uint64_t good) {
    uint64_t same = row->begun ? ~(sample ^ row->last) : 0;
    restart(row->run, RUN_PLANES, ~same);
    row->run_over &= same;
    uint64_t reached = count_up(row->run, RUN_PLANES, same, health->cutoffs.repetition) & good;
    row->run_over |= reached;
    health->repetition_failures += mask_count(reached);
    row->last = sample;
}

static void proportion(health_t *health, health_row_t *row, uint64_t sample, uint64_t good) {
    if (row->samples == 0) {
        row->first = sample;
        restart(row->count, COUNT_PLANES, UINT64_MAX);
        row->count_over = 0;
    } else {
        uint64_t same = ~(sample ^ row->first);
        uint64_t reached = count_up(row->count, COUNT_PLANES, same, health->cutoffs.proportion) & good;
        row->count_over |= reached;
        health->proportion_failures += mask_count(reached);
    }
    if (++row->samples == PROPORTION_WINDOW) row->samples = 0;
}

burst_sums_t health_observe(health_t *health, uint32_t row_number, const uint32_t *words, uint32_t shots, uint64_t good) {
    health_row_t *row = &health->rows[row_number];
    burst_sums_t sums = {.outcomes = shots * mask_count(good)};
    uint64_t over = 0;
    for (uint32_t k = 0; k < shots; k++) {
        uint64_t sample = words[2 * k] | (uint64_t)words[2 * k + 1] << 32;
        if (row->begun) sums.toggles += mask_count((sample ^ row->last) & good);
        sums.ones += mask_count(sample & good);
        repetition(health, row, sample, good);
        proportion(health, row, sample, good);
        row->begun = true;
        over |= row->run_over | row->count_over;
    }
    if (sums.outcomes > 0) {
        health->ones_ppm = (uint32_t)round_div((int64_t)sums.ones * 1000000, sums.outcomes);
        health->failing = (over & good) != 0;
    }
    sums.healthy = sums.outcomes == 0 || !health->failing;
    return sums;
}

static uint32_t counter(const uint64_t *planes, int size, uint32_t column) {
    uint32_t value = 0;
    for (int k = 0; k < size; k++) value |= (uint32_t)(planes[k] >> column & 1) << k;
    return value;
}

uint32_t health_run(const health_t *health, uint32_t row, uint32_t column) {
    return counter(health->rows[row].run, RUN_PLANES, column);
}

uint32_t health_count(const health_t *health, uint32_t row, uint32_t column) {
    return counter(health->rows[row].count, COUNT_PLANES, column);
}
