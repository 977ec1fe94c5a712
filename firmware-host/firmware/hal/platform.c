#include "platform.h"

#include "registers.h"
#include "watchdog.h"

#define PLATFORM_ASIC BIT(1)

static uint32_t boot_id;

void platform_start(uint32_t noise) {
    uint32_t mixed = noise ^ watchdog_count_boot() * 0x9e3779b9u;
    mixed = (mixed ^ mixed >> 16) * 0x85ebca6bu;
    mixed ^= mixed >> 13;
    boot_id = mixed != 0 ? mixed : 1;
}

uint32_t platform_boot_id(void) {
    return boot_id;
}

const char *platform_serial(void) {
    return "UNPROVISIONED";
}

bool platform_emulated(void) {
    return (REG(SYSINFO_PLATFORM) & PLATFORM_ASIC) == 0;
}
