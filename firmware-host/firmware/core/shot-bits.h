/* What happens to raw shots, 64 columns each, on their way to a stream of bits. */
#ifndef SPINDRIFT_CORE_SHOT_BITS_H
#define SPINDRIFT_CORE_SHOT_BITS_H

#include <stddef.h>
#include <stdint.h>

/* Bits on their way into bytes, the first lowest. */
typedef struct {
    uint8_t *out;
    size_t capacity; /* bits */
    size_t used;     /* bits */
} bit_packer_t;

/* Puts the lowest `count` (at most 64) bits behind what is there; returns how many found room. */
uint32_t bits_put(bit_packer_t *packer, uint64_t bits, uint32_t count);

/* XOR-folds a shot: with every stage column c takes in column c + width/2. 64 >> stages bits are left. */
uint64_t bits_fold(uint64_t shot, uint32_t stages);
/* Von Neumann: where two shots differ the bit of the first; the chosen bits move down to the lowest places. Returns how many. */
uint32_t bits_debias(uint64_t first, uint64_t second, uint32_t width, uint64_t *out);
/* The bits of a shot that a mask selects, moved down to the lowest places. */
uint64_t bits_gather(uint64_t shot, uint64_t mask);

#endif
