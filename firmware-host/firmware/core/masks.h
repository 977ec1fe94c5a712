/* The lines that a mask of the wire selects. */
#ifndef SPINDRIFT_CORE_MASKS_H
#define SPINDRIFT_CORE_MASKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "refusal.h"

/* Bit k of byte j is line 8 j + k; an empty mask selects all `lines` (at most 64). Refused: a bit beyond, or none at all. */
bool mask_select(const char *field, const uint8_t *mask, size_t size, uint32_t lines, uint64_t *selected, refusal_t *refusal);
uint32_t mask_count(uint64_t mask);
/* The selected line after `line`, or the first; `line` itself when it is the only one. The mask is not empty. */
uint32_t mask_next(uint64_t mask, uint32_t line);
/* The first selected line. */
uint32_t mask_first(uint64_t mask);
/* The eight bytes that the row and column chains take. */
void mask_bytes(uint64_t mask, uint8_t out[8]);

#endif
