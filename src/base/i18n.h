/* i18n.h - marks the text that people read: _() where it is shown, N_() in tables. */
/* SPDX-License-Identifier: ISC */
#ifndef BASE_I18N_H
#define BASE_I18N_H
#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text

#endif
