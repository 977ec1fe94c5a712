/*
 * memcpy, memmove and memset by words. The library's small ones go byte by byte, which is most of what a stream of bits would cost; a Cortex-M0+
 * faults on unaligned words, so that a source that lies askew is put together from aligned ones.
 */
#include <stddef.h>
#include <stdint.h>

typedef uint32_t __attribute__((may_alias)) word_t;

static void copy_aligned(word_t *to, const word_t *from, size_t words) {
    for (; words >= 4; words -= 4)
        __asm volatile("ldmia %1!, {r3, r4, r5, r6}\n stmia %0!, {r3, r4, r5, r6}" : "+l"(to), "+l"(from)::"r3", "r4", "r5", "r6", "memory");
    for (; words > 0; words--) *to++ = *from++;
}

/* `from` lies 1 to 3 bytes behind an aligned word. Nothing outside of the words that hold its bytes is read. */
static void copy_askew(word_t *to, const uint8_t *from, size_t words) {
    unsigned low = 8 * ((uintptr_t)from & 3), high = 32 - low;
    const word_t *at = (const word_t *)((uintptr_t)from & ~(uintptr_t)3);
    word_t have = *at++;
    for (; words > 0; words--) {
        word_t next = *at++;
        *to++ = have >> low | next << high;
        have = next;
    }
}

void *memcpy(void *restrict target, const void *restrict source, size_t size) {
    uint8_t *to = target;
    const uint8_t *from = source;
    if (size >= 16) {
        for (; ((uintptr_t)to & 3) != 0; size--) *to++ = *from++;
        size_t words = size / 4;
        if (((uintptr_t)from & 3) == 0)
            copy_aligned((word_t *)to, (const word_t *)from, words);
        else
            copy_askew((word_t *)to, from, words);
        to += 4 * words;
        from += 4 * words;
        size &= 3;
    }
    for (; size > 0; size--) *to++ = *from++;
    return target;
}

void *memmove(void *target, const void *source, size_t size) {
    uint8_t *to = target;
    const uint8_t *from = source;
    /* Forwards is right for all but a target within the source. */
    if (to <= from || to >= from + size) {
        if (from - to >= 16 || to >= from + size) return memcpy(target, source, size);
        for (; size > 0; size--) *to++ = *from++;
        return target;
    }
    while (size > 0) {
        size--;
        to[size] = from[size];
    }
    return target;
}

void *memset(void *target, int value, size_t size) {
    uint8_t *to = target;
    if (size >= 16) {
        word_t word = (uint8_t)value * 0x01010101u;
        for (; ((uintptr_t)to & 3) != 0; size--) *to++ = (uint8_t)value;
        word_t *words = (word_t *)to;
        for (; size >= 4; size -= 4) *words++ = word;
        to = (uint8_t *)words;
    }
    for (; size > 0; size--) *to++ = (uint8_t)value;
    return target;
}
