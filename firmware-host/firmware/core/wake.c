#include "wake.h"

#include "port.h"

static uint64_t due, now;

void wake_begin(void) {
    due = UINT64_MAX;
    now = port_uptime_us();
}

void wake_at(uint64_t uptime_us) {
    if (uptime_us < due) due = uptime_us;
}

void wake_now(void) {
    due = 0;
}

uint64_t wake_due(void) {
    return due;
}

bool wake_reached(uint64_t uptime_us) {
    if (now >= uptime_us) return true;
    wake_at(uptime_us);
    return false;
}
