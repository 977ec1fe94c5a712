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
