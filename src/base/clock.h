/* clock.h - how long, and what time it is. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Milliseconds since some fixed moment: never goes back, says nothing about the date. */
int64_t clock_now_ms(void);

/* Seconds since 1970-01-01T00:00:00Z. */
int64_t clock_unix_s(void);
int64_t clock_unix_ms(void);

enum { CLOCK_RFC3339_SIZE = 32, CLOCK_TIME_SIZE = 16, CLOCK_DATE_TIME_SIZE = 32 };

/* "2026-05-18T16:40:12Z" into out. */
void clock_format_rfc3339(int64_t unix_s, char out[CLOCK_RFC3339_SIZE]);
/* "2026-05-18T16:40:12.045Z". */
void clock_format_rfc3339_ms(int64_t unix_ms, char out[CLOCK_RFC3339_SIZE]);

/* Reads RFC 3339 strictly: "2026-05-18T16:40:12Z", a fraction and an offset such as +02:00 are
 * understood, the fraction is dropped. No locale has a say. */
bool clock_parse_rfc3339(const char *text, int64_t *unix_s);

/* Reads an HTTP date (RFC 9110, the preferred form: "Sun, 06 Nov 1994 08:49:37 GMT"). */
bool clock_parse_http_date(const char *text, int64_t *unix_s);

/* "14:02" in local time into out: what a status line shows. */
void clock_format_local_time(int64_t unix_s, char out[CLOCK_TIME_SIZE]);

/* "2026-05-18 14:02" in local time into out, and read back; a day alone is its first second. */
void clock_format_local_date_time(int64_t unix_s, char out[CLOCK_DATE_TIME_SIZE]);
bool clock_parse_local(const char *text, int64_t *unix_s);

#endif
