#include "wake-up.h"

static volatile bool event;

void event_raise(void) {
    event = true;
}

bool event_take(void) {
    bool was = event;
    event = false;
    return was;
}

void event_wait(void) {
    while (!event_take()) __asm volatile("wfi\n cpsie i\n nop\n cpsid i" ::: "memory");
}
