/* Counters of 32 cells at once: plane k holds bit k of each cell's counter. */
#ifndef SPINDRIFT_CORE_BIT_SLICES_H
#define SPINDRIFT_CORE_BIT_SLICES_H

#include <stdint.h>

/* Planes that hold the ones of a burst, at most 127 shots. */
#define BURST_PLANES 7

/* Number of ones of a word. */
uint32_t ones_of(uint32_t word);
/* Adds one to the counters that `cells` selects. */
void slices_count(uint32_t *planes, int size, uint32_t cells);
/* Adds the counters of `added`, a smaller size, to those of `planes`. */
void slices_add(uint32_t *planes, int size, const uint32_t *added, int added_size);
/* Sets the counters that `cells` selects to a value. */
void slices_set(uint32_t *planes, int size, uint32_t cells, uint32_t value);
/* Cells whose counter is at least a value. */
uint32_t slices_reach(const uint32_t *planes, int size, uint32_t value);
/* Sum over the counters that `cells` selects. */
uint32_t slices_sum(const uint32_t *planes, int size, uint32_t cells);
/* Ones of each cell over a burst: every second word from `words`, `shots` of them. */
void slices_ones(const uint32_t *words, uint32_t shots, uint32_t planes[BURST_PLANES]);
/* Changes of each cell over a burst that `last` came before. */
void slices_changes(uint32_t last, const uint32_t *words, uint32_t shots, uint32_t planes[BURST_PLANES]);

#endif
