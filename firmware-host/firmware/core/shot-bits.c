#include "shot-bits.h"

#include "masks.h"

uint32_t bits_put(bit_packer_t *packer, uint64_t bits, uint32_t count) {
    size_t room = packer->capacity - packer->used;
    if (count > room) count = (uint32_t)room;
    uint32_t left = count;
    while (left > 0) {
        uint32_t at = packer->used & 7;
        uint32_t take = 8 - at < left ? 8 - at : left;
        uint8_t *byte = &packer->out[packer->used >> 3];
        uint8_t put = (uint8_t)((bits & ((1u << take) - 1)) << at);
        *byte = at == 0 ? put : *byte | put;
        bits >>= take;
        packer->used += take;
        left -= take;
    }
    return count;
}

uint64_t bits_fold(uint64_t shot, uint32_t stages) {
    uint32_t width = 64;
    for (uint32_t stage = 0; stage < stages; stage++) {
        width >>= 1;
        shot = (shot ^ shot >> width) & (((uint64_t)1 << width) - 1);
    }
    return shot;
}

uint64_t bits_gather(uint64_t shot, uint64_t mask) {
    if (mask == UINT64_MAX) return shot;
    uint64_t out = 0;
    for (uint32_t at = 0; mask != 0; mask &= mask - 1, at++)
        if (shot & mask & (0 - mask)) out |= (uint64_t)1 << at;
    return out;
}

uint32_t bits_debias(uint64_t first, uint64_t second, uint32_t width, uint64_t *out) {
    uint64_t within = width >= 64 ? UINT64_MAX : ((uint64_t)1 << width) - 1;
    uint64_t differ = (first ^ second) & within;
    *out = bits_gather(first, differ);
    return mask_count(differ);
}
