/* Short texts for people, cut to the room they have; no printf in the firmware. */
#ifndef SPINDRIFT_CORE_TEXT_H
#define SPINDRIFT_CORE_TEXT_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    char *out;
    size_t size; /* room, the closing zero included */
    size_t used;
} text_t;

/* Begins an empty text; size is at least 1. */
text_t text_begin(char *out, size_t size);
void text_add(text_t *text, const char *more);
void text_add_int(text_t *text, int64_t value);
/* Copies a text, cut to fit. */
void text_copy(char *out, size_t size, const char *from);

#endif
