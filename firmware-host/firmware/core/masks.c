#include "masks.h"

#include "bit-slices.h"

bool mask_select(const char *field, const uint8_t *mask, size_t size, uint32_t lines, uint64_t *selected, refusal_t *refusal) {
    if (size == 0) {
        *selected = lines >= 64 ? UINT64_MAX : ((uint64_t)1 << lines) - 1;
        return true;
    }
    uint64_t found = 0;
    int64_t last = -1;
    for (size_t byte = 0; byte < size; byte++)
        for (unsigned k = 0; k < 8; k++) {
            if ((mask[byte] >> k & 1) == 0) continue;
            last = 8 * (int64_t)byte + k;
            if (last < 64) found |= (uint64_t)1 << last;
        }
    if (last < 0) return refuse_range(refusal, field, 0, "selects nothing");
    if (last >= (int64_t)lines) return check_field(refusal, field, last, 0, (int64_t)lines - 1);
    *selected = found;
    return true;
}

uint32_t mask_count(uint64_t mask) {
    return ones_of((uint32_t)mask) + ones_of((uint32_t)(mask >> 32));
}

uint32_t mask_next(uint64_t mask, uint32_t line) {
    for (uint32_t k = 1; k <= 64; k++)
        if (mask >> ((line + k) & 63) & 1) return (line + k) & 63;
    return line;
}

uint32_t mask_first(uint64_t mask) {
    return mask_next(mask, 63);
}

void mask_bytes(uint64_t mask, uint8_t out[8]) {
    for (unsigned k = 0; k < 8; k++) out[k] = (uint8_t)(mask >> 8 * k);
}
