/* A test in C: TEST(name) { CHECK(…); } registers itself; main.c runs one by name. */
#ifndef SPINDRIFT_TEST_CHECK_H
#define SPINDRIFT_TEST_CHECK_H

#include <inttypes.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct test_case {
    const char *name;
    void (*run)(void);
    struct test_case *next;
} test_case_t;

extern test_case_t *test_cases;

#define TEST(id) \
    static void test_##id(void); \
    static test_case_t case_##id = {#id, test_##id, NULL}; \
    __attribute__((constructor)) static void register_##id(void) { \
        case_##id.next = test_cases; \
        test_cases = &case_##id; \
    } \
    static void test_##id(void)

#define CHECK(condition) \
    do { \
        if (!(condition)) { \
            fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
            exit(1); \
        } \
    } while (0)

#define CHECK_EQUAL(actual, expected) \
    do { \
        long long actual_ = (long long)(actual), expected_ = (long long)(expected); \
        if (actual_ != expected_) { \
            fprintf(stderr, "%s:%d: %s is %lld, expected %lld\n", __FILE__, __LINE__, #actual, actual_, expected_); \
            exit(1); \
        } \
    } while (0)

#define CHECK_BYTES(actual, expected, size) \
    do { \
        if ((size) > 0 && memcmp((actual), (expected), (size)) != 0) { \
            fprintf(stderr, "%s:%d: %s differs from %s\n", __FILE__, __LINE__, #actual, #expected); \
            exit(1); \
        } \
    } while (0)

#define CHECK_TEXT(actual, expected) \
    do { \
        if (strcmp((actual), (expected)) != 0) { \
            fprintf(stderr, "%s:%d: \"%s\", expected \"%s\"\n", __FILE__, __LINE__, (actual), (expected)); \
            exit(1); \
        } \
    } while (0)

/* xorshift32, for tests that want many cases. */
static inline uint32_t next_random(uint32_t *state) {
    uint32_t x = *state;
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    return *state = x;
}

#endif
