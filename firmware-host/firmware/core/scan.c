#include "scan.h"

/* Frames by which a reply is late. */
#define PIPELINE 2u

/* Swaps two bits of every bit's address: where `mask` has a one, with the bit that lies `shift` higher. */
static inline uint32_t swap(uint32_t word, uint32_t mask, unsigned shift) {
    uint32_t differ = (word >> shift ^ word) & mask;
    return word ^ differ ^ differ << shift;
}

/*
 * Eight clocks of four converters, the first clock in the highest nibble, become a byte for each converter, the first clock its highest bit: a
 * bit's address, clock and converter, is turned round by four swaps (Warren, Hacker's Delight, 7-2).
 */
static uint32_t take_apart(uint32_t word) {
    word = swap(word, 0x0000cccc, 14);
    word = swap(word, 0x00aa00aa, 7);
    word = swap(word, 0x0c0c0c0c, 2);
    return swap(word, 0x22222222, 1);
}

bool scan_read(const uint32_t words[SCAN_WORDS], uint16_t codes[BOARD_COLS]) {
    uint32_t wrong = 0;
    for (uint32_t channel = 0; channel < 16; channel++) {
        const uint32_t *frame = words + 2 * (channel + PIPELINE);
        uint32_t high = take_apart(frame[0]), low = take_apart(frame[1]);
        for (uint32_t chip = 0; chip < 4; chip++, high >>= 8, low >>= 8) {
            wrong |= (high >> 4 & 0xf) ^ channel;
            codes[16 * chip + channel] = (uint16_t)((high & 0xf) << 8 | (low & 0xff));
        }
    }
    return wrong == 0;
}
