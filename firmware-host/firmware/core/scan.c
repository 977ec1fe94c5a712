#include "scan.h"

/* Frames by which a reply is late. */
#define PIPELINE 2u

/* The 16 bits of one converter from the two words of a frame; the first clock is the highest nibble. */
static uint16_t reply_of(const uint32_t *words, uint32_t chip) {
    uint32_t reply = 0;
    for (uint32_t half = 0; half < 2; half++)
        for (int nibble = 7; nibble >= 0; nibble--) reply = reply << 1 | (words[half] >> (4 * nibble + chip) & 1);
    return (uint16_t)reply;
}

bool scan_read(const uint32_t words[SCAN_WORDS], uint16_t codes[BOARD_COLS]) {
    bool straight = true;
    for (uint32_t channel = 0; channel < 16; channel++)
        for (uint32_t chip = 0; chip < 4; chip++) {
            uint16_t reply = reply_of(words + 2 * (channel + PIPELINE), chip);
            codes[16 * chip + channel] = reply & 0xfff;
            straight = straight && reply >> 12 == channel;
        }
    return straight;
}
