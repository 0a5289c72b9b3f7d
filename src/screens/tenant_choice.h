/* tenant_choice.h - a login that reaches several tenants: in which of them to work. */
/* SPDX-License-Identifier: ISC */
#ifndef SCREENS_TENANT_CHOICE_H
#define SCREENS_TENANT_CHOICE_H

struct app;
struct login_request;

/* A list over whatever is open; request is only read now. Who leaves it works in none: what waits for the
 * login ends. */
void tenant_choice_open(struct app *app, const struct login_request *request);

#endif
