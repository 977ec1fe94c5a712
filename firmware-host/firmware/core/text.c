#include "text.h"

text_t text_begin(char *out, size_t size) {
    out[0] = 0;
    return (text_t){.out = out, .size = size, .used = 0};
}

void text_add(text_t *text, const char *more) {
    while (*more != 0 && text->used + 1 < text->size) text->out[text->used++] = *more++;
    text->out[text->used] = 0;
}

void text_add_int(text_t *text, int64_t value) {
    char digits[21];
    size_t at = sizeof digits;
    uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    digits[--at] = 0;
    do digits[--at] = (char)('0' + left % 10);
    while ((left /= 10) > 0);
    if (value < 0) text_add(text, "-");
    text_add(text, digits + at);
}

void text_copy(char *out, size_t size, const char *from) {
    text_t text = text_begin(out, size);
    text_add(&text, from);
}
