#include "parse-file.h"

#include "check.h"
#include "crc.h"
#include "frame-parser.h"

int parse_file(const char *path, unsigned long chunk) {
    static uint8_t held[4124];
    FILE *file = fopen(path, "rb");
    if (file == NULL || chunk == 0) return 2;
    frame_parser_t parser;
    frame_parser_init(&parser, held, sizeof held, 4112, UINT32_MAX);
    uint32_t state = 77, digest = 0;
    uint8_t bytes[512];
    for (;;) {
        size_t got = fread(bytes, 1, 1 + next_random(&state) % (chunk < sizeof bytes ? chunk : sizeof bytes), file);
        if (got == 0) break;
        for (size_t at = 0; at < got;) {
            at += frame_parser_put(&parser, bytes + at, got - at);
            frame_view_t frame;
            while (frame_parser_next(&parser, &frame)) {
                digest = crc32_continue(digest, &frame.type, 1);
                digest = crc32_continue(digest, frame.payload, frame.size);
            }
        }
    }
    fclose(file);
    const frame_counters_t *c = &parser.counters;
    printf("%u %u %u %u %u %u %u %zu %u\n", c->frames, c->payload_bytes, c->skipped_bytes, c->bad_headers, c->too_long, c->bad_types,
           c->bad_crcs, parser.end - parser.start, digest);
    return 0;
}
