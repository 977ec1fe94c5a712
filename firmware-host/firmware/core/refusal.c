#include "refusal.h"

#include <stdarg.h>

#include "text.h"

/* When to try again, ms. */
#define RETRY_MS 20

bool refuse(refusal_t *refusal, int status, ...) {
    refusal->status = status;
    refusal->retry_after_ms = 0;
    text_t text = text_begin(refusal->detail, sizeof refusal->detail);
    va_list parts;
    va_start(parts, status);
    for (const char *part = va_arg(parts, const char *); part != NULL; part = va_arg(parts, const char *)) text_add(&text, part);
    va_end(parts);
    return false;
}

static text_t name_value(refusal_t *refusal, const char *field, int64_t value) {
    refusal->status = STATUS_OUT_OF_RANGE;
    refusal->retry_after_ms = 0;
    text_t text = text_begin(refusal->detail, sizeof refusal->detail);
    text_add(&text, field);
    text_add(&text, " = ");
    text_add_int(&text, value);
    text_add(&text, ": ");
    return text;
}

bool refuse_range(refusal_t *refusal, const char *field, int64_t value, const char *limit) {
    text_t text = name_value(refusal, field, value);
    text_add(&text, limit);
    return false;
}

bool check_field(refusal_t *refusal, const char *field, int64_t value, int64_t min, int64_t max) {
    if (value >= min && value <= max) return true;
    text_t text = name_value(refusal, field, value);
    text_add(&text, "allowed is ");
    text_add_int(&text, min);
    text_add(&text, " to ");
    text_add_int(&text, max);
    return false;
}

bool refuse_for_now(refusal_t *refusal, int status, const char *verb, const char *why) {
    refuse(refusal, status, verb, ": ", why, NULL);
    refusal->retry_after_ms = RETRY_MS;
    return false;
}
