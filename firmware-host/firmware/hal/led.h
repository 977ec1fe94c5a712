/* The LED's line: a level, or pulses by the PWM block. */
#ifndef SPINDRIFT_HAL_LED_H
#define SPINDRIFT_HAL_LED_H

#include <stdbool.h>
#include <stdint.h>

void led_level(bool on);
/* 10 us <= period <= 100 ms, 0 < high <= period. The first pulse comes after one period. */
void led_pulses(uint32_t period_ns, uint32_t high_ns);

#endif
