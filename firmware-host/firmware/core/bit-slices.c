#include "bit-slices.h"

_Static_assert(BURST_PLANES == 7, "four planes above the adders' three");

uint32_t ones_of(uint32_t word) {
    word -= word >> 1 & 0x55555555;
    word = (word & 0x33333333) + (word >> 2 & 0x33333333);
    word = (word + (word >> 4)) & 0x0f0f0f0f;
    return word * 0x01010101 >> 24;
}

void slices_count(uint32_t *planes, int size, uint32_t cells) {
    for (int k = 0; k < size && cells != 0; k++) {
        uint32_t carry = planes[k] & cells;
        planes[k] ^= cells;
        cells = carry;
    }
}

void slices_add(uint32_t *planes, int size, const uint32_t *added, int added_size) {
    uint32_t carry = 0;
    for (int k = 0; k < size; k++) {
        uint32_t a = planes[k], b = k < added_size ? added[k] : 0, half = a ^ b;
        planes[k] = half ^ carry;
        carry = (a & b) | (half & carry);
        if (k >= added_size && carry == 0) return;
    }
}

void slices_set(uint32_t *planes, int size, uint32_t cells, uint32_t value) {
    for (int k = 0; k < size; k++) planes[k] = value >> k & 1 ? planes[k] | cells : planes[k] & ~cells;
}

uint32_t slices_reach(const uint32_t *planes, int size, uint32_t value) {
    uint32_t above = 0, equal = UINT32_MAX;
    for (int k = size - 1; k >= 0; k--) {
        if (value >> k & 1)
            equal &= planes[k];
        else {
            above |= equal & planes[k];
            equal &= ~planes[k];
        }
    }
    return above | equal;
}

uint32_t slices_sum(const uint32_t *planes, int size, uint32_t cells) {
    uint32_t sum = 0;
    for (int k = 0; k < size; k++) sum += ones_of(planes[k] & cells) << k;
    return sum;
}

/* A carry-save adder: three words of weight one become one of weight one and one of weight two. */
#define ADD3(twos, sum, a, b) \
    do { \
        uint32_t half = (sum) ^ (a); \
        (twos) = ((sum) & (a)) | (half & (b)); \
        (sum) = half ^ (b); \
    } while (0)

/* Harley and Seal's tree over eight words, which `next` yields; remainders one by one. */
#define COUNT_ALL(next) \
    do { \
        uint32_t ones = 0, twos = 0, fours = 0, k = 0; \
        planes[3] = planes[4] = planes[5] = planes[6] = 0; \
        for (; k + 8 <= shots; k += 8) { \
            uint32_t twos_a, twos_b, fours_a, fours_b, eights, a, b; \
            next(a), next(b); \
            ADD3(twos_a, ones, a, b); \
            next(a), next(b); \
            ADD3(twos_b, ones, a, b); \
            ADD3(fours_a, twos, twos_a, twos_b); \
            next(a), next(b); \
            ADD3(twos_a, ones, a, b); \
            next(a), next(b); \
            ADD3(twos_b, ones, a, b); \
            ADD3(fours_b, twos, twos_a, twos_b); \
            ADD3(eights, fours, fours_a, fours_b); \
            slices_count(planes + 3, BURST_PLANES - 3, eights); \
        } \
        planes[0] = ones; \
        planes[1] = twos; \
        planes[2] = fours; \
        for (; k < shots; k++) { \
            uint32_t rest; \
            next(rest); \
            slices_count(planes, BURST_PLANES, rest); \
        } \
    } while (0)

void slices_ones(const uint32_t *words, uint32_t shots, uint32_t planes[BURST_PLANES]) {
#define NEXT(word) ((word) = *words, words += 2)
    COUNT_ALL(NEXT);
#undef NEXT
}

void slices_changes(uint32_t last, const uint32_t *words, uint32_t shots, uint32_t planes[BURST_PLANES]) {
#define NEXT(word) ((word) = *words ^ last, last = *words, words += 2)
    COUNT_ALL(NEXT);
#undef NEXT
}
