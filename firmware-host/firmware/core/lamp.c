#include "lamp.h"

#include "port.h"
#include "safety.h"
#include "wake.h"

#define BLINK_US 500000u
#define PWM_PERIOD_NS 1000000u
#define SERVO_PERIOD_NS 20000000u

static lamp_use_t used_as;
static bool light;
static uint32_t high_ns, period_ns;
/* On the line now. */
static bool lit;
static uint32_t shown_high_ns, shown_period_ns; /* 0: no pulses */

void lamp_start(void) {
    used_as = LAMP_STATUS;
    light = false;
    high_ns = 0;
}

void lamp_use(lamp_use_t use) {
    if (use == used_as) return;
    lamp_start();
    used_as = use;
    period_ns = use == LAMP_SERVO ? SERVO_PERIOD_NS : PWM_PERIOD_NS;
}

lamp_use_t lamp_used_as(void) {
    return used_as;
}

void lamp_light(bool on) {
    light = on;
}

void lamp_high_ns(uint32_t ns) {
    high_ns = ns;
}

void lamp_period_ns(uint32_t ns) {
    period_ns = ns;
}

uint32_t lamp_period(void) {
    return period_ns;
}

bool lamp_lit(void) {
    return lit;
}

static void show_level(bool on) {
    shown_high_ns = 0;
    lit = on;
    port_led(on);
}

static void show_pulses(void) {
    if (high_ns == shown_high_ns && period_ns == shown_period_ns) return;
    shown_high_ns = high_ns;
    shown_period_ns = period_ns;
    lit = true;
    port_led_pulses(period_ns, high_ns);
}

void lamp_show(void) {
    if (safety_fault() != spindrift_v1_FaultCode_FAULT_CODE_UNSPECIFIED) {
        /* Blinks until it is cleared, whatever the host does with the pin. */
        uint64_t blinks = port_uptime_us() / BLINK_US;
        show_level(blinks % 2 == 0);
        wake_at((blinks + 1) * BLINK_US);
    } else if (used_as == LAMP_STATUS) {
        show_level(safety_armed());
    } else if (used_as == LAMP_OUTPUT || high_ns == 0) {
        show_level(light);
    } else {
        show_pulses();
    }
}
