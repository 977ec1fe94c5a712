#include "repair-frames.h"

#include <stdbool.h>

#include "bytes.h"
#include "crc.h"
#include "frame.h"

/* Of libFuzzer: changes data in place; returns its new size. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);
/* Called by libFuzzer instead of its own mutation. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed);

void repair_frames(uint8_t *data, size_t size, uint32_t spared) {
    for (size_t at = 0; at + FRAME_HEADER_BYTES <= size;) {
        uint8_t *frame = data + at;
        if (frame[0] != FRAME_MAGIC_0 || frame[1] != FRAME_MAGIC_1) {
            at++;
            continue;
        }
        uint32_t room = (uint32_t)(size - at - FRAME_HEADER_BYTES);
        uint32_t length = read_u32(frame + 4) & 0xffffff;
        /* A frame that was cut or grown ends where the next one begins. */
        uint32_t reach = 0;
        const uint8_t *payload = frame + FRAME_HEADER_BYTES;
        while (reach < room && (payload[reach] != FRAME_MAGIC_0 || reach + 1 >= room || payload[reach + 1] != FRAME_MAGIC_1)) reach++;
        bool fits = length <= room && (length == reach || spared % 3 == 0);
        if (!fits) length = reach;
        if ((spared & 1) == 0) {
            frame[4] = (uint8_t)length;
            frame[5] = (uint8_t)(length >> 8);
            frame[6] = (uint8_t)(length >> 16);
            frame[7] = crc8(frame, 7);
            uint32_t crc = crc32_continue(crc32(frame, 8), payload, length);
            for (unsigned k = 0; k < 4; k++) frame[8 + k] = (uint8_t)(crc >> 8 * k);
        }
        spared = spared >> 1 | spared << 31;
        at += FRAME_HEADER_BYTES + length;
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned seed) {
    size_t changed = LLVMFuzzerMutate(data, size, max_size);
    /* Three bits of five set would spare too many: one frame in eight stays damaged. */
    uint32_t bits = seed * 2654435761u;
    repair_frames(data, changed, bits & bits >> 11 & bits << 7);
    return changed;
}
