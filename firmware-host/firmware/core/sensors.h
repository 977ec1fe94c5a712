/* What the chips on the I2C bus say: power monitors, thermometer, Hall sensor; read in rounds, the last reading kept. */
#ifndef SPINDRIFT_CORE_SENSORS_H
#define SPINDRIFT_CORE_SENSORS_H

#include <stdbool.h>
#include <stdint.h>

enum { RAIL_USB, RAIL_LOGIC, RAIL_VAMP, RAIL_COIL, RAILS };

typedef struct {
    bool valid; /* answered in the last round */
    uint32_t bus_code;
    int32_t current_code;
    uint32_t power_code;
    uint64_t energy_code; /* since boot, wraps undone */
    int64_t charge_code;
} rail_t;

/* What is fixed about a rail's monitor. */
typedef struct {
    const char *name;
    uint8_t address;
    uint32_t current_lsb_pa, power_lsb_pw, energy_lsb_nj;
} rail_kind_t;

#define BUS_LSB_PV 195312500u

typedef struct {
    rail_t rails[RAILS];
    bool array_valid; /* the thermometer has converted and answers */
    int32_t array_mdegc;
    uint64_t array_us; /* uptime of the last good reading */
    bool field_valid;
    int32_t field_ut;
    uint32_t rounds;      /* whole ones since boot */
    uint64_t round_began; /* uptime at which the last whole one began */
} sensors_t;

extern sensors_t sensors;
extern const rail_kind_t rail_kinds[RAILS];

void sensors_start(void);
/* Goes on with the round; begins the next one when it is due. */
void sensors_poll(void);
/* The next round begins as soon as it can. */
void sensors_hurry(void);
/* Rounds follow each other at this interval at most, ms. */
void sensors_period(uint32_t ms);
int32_t rail_uv(const rail_t *rail);

#endif
