/* The LED: the board's own lamp until the host takes it as a pin, and again whenever a fault is latched. */
#ifndef SPINDRIFT_CORE_LAMP_H
#define SPINDRIFT_CORE_LAMP_H

#include <stdbool.h>
#include <stdint.h>

typedef enum { LAMP_STATUS, LAMP_OUTPUT, LAMP_PWM, LAMP_SERVO } lamp_use_t;

/* Also at the end of a session: nobody is left who would know what a host showed with it. */
void lamp_start(void);
/* Another use begins dark; the same one changes nothing. */
void lamp_use(lamp_use_t use);
lamp_use_t lamp_used_as(void);
void lamp_light(bool on);
/* Of PWM and servo; 0 = dark. */
void lamp_high_ns(uint32_t high_ns);
void lamp_period_ns(uint32_t period_ns);
uint32_t lamp_period(void);
/* Whether there is light, be it in pulses. */
bool lamp_lit(void);
/* Shows what is to be shown; called in every round. */
void lamp_show(void);

#endif
