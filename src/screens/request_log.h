/* request_log.h - what was asked of the service: the last calls, with both bodies. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_REQUEST_LOG_H
#define SCREENS_REQUEST_LOG_H

#include "ui/screen.h"

void request_log_open(struct ui *ui);

extern const struct screen_class request_log_screen;

#endif
