#include "health.h"

#include <string.h>

#include "bit-slices.h"
#include "drive.h"

const health_cutoffs_t health_default_cutoffs = {.repetition = 81, .proportion = 824};

bool health_init(health_t *health, health_cutoffs_t cutoffs) {
    if (cutoffs.repetition < 2 || cutoffs.repetition >= 1u << RUN_PLANES) return false;
    if (cutoffs.proportion < 2 || cutoffs.proportion > PROPORTION_WINDOW) return false;
    memset(health, 0, sizeof *health);
    health->cutoffs = cutoffs;
    return true;
}

/* Cells whose count of samples that equal the first of the window has reached the cutoff: ones, or zeros, by what the first was. */
static uint32_t count_reached(const health_t *health, const health_cells_t *cells, uint32_t samples) {
    uint32_t cutoff = health->cutoffs.proportion;
    if (samples < cutoff) return 0;
    uint32_t ones = slices_reach(cells->ones, COUNT_PLANES, cutoff);
    /* zeros >= cutoff is ones <= samples - cutoff */
    uint32_t zeros = ~slices_reach(cells->ones, COUNT_PLANES, samples - cutoff + 1);
    return (ones & cells->first) | (zeros & ~cells->first);
}

/* The sample-by-sample definition. */
static uint32_t run_sample(health_t *health, health_cells_t *cells, bool begun, uint32_t sample, uint32_t good) {
    uint32_t same = begun ? ~(sample ^ cells->last) : 0;
    uint32_t full = same & slices_reach(cells->run, RUN_PLANES, (1u << RUN_PLANES) - 1);
    slices_set(cells->run, RUN_PLANES, ~same, 1);
    slices_count(cells->run, RUN_PLANES, same & ~full);
    uint32_t over = same & slices_reach(cells->run, RUN_PLANES, health->cutoffs.repetition);
    health->repetition_failures += ones_of(over & ~cells->run_over & good);
    cells->run_over = over;
    cells->last = sample;
    return over;
}

/* Whether a run may reach the cutoff within the burst, or goes on through all of it: its samples are looked at one by one then. */
static bool run_may_end(const health_t *health, const health_cells_t *cells, const uint32_t *words, uint32_t shots) {
    if (health->cutoffs.repetition <= shots) return true;
    uint32_t near = slices_reach(cells->run, RUN_PLANES, health->cutoffs.repetition - shots);
    uint32_t changed = 0, last = cells->last;
    for (uint32_t k = 0; k < shots && changed != UINT32_MAX; k++) {
        changed |= words[2 * k] ^ last;
        last = words[2 * k];
    }
    return (near | ~changed) != 0;
}

/* Runs after a burst in which every cell has changed: from the end back to each cell's last change. */
static void run_burst(health_cells_t *cells, const uint32_t *words, uint32_t shots) {
    uint32_t left = UINT32_MAX;
    for (int k = 0; k < RUN_PLANES; k++) cells->run[k] = 0;
    for (uint32_t run = 1; left != 0; run++) {
        uint32_t at = shots - run;
        uint32_t before = at > 0 ? words[2 * at - 2] : cells->last;
        uint32_t ends = (words[2 * at] ^ before) & left;
        for (int k = 0; run >> k != 0; k++)
            if (run >> k & 1) cells->run[k] |= ends;
        left &= ~ends;
    }
    cells->last = words[2 * shots - 2];
    cells->run_over = 0;
}

static void repetition(health_t *health, health_cells_t *cells, bool begun, const uint32_t *words, uint32_t shots, uint32_t good, uint32_t *over) {
    if (begun && !run_may_end(health, cells, words, shots)) {
        run_burst(cells, words, shots);
        return;
    }
    for (uint32_t k = 0; k < shots; k++) *over |= run_sample(health, cells, begun || k > 0, words[2 * k], good);
}

/* Counts samples of one window, whose ones are known. */
static void count_burst(
    health_t *health, health_cells_t *cells, uint32_t samples, uint32_t first, uint32_t shots, const uint32_t ones[BURST_PLANES], uint32_t good) {
    if (samples == 0) {
        cells->first = first;
        memset(cells->ones, 0, sizeof cells->ones);
        cells->count_over = 0;
    }
    slices_add(cells->ones, COUNT_PLANES, ones, BURST_PLANES);
    uint32_t over = count_reached(health, cells, samples + shots);
    health->proportion_failures += ones_of(over & ~cells->count_over & good);
    cells->count_over |= over;
}

static uint32_t half_of(uint64_t mask, uint32_t half) {
    return half == 0 ? (uint32_t)mask : (uint32_t)(mask >> 32);
}

/* A burst that reaches over the end of a window is counted in two parts. */
static uint32_t proportion(
    health_t *health, health_cells_t *cells, uint32_t samples, const uint32_t *words, uint32_t shots, const uint32_t ones[BURST_PLANES], uint32_t good) {
    uint32_t left = PROPORTION_WINDOW - samples;
    if (shots <= left) {
        count_burst(health, cells, samples, words[0], shots, ones, good);
        return cells->count_over;
    }
    uint32_t part[BURST_PLANES];
    slices_ones(words, left, part);
    count_burst(health, cells, samples, words[0], left, part, good);
    uint32_t over = cells->count_over;
    slices_ones(words + 2 * left, shots - left, part);
    count_burst(health, cells, 0, words[2 * left], shots - left, part, good);
    return over | cells->count_over;
}

burst_sums_t health_observe(health_t *health, uint32_t row_number, const uint32_t *words, uint32_t shots, uint64_t good) {
    health_row_t *row = &health->rows[row_number];
    burst_sums_t sums = {0};
    uint32_t over = 0;
    for (uint32_t half = 0; half < 2; half++) {
        health_cells_t *cells = &row->halves[half];
        uint32_t chosen = half_of(good, half), runs = 0, ones[BURST_PLANES];
        slices_ones(words + half, shots, ones);
        sums.ones += slices_sum(ones, BURST_PLANES, chosen);
        repetition(health, cells, row->begun, words + half, shots, chosen, &runs);
        over |= (runs | proportion(health, cells, row->samples, words + half, shots, ones, chosen)) & chosen;
        sums.outcomes += shots * ones_of(chosen);
    }
    row->begun = true;
    row->samples = (uint16_t)((row->samples + shots) % PROPORTION_WINDOW);
    if (sums.outcomes > 0) {
        health->outcomes = sums.outcomes;
        health->ones = sums.ones;
        health->failing = over != 0;
    }
    sums.healthy = sums.outcomes == 0 || !health->failing;
    return sums;
}

uint32_t health_toggles(const health_t *health, uint32_t row_number, const uint32_t *words, uint32_t shots, uint64_t good) {
    const health_row_t *row = &health->rows[row_number];
    uint32_t toggles = 0;
    for (uint32_t half = 0; half < 2; half++) {
        uint32_t planes[BURST_PLANES];
        slices_changes(row->begun ? row->halves[half].last : words[half], words + half, shots, planes);
        toggles += slices_sum(planes, BURST_PLANES, half_of(good, half));
    }
    return toggles;
}

uint32_t health_ones_ppm(const health_t *health) {
    return health->outcomes == 0 ? 0 : (uint32_t)round_div((int64_t)health->ones * 1000000, health->outcomes);
}

static uint32_t counter(const uint32_t *planes, int size, uint32_t column) {
    uint32_t value = 0;
    for (int k = 0; k < size; k++) value |= (planes[k] >> column & 1) << k;
    return value;
}

uint32_t health_run(const health_t *health, uint32_t row, uint32_t column) {
    return counter(health->rows[row].halves[column / 32].run, RUN_PLANES, column % 32);
}

uint32_t health_count(const health_t *health, uint32_t row, uint32_t column) {
    const health_row_t *of = &health->rows[row];
    const health_cells_t *cells = &of->halves[column / 32];
    uint32_t ones = counter(cells->ones, COUNT_PLANES, column % 32);
    uint32_t samples = of->samples == 0 && of->begun ? PROPORTION_WINDOW : of->samples;
    return cells->first >> column % 32 & 1 ? ones : samples - ones;
}
