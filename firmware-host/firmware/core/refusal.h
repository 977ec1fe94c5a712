/* Why a request is not granted: nothing was done then. */
#ifndef SPINDRIFT_CORE_REFUSAL_H
#define SPINDRIFT_CORE_REFUSAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The wire's Status; verbs.c asserts that the numbers are the same. */
enum {
    STATUS_OK = 1,
    STATUS_CANCELLED = 2,
    STATUS_DEADLINE_EXCEEDED = 3,
    STATUS_INVALID_ARGUMENT = 4,
    STATUS_OUT_OF_RANGE = 5,
    STATUS_NOT_IMPLEMENTED = 6,
    STATUS_BUSY = 7,
    STATUS_FAILED_PRECONDITION = 8,
    STATUS_RESOURCE_EXHAUSTED = 9,
    STATUS_DATA_LOSS = 10,
    STATUS_HARDWARE_FAULT = 11,
    STATUS_INTERLOCK = 12,
    STATUS_DECODE = 13,
    STATUS_STALE_CONFIG = 14,
    STATUS_UNHEALTHY = 15,
};

/* Longest detail, bytes without the closing zero. */
#define DETAIL_BYTES 95

typedef struct {
    int status;
    uint32_t retry_after_ms;
    char detail[DETAIL_BYTES + 1];
} refusal_t;

/* All three return false, so that a check can end with `return refuse(…)`. Texts are joined; the last one is NULL. */
bool refuse(refusal_t *refusal, int status, ...);
/* OUT_OF_RANGE: names field, value and limit. */
bool refuse_range(refusal_t *refusal, const char *field, int64_t value, const char *limit);
/* True when the value lies within; else a refusal. */
bool check_field(refusal_t *refusal, const char *field, int64_t value, int64_t min, int64_t max);
/* BUSY or RESOURCE_EXHAUSTED, with a time after which to try again. */
bool refuse_for_now(refusal_t *refusal, int status, const char *verb, const char *why);

#endif
