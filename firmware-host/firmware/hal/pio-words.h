/* Instruction words of the programmable state machines (RP2040 datasheet, section 3.4). */
#ifndef SPINDRIFT_HAL_PIO_WORDS_H
#define SPINDRIFT_HAL_PIO_WORDS_H

enum pio_jump { JUMP_ALWAYS = 0, JUMP_X_DEC = 2, JUMP_Y_DEC = 4 };
enum pio_place { PLACE_PINS = 0, PLACE_X = 1, PLACE_Y = 2, PLACE_PIN_DIRECTIONS = 4 };

#define PIO_JMP(condition, address) (0x0000u | (unsigned)(condition) << 5 | (address))
#define PIO_IN(source, count) (0x4000u | (unsigned)(source) << 5 | ((count) & 31u))
#define PIO_OUT(target, count) (0x6000u | (unsigned)(target) << 5 | ((count) & 31u))
#define PIO_PULL_BLOCK 0x80a0u
#define PIO_PULL_NOBLOCK 0x8080u
#define PIO_SET(target, value) (0xe000u | (unsigned)(target) << 5 | (value))

/* Side-set of one or two pins, and cycles of delay after the instruction. */
#define PIO_SIDE1(side, delay) (((side) << 4 | (delay)) << 8)
#define PIO_SIDE2(side, delay) (((side) << 3 | (delay)) << 8)

#endif
